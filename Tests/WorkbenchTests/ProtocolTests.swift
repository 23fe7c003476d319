import Document
import Reading
import Testing

@testable import Workbench

/// What supervisor and worker say to each other survives the way.
@Suite struct ProtocolTests {
  private func returned(_ command: Command) throws -> Command {
    var json = JSONWriter()
    command.write(to: &json)
    return try Command(line: json.bytes.dropLast())
  }

  @Test func `a configuration comes back as it was sent`() throws {
    var configuration = WorkerConfiguration()
    configuration.plugins = PluginChoice(
      selection: "a and not b",
      catalogue: [CataloguedPlugin(name: "a", path: Path([0x61, 0xFF, 0x2F]))])
    configuration.options = ["a": ["x": [1, "two", 2.5]]]
    configuration.limits = RunLimits(seconds: 0.25, memory: 1 << 20, inputBytes: 77)
    configuration.map = ["title": ["Kopf", "b"]]
    configuration.encoding = "latin1"
    configuration.layers = [.quotes, .sentences]
    configuration.wishes = [.article, .findings]
    configuration.isFresh = true
    configuration.roots = [Path("news"), Path([0xFF])]
    guard case .configure(let back) = try returned(.configure(configuration)) else {
      Issue.record("another message")
      return
    }
    #expect(back.plugins.selection == "a and not b")
    #expect(back.plugins.catalogue == configuration.plugins.catalogue)
    #expect(back.options == configuration.options)
    #expect(back.limits == configuration.limits)
    #expect(back.encoding == "latin1")
    #expect(back.layers == configuration.layers)
    #expect(back.wishes == configuration.wishes)
    #expect(back.isFresh)
    #expect(back.roots == configuration.roots)
  }

  @Test(arguments: [
    OutcomeHeader(index: 0, kind: .findings, payloads: 1),
    OutcomeHeader(index: 123_456, kind: .findings, payloads: 3),
    OutcomeHeader(index: 7, kind: .findings, payloads: 1, logs: ["a": ["said"]]),
    OutcomeHeader(index: 7, kind: .skipped, payloads: 2, source: "a.txt"),
  ])
  func `the header of an outcome comes back, told from its bytes or from their values`(
    header: OutcomeHeader
  ) throws {
    var json = JSONWriter()
    Reply.outcome(header).write(to: &json)
    guard case .outcome(let back) = try Reply(line: json.bytes.dropLast()) else {
      Issue.record("another message")
      return
    }
    #expect(back.index == header.index)
    #expect(back.kind == header.kind)
    #expect(back.payloads == header.payloads)
    #expect(back.source == header.source)
    #expect(back.logs == header.logs)
  }

  private static let rows = Stretch(
    .table(
      TableLayout(
        dialect: TableDialect(
          delimiter: 9, lineEnd: 13, skipsSpaces: true, hasBackslashes: true),
        columns: ["a", "ä"])), firstLine: 7, isConfined: true)

  @Test func `a job comes back with all kinds of items`() throws {
    let failure = ReadFailure(source: "x", code: "link", message: "a link", remedy: "name it")
    let job = Job(
      piece: 4,
      items: [
        .file(InputFile(origin: .path(Path([0xFF, 0x0A])), bytes: 3, isLink: true)),
        .records(
          InputFile(origin: .standardInput, bytes: 90), 10..<70, Stretch(.lines, firstLine: 3)),
        .records(InputFile(origin: .standardInput, bytes: 90), 70..<80, Self.rows),
        .verdict(Verdict(failure: failure, isSkip: true)),
      ], first: 1, end: 5,
      bans: [Ban(item: 0, outcome: 2, plugin: nil, kind: .timeout, message: "late")])
    guard case .job(let back) = try returned(.job(job)) else {
      Issue.record("another message")
      return
    }
    #expect(back.piece == 4)
    #expect(back.first == 1)
    #expect(back.end == 5)
    #expect(back.bans == job.bans)
    guard case .file(let file) = back.items[0],
      case .records(let lines, let range, let stretch) = back.items[1],
      case .records(_, _, let rows) = back.items[2],
      case .verdict(let verdict) = back.items[3]
    else {
      Issue.record("other items")
      return
    }
    #expect(file.origin == .path(Path([0xFF, 0x0A])))
    #expect(file.isLink)
    #expect(lines.origin == .standardInput)
    #expect(range == 10..<70)
    #expect(stretch == Stretch(.lines, firstLine: 3))
    #expect(rows == Self.rows)
    #expect(verdict.failure == failure)
    #expect(verdict.isSkip)
  }

  @Test(arguments: [
    "", "rubbish", "{}", "[1]", #"{"unknown":1}"#, #"{"job":{}}"#,
    #"{"configure":{"protocol":99}}"#,
    #"{"configure":{"protocol":1,"plugins":{"selection":"","catalogue":[]},"limits":"#
      + #"{"seconds":5,"memory":50000,"input_bytes":1000000},"wishes":["findings"]}}"#,
  ])
  func `what is no message is refused`(line: String) {
    #expect(throws: ProtocolFault.self) { try Command(line: Array(line.utf8)[...]) }
  }

  @Test func `lines come out whole, however they arrive`() throws {
    let ends = try Descriptor.pipe()
    var buffer = LineBuffer()
    try ends.input.write("one\ntw".utf8)
    let count = buffer.fill(from: ends.output.number)
    #expect(count == 6)
    let (first, second) = (buffer.nextLine(), buffer.nextLine())
    #expect(first.map(Array.init) == Array("one".utf8))
    #expect(second == nil)
    try ends.input.write("o\n\nthree\n".utf8)
    _ = buffer.fill(from: ends.output.number, upTo: 3)
    #expect(buffer.nextLines(3) == nil)
    _ = buffer.fill(from: ends.output.number)
    #expect(
      buffer.nextLines(3)?.map { String(decoding: $0, as: UTF8.self) } == ["two", "", "three"])
    #expect(buffer.count == 0)
  }

  @Test func `a worker's notes of what it does are read whole`() throws {
    let (page, descriptor) = try ActivityPage.create()
    let other = try ActivityPage(mapping: descriptor.number)
    for activity in [
      ActivityPage.Activity.idle, .reading(item: 3, outcome: 9), .plugin(2, item: 1, outcome: 5),
    ] {
      other.enter(activity)
      #expect(page.current?.activity == activity)
    }
  }
}

@Suite struct NameTests {
  @Test(arguments: [
    ("a/b.txt", "b.txt", "a", "b", "txt"), ("b", "b", ".", "b", ""), ("/", "", "/", "", ""),
    ("a/b/", "b", "a", "b", ""), (".hidden", ".hidden", ".", ".hidden", ""),
    ("/x.TAR.GZ", "x.TAR.GZ", "/", "x.TAR", "gz"),
  ])
  func `a path has a last name, a folder, a stem and an extension`(
    path: String, last: String, folder: String, stem: String, ending: String
  ) {
    let path = Path(path)
    #expect(Array(path.lastName) == Array(last.utf8))
    #expect(path.folder == Path(folder))
    #expect(Array(path.stem) == Array(stem.utf8))
    #expect(path.fileExtension == Array(ending.utf8))
  }

  @Test func `bytes that are no UTF-8 are shown as what they are`() {
    #expect(Path([0x61, 0xFF, 0xC3, 0xA9, 0xC3]).shown == "a\\xffé\\xc3")
  }

  @Test(arguments: [
    ("64", 64), ("64 MB", 64 << 20), ("1k", 1024), ("2GiB", 2 << 30), ("", nil), ("MB", nil),
    ("1.5MB", nil), ("99999999999G", nil), ("3 parsecs", nil),
  ])
  func `sizes are read with their units`(text: String, bytes: Int64?) {
    #expect(ByteSize.bytes(text) == bytes)
  }
}
