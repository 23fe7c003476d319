import Document

extension Article {
  /// A small article with some of every layer.
  static let harbour: Article = {
    let text: Text = "The port reopened. “We slept well,” said Ada Brandt. Fees fell 2%."
    var article = Article(
      id: "harbour", source: "harbour.txt", hash: "00000000000000ff", text: text)
    article.metadata.title = Sourced("Port reopens", from: "json")
    article.metadata.authors = Sourced(["Jo Roe", "Al Poe"], from: "json")
    article.metadata.language = Sourced("en-GB", from: "json")
    article.metadata.published = Sourced("2025-03-04", from: "json")
    article.metadata.dateline = Sourced(
      Dateline(places: ["ULM", "BERN"], date: "2025-03-03"), from: "text:dateline")
    article.metadata.other = Sourced(["desk": "trade", "pages": [1, 2]], from: "json")
    var layers = Layers()
    layers.paragraphs = [text.range]
    layers.sentences = text.ranges(
      of: "The port reopened.", "“We slept well,” said Ada Brandt.", "Fees fell 2%.")
    var tokens = Layer<TokenKind>()
    for word in ["The", "port", "reopened"] { tokens.append(text.ranges(of: word)[0], .word) }
    tokens.append(text.ranges(of: ".")[0], .punctuation)
    for word in ["We", "slept", "well"] { tokens.append(text.ranges(of: word)[0], .word) }
    layers.tokens = tokens
    let quoted = text.ranges(of: "“We slept well,”")[0]
    layers.quoted = [quoted]
    var quotes = Layer<Quote>()
    quotes.append(
      quoted,
      Quote(
        kind: .direct, speaker: text.ranges(of: "Ada Brandt")[0], speakerName: "Ada Brandt",
        cue: text.ranges(of: "said")[0], confidence: 0.9))
    layers.quotes = quotes
    var entities = Layer<Entity>()
    entities.append(
      text.ranges(of: "port")[0],
      Entity(label: .location, name: "Port of Ulm", number: 1, kind: .site, country: "DE"))
    entities.append(
      text.ranges(of: "Ada Brandt")[0], Entity(label: .person, name: "Ada Brandt", number: 2))
    layers.entities = entities
    var amounts = Layer<Amount>()
    amounts.append(text.ranges(of: "2%")[0], Amount(kind: .percent, value: 2, unit: "%"))
    layers.amounts = amounts
    layers.dates = Layer()
    layers.links = Layer()
    var scopes = Layer<Scope>()
    scopes.append(article.title.range, Scope(.headline, in: .title))
    scopes.append(text.range, Scope(.body))
    scopes.append(quoted, Scope(.quote))
    layers.scopes = scopes
    article.layers = layers
    return article
  }()
}

extension Text {
  /// Where words stand, each searched for behind the one before.
  func ranges(of words: String...) -> [TextRange] {
    var start = 0
    return words.map { word in
      let bytes = Array(word.utf8)
      let found = (start...).first { utf8[$0..<($0 + bytes.count)] == bytes[...] } ?? 0
      start = found + bytes.count
      return TextRange(found, found + bytes.count)
    }
  }
}
