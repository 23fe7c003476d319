import Document
import Glibc

/// One outcome in the cache, as it lies in a segment: a line of its own, and its line of findings.
///
/// The line is `CHECKSUM DIGEST CONTEXT ORDINAL E NOTE L`: the key; whether a plugin failed, `e` or `-`; what findings do not
/// say, as JSON or nothing; whether no more outcomes were read from these bytes, `l` or `-`.
struct CacheRecord {
  /// What stands behind the checksum.
  var slip: ArraySlice<UInt8>
  var findings: ArraySlice<UInt8>

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
    slip = line.dropFirst(Self.checksumBytes)
    self.findings = findings
    guard let checksum = UInt64(hexadecimal: line.prefix(16)),
      checksum == Self.checksum(slip, findings)
    else { return nil }
  }

  var isLast: Bool { slip.last == UInt8(ascii: "l") }

  /// What stands behind the key: whether a plugin failed, and the note.
  private func tail(of key: [UInt8]) -> ArraySlice<UInt8> { slip.dropFirst(key.count) }

  /// - Parameter key: as `CacheKey` writes it.
  func has(_ key: [UInt8]) -> Bool { slip.starts(with: key) }

  func hasErrors(_ key: [UInt8]) -> Bool { tail(of: key).first == UInt8(ascii: "e") }

  func note(_ key: [UInt8]) -> ArraySlice<UInt8> { tail(of: key).dropFirst(2).dropLast(2) }

  /// The hash of the key.
  var keyHash: UInt64? { Self.keyHash(slip) }

  static func keyHash(_ slip: ArraySlice<UInt8>) -> UInt64? {
    let parts = slip.prefix(120).split(separator: UInt8(ascii: " "), maxSplits: 3)
    guard parts.count == 4, parts[0].count == 64,
      let prefix = UInt64(hexadecimal: parts[0].prefix(16)),
      let context = UInt64(hexadecimal: parts[1]),
      let ordinal = Int(String(decoding: parts[2], as: UTF8.self))
    else { return nil }
    return CacheKey.hash(prefix, context, ordinal)
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
