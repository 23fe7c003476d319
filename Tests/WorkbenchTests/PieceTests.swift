import Document
import Glibc
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
    let pieces = pieces(PieceCutter.Sizes(lineBytes: pieceBytes))
    #expect(pieces.count > 1)
    let bytes = Array(text.utf8)
    var end = 0
    for piece in pieces {
      guard case .lines(_, let range, let firstLine)? = piece.items.first else {
        Issue.record("a piece of no lines")
        continue
      }
      #expect(range.lowerBound == end)
      #expect(end == 0 || bytes[end - 1] == UInt8(ascii: "\n"))
      #expect(firstLine == 1 + bytes[..<end].count { $0 == UInt8(ascii: "\n") })
      end = range.upperBound
    }
    #expect(end == bytes.count)
  }

  @Test func `a large file of another kind is a piece of its own`() throws {
    try write("a.txt", "Rain.")
    try write("b.txt", String(repeating: "Rain fell. ", count: 100))
    try write("c.txt", "Snow.")
    let pieces = pieces(PieceCutter.Sizes(lineBytes: 500))
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
}
