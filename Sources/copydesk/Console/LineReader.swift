import CEdit
import Glibc

/// Where the lines of a console come from: a terminal, with a history and completion, or whatever standard input is.
final class LineReader {
  /// Turns a line into those that it could become.
  typealias Completion = (String) -> [String]

  private let editor: OpaquePointer?
  private let history: [UInt8]?

  /// - Parameters:
  ///   - history: the file that keeps the lines; nil: none does.
  ///   - complete: what the tabulator key proposes.
  init(history: [UInt8]?, complete: @escaping Completion) {
    let isTerminal = isatty(0) == 1 && isatty(1) == 1
    self.history = isTerminal ? history : nil
    guard isTerminal else {
      editor = nil
      return
    }
    Self.complete = complete
    editor = copydesk_editor_open("copydesk") { line, count in
      LineReader.proposed(for: line, count)
    }
    if let editor, let history = self.history {
      Self.withName(history) { copydesk_editor_load(editor, $0) }
    }
  }

  deinit {
    if let editor { copydesk_editor_close(editor) }
  }

  var isTerminal: Bool { editor != nil }

  /// Whether the interrupt key was pressed since this was asked last, while no line was read from a terminal.
  static func wasInterrupted() -> Bool { copydesk_editor_interrupted() != 0 }

  enum Line {
    case text(String)
    /// The interrupt key: forget what was begun.
    case interrupted
    case end
  }

  /// The next line, without its end.
  func next(_ prompt: String) -> Line {
    guard let editor else { return plainLine() }
    var count: Int32 = 0
    guard let read = copydesk_editor_read(editor, prompt, &count) else {
      return count < 0 ? .interrupted : .end
    }
    return .text(Self.text(read, count))
  }

  /// A line without its end.
  private static func text(_ line: UnsafePointer<CChar>, _ count: Int32) -> String {
    let bytes = UnsafeRawBufferPointer(start: line, count: Int(count))
    return String(
      decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  /// Keeps a line that was given whole.
  func remember(_ text: String) {
    guard let editor else { return }
    copydesk_editor_remember(editor, text)
    if let history { Self.withName(history) { copydesk_editor_save(editor, $0) } }
  }

  private func plainLine() -> Line {
    var count: Int32 = 0
    guard let read = copydesk_plain_line(&count) else { return .end }
    return .text(Self.text(read, count))
  }

  private static func withName(_ name: [UInt8], _ body: (UnsafePointer<CChar>) -> Void) {
    (name + [0]).withUnsafeBytes { bytes in
      if let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress { body(start) }
    }
  }

  // MARK: Completion

  // The editor's callback carries nothing; there is one terminal, and one thread.
  nonisolated(unsafe) private static var complete: Completion = { _ in [] }

  /// What all proposals have in common, as C takes it and frees it; the proposals themselves, if nothing is gained by that.
  private static func proposed(
    for line: UnsafePointer<CChar>?, _ count: Int32
  ) -> UnsafeMutablePointer<CChar>? {
    guard let line else { return nil }
    let text = String(
      decoding: UnsafeRawBufferPointer(start: line, count: Int(count)), as: UTF8.self)
    let lines = complete(text)
    guard let first = lines.first else { return nil }
    let common = lines.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    guard common.utf8.count <= text.utf8.count else {
      return strdup(String(common.dropFirst(text.count)))
    }
    guard lines.count > 1 else { return nil }
    // A list, behind a line feed that tells it from an addition.
    let names = lines.map { $0.dropFirst(text.count - Self.nameLength(text)) }
    return strdup("\n" + names.joined(separator: "  ") + "\n")
  }

  private static func nameLength(_ text: String) -> Int {
    text.reversed().prefix { $0 == "_" || $0.isLetter || $0.isNumber }.count
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
