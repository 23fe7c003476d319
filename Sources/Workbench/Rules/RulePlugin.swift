import Document
import Scripting

/// The plugin that a rule sheet stands for: a program in Lua, and the word lists that it reads.
struct RulePlugin {
  let name: String
  let sheet: RuleSheet
  /// What its word lists are called, with their bytes.
  let lists: [(name: String, bytes: [UInt8])]

  /// The files of rules, by their extension.
  static let extensions = [tableExtension, Array("toml".utf8)]
  static let tableExtension = Array("tsv".utf8)

  /// Reads a sheet and tries all its terms.
  /// - Parameter name: what the plugin is to be called; nil: as the file.
  /// - Throws: everything that is wrong with it.
  init(_ bytes: [UInt8], path: Path, name: String? = nil) throws(PluginLoadFailure) {
    self.name = name ?? PluginFiles.name(of: path)
    var faults: [RuleSheet.Fault]
    if let text = String(validating: bytes, as: UTF8.self) {
      if path.fileExtension == Self.tableExtension {
        let table = RuleTable(text)
        (sheet, faults) = (table.sheet, table.faults)
      } else {
        let document = RuleDocument(bytes)
        (sheet, faults) = (document.sheet, document.faults)
      }
    } else {
      (sheet, faults) = (RuleSheet(), [.init(message: "invalid UTF-8")])
    }
    lists = Self.lists(of: sheet)
    if let fault = sheet.negationFault() { faults.append(fault) }
    if sheet.rules.isEmpty, faults.isEmpty {
      faults.append(.init(message: "there is no term in it", remedy: "write a term a line"))
    }
    faults += termFaults
    guard faults.isEmpty else {
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      throw PluginLoadFailure(
        problems: faults.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
          .map { [name = self.name] in Self.error($0, name, path, lines) })
    }
  }

  func package(path: String) -> PluginPackage {
    let lists = lists
    return PluginPackage(
      path: path, main: Array(program.utf8), isFolder: true, name: name
    ) { wanted in
      guard let list = lists.first(where: { $0.name == wanted }) else {
        throw MissingFile(message: "a plugin of rules has no other files")
      }
      return list.bytes
    }
  }

  /// The plugin's code.
  var program: String { RuleProgram(name, sheet, lists.map(\.name)).text }

  private static func error(
    _ fault: RuleSheet.Fault, _ name: String, _ path: Path, _ lines: [ArraySlice<UInt8>]
  ) -> PluginError {
    let place = fault.column.map { "column \($0): " } ?? ""
    var error = PluginError(
      plugin: name, phase: "load", kind: .load, message: place + fault.message, file: path.shown,
      line: fault.line, remedy: fault.remedy)
    if let line = fault.line, lines.indices.contains(line - 1) {
      error.sourceLine = String(decoding: lines[line - 1].prefix(200), as: UTF8.self).trimmed
    }
    return error
  }

  // MARK: Lists

  private static let folded = "words.tsv"
  private static let kept = "kept.tsv"

  /// More of them nobody reads.
  private static let mostFaults = 20

  /// Terms of words, those apart whose case counts. A list's line is that of its rule, counted from the header.
  private static func lists(of sheet: RuleSheet) -> [(name: String, bytes: [UInt8])] {
    [(folded, false), (kept, true)].compactMap { name, keepsCase in
      let rules = sheet.rules.filter { $0.form == .words && $0.keepsCase == keepsCase }
      return rules.isEmpty ? nil : (name, bytes(of: rules, hasTags: !sheet.tags.isEmpty))
    }
  }

  private static func bytes(of rules: [RuleSheet.Rule], hasTags: Bool = false) -> [UInt8] {
    var text = hasTags ? "term\tvalue\ttags\n" : "term\tvalue\n"
    for rule in rules {
      text += "\(rule.term)\t\(rule.weight.map { RuleProgram.number($0) } ?? "1")"
      text += hasTags ? "\t\(rule.joinedTags)\n" : "\n"
    }
    return Array(text.utf8)
  }

  /// Terms that no lexicon takes, and expressions that are none.
  private var termFaults: [RuleSheet.Fault] {
    var faults: [RuleSheet.Fault] = []
    for keepsCase in [false, true] {
      var rules = sheet.rules.filter { $0.form == .words && $0.keepsCase == keepsCase }
      // A list is taken up to its first fault: without that term there may be others.
      while !rules.isEmpty, faults.count < Self.mostFaults,
        let fault = TermCheck.fault(ofList: Self.bytes(of: rules), keepsCase: keepsCase)
      {
        let index = fault.line - 2
        let rule = rules.indices.contains(index) ? rules.remove(at: index) : nil
        faults.append(.init(line: rule?.line, column: rule?.column, message: fault.message))
        if rule == nil { break }
      }
    }
    for rule in sheet.rules where rule.form == .regex {
      guard let fault = TermCheck.fault(ofPattern: rule.term) else { continue }
      faults.append(
        .init(
          line: rule.line, column: rule.column.map { $0 + 1 + fault.offset },
          message: "in the expression: \(fault.message)"))
    }
    return faults
  }
}
