import Document
import Reporting

/// Takes a run's outcomes and hands on its findings in the format asked for, in large stretches.
final class FindingsOutput: OutcomeReceiver {
  private static let fullBytes = 64 << 10

  private var writer: any FindingsWriter
  private let sink: Workbench.Sink
  private var buffer: [UInt8] = []
  private var hasBegun = false
  /// Where it goes, if that takes its name here.
  private var file: OutputFile?

  init(_ writer: any FindingsWriter, sink: @escaping Workbench.Sink) {
    self.writer = writer
    self.sink = sink
  }

  /// Writes to a file that takes its name when the output is complete.
  convenience init(_ writer: any FindingsWriter, into file: OutputFile) {
    self.init(writer, sink: file.write)
    self.file = file
  }

  func complete() throws(WorkbenchError) { try file?.complete() }

  var needs: FindingsNeeds { writer.needs }
  var isStream: Bool { true }
  var layers: Set<LayerKind> { writer.layers }

  func begin(_ plugins: [PluginDescription]) {
    hasBegun = true
    writer.begin(plugins, to: &buffer)
  }

  /// - Parameter payloads: an outcome's, as wished for.
  func write(_ payloads: [ArraySlice<UInt8>]) throws(WorkbenchError) {
    try write(try FindingsEntry(payloads, needs: writer.needs))
  }

  func write(_ entry: FindingsEntry) throws(WorkbenchError) {
    writer.write(entry, to: &buffer)
    if buffer.count >= Self.fullBytes { try flush() }
  }

  func write(line: ArraySlice<UInt8>) throws(WorkbenchError) {
    writer.write(line: line, to: &buffer)
    if buffer.count >= Self.fullBytes { try flush() }
  }

  func pause() throws(WorkbenchError) { try flush() }

  func end(_ facts: Fields) throws(WorkbenchError) { try end() }

  func end() throws(WorkbenchError) {
    // Where there was nothing to do, no worker has said which plugins there are.
    if !hasBegun { begin([]) }
    writer.end(to: &buffer)
    try flush()
  }

  func flush() throws(WorkbenchError) {
    guard !buffer.isEmpty else { return }
    try sink(buffer[...])
    buffer.removeAll(keepingCapacity: true)
  }
}

extension RunRequest {
  var style: TextStyle { TextStyle(width: width, hasColor: hasColor) }
}

extension FindingsEntry {
  /// Reads of an outcome's payloads what is needed: the findings are the first, the article the last.
  init(_ payloads: [ArraySlice<UInt8>], needs: FindingsNeeds) throws(WorkbenchError) {
    self.init(line: payloads.first ?? [])
    if !needs.isEmpty {
      let omitted = needs.contains(.annotations) ? nil : "annotations"
      outcome = try Self.read(line, omitting: omitted) { try Outcome(json: $0) }
    }
    if needs.contains(.article) { try readArticle(payloads) }
  }

  /// Reads the article that the findings are of; an input that gave none has none.
  mutating func readArticle(_ payloads: [ArraySlice<UInt8>]) throws(WorkbenchError) {
    guard case .findings? = outcome, let last = payloads.last else { return }
    article = try Self.read(last) { try Article(json: $0) }
  }

  private static func read<Result>(
    _ line: ArraySlice<UInt8>, omitting omitted: String? = nil, _ make: (Value) throws -> Result
  ) throws(WorkbenchError) -> Result {
    do { return try make(try JSONParser.parse(line, omitting: omitted)) } catch {
      throw .worker("breaks the protocol: a payload that cannot be read")
    }
  }
}
