import Workbench

/// Where the results of a run go, and in which format.
struct OutputChoice {
  /// Nil: standard output.
  var file: [UInt8]?
  var format: FindingsFormat

  /// What the command line says; else what the file's name says; else what the configuration says; else text for people
  /// and JSON Lines for programs.
  init(
    _ arguments: Arguments, formats: [FindingsFormat], option: Option,
    default format: FindingsFormat?
  ) throws(UsageError) {
    let name = arguments.bytes(.output)
    file = name == [UInt8(ascii: "-")] ? nil : name
    if let bytes = arguments.bytes(option) {
      guard let format = formats.first(where: { Array($0.rawValue.utf8) == bytes }) else {
        throw .badChoice(option, bytes, among: formats.map(\.rawValue))
      }
      self.format = format
    } else if let format = file.flatMap({ Self.format(ofFile: $0, formats) }) {
      self.format = format
    } else {
      self.format =
        format
        ?? (file == nil && Terminal(1).isTerminal && formats.contains(.text) ? .text : .jsonl)
    }
  }

  private static func format(ofFile name: [UInt8], _ formats: [FindingsFormat]) -> FindingsFormat? {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
    let format: FindingsFormat? =
      switch ending {
      case "txt": .text
      case "ndjson": .jsonl
      default: FindingsFormat(rawValue: ending)
      }
    return format.flatMap { formats.contains($0) ? $0 : nil }
  }
}
