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
  private let executable: Path
  private let configuration: WorkerConfiguration
  private var worker: WorkerProcess?
  private var article: Path?
  private var plugin: PluginChoice?

  package init(_ request: RunRequest, executable: [UInt8]? = nil) throws(WorkbenchError) {
    self.request = request
    let workbench = Workbench(executable: executable)
    self.executable = workbench.executable
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
    let worker = try hire()
    // What was pressed before is over.
    _ = isInterrupted()
    var wasInterrupted = false
    let reply = try reply(of: worker, to: question) {
      wasInterrupted = isInterrupted()
      return wasInterrupted
    }
    if let reply { return Answer(reply) }
    let death = Death(status: worker.end(), wasLate: worker.wasLate, limits: request.limits)
    self.worker = nil
    return Answer(lost: death.kind, wasInterrupted ? "interrupted" : death.message)
  }

  private func hire() throws(WorkbenchError) -> WorkerProcess {
    if let worker { return worker }
    let hired = try WorkerProcess.started(executable)
    hired.send(.configure(configuration))
    guard case .ready? = try hired.answer(within: patience) else {
      throw .worker("did not get ready")
    }
    worker = hired
    if let plugin {
      let question = ConsoleRequest.load(plugin, options: request.options)
      _ = try reply(of: hired, to: question)
    }
    if let article { _ = try reply(of: hired, to: .article(article)) }
    return hired
  }

  private func reply(
    of worker: WorkerProcess, to question: ConsoleRequest,
    until isInterrupted: () -> Bool = { false }
  ) throws(WorkbenchError) -> ConsoleReply? {
    worker.send(.console(question))
    switch try worker.answer(within: patience, until: isInterrupted) {
    case .console(let reply)?: return reply
    case .refused(let refusal)?: throw refusal.error
    case nil: return nil
    default: throw .worker("breaks the protocol: an answer to no question")
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
