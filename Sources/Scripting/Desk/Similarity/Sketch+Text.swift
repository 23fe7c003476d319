/// Sketches as text, of which a run may hold a hundred thousand: the steps from hash to hash in Golomb–Rice code (Rice, 1979), six
/// bits a character, take two thirds of what the hashes would.
extension Sketch {
  private static let digits = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: .max, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()
  private static let (whole, part) = (UInt8(ascii: "="), UInt8(ascii: "<"))

  /// `=` where it has all of the text's shingles and `<` else, a digit for the code's parameter, and the steps.
  var text: [UInt8] {
    let low = Self.lowBits(of: hashes)
    var text = [bound == Self.end ? Self.whole : Self.part, Self.digits[low]]
    var (pending, count): (UInt32, UInt32) = (0, 0)
    func put(_ bit: UInt32) {
      pending = pending << 1 | bit
      count += 1
      guard count == 6 else { return }
      text.append(Self.digits[Int(pending)])
      (pending, count) = (0, 0)
    }
    var next: UInt32 = 0
    for hash in hashes {
      let step = hash - next
      for _ in 0..<(step >> UInt32(low)) { put(1) }
      put(0)
      for bit in stride(from: low - 1, through: 0, by: -1) { put(step >> UInt32(bit) & 1) }
      next = hash + 1
    }
    // Ones that no zero ends are no step.
    while count > 0 { put(1) }
    return text
  }

  /// As many bits of each step are written as they are: about the logarithm of the mean step, and few ones stand before them.
  private static func lowBits(of hashes: [UInt32]) -> Int {
    guard let last = hashes.last else { return 0 }
    let mean = last / UInt32(hashes.count)
    return mean < 2 ? 0 : UInt32.bitWidth - 1 - mean.leadingZeroBitCount
  }

  /// Nil where the text is no sketch.
  init?(text: UnsafeBufferPointer<UInt8>) {
    guard text.count >= 2, text[0] == Self.whole || text[0] == Self.part,
      Self.values[Int(text[1])] < Self.end.trailingZeroBitCount
    else { return nil }
    let low = Int(Self.values[Int(text[1])])
    var hashes: [UInt32] = []
    hashes.reserveCapacity(text.count / 3)
    var (next, step): (UInt32, UInt32) = (0, 0)
    // Of the low bits of a step those that are still to come; none while its ones are counted.
    var missing = 0
    for byte in text[2...] {
      let value = Self.values[Int(byte)]
      guard value < 64 else { return nil }
      for shift in stride(from: 5, through: 0, by: -1) {
        let bit = UInt32(value >> UInt8(shift) & 1)
        var isWhole = false
        if missing > 0 {
          step = step << 1 | bit
          missing -= 1
          isWhole = missing == 0
        } else if bit == 1 {
          step += 1
        } else {
          missing = low
          isWhole = low == 0
        }
        guard step < Self.end else { return nil }
        guard isWhole else { continue }
        guard step < Self.end - next else { return nil }
        hashes.append(next + step)
        next += step + 1
        step = 0
      }
    }
    guard missing == 0, text[0] == Self.whole || !hashes.isEmpty else { return nil }
    self.init(hashes: hashes, isWhole: text[0] == Self.whole)
  }
}
