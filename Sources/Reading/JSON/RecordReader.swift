import Document

/// Reads one record of many, or the one record of an input: decodes, parses, hashes, maps to an article.
struct RecordReader {
  /// The input's name.
  let source: String
  let decoder: Decoder
  let maximumBytes: Int
  let map: FieldMap
  /// What every record of the input is warned of.
  var warnings: [Warning] = []

  /// - Parameter number: the record's place in the input, from 1; nil if it is the input's only one.
  func read(_ bytes: ArraySlice<UInt8>, number: Int?) -> Result<Article, ReadFailure> {
    let place = number.map { "\(source):\($0)" } ?? source
    guard bytes.count <= maximumBytes else {
      return .failure(.tooLarge(bytes.count, maximumBytes, place))
    }
    return parse(bytes, place).flatMap { value, decoding in
      article(value, hash: ContentHash.of(bytes), place, warnings + decoding)
    }
  }

  /// The value that bytes spell, and what decoding them said.
  func parse(
    _ bytes: ArraySlice<UInt8>, _ place: String
  ) -> Result<(Value, [Warning]), ReadFailure> {
    let decoded = decoder.decode(bytes)
    do { return .success((try JSONParser.parse(decoded.utf8), decoded.warnings)) } catch {
      return .failure(
        ReadFailure(
          source: place, code: "json", message: "\(error.message), at byte \(error.offset)"))
    }
  }

  /// The article of a value that is part of a larger one.
  func article(
    _ value: Value, _ place: String, _ warnings: [Warning]
  ) -> Result<Article, ReadFailure> {
    var json = JSONWriter()
    json.value(value)
    return article(value, hash: ContentHash.of(json.bytes[...]), place, warnings)
  }

  func article(
    _ value: Value, hash: String, _ place: String, _ warnings: [Warning]
  ) -> Result<Article, ReadFailure> {
    guard case .map(let fields) = value else {
      return .failure(
        ReadFailure(
          source: place, code: "no-article",
          message: "\(FieldText.description(value)), not an object"))
    }
    if fields["schema"]?.string == Article.schema {
      return WrittenArticle.read(value, hash: hash, place: place)
    }
    var record = Record(fields, map: map)
    let absent = absent(from: fields)
    guard record.isArticle else {
      return .failure(
        ReadFailure(
          source: place, code: "no-article",
          message: absent.first?.message ?? "neither a title nor a text in it",
          remedy: absent.isEmpty ? "--map text=NAME says which member holds the text" : nil))
    }
    return .success(record.article(source: place, hash: hash, warnings: warnings + absent))
  }

  /// The article of a row of a table, whose columns were looked at before.
  func row(
    _ fields: Fields, _ place: String, _ warnings: [Warning]
  ) -> Result<Article, ReadFailure> {
    var record = Record(fields, from: "table", map: map)
    guard record.isArticle else {
      return .failure(
        ReadFailure(
          source: place, code: "no-article", message: "neither a title nor a text in it"))
    }
    var json = JSONWriter()
    json.value(.map(fields))
    let hash = ContentHash.of(json.bytes[...])
    return .success(
      record.article(source: place, hash: hash, warnings: self.warnings + warnings))
  }

  /// Whether a value is an object with a text of its own.
  func hasText(_ value: Value) -> Bool {
    value.map.map { Record($0, map: map).hasText } ?? false
  }

  /// Warnings of members that the map names and that are not there.
  private func absent(from fields: Fields) -> [Warning] {
    map.names.values.joined().filter { fields.value(at: $0) == nil }.sorted().map { name in
      let question = Suggestions.question(Suggestions.like(name, among: fields.names))
      let message = "no member '\(name)'" + (question.map { "; \($0)" } ?? "")
      return Warning(code: "map", message: message)
    }
  }
}

extension ReadFailure {
  static func tooLarge(_ bytes: Int, _ limit: Int, _ source: String) -> ReadFailure {
    ReadFailure(
      source: source, code: "too-large", message: "\(bytes) bytes, more than the limit of \(limit)",
      remedy: "raise the limit of an input's bytes")
  }
}
