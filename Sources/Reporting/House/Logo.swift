/// A picture at the top of reports: PNG, JPEG or SVG, small enough to be in every page.
package struct Logo: Hashable, Sendable {
  /// Bytes of a file.
  package static let limit = 256 << 10
  /// Pixels on a side.
  private static let mostPixels = 4096
  /// How high pages show it, in CSS pixels, and how wide at most.
  private static let height = 40
  private static let widest = 320

  private let bytes: [UInt8]
  private let kind: String
  /// In pixels; of SVG, in a unit of its own.
  private let width: Double
  private let height: Double

  /// Why a file is no logo.
  package struct Fault: Error, Hashable, Sendable {
    package var message: String
    package var remedy: String
  }

  package init(_ bytes: [UInt8]) throws(Fault) {
    guard bytes.count <= Self.limit else {
      throw Fault(
        message: "the picture has \(bytes.count) bytes",
        remedy: "make it smaller than \(Self.limit >> 10) KB; it is in every page")
    }
    if let picture = try SVGPicture(bytes) {
      (self.bytes, kind) = (bytes, "svg+xml")
      (width, height) = (picture.width, picture.height)
      return
    }
    guard let (kind, width, height) = Self.png(bytes) ?? Self.jpeg(bytes) else {
      throw Fault(
        message: "the file is neither PNG, JPEG nor SVG", remedy: "export the picture as PNG")
    }
    guard (1...Self.mostPixels).contains(width), (1...Self.mostPixels).contains(height) else {
      throw Fault(
        message: "the picture has \(width) × \(height) pixels",
        remedy: "make it at most \(Self.mostPixels) pixels wide and high")
    }
    (self.bytes, self.kind) = (bytes, kind)
    (self.width, self.height) = (Double(width), Double(height))
  }

  /// The picture in an address of its own.
  var url: String { "data:image/\(kind);base64,\(ContentSecurityPolicy.base64(bytes))" }

  /// How large pages show it, in CSS pixels.
  var size: (width: Int, height: Int) {
    let wide = (width / height * Double(Self.height)).rounded()
    guard wide > Double(Self.widest) else { return (max(1, Int(wide)), Self.height) }
    return (Self.widest, max(1, Int(height / width * Double(Self.widest))))
  }

  // MARK: Formats

  private typealias Form = (kind: String, width: Int, height: Int)

  /// The signature, then the header chunk (PNG specification, 5.2 and 11.2.2).
  private static func png(_ bytes: [UInt8]) -> Form? {
    let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    guard bytes.count >= 33, bytes.starts(with: start + Array("IHDR".utf8)) else { return nil }
    func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    return ("png", number(16), number(20))
  }

  /// Segments up to the first that tells the frame's size (ITU-T T.81, B.2.2).
  private static func jpeg(_ bytes: [UInt8]) -> Form? {
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
    var index = 2
    func number(_ at: Int) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame { return ("jpeg", number(index + 7), number(index + 5)) }
      index += marker == 0xFF ? 1 : 2 + max(2, number(index + 2))
    }
    return nil
  }
}
