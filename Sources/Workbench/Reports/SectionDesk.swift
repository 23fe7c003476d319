import CProcess
import Document
import Glibc
import Scripting

/// Has plugins write their sections of a report, in a worker under supervision.
///
/// The worker takes the aggregates of all articles in corpus order and then runs the plugins' `report`. A plugin that hangs or
/// crashes over it costs its own section: the worker is replaced and does without it.
final class SectionDesk {
  /// Deaths that blame no plugin before the sections are given up.
  private static let patience = 3
  /// Aggregates that wait for the worker.
  private static let backlog = 1 << 20

  private let executable: Path
  private let configuration: WorkerConfiguration
  private let plugins: [PluginDescription]
  /// Those whose sections are written here.
  private let names: Set<String>
  private let aggregates: LineSpool
  private let stop: StopSignal
  /// What a plugin has for its section.
  private var limits: RunLimits

  init(
    _ executable: Path, _ lane: Lane, aggregates: LineSpool, stop: StopSignal
  ) {
    self.executable = executable
    configuration = lane.configuration
    limits = configuration.limits
    plugins = lane.loaded
    names = lane.names
    self.aggregates = aggregates
    self.stop = stop
  }

  /// How one attempt to have all sections written ended.
  private enum Attempt {
    case sections([ReportSection])
    case died(Death, ActivityPage.Activity?)
    case refused(String)
    case stopped
  }

  /// The sections of all plugins that write one, or say why they have none. Aggregates are merged whether or not anybody shows
  /// them: what is wrong with a merge is to be seen.
  func sections(summaries: Fields, run: Fields) throws(WorkbenchError) -> [ReportSection] {
    guard plugins.contains(where: { $0.isAsked && names.contains($0.name) }) else { return [] }
    limits = configuration.limits.atEnd(of: run.articlesOfRun)
    let strangers = plugins.map(\.name).filter { !names.contains($0) }
    var failed: [ReportSection] = []
    var deaths = 0
    while true {
      let without = strangers + failed.map(\.plugin)
      switch try attempt(summaries, run, without) {
      case .sections(let sections): return sections + failed
      case .stopped: return failed
      case .refused(let message): return failed + allFailed(without, message)
      case .died(let death, let activity):
        guard let section = blamed(death, activity, without) else {
          deaths += 1
          if deaths < Self.patience { continue }
          return failed + allFailed(without, death.message)
        }
        failed.append(section)
      }
    }
  }

  private func blamed(
    _ death: Death, _ activity: ActivityPage.Activity?, _ without: [String]
  ) -> ReportSection? {
    guard case .plugin(let index, let item, _)? = activity, plugins.indices.contains(index),
      !without.contains(plugins[index].name)
    else { return nil }
    let phase = item == Worker.reportItem ? "report" : "aggregate"
    return section(plugins[index].name, phase, death.kind, death.message)
  }

  private func allFailed(_ without: [String], _ message: String) -> [ReportSection] {
    plugins.filter { $0.isAsked && !without.contains($0.name) }.map {
      section($0.name, "report", .crash, message)
    }
  }

  private func section(
    _ plugin: String, _ phase: String, _ kind: PluginError.Kind, _ message: String
  ) -> ReportSection {
    ReportSection(
      plugin: plugin,
      error: PluginError(plugin: plugin, phase: phase, kind: kind, message: message))
  }

  // MARK: One attempt

  private func attempt(
    _ summaries: Fields, _ run: Fields, _ without: [String]
  ) throws(WorkbenchError) -> Attempt {
    let worker: WorkerProcess
    do { worker = try WorkerProcess(executable, spool: nil) } catch {
      return .refused("a worker cannot be started: \(error.message)")
    }
    defer { worker.end() }
    worker.send(.configure(configuration))
    var ending: Attempt?
    try aggregates.read { (line) throws(WorkbenchError) in
      guard ending == nil else { return }
      worker.sendLine(Self.fold(line, without))
      while ending == nil, worker.backlog > Self.backlog { ending = turn(worker) }
    }
    worker.send(.report(summaries: summaries, run: run, without: without))
    while true {
      if let ending { return ending }
      ending = turn(worker)
    }
  }

  /// The command to take one article's aggregates, but of plugins that are out.
  private static func fold(_ line: ArraySlice<UInt8>, _ without: [String]) -> [UInt8] {
    if !without.isEmpty, let parts = (try? JSONParser.parse(line))?.map {
      var json = JSONWriter()
      Command.fold(Fields(parts.entries.filter { !without.contains($0.name) })).write(to: &json)
      return json.bytes
    }
    return Array("{\"fold\":".utf8) + line + Array("}\n".utf8)
  }

  /// Waits for the worker once; says when the attempt is over.
  private func turn(_ worker: WorkerProcess) -> Attempt? {
    var polled = worker.polled(isReading: true) + [stop.polled]
    _ = poll(&polled, nfds_t(polled.count), 100)
    if stop.caught != nil { return .stopped }
    worker.writeMore()
    let isAlive = worker.readMore()
    do {
      while let (reply, _) = try worker.nextReply() {
        switch reply {
        case .sections(let sections): return .sections(sections)
        case .refused(.plugins(let errors)):
          return .refused(errors.first?.message ?? "the plugins do not load any more")
        case .refused(.broken(let message)): return .refused(message)
        case .refused: return .refused("the plugins do not load any more")
        default: break
        }
      }
    } catch { return .refused("the worker breaks the protocol: \(error.message)") }
    endIfLate(worker)
    guard isAlive, !worker.wasLate else { return died(worker) }
    return nil
  }

  private func died(_ worker: WorkerProcess) -> Attempt {
    let activity = worker.activity.current?.activity
    let status = worker.end()
    return .died(
      Death(status: status, wasLate: worker.wasLate, limits: limits(of: activity)), activity)
  }

  private func endIfLate(_ worker: WorkerProcess) {
    guard let (activity, began) = worker.activity.current, activity != .idle else { return }
    if Double(copydesk_monotonic() - began) > limits(of: activity).seconds * 3e9 {
      worker.endLate()
    }
  }

  private func limits(of activity: ActivityPage.Activity?) -> RunLimits {
    guard case .plugin(_, item: Worker.reportItem, _)? = activity else {
      return configuration.limits
    }
    return limits
  }
}

extension PluginDescription {
  /// Whether the plugin has something to do at the end of a run.
  fileprivate var isAsked: Bool { hasReport || hasAggregate }
}
