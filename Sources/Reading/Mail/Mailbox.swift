import Document

/// Reads the messages of a mailbox, each of which stands behind a line that begins with `From `.
final class Mailbox: Members {
  private let window: Window
  private let source: String
  private let reader: Reader
  private var number = 0

  private static let mark = Array("From ".utf8)

  /// Whether bytes begin with such a line, with a time in it, and with a header behind it.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.starts(with: mark), let end = bytes.prefix(512).firstIndex(of: 0x0A) else {
      return false
    }
    return bytes[..<end].contains(UInt8(ascii: ":")) && MailHeader.isField(bytes[(end + 1)...])
  }

  init(_ window: Window, source: String, reader: Reader) {
    self.window = window
    self.source = source
    self.reader = reader
  }

  func nextPlace() throws(StreamFault) -> Int? {
    try window.hold(1) ? window.progress : nil
  }

  func pass() throws(StreamFault) {
    number += 1
    window.skip(try messageLength())
  }

  func read(by archive: ArchiveReader) throws(StreamFault) {
    number += 1
    let length = try messageLength()
    read(window.bytes.prefix(length), "\(source):\(number)", archive.outlet)
    window.skip(length)
  }

  private func read(_ bytes: ArraySlice<UInt8>, _ place: String, _ outlet: Outlet) {
    let limit = reader.options.maximumBytes
    guard bytes.count <= limit else {
      return outlet.put(.failure(.tooLarge(bytes.count, limit, place)))
    }
    outlet.part(place) { each in
      each(reader.mail(Self.message(of: bytes), source: place))
    }
  }

  /// The bytes of the next message with the line before it.
  private func messageLength() throws(StreamFault) -> Int {
    var searched = 0
    while true {
      if let length = Self.nextMessage(in: window.bytes, from: searched) { return length }
      searched = max(0, window.count - 16)
      // What never ends is cut where the limit of an input would end it.
      guard window.count <= reader.options.maximumBytes, try window.readMore(window.count) else {
        return window.count
      }
    }
  }

  private static func nextMessage(in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = bytes.startIndex + start
    while let newline = bytes[index...].firstIndex(of: 0x0A) {
      index = newline + 1
      let before = bytes[..<newline].last { $0 != 0x0D }
      if before == 0x0A, index - bytes.startIndex > 6, bytes[index...].starts(with: mark) {
        return index - bytes.startIndex
      }
    }
    return nil
  }

  /// A message without the line before it; lines that were marked not to be taken for such are as they were.
  private static func message(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var message: [UInt8] = []
    message.reserveCapacity(bytes.count)
    var start = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      let line = bytes[start..<end]
      let isMarked =
        line.first == UInt8(ascii: ">") && line.drop { $0 == UInt8(ascii: ">") }.starts(with: mark)
      message += isMarked ? line.dropFirst() : line
      start = end
    }
    return message
  }
}
