internal import Document
internal import Lua

// `article`: what plugins can ask of the article that is on the table.

extension Session {
  var articleOwner: APIOwner {
    APIOwner(
      .article,
      doc: """
        The article being analysed. It cannot be changed, and it is valid until the function that \
        was given it returns. Layers are there for plugins that name them in `requires`.
        """,
      members: identityMembers + metadataMembers + contentMembers + layerMembers + queryMembers)
  }

  private var identityMembers: [APIMember] {
    [
      APIMember(
        "id", type: "string", doc: "Unique in a run: the record's id, else the source.",
        access: .settled(articleID)),
      APIMember(
        "source", type: "string", doc: "Where it was read: a path, or `path:line` for a record.",
        access: .settled(articleSource)),
    ]
  }

  private var metadataMembers: [APIMember] {
    [
      APIMember(
        "title", type: "string", doc: "The headline; empty where there is none.",
        access: .settled(articleTitle)),
      APIMember(
        "headline", type: "copydesk.Span",
        doc:
          "The title as a span, for scanning it and for annotating words in it. The layers are of "
          + "the text; in the title there are none.",
        access: .settled(articleHeadline)),
      optional("subtitle", doc: "The line below the title.") { $0.subtitle?.value },
      optional("kicker", doc: "The words above the title.") { $0.kicker?.value },
      optional("byline", doc: "The line that names the authors, as printed.") { $0.byline?.value },
      APIMember(
        "authors", type: "string[]", doc: "The authors' names.", access: .getter(articleAuthors)),
      APIMember(
        "dateline", type: "copydesk.Dateline?",
        doc: "Place, date and agency with which the story opens: "
          + "`{place = \"PARIS/BERLIN\", places = {…}, date = \"2025-04-22\", agency = \"AP\"}`.",
        access: .getter(articleDateline)),
      optional("published", doc: "ISO 8601, as precise as the source.") { $0.published?.value },
      optional("modified", doc: "ISO 8601, as precise as the source.") { $0.modified?.value },
      optional("publisher", doc: "Who published it.") { $0.publisher?.value },
      optional("section", doc: "The section of the paper or site.") { $0.section?.value },
      optional("url", doc: "Its address.") { $0.url?.value },
      optional("language", doc: "BCP 47: `en`, `pt-BR`; `und` where it could not be told.") {
        $0.language?.value
      },
      APIMember(
        "tags", type: "string[]", doc: "Keywords that the source gave.",
        access: .getter(articleTags)),
      APIMember(
        "metadata", type: "table<string, any>",
        doc: "Whatever else the source said, by its own names; a new table each time.",
        access: .getter(articleMetadata)),
    ]
  }

  private var contentMembers: [APIMember] {
    [
      APIMember(
        "text", type: "string",
        doc: "The body, UTF-8 in normalisation form C. `article.text:sub(span.first, span.last)` "
          + "is a span's text.",
        access: .getter(articleText)),
      APIMember(
        "word_count", type: "integer",
        doc: "Words of the text, told by white space; needs no layer.",
        access: .getter(articleWordCount)),
    ]
  }

  /// A piece of metadata that may be missing.
  private func optional(
    _ name: String, doc: String, _ value: @escaping (Metadata) -> String?
  ) -> APIMember {
    let galley = galley
    return APIMember(
      name, type: "string?", doc: doc,
      access: .settled { (call) throws(Fault) in
        call.push(optional: value(galley.article.metadata))
        return 1
      })
  }
}

// MARK: Getters

extension Session {
  private func articleID(_ call: Call) throws(Fault) -> Int {
    call.push(galley.article.id)
    return 1
  }

  private func articleSource(_ call: Call) throws(Fault) -> Int {
    call.push(galley.article.source)
    return 1
  }

  private func articleTitle(_ call: Call) throws(Fault) -> Int {
    call.push(galley.article.metadata.title?.value ?? "")
    return 1
  }

  private func articleHeadline(_ call: Call) throws(Fault) -> Int {
    let range = TextRange(0, galley.bytes(of: .title).count)
    push(.span, TextSpan(range, in: .title), on: call)
    return 1
  }

  private func articleAuthors(_ call: Call) throws(Fault) -> Int {
    call.push(list: galley.article.metadata.authors?.value ?? [])
    return 1
  }

  private func articleTags(_ call: Call) throws(Fault) -> Int {
    call.push(list: galley.article.metadata.tags?.value ?? [])
    return 1
  }

  private func articleDateline(_ call: Call) throws(Fault) -> Int {
    guard let dateline = galley.article.metadata.dateline?.value else {
      call.pushNil()
      return 1
    }
    call.pushTable(members: 5)
    call.push(dateline.places.joined(separator: "/"))
    call.setMember("place")
    call.push(list: dateline.places)
    call.setMember("places")
    call.push(optional: dateline.date)
    call.setMember("date")
    call.push(optional: dateline.agency)
    call.setMember("agency")
    push(dateline.range, on: call)
    call.setMember("span")
    return 1
  }

  private func articleMetadata(_ call: Call) throws(Fault) -> Int {
    try call.push(value: .map(galley.article.metadata.other?.value ?? [:]))
    return 1
  }

  private func articleWordCount(_ call: Call) throws(Fault) -> Int {
    call.push(galley.wordCount)
    return 1
  }

  private func articleText(_ call: Call) throws(Fault) -> Int {
    if let cachedText {
      call.push(cachedText)
      return 1
    }
    call.push(galley.article.text.utf8[...])
    cachedText = call[call.count].reference(in: interpreter)
    return 1
  }
}
