extension APIExamples {
  static let article = #"""
    --# article.id
    article.id  --> ulm-1

    --# article.source
    article.source  --> news/ulm.json

    --# article.title
    article.title  --> Port of Ulm reopens after flood

    --# article.headline
    ctx:annotate("mark", article.headline)
    article.headline.place  --> title

    --# article.subtitle
    article.subtitle  --> Fees may fall

    --# article.kicker
    article.kicker  --> Shipping

    --# article.byline
    article.byline  --> By Jo Roe and Al Poe

    --# article.authors
    article.authors  --> { "Jo Roe", "Al Poe" }

    --# article.dateline
    article.dateline.places  --> { "ULM" }

    --# article.published
    local day = desk.date(article.published)
    day and day.weekday  --> 3

    --# article.modified
    article.modified or article.published  --> 2025-03-05T08:00:00Z

    --# article.publisher
    article.publisher  --> Ulm Gazette

    --# article.section
    article.section or "none"  --> Local

    --# article.url
    article.url  --> https://gazette.example/port

    --# article.language
    article.language  --> en

    --# article.tags
    article.tags  --> { "ports", "floods" }

    --# article.metadata
    article.metadata.pages  --> { 1, 4 }

    --# article.text
    #article.text  --> 259
    article.text:sub(5, 15)  --> German port

    --# article.word_count
    article.word_count  --> 47

    --# article.paragraphs
    #article.paragraphs  --> 3

    --# article.sentences
    for i, sentence in ipairs(article.sentences) do
      if sentence.text:find("Fees") then print(i, sentence.text) end
    end
    --> 3, Fees may fall by 2% in April, she added.

    --# article.tokens
    local words = 0
    for _, token in ipairs(article.tokens) do
      if token.kind == "word" then words = words + 1 end
    end
    words  --> 43

    --# article.quoted
    article.quoted[1].text  --> “We slept well for the first time,”

    --# article.quotes
    for _, quote in ipairs(article.quotes) do
      print(quote.kind, quote.speaker_name or quote.speaker.text)
    end
    --> direct, Ada Brandt
    --> indirect, Ada Brandt
    --> indirect, the city council

    --# article.entities
    for _, entity in ipairs(article.entities) do
      print(entity.label, entity.name)
    end
    --> NORP, Germany
    --> LOC, Ulm
    --> PERSON, Ada Brandt

    --# article.amounts
    for _, amount in ipairs(article.amounts) do
      print(amount.value, amount.unit)
    end
    --> 2.0, week
    --> 2.0, %
    --> 3500000.0, EUR

    --# article.dates
    article.dates[1].iso  --> 2025-03-04

    --# article.links
    article.links[1].url  --> https://council.example/

    --# article.scopes
    for _, scope in ipairs(article.scopes) do
      if scope.kind == "lead" then print(#scope.sentences) end  --> 1
    end

    --# article.layer
    local quotes = article:layer("quotes", { within = article.paragraphs[2] })
    #quotes  --> 2

    --# article.slice
    article:slice(5, 15).text  --> German port

    --# article.nearest
    local amount = article.amounts[2]
    article:nearest("entities", amount, { label = "PERSON" }).name  --> Ada Brandt
    """#
}
