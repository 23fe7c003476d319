internal import Glibc

/// What measures of readability are made of, counted over a text, and the measures.
struct Readability {
  var words = 0
  var sentences = 0
  /// Letters and digits.
  var letters = 0
  var syllables = 0
  /// Of more than six letters.
  var longWords = 0
  /// Of three syllables or more.
  var complexWords = 0

  private var wordsBySentence: Double { Double(words) / Double(sentences) }
  private var syllablesByWord: Double { Double(syllables) / Double(words) }
  private var lettersByWord: Double { Double(letters) / Double(words) }

  /// Whether there is anything to measure.
  var isMeasurable: Bool { words > 0 && sentences > 0 }

  /// Flesch's reading ease (1948), with the weights that were found for a language; nil for others.
  ///
  /// German: Amstad (1978). French: Kandel and Moles (1958). Spanish: Fernández Huerta (1959). Italian: Franchina and
  /// Vacca (1986). Dutch: Douma (1960). Portuguese: Martins and others (1996).
  func flesch(_ language: String) -> Double? {
    let weights: (base: Double, sentence: Double, word: Double)? =
      switch language {
      case "en": (206.835, 1.015, 84.6)
      case "de": (180, 1, 58.5)
      case "fr": (207, 1.015, 73.6)
      case "es": (206.84, 1.02, 60)
      case "it": (217, 1.3, 60)
      case "nl": (206.835, 0.93, 77)
      case "pt": (248.835, 1.015, 84.6)
      default: nil
      }
    return weights.map { $0.base - $0.sentence * wordsBySentence - $0.word * syllablesByWord }
  }

  /// The years at school that a text asks for (Kincaid and others, 1975).
  var fleschKincaid: Double { 0.39 * wordsBySentence + 11.8 * syllablesByWord - 15.59 }

  /// Gunning's fog index (1952).
  var fog: Double { 0.4 * (wordsBySentence + 100 * Double(complexWords) / Double(words)) }

  /// McLaughlin's SMOG (1969).
  var smog: Double { 1.043 * (Double(complexWords) * 30 / Double(sentences)).squareRoot() + 3.1291 }

  /// The automated readability index (Senter and Smith, 1967).
  var automated: Double { 4.71 * lettersByWord + 0.5 * wordsBySentence - 21.43 }

  /// Coleman and Liau (1975).
  var colemanLiau: Double { 5.88 * lettersByWord - 29.6 / wordsBySentence - 15.8 }

  /// Björnsson's LIX (1968), for any language of Europe.
  var lix: Double { wordsBySentence + 100 * Double(longWords) / Double(words) }
}

/// Counts sentences of a text by what ends them, for texts that have no layer of sentences.
func sentenceCount(_ text: UnsafeBufferPointer<UInt8>) -> Int {
  var count = 0
  var hasWords = false
  var offset = 0
  while offset < text.count {
    let byte = text[offset]
    offset += 1
    let isEllipsis =
      byte == 0xE2 && offset + 1 < text.count && text[offset] == 0x80 && text[offset + 1] == 0xA6
    if isEllipsis { offset += 2 }
    let isEnd = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    guard isEnd || isEllipsis else {
      hasWords = hasWords || ByteTables.shared.classes[Int(byte)] & ByteClass.ink != 0
      // A blank line ends a headline without a stop.
      if byte == 10, offset < text.count, text[offset] == 10, hasWords {
        count += 1
        hasWords = false
      }
      continue
    }
    // A stop within a number or an address ends nothing; quotation marks may stand behind one that does.
    let next = offset < text.count ? ByteTables.shared.classes[Int(text[offset])] : ByteClass.space
    let isWithin = next & (ByteClass.digit | ByteClass.upper | ByteClass.lower) != 0
    if hasWords, !isWithin {
      count += 1
      hasWords = false
    }
  }
  return count + (hasWords ? 1 : 0)
}
