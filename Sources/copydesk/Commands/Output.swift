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
    } else if let ending = file.flatMap(Self.ending), let format = Self.format(ending, formats) {
      self.format = format
    } else if let name = file, Self.ending(name).map(Self.otherEndings.contains) == true {
      // JSON Lines in a file that calls itself a page would help nobody.
      let endings = formats.map { ".\($0.rawValue)" }
      throw .badValue(
        .output, name, expected: "a name with one of the endings \(Choices.words(endings))")
    } else {
      self.format =
        format
        ?? (file == nil && Terminal(1).isTerminal && formats.contains(.text) ? .text : .jsonl)
    }
  }

  /// Endings of formats that this command does not write.
  private static let otherEndings: Set<String> = [
    "md", "html", "htm", "pdf", "xml", "xlsx", "ods", "sqlite", "db", "tsv",
  ]

  private static func ending(_ name: [UInt8]) -> String? {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  private static func format(_ ending: String, _ formats: [FindingsFormat]) -> FindingsFormat? {
    let format: FindingsFormat? =
      switch ending {
      case "txt": .text
      case "ndjson": .jsonl
      default: FindingsFormat(rawValue: ending)
      }
    return format.flatMap { formats.contains($0) ? $0 : nil }
  }
}
