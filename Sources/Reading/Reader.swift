package import Document

/// Turns the bytes of one input into articles.
package struct Reader: Sendable {
  package struct Options: Sendable {
    /// The encoding to assume where no byte order mark says otherwise; nil: detect it.
    package var encoding: String?
    /// A larger input, or a larger line of JSON Lines, is refused with the code `too-large`.
    package var maximumBytes: Int

    package init(encoding: String? = nil, maximumBytes: Int = 64 << 20) {
      self.encoding = encoding
      self.maximumBytes = maximumBytes
    }
  }

  package let options: Options

  package init(_ options: Options = Options()) {
    self.options = options
  }

  /// Reads all articles of an input, in order.
  /// - Parameters:
  ///   - bytes: the whole input, or a piece of JSON Lines that was cut at line ends.
  ///   - source: the input's name; a record of JSON Lines adds `:` and its line.
  ///   - firstLine: the 1-based number of the piece's first line.
  ///   - isLines: whether the input is JSON Lines; nil to tell by content.
  package func read(
    _ bytes: [UInt8], source: String, firstLine: Int = 1, isLines: Bool? = nil,
    each: (Result<Article, ReadFailure>) -> Void
  ) {
    guard bytes.count <= options.maximumBytes else {
      return each(
        .failure(
          ReadFailure(
            source: source, code: "too-large",
            message: "\(bytes.count) bytes, more than the limit of \(options.maximumBytes)")))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(where: { $0 > 0x20 }) else {
      return each(
        .failure(ReadFailure(source: source, code: "empty", message: "nothing in it")))
    }
    each(.success(Article(id: source, source: source, text: Text(text))))
  }

  /// Whether an input that begins like this may be cut at line ends: whether it is JSON Lines.
  package static func isLineByLine(prefix: [UInt8]) -> Bool {
    prefix.first == UInt8(ascii: "{") && prefix.contains(UInt8(ascii: "\n"))
  }
}
