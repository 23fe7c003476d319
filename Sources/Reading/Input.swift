import Document

/// One whole input, decoded.
struct Input {
  let bytes: [UInt8]
  let source: String
  let decoded: Decoded

  init(bytes: [UInt8], source: String, decoder: Decoder) {
    self.init(bytes: bytes, source: source, decoded: decoder.decode(bytes[...]))
  }

  /// - Parameter decoded: what the whole input was decoded to; nothing where its parts are decoded each on its own.
  init(bytes: [UInt8], source: String, decoded: Decoded) {
    self.bytes = bytes
    self.source = source
    self.decoded = decoded
  }

  /// What records are cut from: the bytes themselves, so that each line is decoded on its own however a large input was cut;
  /// but text where characters are wider than bytes.
  var records: ArraySlice<UInt8> {
    decoded.isWide ? decoded.utf8 : bytes[...]
  }

  /// What decoding the whole input said, where its records are not decoded each on its own.
  var recordWarnings: [Warning] { decoded.isWide ? decoded.warnings : [] }

  /// What is said of JSON in an encoding that it must not have.
  var encodingWarnings: [Warning] {
    guard decoded.isWide else { return [] }
    return [Warning(code: "encoding", message: "JSON in UTF-16, which it must not be")]
  }

  /// The article that a story makes; none where nothing is left of the input.
  func article(_ story: some Story) -> Result<Article, ReadFailure> {
    guard !story.text.isEmpty || story.metadata.title != nil else {
      return .failure(ReadFailure(source: source, code: "empty", message: "nothing in it"))
    }
    return .success(
      Article(
        id: story.id ?? source, source: source, hash: ContentHash.of(bytes[...]),
        text: Text(utf8: story.text), metadata: story.metadata, layers: story.layers,
        warnings: decoded.warnings + story.warnings))
  }
}

/// What a format's parser makes of an input that holds one article.
protocol Story {
  /// The article's own id; nil where its source names it.
  var id: String? { get }
  var text: [UInt8] { get }
  var metadata: Metadata { get }
  var layers: Layers { get }
  var warnings: [Warning] { get }
}

extension Story {
  var id: String? { nil }
  var layers: Layers { Layers() }
}
