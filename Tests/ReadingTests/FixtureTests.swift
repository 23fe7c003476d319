import Document
import Glibc
import Testing

@testable import Reading

/// Folders under `Tests/Fixtures/Reading`: an `input.*`, and in `expected.jsonl` what reading it gives, hashes left out.
///
/// With `COPYDESK_UPDATE=1` in the environment the expectations are written anew, to be looked at in the diff.
struct FixtureTests {
  @Test(arguments: Fixture.all)
  func `what is read is what the fixture expects`(_ fixture: Fixture) throws {
    let lines = fixture.read()
    if getenv("COPYDESK_UPDATE") != nil { fixture.update(lines) }
    #expect(lines == fixture.expected)
  }

  @Test func `there are fixtures`() {
    #expect(Fixture.all.count > 10)
  }
}

struct Fixture: CustomTestStringConvertible, Sendable {
  let name: String

  static let folder = Files.repository + "/Tests/Fixtures/Reading"
  static let all = Files.names(in: folder).map(Fixture.init)

  var testDescription: String { name }
  private var folder: String { "\(Self.folder)/\(name)" }
  var expected: String { String(decoding: Files.bytes(folder + "/expected.jsonl"), as: UTF8.self) }

  /// The articles and failures of the input, a line each.
  func read() -> String {
    let input = Files.names(in: folder).first { $0.hasPrefix("input.") } ?? "input.txt"
    var json = JSONWriter()
    Reader().read(Files.bytes("\(folder)/\(input)"), source: input) { result in
      switch result {
      case .success(var article):
        article.hash = ""
        article.write(to: &json)
      case .failure(let failure):
        let fields: Fields = [
          "source": .string(failure.source), "code": .string(failure.code),
          "message": .string(failure.message),
        ]
        json.value(fields)
      }
      json.endLine()
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  func update(_ lines: String) {
    guard let file = fopen(folder + "/expected.jsonl", "w") else { return }
    fputs(lines, file)
    fclose(file)
  }
}

/// Files of this repository, for tests.
enum Files {
  static let repository = String(#filePath.dropLast("/Tests/ReadingTests/FixtureTests.swift".count))

  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }
}
