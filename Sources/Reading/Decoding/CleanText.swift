import CUnicode
import Document

/// Text as the document model wants it: valid UTF-8, line ends `\n`, no control characters, normalisation form C.
struct CleanText {
  var utf8: [UInt8]
  var warnings: [Warning]

  init(_ decoded: UnsafeBufferPointer<UInt8>, isVerbatim: Bool) {
    var cleaner = TextCleaner(isVerbatim: isVerbatim)
    utf8 = cleaner.clean(decoded)
    warnings = cleaner.warnings
    if cleaner.mayNeedNormalization { utf8.normalize() }
  }
}

extension CleanText {
  /// The text of a string, as records give them.
  static func string(_ string: String, warnings: inout [Warning]) -> String {
    var string = string
    let clean = string.withUTF8 { CleanText($0, isVerbatim: true) }
    for warning in clean.warnings where !warnings.contains(warning) { warnings.append(warning) }
    return String(decoding: clean.utf8, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Brings valid UTF-8 into normalisation form C.
  mutating func normalize() {
    breakLongMarkRuns()
    let normal = withUnsafeBufferPointer { source -> [UInt8]? in
      guard let base = source.baseAddress, !copydesk_is_nfc(base, source.count) else { return nil }
      return Self.converted(base, source.count)
    }
    if let normal { self = normal }
  }

  /// Puts a grapheme joiner into each run of more combining marks than any writing has: to order them takes time that grows with
  /// the square of their number. The joiner shows nothing and keeps the parts in form C.
  private mutating func breakLongMarkRuns() {
    guard count > Self.longestMarkRun else { return }
    var breaks: [Int] = []
    withUnsafeBufferPointer { bytes in
      var run = 0
      var index = bytes.endOfASCII(from: 0)
      while index < bytes.count {
        let step = UTF8Step(bytes, at: index)
        run = step.scalar.map(copydesk_is_mark) ?? false ? run + 1 : 0
        if run == Self.longestMarkRun {
          breaks.append(index)
          run = 0
        }
        let end = bytes.endOfASCII(from: index + step.length)
        if end > index + step.length { run = 0 }
        index = end
      }
    }
    guard !breaks.isEmpty else { return }
    insertJoiners(at: breaks)
  }

  private static let longestMarkRun = 256

  private mutating func insertJoiners(at offsets: [Int]) {
    var result: [UInt8] = []
    result.reserveCapacity(count + 2 * offsets.count)
    var start = 0
    for offset in offsets {
      result += self[start..<offset]
      result.append(scalar: 0x034F)
      start = offset
    }
    self = result + self[start...]
  }

  private static func converted(_ base: UnsafePointer<UInt8>, _ count: Int) -> [UInt8]? {
    var capacity = count + count / 8
    for _ in 0..<2 {
      var needed = 0
      let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, written in
        needed = copydesk_convert(COPYDESK_NFC, base, count, buffer.baseAddress, buffer.count)
        written = needed <= buffer.count ? needed : 0
      }
      if needed <= capacity { return result }
      guard needed != .max else { return nil }
      capacity = needed
    }
    return nil
  }
}
