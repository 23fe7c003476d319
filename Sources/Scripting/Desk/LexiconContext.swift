/// Words that change what a hit behind them says: those that turn it around, and those that weigh it.
final class LexiconContext {
  /// The most words before a hit that may change it.
  static let maximumWindow = 20

  private let negators: Lexicon?
  private let intensifiers: Lexicon?
  private let window: Int

  init(negators: Lexicon?, intensifiers: Lexicon?, window: Int) {
    self.negators = negators
    self.intensifiers = intensifiers
    self.window = window
  }

  /// What stands before a place of a text, in the same sentence.
  func modifiers(
    before place: Int, in text: UnsafeBufferPointer<UInt8>, scratch: Scratch
  ) -> Modifiers {
    guard let start = text.baseAddress else { return Modifiers() }
    let range = windowStart(place, in: text)..<place
    var modifiers = Modifiers()
    _ = negators?.scan(start, range, scratch: scratch) { _ in modifiers.isNegated = true }
    if let intensifiers {
      _ = intensifiers.scan(start, range, scratch: scratch) { match in
        modifiers.intensity *= intensifiers.entries[Int(match.entry)].value
      }
    }
    return modifiers
  }

  /// Where the words begin that count, back from a place: so many, or as many as the sentence has.
  private func windowStart(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var offset = place
    var words = 0
    var isInWord = false
    while offset > 0 {
      let byte = text[offset - 1]
      let isInk = ByteTables.shared.classes[Int(byte)] & ByteClass.ink != 0
      if isInk || (isInWord && byte == UInt8(ascii: "'")) {
        if !isInWord {
          if words == window { return offset }
          words += 1
          isInWord = true
        }
      } else {
        if endsSentence(offset - 1, in: text) { return offset }
        isInWord = false
      }
      offset -= 1
    }
    return offset
  }

  private func endsSentence(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text[offset] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"),
      UInt8(ascii: ":"):
      // A stop within a number or an address ends nothing.
      offset + 1 >= text.count
        || ByteTables.shared.classes[Int(text[offset + 1])] & ByteClass.ink == 0
    case 10: offset > 0 && text[offset - 1] == 10
    default: false
    }
  }
}

/// What the words before a hit make of it.
struct Modifiers: Hashable {
  var isNegated = false
  /// The product of the weights of intensifiers.
  var intensity = 1.0

  func score(of value: Double) -> Double { value * intensity * (isNegated ? -1 : 1) }
}

// The object of a hit in a string keeps what stands before it, for the string is gone when it is asked for: in the
// number that tells its place, from below, the place (8 bits), whether it is negated, and its intensity.
extension Modifiers {
  init(packed: Int) {
    isNegated = packed >> 8 & 1 != 0
    intensity = Double(Float(bitPattern: ~UInt32(truncatingIfNeeded: packed >> 9)))
  }

  /// Above the place's bits.
  var packed: Int { (isNegated ? 1 << 8 : 0) | Int(~Float(intensity).bitPattern) << 9 }
}
