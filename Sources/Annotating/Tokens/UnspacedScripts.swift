import CUnicode
import Document

extension Tokenizer {
  /// Scans a run of a script that puts no spaces between words, and cuts it by ICU's dictionaries.
  ///
  /// UAX #29 leaves such scripts to dictionaries; without one, as on failure, the run is one token.
  mutating func scanUnspaced() {
    let start = offset
    let end = endOfRun(from: start)
    let run = Bytes(rebasing: bytes[start..<end])
    let ends = [UInt32](unsafeUninitializedCapacity: run.count) { buffer, count in
      count = copydesk_word_ends(run.baseAddress, run.count, buffer.baseAddress, run.count)
    }
    for wordEnd in ends.map({ start + Int($0) }) where wordEnd > offset && wordEnd < end {
      guard bytes[wordEnd] & 0xC0 != 0x80 else { continue }
      emit(.word, to: wordEnd)
    }
    emit(.word, to: end)
  }

  /// The end of the run of one such script's characters and their marks; long ones are cut, so that what ICU holds of
  /// them at a time is bounded.
  private func endOfRun(from start: Int) -> Int {
    var end = start
    while end < bytes.count, end - start < 30_000, bytes[end] >= 0x80 {
      let scalar = bytes.scalar(at: end)
      switch scalar.characterClass {
      case .ideograph, .katakana, .complex, .extend, .joiner: end += scalar.length
      default: return end
      }
    }
    return endOfExtenders(from: end)
  }

  /// Adds numerals such as `½` and `Ⅳ`.
  mutating func scanNumerals(_ length: Int) {
    var end = endOfExtenders(from: offset + length)
    while end < bytes.count, bytes[end] >= 0x80 {
      let scalar = bytes.scalar(at: end)
      guard scalar.characterClass == .numeral else { break }
      end = endOfExtenders(from: end + scalar.length)
    }
    emit(.number, to: end)
  }
}
