import Document
import Glibc

/// One outcome in the cache, as it lies in a segment: a line of its own, and its line of findings.
///
/// The line is `CHECKSUM DIGEST CONTEXT ORDINAL POSTMARK E NOTE L`: the key; the postmark of the file that had the bytes, or
/// `-`; whether a plugin failed, `e`, the input is no article, `s`, or
/// neither, `-`; what findings do not say, as JSON or nothing; whether no more outcomes were read
/// from these bytes, `l` or `-`.
struct CacheRecord {
  /// What stands behind the checksum.
  let slip: ArraySlice<UInt8>
  let findings: ArraySlice<UInt8>
  /// What stands behind the key and the postmark.
  private let tail: ArraySlice<UInt8>

  /// The checksum's digits and the space behind them.
  static let checksumBytes = 17

  /// The checksum of a record.
  static func checksum(_ slip: ArraySlice<UInt8>, _ findings: ArraySlice<UInt8>) -> UInt64 {
    Checksum.chained(Checksum.of(slip), findings)
  }

  /// Reads a record; nil where it is not whole.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.last == UInt8(ascii: "\n"), let end = bytes.firstByte("\n"),
      end + 1 < bytes.endIndex
    else { return nil }
    self.init(bytes[..<end], bytes[(end + 1)..<(bytes.endIndex - 1)])
  }

  /// Reads a record of two lines, without their ends; nil where it is not whole.
  init?(_ line: ArraySlice<UInt8>, _ findings: ArraySlice<UInt8>) {
    let slip = line.dropFirst(Self.checksumBytes)
    guard let checksum = UInt64(hexadecimal: line.prefix(16)),
      checksum == Self.checksum(slip, findings),
      let tail = Self.tail(of: slip)
    else { return nil }
    self.slip = slip
    self.findings = findings
    self.tail = tail
  }

  private static func tail(of slip: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let ordinalEnd = slip.dropFirst(ordinalOffset).firstByte(" "),
      let postmarkEnd = slip[(ordinalEnd + 1)...].firstByte(" ")
    else { return nil }
    return slip[(postmarkEnd + 1)...]
  }

  /// The note of a slip; nil where that is none or notes a failure.
  static func note(of slip: ArraySlice<UInt8>) -> CacheNote? {
    guard let tail = tail(of: slip), tail.first == UInt8(ascii: "-") else { return nil }
    let words = tail.dropFirst(2).dropLast(2)
    return words.isEmpty ? CacheNote() : CacheNote(json: words)
  }

  /// A slip with another note.
  static func slip(_ slip: ArraySlice<UInt8>, with note: CacheNote) -> [UInt8] {
    guard let tail = tail(of: slip) else { return [] }
    var noted = Array(slip[..<tail.startIndex] + tail.prefix(2))
    note.write(to: &noted)
    return noted + tail.suffix(2)
  }

  /// The digest's digits and the space behind them, and the same of the context.
  private static let contextOffset = 65
  private static let ordinalOffset = 82

  var isLast: Bool { slip.last == UInt8(ascii: "l") }

  /// - Parameter key: as `CacheKey` writes it.
  func has(_ key: [UInt8]) -> Bool { slip.starts(with: key) }

  /// - Parameter place: its context, ordinal and postmark.
  func stands(at place: [UInt8]) -> Bool {
    slip.dropFirst(Self.contextOffset).starts(with: place)
  }

  /// The record anew, behind a space and without its end, for what was found by a key that has another postmark; else nothing.
  func renewal(_ key: CacheKey) -> [UInt8] {
    guard key.postmark != nil else { return [] }
    var slip = [UInt8(ascii: " ")]
    key.write(to: &slip)
    key.writePostmark(to: &slip)
    let isSame = self.slip.starts(with: slip.dropFirst())
    return isSame ? [] : slip + tail.dropLast()
  }

  /// Whether the line tells why there is no article, which is no fault of the input's.
  var isSkip: Bool { tail.first == UInt8(ascii: "s") }

  var hasErrors: Bool { tail.first == UInt8(ascii: "e") }

  var note: ArraySlice<UInt8> { tail.dropFirst(2).dropLast(2) }

  /// By what an index finds a record: the hash of its key, and that of its postmark, if it has one; nothing for what is no record.
  static func hashes(_ slip: ArraySlice<UInt8>) -> [UInt64] {
    let parts = slip.prefix(180).split(separator: UInt8(ascii: " "), maxSplits: 4)
    guard parts.count == 5, parts[0].count == 64,
      let prefix = UInt64(hexadecimal: parts[0].prefix(16)),
      let context = UInt64(hexadecimal: parts[1]),
      let ordinal = Int(String(decoding: parts[2], as: UTF8.self))
    else { return [] }
    let hash = CacheKey.hash(prefix, context, ordinal)
    guard parts[3].count == Postmark.digits else { return [hash] }
    return [hash, CacheKey.hash(Checksum.of(parts[3]), context, ordinal)]
  }
}

/// What findings do not say of an outcome and the run yet needs.
struct CacheNote {
  var aggregates = Fields()
  var logs = Fields()
  /// Whether the findings say warnings, which are to be told.
  var hasWarnings = false

  init() {}

  init(_ findings: Findings) {
    aggregates = findings.aggregates
    hasWarnings = !findings.warnings.isEmpty
    for plugin in findings.plugins where !plugin.log.isEmpty {
      logs.append(plugin.plugin, .list(plugin.log.map(Value.string)))
    }
  }

  /// Nothing where there is nothing to say.
  func write(to output: inout [UInt8]) {
    guard !aggregates.isEmpty || !logs.isEmpty || hasWarnings else { return }
    var json = JSONWriter()
    json.value(
      [
        "aggregates": .map(aggregates), "logs": .map(logs), "warnings": .bool(hasWarnings),
      ] as Fields)
    output += json.bytes
  }

  init?(json: ArraySlice<UInt8>) {
    guard let note = try? JSONParser.parse(json) else { return nil }
    aggregates = note["aggregates"]?.map ?? [:]
    logs = note["logs"]?.map ?? [:]
    hasWarnings = note["warnings"]?.bool ?? false
  }

  /// Gives plugins' findings what a line of findings leaves out.
  func complete(_ findings: inout Findings) {
    for index in findings.plugins.indices {
      let name = findings.plugins[index].plugin
      findings.plugins[index].aggregate = aggregates[name]
      findings.plugins[index].log = logs[name]?.list?.compactMap(\.string) ?? []
    }
  }
}

extension UInt64 {
  /// Reads hexadecimal digits of lower case.
  init?(hexadecimal digits: ArraySlice<UInt8>) {
    guard digits.count == 16 else { return nil }
    var number: UInt64 = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(digit - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt64(digit - 0x57)
      default: return nil
      }
    }
    self = number
  }

  /// Appends sixteen hexadecimal digits.
  func writeHexadecimal(to output: inout [UInt8]) {
    let digits: StaticString = "0123456789abcdef"
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      output.append(digits.utf8Start[Int(self >> shift & 15)])
    }
  }
}

extension ArraySlice<UInt8> {
  /// Where a byte comes first.
  func firstByte(_ byte: Unicode.Scalar) -> Int? {
    withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base, Int32(byte.value), buffer.count)
      else { return nil }
      return startIndex + (UnsafeRawPointer(found) - base)
    }
  }
}
