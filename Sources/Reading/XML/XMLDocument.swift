import Document

/// Reads an input that is XML, by the vocabulary of its outermost element.
struct XMLDocument {
  let source: String
  let warnings: [Warning]

  func read(
    _ input: Input, each: (Result<Article, ReadFailure>) -> Void
  ) {
    input.decoded.utf8.withUnsafeBufferPointer { bytes in
      let tree = XMLParser.parse(bytes)
      if let failure = refusal(tree) { return each(.failure(failure)) }
      let warnings = warnings + Self.warnings(of: tree)
      if Feed.isFeed(tree) {
        Feed(tree, bytes, source: source).read(warnings, each: each)
      } else if !tree.outermost("newsItem", "packageItem").isEmpty {
        readNewsItems(tree, bytes, warnings, each)
      } else if case let items = NewsMLItem.items(in: tree), !items.isEmpty {
        for (index, item) in items.enumerated() {
          let place = items.count == 1 ? source : "\(source):\(index + 1)"
          each(NewsMLItem(tree, item, bytes).article(source: place, warnings))
        }
      } else if let root = tree.first("nitf") {
        each(.success(article(NITF(tree, root), input, warnings)))
      } else if let kind = Self.itemWithoutText(tree) {
        each(
          .failure(
            ReadFailure(
              source: source, code: "no-article", message: "a \(kind), which holds no article")))
      } else {
        each(.success(plainArticle(tree, input, warnings)))
      }
    }
  }

  private func refusal(_ tree: XMLTree) -> ReadFailure? {
    if tree.faults.hasEntityDeclarations {
      return ReadFailure(
        source: source, code: "xml", message: "declares entities, which are not expanded",
        remedy: "resolve them before, for instance with 'xmllint --noent --nonet'")
    }
    guard tree.children(0).isEmpty else { return nil }
    return ReadFailure(source: source, code: "xml", message: "no element in it")
  }

  private static func warnings(of tree: XMLTree) -> [Warning] {
    var warnings: [Warning] = []
    if tree.faults.unknownReferences > 0 {
      let count = counted(tree.faults.unknownReferences, "reference")
      warnings.append(Warning(code: "reference", message: "\(count) that XML does not know"))
    }
    if tree.faults.mismatchedTags > 0 {
      let count = counted(tree.faults.mismatchedTags, "tag")
      warnings.append(Warning(code: "xml", message: "\(count) without a partner"))
    }
    warnings += formWarnings(of: tree.faults)
    if tree.names.contains(where: { $0 == "xi:include" || $0.hasSuffix(":include") }) {
      warnings.append(Warning(code: "xml", message: "inclusions are not followed"))
    }
    if tree.faults.isTooDeep {
      let message =
        "nested more than \(XMLParser.maximumDepth) levels deep; what is deeper was left out"
      warnings.append(Warning(code: "xml", message: message))
    }
    return warnings
  }

  /// What keeps a document from being well-formed besides its tags.
  private static func formWarnings(of faults: XMLFaults) -> [Warning] {
    var messages: [String] = []
    if faults.hasLateDeclaration {
      messages.append("something stands before the declaration, <?xml … ?>")
    }
    if !faults.undeclaredPrefixes.isEmpty {
      let names = faults.undeclaredPrefixes.map { "'\($0):'" }.joined(separator: ", ")
      messages.append("no namespace is declared for \(names)")
    }
    if faults.hasUnquotedAttributes {
      messages.append("attributes without a value in quotation marks, left out")
    }
    if faults.forbiddenCharacters > 0 {
      let count = counted(faults.forbiddenCharacters, "control character")
      messages.append("\(count) that XML does not allow, left out")
    }
    return messages.map { Warning(code: "xml", message: $0) }
  }

  /// The news items and packages of a message, or the one of a document, numbered from 1 where there are several.
  private func readNewsItems(
    _ tree: XMLTree, _ bytes: UnsafeBufferPointer<UInt8>, _ warnings: [Warning],
    _ each: (Result<Article, ReadFailure>) -> Void
  ) {
    let all = tree.outermost("newsItem", "packageItem")
    // A package that lists nothing is no news beside others.
    let items = all.filter { item in
      all.count == 1 || tree.name(item) == "newsItem" || tree.first("itemRef", in: item) != nil
    }
    for (index, item) in items.enumerated() {
      let place = items.count == 1 ? source : "\(source):\(index + 1)"
      each(.success(NewsItem(tree, item, bytes).article(source: place, warnings)))
    }
  }

  private func article(_ story: NITF, _ input: Input, _ warnings: [Warning]) -> Article {
    var metadata = story.metadata
    if metadata.dateline == nil { metadata.addDateline(of: story.text, source: source) }
    return Article(
      id: story.id ?? source, source: source, hash: ContentHash.of(input.bytes[...]),
      text: Text(utf8: story.text), metadata: metadata, layers: story.layers,
      warnings: warnings + story.warnings)
  }

  /// The kind of an item of NewsML-G2 that describes other things than articles.
  private static func itemWithoutText(_ tree: XMLTree) -> String? {
    let kinds = [
      "conceptItem", "knowledgeItem", "planningItem", "catalogItem", "catalog",
    ]
    return tree.children(0).first.map { tree.name($0) }.flatMap { kinds.contains($0) ? $0 : nil }
  }

  /// An article of a vocabulary that we do not know: all its words.
  private func plainArticle(_ tree: XMLTree, _ input: Input, _ before: [Warning]) -> Article {
    var warnings = before
    let root = tree.children(0).first.map { tree.name($0) } ?? "?"
    warnings.append(
      Warning(
        code: "xml", message: "no vocabulary that is known, <\(root)>; all its words are the text"))
    var metadata = Metadata()
    if let title = tree.first("title").map({ tree.words(in: $0) }), !title.isEmpty {
      metadata.title = Sourced(title, from: "xml:title")
    }
    let text = tree.characters(in: 0).withUnsafeBufferPointer { TextFlow($0).text }
    return Article(
      id: source, source: source, hash: ContentHash.of(input.bytes[...]),
      text: Text(utf8: CleanText.prose(text)), metadata: metadata, warnings: warnings)
  }
}
