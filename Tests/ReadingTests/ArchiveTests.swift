import Document
import Testing

@testable import Reading

/// Archives beyond what single fixtures show: cut, damaged, too large, read bit by bit.
@Suite(.timeLimit(.minutes(5)))
struct ArchiveTests {
  private static func fixture(_ name: String) -> [UInt8] {
    let folder = "\(Fixture.folder)/\(name)"
    return Files.bytes(
      "\(folder)/\(Files.names(in: folder).first { $0.hasPrefix("input.") } ?? "")")
  }

  /// The source of each outcome, and its code where it is a failure.
  private static func outcomes(
    _ bytes: [UInt8], part: Range<Int>? = nil, bans: ArchiveBans = [:],
    options: Reader.Options = Reader.Options()
  ) -> [String] {
    var outcomes: [String] = []
    Reader(options).read(BytesInMemory(bytes), source: "a", part: part, bans: bans) { result in
      switch result {
      case .success(let article): outcomes.append(article.source)
      case .failure(let failure): outcomes.append("\(failure.source) \(failure.code)")
      }
    }
    return outcomes
  }

  @Test(arguments: ["warc-gz", "warc-zst", "warc-zst-with-dictionary", "warc-with-damaged-members"])
  func `every record is in one part, wherever an archive is cut`(_ name: String) {
    let bytes = Self.fixture(name)
    let whole = Self.outcomes(bytes)
    #expect(whole.count > 1)
    for size in stride(from: 1, through: bytes.count, by: 97) {
      let parts = stride(from: 0, to: bytes.count, by: size).flatMap { start in
        Self.outcomes(bytes, part: start..<min(start + size, bytes.count))
      }
      #expect(parts.filter { !$0.contains(" ") } == whole.filter { !$0.contains(" ") })
    }
  }

  @Test func `records packed together are all in the first part`() {
    let bytes = Self.fixture("warc-packed-as-a-whole")
    #expect(Self.outcomes(bytes, part: 0..<100) == Self.outcomes(bytes))
    #expect(Self.outcomes(bytes, part: 100..<bytes.count) == [])
    #expect(!Reader.isRecordByRecord(prefix: Self.fixture("tar-gz")))
    #expect(Reader.isRecordByRecord(prefix: Self.fixture("warc-zst")))
  }

  @Test(arguments: ["warc-gz", "tar-gz", "zip", "mailbox", "json-lines-packed"])
  func `a part whose reading must not be tried is left out, the others are read`(_ name: String) {
    let bytes = Self.fixture(name)
    let whole = Self.outcomes(bytes)
    let without = Self.outcomes(bytes, bans: [1: ("crash", "crashed")])
    #expect(without.count == whole.count)
    #expect(without[0] == whole[0])
    #expect(without[1] == whole[1].prefix { $0 != " " } + " crash")
    #expect(without.dropFirst(2) == whole.dropFirst(2))
  }

  @Test(arguments: ["tar", "zip"])
  func `an archive that holds nothing has an outcome`(_ kind: String) {
    let bytes =
      kind == "zip"
      ? Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)
      : Array(Self.fixture("tar-cut-short").prefix(512)) + [UInt8](repeating: 0, count: 2048)
    #expect(Self.outcomes(bytes).count == 1)
  }

  @Test func `members that the directory puts behind the end fail, each for itself`() {
    var bytes = Self.fixture("zip")
    let before = Self.outcomes(bytes)
    for at in 0..<bytes.count - 46 where Array(bytes[at..<at + 4]) == Array("PK\u{1}\u{2}".utf8) {
      bytes.replaceSubrange(at + 42..<at + 46, with: [0xFE, 0xFF, 0xFF, 0x7F])
    }
    let after = Self.outcomes(bytes)
    #expect(!before.isEmpty && after.count == before.count)
    #expect(after.allSatisfy { $0.hasSuffix(" zip") })
  }

  @Test func `a member above the limit fails alone`() {
    let bytes = Self.fixture("tar-gz")
    let outcomes = Self.outcomes(bytes, options: Reader.Options(maximumBytes: 100))
    #expect(outcomes.first == "a!/pages/ferry.html too-large")
    #expect(outcomes.contains("a!/../outside.txt"))
    #expect(outcomes.contains("a!/feed.jsonl:1"))
  }

  @Test func `an archive is read bit by bit`() {
    final class Counted: ByteSource {
      let bytes: [UInt8]
      var largestRead = 0
      init(_ bytes: [UInt8]) { self.bytes = bytes }
      var count: Int { bytes.count }
      func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
        largestRead = max(largestRead, buffer.count)
        return BytesInMemory(bytes).read(into: buffer, at: offset)
      }
    }
    let copies = 1200
    let source = Counted((0..<copies).flatMap { _ in Self.fixture("warc-gz") })
    var articles = 0
    Reader().read(source, source: "a") { if case .success = $0 { articles += 1 } }
    #expect(articles == copies * 4)
    #expect(source.count > 3 * source.largestRead)
  }

  /// Every archive of the fixtures, with some bytes changed, some left out, or its end missing.
  @Test func `damaged archives are read or refused`() {
    var random = SplitMix(state: 11)
    let archives = Fixture.all.map { Self.fixture($0.name) }.filter {
      Reader.isArchive(prefix: $0.prefix(1024)) || $0.starts(with: "Return-Path".utf8)
    }
    #expect(archives.count > 15)
    for round in 0..<1500 {
      var bytes = archives[round % archives.count]
      for _ in 0..<Int(random.next() % 4) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      switch random.next() % 4 {
      case 0: bytes.removeLast(Int(random.next() % UInt64(bytes.count)))
      case 1: bytes.removeSubrange(0..<Int(random.next() % UInt64(bytes.count)) / 2)
      default: break
      }
      Reader().read(bytes, source: "a") { result in
        guard case .success(let article) = result else { return }
        if String(validating: article.text.utf8, as: UTF8.self) == nil {
          Issue.record("round \(round)")
        }
      }
    }
  }
}

struct MailTests {
  @Test(arguments: [
    ("plain", "plain"), ("=?utf-8?Q?caf=C3=A9?=", "café"), ("=?UTF-8?B?Y2Fmw6k=?=", "café"),
    ("=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"), ("=?utf-8?Q?a?= b", "a b"),
    ("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=", "café"),
    ("=?iso-8859-1?q?caf=E9_au?= lait", "café au lait"),
    ("=?utf-8*fr?Q?caf=C3=A9?=", "café"), ("=?utf-8?X?x?= y", "=?utf-8?X?x?= y"),
    ("a =? b", "a =? b"),
  ])
  func `encoded words are read`(_ words: String, _ expected: String) {
    #expect(EncodedWords.decode(words) == expected)
  }

  @Test(arguments: [
    ("Jane Roe <jane@x.example>", "Jane Roe", "jane@x.example"),
    ("\"Roe, Jane\" <jane@x.example>", "Roe, Jane", "jane@x.example"),
    ("jane@x.example (Jane Roe)", "Jane Roe", "jane@x.example"),
    ("<jane@x.example>", nil, "jane@x.example"), ("jane@x.example", nil, "jane@x.example"),
  ])
  func `senders have a name and an address`(_ text: String, _ name: String?, _ address: String) {
    #expect(MailAddress(text).name == name)
    #expect(MailAddress(text).address == address)
  }

  @Test(arguments: [
    ("a =\r\nb", "a b"), ("a=20=\nb", "a b"), ("100=% =3D", "100=% ="), ("a= \t\nb", "ab"),
    ("a=", "a="),
  ])
  func `quoted-printable is undone`(_ text: String, _ expected: String) {
    #expect(
      String(decoding: QuotedPrintable.decode(Array(text.utf8)[...]), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("From: a\nTo: b\n\nHello.", false), ("From: a\nDate: b\nMessage-ID: <c>\n\nHello.", true),
    ("Note: this is a story\n\nFrom here on.", false), ("Subject: x\nFrom: a\n\nHello.", false),
  ])
  func `a message is told from a story`(_ text: String, _ isMail: Bool) {
    #expect(MailHeader.isLikely(Array(text.utf8)[...], name: "a.txt") == isMail)
  }
}
