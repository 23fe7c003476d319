import Document
import Glibc

/// Reads JSON Lines that come out of an archive, line by line.
struct PackedLines {
  let records: RecordReader

  func read(_ window: Window, into outlet: Outlet) throws(StreamFault) {
    var number = 0
    while let length = try lineLength(window) {
      number += 1
      read(window.bytes.prefix(length), number, outlet)
      window.skip(length)
      // Of a line above the limit the rest is still to come.
      guard length > records.maximumBytes else { continue }
      while let rest = try lineLength(window), rest > records.maximumBytes { window.skip(rest) }
    }
  }

  private func read(_ line: ArraySlice<UInt8>, _ number: Int, _ outlet: Outlet) {
    guard line.contains(where: { $0 > 0x20 }) else { return }
    outlet.part("\(records.source):\(number)") { each in
      each(records.read(line, number: number))
    }
  }

  /// The bytes of the next line with its end, or as many as show that it is too long; nil at the end.
  private func lineLength(_ window: Window) throws(StreamFault) -> Int? {
    var searched = 0
    while true {
      let newline = window.bytes.dropFirst(searched).withUnsafeBufferPointer { bytes -> Int? in
        guard let base = bytes.baseAddress,
          let found = memchr(base, 0x0A, bytes.count)
        else { return nil }
        return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
      }
      if let newline { return searched + newline + 1 }
      searched = window.count
      guard searched <= records.maximumBytes else { return searched }
      guard try window.readMore(searched) else { return searched > 0 ? searched : nil }
    }
  }
}
