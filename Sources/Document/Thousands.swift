extension FixedWidthInteger {
  /// As people read it, with its thousands in groups: `2,062`.
  /// - Parameter minus: `-` for terminals and data, `−` for print.
  package func grouped(minus: String = "-") -> String {
    let digits = Array(String(magnitude).utf8)
    var result: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(digit)
    }
    return (self < 0 ? minus : "") + String(decoding: result, as: UTF8.self)
  }
}
