import Document
import Glibc
import Reading
import Testing

@testable import Workbench

@Suite struct PieceCutterTests {
  private let folder: String

  init() {
    var template = Array("/tmp/copydesk-test-XXXXXX".utf8CString)
    folder = String(cString: mkdtemp(&template))
  }

  private func write(_ name: String, _ text: String) throws {
    let file = try Descriptor(opening: Path("\(folder)/\(name)"), O_WRONLY | O_CREAT | O_TRUNC)
    try file.write(text.utf8)
  }

  private func pieces(_ sizes: PieceCutter.Sizes) -> [Piece] {
    Array(IteratorSequence(PieceCutter(Corpus(inputs: [Path(folder)]), sizes: sizes)))
  }

  @Test func `small files go in batches, numbered in order`() throws {
    for number in 10..<40 { try write("\(number).txt", "Rain fell.") }
    let pieces = pieces(PieceCutter.Sizes(batchItems: 8))
    #expect(pieces.map(\.items.count) == [8, 8, 8, 6])
    #expect(pieces.map(\.number) == [0, 1, 2, 3])
    #expect(pieces.map(\.bytes) == [80, 80, 80, 60])
    let byBytes = self.pieces(PieceCutter.Sizes(batchBytes: 100))
    #expect(byBytes.map(\.items.count) == [10, 10, 10])
  }

  @Test(arguments: [64, 100, 1000, 5000])
  func `lines are cut whole, and every line is in one piece`(pieceBytes: Int) throws {
    let lines = (0..<500).map {
      #"{"id":"\#($0)","text":"\#(String(repeating: "x", count: $0 % 90))"}"#
    }
    let text = lines.joined(separator: "\n")
    try write("feed.jsonl", text)
    let pieces = pieces(PieceCutter.Sizes(recordBytes: pieceBytes))
    #expect(pieces.count > 1)
    let bytes = Array(text.utf8)
    var end = 0
    for piece in pieces {
      guard case .records(_, let range, let stretch)? = piece.items.first else {
        Issue.record("a piece of no lines")
        continue
      }
      #expect(range.lowerBound == end)
      #expect(end == 0 || bytes[end - 1] == UInt8(ascii: "\n"))
      #expect(stretch.firstLine == 1 + bytes[..<end].count { $0 == UInt8(ascii: "\n") })
      end = range.upperBound
    }
    #expect(end == bytes.count)
  }

  @Test(arguments: [64, 300, 5000])
  func `rows are cut whole, though fields hold line ends`(pieceBytes: Int) throws {
    let rows = (0..<200).map { "\($0),\"Rain \"\"fell\"\",\n\non day \($0)\"\r\n" }
    try write("news.csv", "id,text\n" + rows.joined())
    var ids: [String] = []
    for piece in pieces(PieceCutter.Sizes(recordBytes: pieceBytes)) {
      read(piece, of: "news.csv") { if case .success(let it) = $0 { ids.append(it.id) } }
    }
    #expect(ids == (0..<200).map(String.init))
  }

  @Test func `a quotation mark that never closes spoils its own row, wherever a table is cut`()
    throws
  {
    let row = String(repeating: "Rain fell. ", count: 30)
    let rows = (2..<30_000).map { $0 == 9_000 ? "\($0),\"\(row)" : "\($0),\(row)" }
    try write("news.csv", "id,text\n" + rows.joined(separator: "\n"))
    var outcomes: [String] = []
    let pieces = pieces(PieceCutter.Sizes())
    #expect(pieces.count > 10)
    for piece in pieces {
      read(piece, of: "news.csv") {
        switch $0 {
        case .success(let article): outcomes.append(article.id)
        case .failure(let failure): outcomes.append("\(failure.source) \(failure.code)")
        }
      }
    }
    #expect(outcomes.count == 29_998)
    #expect(outcomes[8_998] == "\(folder)/news.csv:9000 row")
    #expect(outcomes.count { $0.contains("row") } == 1)
  }

  /// Reads the records of a piece as a worker does.
  private func read(
    _ piece: Piece, of name: String, each: (Result<Article, ReadFailure>) -> Void
  ) {
    guard case .records(let file, let range, let stretch)? = piece.items.first,
      let bytes = try? file.open(spool: nil).read(range.count, at: range.lowerBound)
    else {
      Issue.record("a piece of no records")
      return
    }
    Reader().read(bytes, source: file.source, stretch: stretch, each: each)
  }

  @Test func `a line without end is a piece of its own`() throws {
    let lines = [#"{"text":"a"}"#, "\"" + String(repeating: "x", count: 5000), #"{"text":"b"}"#]
    try write("feed.jsonl", lines.joined(separator: "\n"))
    let ranges = pieces(PieceCutter.Sizes(recordBytes: 1000)).compactMap {
      if case .records(_, let range, let stretch)? = $0.items.first {
        return "\(stretch.firstLine) \(range.count)"
      }
      return nil
    }
    #expect(ranges == ["1 13", "2 5002", "3 12"])
  }

  @Test func `a large file of another kind is a piece of its own`() throws {
    try write("a.txt", "Rain.")
    try write("b.txt", String(repeating: "Rain fell. ", count: 100))
    try write("c.txt", "Snow.")
    let pieces = pieces(PieceCutter.Sizes(recordBytes: 500))
    #expect(pieces.map(\.items.count) == [1, 1, 1])
  }
}

@Suite struct PieceStateTests {
  private func state(items: Int) -> PieceState {
    PieceState(Piece(number: 3, items: [], bytes: 0))
  }

  @Test func `the first death tries the pair alone, the second bans it`() {
    var state = state(items: 5)
    state.receive()
    state.receive()
    _ = state.blame(.plugin(1, item: 2, outcome: 2), kind: .crash, message: "crashed")
    #expect(state.bans == [])
    #expect(state.segments.map(\.first) == [2, 3])
    #expect(state.segments.map(\.end) == [3, nil])
    _ = state.blame(.plugin(1, item: 2, outcome: 2), kind: .crash, message: "crashed")
    #expect(state.bans.map(\.plugin) == [1])
    #expect(state.bans.map(\.outcome) == [2])
    #expect(state.job?.first == 2)
    #expect(state.job?.end == 3)
  }

  @Test func `outcomes that were lost before the one to blame are fetched again`() {
    var state = state(items: 9)
    state.receive()
    _ = state.blame(.plugin(0, item: 4, outcome: 4), kind: .timeout, message: "late")
    #expect(state.segments.map(\.first) == [1, 4, 5])
    #expect(state.segments.map(\.end) == [4, 5, nil])
  }

  @Test func `deaths that blame nobody end in giving up`() {
    var state = state(items: 1)
    for _ in 1..<Pool.patience { _ = state.blame(.idle, kind: .crash, message: "") }
    let goesOn = state.blame(nil, kind: .crash, message: "")
    #expect(!goesOn)
  }

  @Test func `deaths on the way over what has arrived blame nobody`() {
    var state = state(items: 3)
    state.receive()
    state.receive()
    let answers = (1...Pool.patience).map { _ in
      state.blame(.reading(item: 1, outcome: 1), kind: .crash, message: "crashed")
    }
    #expect(state.bans == [])
    #expect(answers.firstIndex(of: false) == Pool.patience - 1)
  }
}
