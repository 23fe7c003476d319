import Glibc
import Testing

/// What authors get wrong, a folder each in `Tests/Fixtures/Mistakes`: the plugin, the command line, and what `run` or
/// `report` and then `check` say. Each is to be read aloud: does it say where, what, and what to do?
///
/// `UPDATE_GOLDEN=1 swift test --filter MistakeTests` writes what is said now.
@Suite struct MistakeTests {
  static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    + "/Tests/Fixtures/Mistakes"

  static let names: [String] = entries(of: folder).filter { !$0.contains(".") }

  private static let articles = [
    "story.txt": """
    Café owners protest

    The café on the harbour closed on Monday. “We were not asked,” said Ada Fenwick, its owner. Nobody knows when it will open again.

    """,
    "again.txt": "Port reopens\n\nThe port opened again on Friday.\n",
    "figures.txt": "Fees rise\n\nThe fees rise by 12 per cent.\n",
  ]

  @Test func `there are many`() {
    #expect(Self.names.count >= 100)
  }

  @Test(arguments: names)
  func `an author is told what is wrong`(name: String) throws {
    let folder = "\(Self.folder)/\(name)"
    let scratch = Scratch(Self.articles)
    Self.copy(folder, "", to: scratch)
    let line = try #require(scratch.read("command.txt")).split(separator: "\n")[0]
    let words = line.split(separator: " ").map(String.init)
    let plugins = words[(words.firstIndex(of: "-p") ?? 0) + 1].split(separator: ",").map(
      String.init)
    let ran = Program.run(
      [words[0], "-q", "--no-config", "-j", "1"] + words.dropFirst(), in: scratch)
    let checked = Program.run(["check", "--no-config"] + plugins, in: scratch)
    let told = """
      $ copydesk \(line)
      \(ran.errors)status \(ran.status)

      $ copydesk check \(plugins.joined(separator: " "))
      \(checked.errors)status \(checked.status)

      """
    if getenv("UPDATE_GOLDEN") != nil { Self.write(told, to: "\(folder)/expected.txt") }
    let expected = Scratch.bytes("\(folder)/expected.txt").map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(told == expected)
  }

  // MARK: Files

  private static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Copies what a folder holds, but for what is expected.
  private static func copy(_ folder: String, _ path: String, to scratch: Scratch) {
    for name in entries(of: folder + path) where name != "expected.txt" {
      if let bytes = Scratch.bytes("\(folder)\(path)/\(name)"), name.contains(".") {
        scratch.write(Array("\(path.dropFirst())\(path.isEmpty ? "" : "/")\(name)".utf8), bytes)
      } else {
        copy(folder, "\(path)/\(name)", to: scratch)
      }
    }
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }
}
