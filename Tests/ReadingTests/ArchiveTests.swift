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
    _ bytes: [UInt8], bans: ArchiveBans = [:], options: Reader.Options = Reader.Options()
  ) -> [String] {
    var outcomes: [String] = []
    Reader(options).read(BytesInMemory(bytes), source: "a", bans: bans) {
      outcomes.append(outcome($0))
    }
    return outcomes
  }

  private static func outcome(_ result: Result<Article, ReadFailure>) -> String {
    switch result {
    case .success(let article): article.source
    case .failure(let failure): "\(failure.source) \(failure.code)"
    }
  }

  /// The same of some parts of it, which one after another reads who keeps the archive from part to part, or does not.
  private static func outcomes(
    _ bytes: [UInt8], parts: [Range<Int>], isKept: Bool,
    options: Reader.Options = Reader.Options()
  ) -> [String] {
    func opened() -> SharedArchive {
      SharedArchive(BytesInMemory(bytes), named: "a", reader: Reader(options))
    }
    let kept = opened()
    return parts.flatMap { part in
      let archive = isKept ? kept : opened()
      var outcomes: [String] = []
      #expect(archive.reaches(part))
      archive.read(part) { outcomes.append(outcome($0)) }
      return outcomes
    }
  }

  private static func parts(_ count: Int, of size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  static let archives = Fixture.all.map(\.name).filter {
    Reader.isArchive(prefix: fixture($0).prefix(1024)) && $0 != "nothing"
  }

  /// An archive of one page, its body coded as its header says.
  private static func warc(_ header: String, _ body: [UInt8], _ fields: String = "") -> [UInt8] {
    let answer =
      Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(header)\r\n\r\n".utf8) + body
    let head =
      "WARC/1.0\r\nWARC-Type: response\r\n\(fields)Content-Length: \(answer.count)\r\n\r\n"
    return Array(head.utf8) + answer + Array("\r\n\r\n".utf8)
  }

  private static let page = Array(
    ("<html><title>Ferry lands</title><p>"
      + (0..<400).map { "The ferry number \($0) landed at noon. " }.joined() + "</p></html>").utf8)

  @Test func `a damaged or endless body is a failure, and one that is cut short says so`() {
    let gzip = LargeArchive.gzip(Self.page)
    var damaged = gzip
    damaged[gzip.count / 2] ^= 0xFF
    func read(_ bytes: [UInt8], _ options: Reader.Options = Reader.Options()) -> [String] {
      var told: [String] = []
      Reader(options).read(BytesInMemory(bytes), source: "a") { result in
        switch result {
        case .success(let article): told += ["article"] + article.warnings.map(\.code)
        case .failure(let failure): told.append(failure.code)
        }
      }
      return told
    }
    let coded = "Content-Encoding: gzip"
    #expect(read(Self.warc(coded, gzip)) == ["article"])
    #expect(read(Self.warc(coded, Self.page)) == ["article"])
    #expect(
      read(Self.warc("Content-Encoding: gzip, gzip", LargeArchive.gzip(gzip))) == ["article"])
    #expect(read(Self.warc(coded, damaged)) == ["gzip"])
    #expect(read(Self.warc(coded, gzip.dropLast(40))) == ["article", "cut"])
    #expect(read(Self.warc("Content-Encoding: br", [0xFF, 0xFF, 0xFF, 0xFF])) == ["br"])
    #expect(read(Self.warc("Content-Encoding: br", Self.page)) == ["article"])
    let chunk = Array("4000\r\n".utf8) + Self.page
    #expect(read(Self.warc("Transfer-Encoding: chunked", chunk)) == ["article", "cut"])
    #expect(read(Self.warc("", Self.page, "WARC-Truncated: length\r\n")) == ["article", "cut"])
    let small = Reader.Options(maximumBytes: 4096)
    #expect(read(Self.warc(coded, gzip), small) == ["too-large"])
  }

  @Test(arguments: archives)
  func `every record is in one part, wherever an archive is cut, whoever reads it`(_ name: String) {
    let bytes = Self.fixture(name)
    let whole = Self.outcomes(bytes)
    // What is damaged is met by who reads the record before it.
    let isDamaged = name.contains("damaged") || name.contains("bad")
    for size in stride(from: 1, through: bytes.count, by: max(97, bytes.count / 5)) {
      let parts = Self.parts(bytes.count, of: size)
      let kept = Self.outcomes(bytes, parts: parts, isKept: true)
      #expect(Self.outcomes(bytes, parts: parts, isKept: false) == kept)
      if isDamaged {
        #expect(kept.filter { !$0.contains(" ") } == whole.filter { !$0.contains(" ") })
      } else {
        #expect(kept == whole)
      }
    }
  }

  @Test(arguments: [
    "a.jsonl.gz", "a.csv.gz", "a.json.gz", "a.tar", "a.tar.gz", "a.mbox", "a.mbox.gz", "a.zip",
  ])
  func `a large archive is shared out, and little of it in memory at a time`(_ name: String) {
    let bytes = LargeArchive.bytes(named: name)
    let whole = Self.outcomes(bytes)
    #expect(whole.count == LargeArchive.count)
    #expect(whole.allSatisfy { !$0.contains(" ") })
    let parts = Self.parts(bytes.count, of: bytes.count / 5 + 1)
    let shares = parts.map { Self.outcomes(bytes, parts: [$0], isKept: false) }
    #expect(shares.flatMap(\.self) == whole)
    // Packed bytes give their records block by block, so that small parts are uneven.
    #expect(shares.allSatisfy { $0.count < whole.count / 2 })
    // Another reader takes every second part.
    let odd = parts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    #expect(Self.outcomes(bytes, parts: odd, isKept: true) == shares[1] + shares[3])
  }

  @Test func `an archive whose parts have been passed over does not reach them`() {
    let bytes = Self.fixture("tar-gz")
    let archive = SharedArchive(BytesInMemory(bytes), named: "a", reader: Reader())
    archive.read(0..<100) { _ in }
    #expect(archive.reaches(100..<200))
    #expect(!archive.reaches(50..<100))
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

  @Test func `a large list inside an object is shared out, where it has to be cut`() {
    let options = Reader.Options(maximumBytes: 100_000)
    let bytes = LargeArchive.bytes(named: "a.object.gz")
    let list = LargeArchive.bytes(named: "a.json.gz")
    let whole = Self.outcomes(bytes, options: options)
    #expect([Self.outcomes(list), Self.outcomes(bytes)].allSatisfy { $0 == whole })
    let parts = Self.parts(bytes.count, of: bytes.count / 5 + 1)
    let shares = parts.map { Self.outcomes(bytes, parts: [$0], isKept: false, options: options) }
    #expect(shares.flatMap(\.self) == whole)
    #expect(shares.allSatisfy { $0.count < whole.count / 2 })
    for (bytes, options) in [(bytes, options), (list, Reader.Options())] {
      let without = Self.outcomes(bytes, bans: [1: ("crash", "crashed")], options: options)
      #expect(without[1] == "a:2 crash")
      #expect(without.enumerated().filter { $0.element != whole[$0.offset] }.map(\.offset) == [1])
    }
  }

  @Test(arguments: ["a.object.gz", "a.object-tar", "a.object-tar.gz", "a.object-zip"])
  func `of a list inside an object little more than the limit is in memory`(_ name: String) {
    let source = Counted(LargeArchive.bytes(named: name))
    let limit = 20_000
    var read: [Int] = []
    Reader(.init(maximumBytes: limit)).read(source, source: "a") {
      if case .success = $0 { read.append(source.farthest) }
    }
    #expect(read.count == LargeArchive.count)
    // Some bytes of the stream, and packed ones before they are unpacked, are looked at beyond what has been read.
    if !name.hasSuffix("gz") { #expect(read[0] < 200_000 && source.count > 400_000) }
    #expect(source.largestRead <= 512 << 10)
  }

  @Test func `a list inside an object that is cut short fails at its end`() {
    let options = Reader.Options(maximumBytes: 20_000)
    let bytes = LargeArchive.bytes(named: "a.object.gz")
    let outcomes = Self.outcomes(Array(bytes.dropLast(bytes.count / 2)), options: options)
    #expect(outcomes.count > 100)
    #expect(outcomes.last == "a gzip" && outcomes.dropLast().allSatisfy { !$0.contains(" ") })
  }

  /// A file that knows how it was read.
  private final class Counted: ByteSource {
    let bytes: [UInt8]
    var largestRead = 0
    /// Where the last byte lies that was read on the way, what stands at the end apart.
    var farthest = 0
    init(_ bytes: [UInt8]) { self.bytes = bytes }
    var count: Int { bytes.count }
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
      largestRead = max(largestRead, buffer.count)
      let count = BytesInMemory(bytes).read(into: buffer, at: offset)
      if offset <= farthest { farthest = max(farthest, offset + count) }
      return count
    }
  }

  @Test func `an archive is read bit by bit`() {
    let copies = 1200
    let source = Counted((0..<copies).flatMap { _ in Self.fixture("warc-gz") })
    var articles = 0
    Reader().read(source, source: "a") { if case .success = $0 { articles += 1 } }
    #expect(articles == copies * 4)
    #expect(source.count > 3 * source.largestRead)
  }

  /// Every archive of the fixtures, with some bytes changed, some left out, or its end missing.
  // Test vectors of RFC 1321, FIPS 180-4; `sha-256` as some write it.
  @Test(arguments: [
    ("md5:900150983cd24fb0d6963f7d28e17f72", true), ("md5:900150983cd24fb0d6963f7d28e17f73", false),
    ("md5:SAAVBGB42JH3BVUWH56SRYL7OI", true), ("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", true),
    ("sha-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", true),
    (
      "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f", true
    ),
    ("sha512:00", true), ("blake3:00", true),
  ])
  func `digests are checked by the algorithm that they name`(_ digest: String, _ fits: Bool) {
    #expect(Digest(digest)?.fits(Array("abc".utf8)[...]) == fits)
  }

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
      guard round % 25 == 0, Reader.isArchive(prefix: bytes.prefix(1024)) else { continue }
      let parts = Self.parts(bytes.count, of: bytes.count / 3 + 1)
      let kept = Self.outcomes(bytes, parts: parts, isKept: true)
      #expect(Self.outcomes(bytes, parts: parts, isKept: false) == kept, "round \(round)")
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
