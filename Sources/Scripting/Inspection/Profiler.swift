internal import Document
internal import Lua

/// Measures one plugin in one sandbox: samples of where it is, and the time of each function of the host.
final class Profiler: CallWatcher {
  /// Seconds between samples.
  static let interval = 0.001

  private struct Tally {
    var count = 0
    var seconds = 0.0
  }

  private weak var session: Session?
  private var samples: [[PluginProfile.Frame]: (seconds: Double, bytes: Int)] = [:]
  private var tallies: [ObjectIdentifier: Tally] = [:]
  private var functions: [ObjectIdentifier: WatchedFunction] = [:]
  /// Calls that have not returned, and when they began.
  private var open: [(function: WatchedFunction, began: Double)] = []
  private var lastEnded: WatchedFunction?

  func begin(_ session: Session) {
    self.session = session
    session.interpreter.sample(every: Self.interval) { [unowned self] in add($0) }
  }

  // MARK: Calls into the host

  func begin(_ function: WatchedFunction, _ call: Call) {
    open.append((function, monotonicSeconds()))
  }

  func end(_ function: WatchedFunction, _ call: Call, results: Int) { close() }
  func fail(_ function: WatchedFunction, _ call: Call, _ fault: Fault) { close() }

  private func close() {
    guard let (function, began) = open.popLast() else { return }
    let id = ObjectIdentifier(function)
    tallies[id, default: Tally()].count += 1
    tallies[id, default: Tally()].seconds += monotonicSeconds() - began
    functions[id] = function
    lastEnded = function
  }

  // MARK: Samples

  private func add(_ sample: Sample) {
    guard let session else { return }
    let phase = PluginProfile.Frame(function: session.phase.rawValue)
    var frames = [phase] + sample.frames.reversed().map(frame)
    // What the host calls has no name in Lua: it is the phase's function.
    if let outermost = sample.frames.last, outermost.name == nil, outermost.source != nil {
      frames[1].function = session.phase.rawValue
    }
    add(frames, ticks: sample.scriptTicks, bytes: sample.bytes)
    if sample.hostTicks > 0 {
      let host = (open.last?.function ?? lastEnded).map {
        [PluginProfile.Frame(function: $0.shown)]
      }
      add(frames + (host ?? []), ticks: sample.hostTicks, bytes: 0)
    }
  }

  private func add(_ frames: [PluginProfile.Frame], ticks: Int, bytes: Int) {
    guard ticks > 0 || bytes > 0 else { return }
    samples[frames, default: (0, 0)].seconds += Double(ticks) * Self.interval
    samples[frames, default: (0, 0)].bytes += bytes
  }

  private func frame(_ frame: Sample.Frame) -> PluginProfile.Frame {
    guard let source = frame.source else {
      return PluginProfile.Frame(function: frame.name ?? "function of the host")
    }
    let name = frame.name ?? "function at line \(frame.definition)"
    return PluginProfile.Frame(function: name, file: source, line: frame.line)
  }

  /// What was measured since it was last asked, on an article.
  func take(_ plugin: String, seconds: Double) -> PluginProfile {
    defer { (samples, tallies) = ([:], [:]) }
    return PluginProfile(
      plugin: plugin, articles: 1, seconds: seconds,
      memoryPeak: session?.interpreter.memoryPeak ?? 0,
      samples: samples.map {
        PluginProfile.Sample(frames: $0.key, seconds: $0.value.seconds, bytes: $0.value.bytes)
      },
      calls: tallies.compactMap { id, tally in
        functions[id].map {
          PluginProfile.Call(function: $0.shown, count: tally.count, seconds: tally.seconds)
        }
      }.sorted { $0.function < $1.function })
  }
}
