internal import CLua

/// Where a script was at a tick of the clock, and what it had allocated since the tick before.
package struct Sample {
  /// A function that ran.
  package struct Frame {
    /// The chunk's name; nil for functions of the host and of Lua's libraries.
    package var source: String?
    /// As the script called it; nil where nothing tells.
    package var name: String?
    /// The line that ran, and the one on which the function begins.
    package var line: Int
    package var definition: Int
  }

  /// Innermost first.
  package var frames: [Frame]
  /// Ticks in the script, and in what it called of the host just before.
  package var scriptTicks: Int
  package var hostTicks: Int
  package var bytes: Int
}

/// Where samples go, as C refers to it.
final class SampleTaker {
  let take: (Sample) -> Void

  init(_ take: @escaping (Sample) -> Void) {
    self.take = take
  }
}

extension Interpreter {
  /// Samples all scripts from here on. Scripts run a little slower, and the same in all else.
  /// - Parameters:
  ///   - seconds: between ticks, wall clock.
  ///   - take: gets each sample; it must not touch the interpreter.
  package func sample(every seconds: Double, _ take: @escaping (Sample) -> Void) {
    let taker = SampleTaker(take)
    sampleTaker = taker
    copydesk_begin_samples(
      shim, seconds, { Interpreter.takeSample($0, $1) },
      Unmanaged.passUnretained(taker).toOpaque())
  }

  private static func takeSample(
    _ context: UnsafeMutableRawPointer?, _ sample: UnsafePointer<copydesk_sample>?
  ) {
    guard let context, let sample = sample?.pointee, let start = sample.frames else { return }
    let frames = UnsafeBufferPointer(start: start, count: Int(sample.count)).map { frame in
      Sample.Frame(
        source: frame.source.map { String(cString: $0) },
        name: frame.name.map { String(cString: $0) }, line: Int(frame.line),
        definition: Int(frame.defined))
    }
    Unmanaged<SampleTaker>.fromOpaque(context).takeUnretainedValue().take(
      Sample(
        frames: frames, scriptTicks: Int(sample.script_ticks),
        hostTicks: Int(sample.host_ticks), bytes: sample.bytes))
  }
}
