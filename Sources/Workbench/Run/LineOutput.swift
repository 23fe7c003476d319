/// Collects lines and hands them on in large stretches.
final class LineOutput {
  private static let fullBytes = 64 << 10

  private let sink: Workbench.Sink
  private var buffer: [UInt8] = []

  init(_ sink: @escaping Workbench.Sink) {
    self.sink = sink
  }

  /// Adds one line and its end.
  func write(_ line: ArraySlice<UInt8>) throws(WorkbenchError) {
    buffer.append(contentsOf: line)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.fullBytes { try flush() }
  }

  func flush() throws(WorkbenchError) {
    guard !buffer.isEmpty else { return }
    try sink(buffer[...])
    buffer.removeAll(keepingCapacity: true)
  }
}
