import Document
import Glibc
import Reporting

/// Has a house's template written, in a worker under supervision that can read nothing.
struct TemplateDesk {
  /// Bytes of a template.
  private static let limit = 4 << 20
  /// What a report's folder has without a template.
  private static let taken = [
    "report.html", "report.md", "report.pdf", "changes.md", ReportManifest.name,
  ]

  /// What the file that it writes is called.
  let file: String
  private let order: TemplateOrder
  private let executable: Path
  private let limits: RunLimits

  /// Reads the template and has it looked at, so that a fault of its is known before a long run.
  init(_ path: [UInt8], _ limits: RunLimits, executable: Path) throws(WorkbenchError) {
    let place = Path(path)
    do {
      let descriptor = try Descriptor(opening: place, O_RDONLY | O_NONBLOCK)
      let size = try FileStatus(of: descriptor.number).bytes
      order = TemplateOrder(
        path: place.shown, source: try descriptor.read(min(size, Self.limit), at: 0))
    } catch { throw .input(path: place.shown, errno: error.errno) }
    self.executable = executable
    self.limits = limits
    switch try Self.ask(order, executable, limits) {
    case .failed(let error): throw .plugins([error])
    case .text(_, let file):
      guard !Self.taken.contains(file), !file.hasPrefix("findings.") else {
        throw .plugins([
          PluginError(
            plugin: place.shown, phase: "load", kind: .load,
            message: "file: a report has a file '\(file)' already", remedy: "name another")
        ])
      }
      self.file = file
    }
  }

  /// The template's text, or why there is none.
  func text(
    of report: Report, stop: StopSignal
  ) throws(WorkbenchError) -> Result<String, PluginError> {
    var order = order
    order.report = report.data
    switch try Self.ask(order, executable, limits, stop) {
    case .failed(let error): return .failure(error)
    case .text(let text, _): return .success(text)
    }
  }

  private static func ask(
    _ order: TemplateOrder, _ executable: Path, _ limits: RunLimits, _ stop: StopSignal? = nil
  ) throws(WorkbenchError) -> TemplatePage {
    let respondent = Respondent(executable, limits: limits)
    var configuration = WorkerConfiguration()
    configuration.limits = limits
    configuration.roots = []
    let isStopped = { stop?.caught != nil }
    // A worker that is stuck is ended as one over a plugin is, but has to be started and told the report first.
    let page = try respondent.ask(
      .configure(configuration), .template(order), within: 3 * limits.seconds + 10,
      until: isStopped
    ) { (reply) throws(WorkbenchError) -> TemplatePage? in
      if case .refused(let refusal) = reply { throw refusal.error }
      guard case .template(let page) = reply else { return nil }
      return page
    }
    if let page { return page }
    let death = respondent.death
    return .failed(
      PluginError(
        plugin: order.path, phase: "write", kind: death?.kind ?? .crash,
        message: death?.message ?? ""))
  }
}
