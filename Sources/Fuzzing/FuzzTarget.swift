import Annotating
import Document
import Lua
import Scripting

@testable import Reading
@testable import Workbench

/// A parser that is fed what nobody meant.
enum FuzzTarget: String, CaseIterable {
  /// Formats, each by the name of a file.
  case text, markdown, page, xml, json, lines, table, gzip, warc, mail, zip, tar, sqlite
  /// Whatever the content says.
  case any
  /// The layers of a plain text.
  case layers
  /// A table, lines or a list cut into stretches, which must hold the records of the whole.
  case stretches
  /// An archive that several read, each a part.
  case parts
  case frontmatter, toml, selection, glob
  /// Lua's patterns: a subject and, behind the first line, a pattern.
  case pattern
  /// A plugin: loaded, checked and set up.
  case plugin
  /// Lua: read into a tree, as Lua itself judges it, and looked into.
  case lua

  func take(_ bytes: [UInt8]) {
    switch self {
    case .text: read(bytes, "a.txt")
    case .markdown: read(bytes, "a.md")
    case .page: read(bytes, "a.html")
    case .xml: read(bytes, "a.xml")
    case .json: read(bytes, "a.json")
    case .lines: read(bytes, "a.jsonl")
    case .table: read(bytes, "a.csv")
    case .gzip: read(bytes, "a.gz")
    case .warc: read(bytes, "a.warc")
    case .mail: read(bytes, "a.eml")
    case .zip: read(bytes, "a.zip")
    case .tar: read(bytes, "a.tar")
    // Without its first words none is looked into.
    case .sqlite: read(Array("SQLite format 3\0".utf8) + bytes.dropFirst(16), "a.db")
    case .any: read(bytes, "a")
    case .layers: read(bytes, "a.txt", layers: true)
    case .stretches: Stretches.check(bytes)
    case .parts: Parts.check(bytes)
    case .frontmatter: read(Array("---\n".utf8) + bytes, "a.md")
    case .toml: _ = try? TOML(bytes)
    case .selection: _ = try? Selection(String(decoding: bytes, as: UTF8.self))
    case .glob: match(bytes)
    case .pattern: Self.patterns.take(bytes)
    case .plugin: load(bytes)
    case .lua: LuaSources.check(bytes)
    }
  }

  nonisolated(unsafe) private static let patterns = Patterns()
  private static let annotator = Annotator()

  private func read(_ bytes: [UInt8], _ name: String, layers: Bool = false) {
    var outcomes = 0
    Reader(.init(maximumBytes: 4 << 20)).read(bytes, source: name) { result in
      outcomes += 1
      guard case .success(var article) = result else { return }
      if layers { Self.annotator.annotate(&article, with: Set(LayerKind.allCases)) }
      Properties.check(article)
    }
    precondition(outcomes > 0, "no outcome")
  }

  /// The first line is a pattern, the others are names.
  private func match(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let glob = Glob(Array(lines[0])) else { return }
    for name in lines.dropFirst() { _ = glob.match(name, in: glob.start, isFolder: false) }
  }

  private func load(_ bytes: [UInt8]) {
    let package = PluginPackage(path: "a.lua", main: bytes, isFolder: false) { _ in [] }
    _ = PluginHost.check([package], limits: Limits(seconds: 0.2, memory: 8 << 20))
  }
}

/// Lua's own functions of patterns, called with whatever comes.
final class Patterns {
  private let interpreter = Interpreter(limits: .init(seconds: 0.2, memory: 16 << 20))
  private let script: Reference?

  init() {
    let source = """
      local subject, pattern = ...
      string.find(subject, pattern)
      string.gsub(subject, pattern, "%0")
      for _ in string.gmatch(subject, pattern) do end
      """
    script = try? interpreter.load(Array(source.utf8), name: "patterns.lua")
  }

  func take(_ bytes: [UInt8]) {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    guard let script else { return }
    try? interpreter.call(script) {
      $0.push(bytes[..<end])
      $0.push(bytes[min(end + 1, bytes.count)...])
    }
  }
}
