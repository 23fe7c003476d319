import Document
import Glibc

/// A line that can tell whether it is whole: sixteen hexadecimal digits of checksum, a space, one JSON object, the line's end.
enum CheckedLine {
  private static let head = 17

  /// Writes one line.
  static func write(_ json: [UInt8], to output: inout [UInt8]) {
    output += Checksum.of(json[...]).hexadecimal
    output.append(UInt8(ascii: " "))
    output += json
    output.append(UInt8(ascii: "\n"))
  }

  /// The object of a line, without the line's end; nil where a byte has changed.
  static func json(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.count > head, line[line.startIndex + head - 1] == UInt8(ascii: " ") else {
      return nil
    }
    let json = line.dropFirst(head)
    guard line.prefix(head - 1).elementsEqual(Checksum.of(json).hexadecimal) else { return nil }
    return json
  }
}

/// Goes through a file of checked lines. What is torn or spoilt is left out.
struct CheckedLines {
  private let file: Descriptor
  private var lines = LineBuffer()
  /// Where the next line begins.
  private(set) var offset = 0
  /// Where the last whole line ended.
  private(set) var wholeEnd = 0

  init(_ file: Descriptor) throws(SystemFault) {
    self.file = file
    try file.seek(to: 0)
  }

  /// The next line that is whole, its place in the file and its object.
  mutating func next() throws(SystemFault) -> (place: Range<Int>, json: ArraySlice<UInt8>)? {
    while true {
      while let line = lines.nextLine() {
        let place = offset..<(offset + line.count + 1)
        offset = place.upperBound
        guard let json = CheckedLine.json(of: line) else { continue }
        wholeEnd = offset
        return (place, json)
      }
      guard let count = lines.fill(from: file.number, upTo: 1 << 20) else { throw SystemFault() }
      if count == 0 { return nil }
    }
  }
}

extension Descriptor {
  func seek(to offset: Int) throws(SystemFault) {
    guard lseek(number, off_t(offset), SEEK_SET) >= 0 else { throw SystemFault() }
  }

  func truncate(to length: Int) throws(SystemFault) {
    guard retryingInterrupted({ ftruncate(number, off_t(length)) }) == 0 else {
      throw SystemFault()
    }
  }

  /// Sees to it that all that was written outlives a loss of power.
  func sync() throws(SystemFault) {
    guard retryingInterrupted({ fdatasync(number) }) == 0 else { throw SystemFault() }
  }
}
