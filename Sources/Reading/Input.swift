import Document

/// One whole input, decoded.
struct Input {
  let bytes: [UInt8]
  let source: String
  let decoded: Decoded

  init(bytes: [UInt8], source: String, decoder: Decoder) {
    self.bytes = bytes
    self.source = source
    decoded = decoder.decode(bytes[...])
  }

  /// What records are cut from: the bytes themselves, so that each line is decoded on its own however a large input was cut;
  /// but text where characters are wider than bytes.
  var records: ArraySlice<UInt8> {
    decoded.isWide ? decoded.utf8 : bytes[...]
  }

  func article(_ story: PlainText) -> Result<Article, ReadFailure> {
    guard !story.text.isEmpty || story.metadata.title != nil else {
      return .failure(ReadFailure(source: source, code: "empty", message: "nothing in it"))
    }
    return .success(
      Article(
        id: source, source: source, hash: ContentHash.of(bytes[...]),
        text: Text(utf8: story.text), metadata: story.metadata,
        warnings: decoded.warnings + story.warnings))
  }
}
