package import Document

/// The supervisor's side of a console: hands lines to a worker and takes its answers; a worker that a line kills is replaced,
/// and the article and the plugin are put on its table again.
package final class ConsoleDesk {
  /// What a line, or an order, came to.
  package struct Answer: Sendable {
    /// To be shown, in order; no terminal has judged them yet.
    package var lines: [String] = []
    /// Names of the API that are to be described.
    package var described: [String] = []
    package var candidates: [String] = []
    /// Whether the line is the beginning of something longer.
    package var isIncomplete = false
    package var errors: [PluginError] = []
    package var failure: ReadFailure?
    package var refusal: WorkbenchError?
    package var seconds = 0.0
    /// Whether a limit has ended the state in which the lines ran, and their names with it.
    package var hasLostState = false
  }

  /// Whether the line that runs is to be ended.
  package var isInterrupted: () -> Bool = { false }

  private let request: RunRequest
  private let respondent: Respondent
  private let configuration: WorkerConfiguration
  private var article: Path?
  private var plugin: PluginChoice?

  package init(_ request: RunRequest, executable: [UInt8]? = nil) throws(WorkbenchError) {
    self.request = request
    let workbench = Workbench(executable: executable)
    respondent = Respondent(workbench.executable, limits: request.limits)
    var configuration = try workbench.configuration(for: request)
    configuration.plugins = PluginChoice()
    configuration.options = [:]
    // Which articles and plugins there will be, nobody knows yet.
    configuration.roots = nil
    self.configuration = configuration
  }

  package func open(_ article: [UInt8]) throws(WorkbenchError) -> Answer {
    let path = Path(article)
    let answer = try ask(.article(path))
    if answer.failure == nil { self.article = path }
    return answer
  }

  /// Loads a plugin by its name or path.
  package func load(_ plugin: String) throws(WorkbenchError) -> Answer {
    var request = request
    request.plugins = plugin
    let choice = try PluginChoice(request)
    let answer = try ask(.load(choice, options: request.options))
    if answer.errors.isEmpty, answer.refusal == nil { self.plugin = choice }
    return answer
  }

  package func evaluate(_ text: String) throws(WorkbenchError) -> Answer {
    try ask(.evaluate(text))
  }

  package func run(width: Int) throws(WorkbenchError) -> Answer { try ask(.run(width: width)) }
  package func layers() throws(WorkbenchError) -> Answer { try ask(.layers) }

  /// The lines that a line could become; none where the worker has other things to do.
  package func complete(_ text: String) -> [String] {
    (try? ask(.complete(text)))?.candidates ?? []
  }

  // MARK: The worker

  private func ask(_ question: ConsoleRequest) throws(WorkbenchError) -> Answer {
    if respondent.isNew { try prepare() }
    // What was pressed before is over.
    _ = isInterrupted()
    var wasInterrupted = false
    let reply = try reply(to: question) {
      wasInterrupted = isInterrupted()
      return wasInterrupted
    }
    if let reply { return Answer(reply) }
    let death = respondent.death
    return Answer(
      lost: death?.kind ?? .crash,
      wasInterrupted ? "interrupted" : death?.message ?? "its worker is gone")
  }

  /// Has a new worker get ready, and puts on its table what was there.
  private func prepare() throws(WorkbenchError) {
    let isReady = try respondent.ask(.configure(configuration), within: patience) { reply in
      if case .ready = reply { true } else { false }
    }
    guard isReady == true else { throw .worker("did not get ready") }
    if let plugin { _ = try reply(to: .load(plugin, options: request.options)) }
    if let article { _ = try reply(to: .article(article)) }
  }

  private func reply(
    to question: ConsoleRequest, until isInterrupted: () -> Bool = { false }
  ) throws(WorkbenchError) -> ConsoleReply? {
    try respondent.ask(.console(question), within: patience, until: isInterrupted) {
      reply throws(WorkbenchError) in
      switch reply {
      case .console(let reply): return reply
      case .refused(let refusal): throw refusal.error
      default: throw .worker("breaks the protocol: an answer to no question")
      }
    }
  }

  private var patience: Double { 3 * request.limits.seconds + 10 }
}

extension ConsoleDesk.Answer {
  /// What is left to say of a worker that is gone.
  fileprivate init(lost kind: PluginError.Kind, _ message: String) {
    errors = [PluginError(plugin: "", phase: "analyze", kind: kind, message: message)]
    hasLostState = true
  }

  fileprivate init(_ reply: ConsoleReply) {
    lines = reply.lines
    described = reply.described
    candidates = reply.candidates
    isIncomplete = reply.isIncomplete
    errors = reply.errors
    failure = reply.failure
    refusal = reply.refusal?.error
    seconds = reply.seconds
    hasLostState = reply.hasLostState
  }
}
