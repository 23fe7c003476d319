/// Writes bytes into memory that has room for them, one after the other, and makes no strings on the way.
struct Pen {
  private(set) var place: UnsafeMutablePointer<UInt8>

  init(at place: UnsafeMutablePointer<UInt8>) {
    self.place = place
  }

  @inline(__always)
  mutating func put(_ character: Unicode.Scalar) { put(UInt8(ascii: character)) }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    place.initialize(to: byte)
    place += 1
  }

  @inline(__always)
  mutating func put(word text: StaticString) {
    place.initialize(from: text.utf8Start, count: text.utf8CodeUnitCount)
    place += text.utf8CodeUnitCount
  }

  @inline(__always)
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    place.initialize(from: source, count: bytes.count)
    place += bytes.count
  }
}

// MARK: Numbers

extension Pen {
  /// The most bytes that a number takes here.
  static let longestNumber = 24

  mutating func put(_ integer: Int64) {
    if integer < 0 { put("-") }
    put(digitsOf: integer.magnitude)
  }

  private mutating func put(digitsOf number: UInt64) {
    var rest = number
    var count = 1
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    rest = number
    for offset in stride(from: count - 1, through: 0, by: -1) {
      (place + offset).initialize(to: 0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    place += count
  }

  /// Puts a number that has at most four decimal places, as its `description` is; puts nothing of any other.
  ///
  /// Most of what plugins find is rounded. The digits are the shortest that read back as the number, for two decimals of up
  /// to fifteen digits never are the same `Double`.
  /// - Returns: whether the number was put.
  mutating func put(short number: Double) -> Bool {
    let scale = 10_000.0
    let magnitude = number.magnitude
    guard magnitude < 1e9 else { return false }
    let scaled = UInt64(magnitude * scale + 0.5)
    guard Double(scaled) / scale == magnitude else { return false }
    if number.sign == .minus { put("-") }
    put(digitsOf: scaled / 10_000)
    put(".")
    put(placesOf: scaled % 10_000)
    return true
  }

  /// Four decimal places without the zeros behind them, but one place at least.
  private mutating func put(placesOf tenThousandths: UInt64) {
    var rest = tenThousandths
    var unit: UInt64 = 1000
    repeat {
      put(0x30 + UInt8(truncatingIfNeeded: rest / unit))
      rest %= unit
      unit /= 10
    } while rest > 0
  }
}

// MARK: Strings

extension UnsafeBufferPointer<UInt8> {
  /// Whether JSON can hold the text as it is: there is no quotation mark, backslash or control character, nor C2, with
  /// which the controls of C1 begin.
  var isPlainJSON: Bool {
    guard let base = UnsafeRawPointer(baseAddress) else { return true }
    guard count >= 8 else { return !Self.mayNeedEscape(Self.upToSeven(base, count)) }
    var offset = 0
    while offset + 8 <= count {
      let eight = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard !Self.mayNeedEscape(eight) else { return false }
      offset += 8
    }
    return !Self.mayNeedEscape(base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
  }

  /// The bytes of a short text, which most names are, some of them twice, and letters where there are none.
  @inline(__always)
  private static func upToSeven(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    let letters: UInt32 = 0x6161_6161
    if count >= 4 {
      let first = base.loadUnaligned(as: UInt32.self)
      let last = base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    var bytes = letters
    for offset in 0..<count {
      bytes = bytes << 8 | UInt32(base.load(fromByteOffset: offset, as: UInt8.self))
    }
    return UInt64(letters) << 32 | UInt64(bytes)
  }

  /// Whether one of eight bytes may need an escape; exact, for sums never carry from byte to byte.
  @inline(__always)
  private static func mayNeedEscape(_ word: UInt64) -> Bool {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    func differs(from byte: UInt8) -> UInt64 {
      let other = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
      return ((other & low) &+ low) | other
    }
    let isNoControl = ((word & low) &+ 0x6060_6060_6060_6060) | word
    let isPlain =
      isNoControl & differs(from: 0x22) & differs(from: 0x5C) & differs(from: 0x7F)
      & differs(from: 0xC2)
    return isPlain | low != ~0
  }
}
