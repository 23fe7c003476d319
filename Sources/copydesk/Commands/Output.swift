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
    let isFolder = file?.last == UInt8(ascii: "/")
    if let bytes = arguments.bytes(option) {
      guard let format = formats.first(where: { Array($0.rawValue.utf8) == bytes }) else {
        throw .badChoice(option, bytes, among: formats.map(\.rawValue))
      }
      self.format = format
    } else if isFolder, formats.contains(.tables) {
      self.format = .tables
    } else if let name = file, let format = Self.format(of: name, formats) {
      self.format = format
    } else if let name = file, Self.promisesOther(name) {
      // JSON Lines in a file that calls itself a page would help nobody.
      throw .badValue(
        .output, name,
        expected:
          "a name with one of the endings \(Choices.words(formats.compactMap { $0.endings.first.map { ".\($0)" } }))"
      )
    } else {
      self.format =
        format
        ?? (file == nil && Terminal(1).isTerminal && formats.contains(.text) ? .text : .jsonl)
    }
  }

  /// Endings of formats that no command writes.
  private static let otherEndings = [
    "md", "html", "htm", "pdf", "xml", "xlsx", "ods", "tsv", "parquet",
  ]

  /// The format that a name promises: of two endings that fit, such as `.csv` and `.gkg.csv`, the longer.
  private static func format(of name: [UInt8], _ formats: [FindingsFormat]) -> FindingsFormat? {
    let name = String(decoding: name, as: UTF8.self).lowercased()
    let fitting = formats.flatMap { format in
      format.endings.filter { name.hasSuffix(".\($0)") }.map { (format, length: $0.utf8.count) }
    }
    return fitting.max { $0.length < $1.length }?.0
  }

  private static func promisesOther(_ name: [UInt8]) -> Bool {
    let shown = String(decoding: name, as: UTF8.self).lowercased()
    return otherEndings.contains { shown.hasSuffix(".\($0)") }
      || format(of: name, FindingsFormat.allCases) != nil
  }
}
