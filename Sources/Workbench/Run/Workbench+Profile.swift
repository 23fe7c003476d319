import Document
import Reporting

/// A format in which a profile can be written.
package enum ProfileFormat: String, CaseIterable, Sendable {
  case text, json, collapsed, svg
}

extension Workbench {
  /// Analyses the inputs and measures what the plugins spend on them.
  /// - Parameters:
  ///   - repeats: how often the inputs are analysed.
  ///   - format: how the profile is written.
  /// - Returns: the profile as it is written, and what became of the inputs.
  package func profile(
    _ request: RunRequest, repeats: Int = 1, as format: ProfileFormat, events: @escaping Events
  ) throws(WorkbenchError) -> ([UInt8], RunResult) {
    var request = request
    request.inputs = (0..<repeats).flatMap { [inputs = request.inputs] _ in inputs }
    // What is known is not measured, and workers side by side disturb each other.
    request.usesCache = false
    request.jobs = request.jobs ?? 1
    var configuration = try configuration(for: request)
    configuration.wishes = [.profile]
    let run = try Run(
      request, command: "profile", executable: executable,
      events: repeats > 1 ? Self.once(events) : events)
    var profile = RunProfile()
    try run.perform(configuration) { _ in
    } deliver: { header, payloads throws(WorkbenchError) in
      guard header.kind == .findings, let line = payloads.first else { return false }
      guard let json = try? JSONParser.parse(line), let article = try? ArticleProfile(json: json)
      else { throw .worker("breaks the protocol: a profile that cannot be read") }
      profile.add(article)
      return false
    }
    return (profile.bytes(format, style: request.style), run.ledger.result)
  }
}

extension Workbench {
  /// Hands on once what every repetition says of an input.
  private static func once(_ events: @escaping Events) -> Events {
    var told: Set<Told> = []
    return { event in
      guard let words = Told(event) else { return events(event) }
      if told.insert(words).inserted { events(event) }
    }
  }

  /// What a run says of an input.
  private enum Told: Hashable {
    case failure(RunFailure)
    case warning(Document.Warning, source: String?)
    case log(plugin: String, source: String?, line: String)

    init?(_ event: RunEvent) {
      switch event {
      case .failure(let failure): self = .failure(failure)
      case .warning(let warning, let source): self = .warning(warning, source: source)
      case .log(let plugin, let source, let line):
        self = .log(plugin: plugin, source: source, line: line)
      case .progress, .asked, .anew, .trace: return nil
      }
    }
  }
}

extension RunProfile {
  fileprivate func bytes(_ format: ProfileFormat, style: TextStyle) -> [UInt8] {
    switch format {
    case .text: return Array(text(style).utf8)
    case .collapsed: return Array(collapsedStacks.utf8)
    case .svg: return flameGraph
    case .json:
      var json = JSONWriter()
      write(to: &json)
      return json.bytes
    }
  }
}
