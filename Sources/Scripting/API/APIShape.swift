/// A table of the API that is only data, by the name that types use.
struct APIShape {
  var name: String
  var doc: String
  var fields: [PluginKey]

  /// The tables that a plugin is made of.
  static let plugin = [
    APIShape(
      name: "Plugin", doc: "What a plugin's file returns.",
      fields: PluginKey.declarations + PluginKey.functions),
    APIShape(name: "Field", doc: "One of a plugin's `fields`.", fields: PluginKey.field),
    APIShape(name: "Option", doc: "One of a plugin's `options`.", fields: PluginKey.option),
    APIShape(name: "Aggregate", doc: "A plugin's `aggregate`.", fields: PluginKey.aggregate),
  ]

  /// The tables that functions of the API take and give.
  static let values = [
    APIShape(
      name: "Dateline", doc: "Place, date and agency with which a story opens.",
      fields: [
        PluginKey("place", "string", isRequired: true, "As printed: `PARIS/BERLIN`."),
        PluginKey("places", "string[]", isRequired: true, "Each place."),
        PluginKey("date", "string", "ISO 8601; `--02-26` where no year is known."),
        PluginKey("agency", "string", "The agency: `Reuters`."),
        PluginKey(
          "span", "copydesk.Span",
          "Where it stands in the text, up to the story's first word; nil where it does not."),
      ]),
    APIShape(
      name: "Counts", doc: "How many articles became what with one plugin: `summary.counts`.",
      fields: [
        PluginKey("articles", "integer", isRequired: true, "Those that it has results of."),
        PluginKey("skipped", "integer", isRequired: true, "Those that it was not run on."),
        PluginKey("failed", "integer", isRequired: true, "Those that it failed on."),
      ]),
    APIShape(
      name: "Run", doc: "What is known about a run: `ctx.run`.",
      fields: [
        PluginKey("articles", "integer", isRequired: true, "Articles that were read."),
        PluginKey("words", "integer", isRequired: true, "Their words."),
        PluginKey("skipped", "integer", isRequired: true, "Inputs that hold no article."),
        PluginKey("unreadable", "integer", isRequired: true, "Inputs that could not be read."),
        PluginKey("since", "string", "The day of the earliest dated article, ISO 8601."),
        PluginKey("until", "string", "The day of the latest."),
      ]),
    APIShape(
      name: "Place",
      doc: "A stretch of an article's text given by numbers; taken wherever a span is.",
      fields: [
        PluginKey("first", "integer", isRequired: true, "Its first byte, counted from 1."),
        PluginKey("last", "integer", isRequired: true, "Its last byte."),
        PluginKey("place", "\"text\" | \"title\"", "Which text they count in; `text` unless told."),
      ]),
    APIShape(
      name: "Places", doc: "Stretches of the article's text, as lists of their bytes.",
      fields: [
        PluginKey("first", "integer[]", isRequired: true, "Their first bytes, counted from 1."),
        PluginKey("last", "integer[]", isRequired: true, "Their last bytes."),
      ]),
    APIShape(
      name: "Point", doc: "A mark of a chart.",
      fields: [
        PluginKey("name", "string", "What it stands for."),
        PluginKey("date", "string", "The same for lines: an ISO 8601 date."),
        PluginKey("value", "number", "How much; none is a gap in a line."),
        PluginKey("article", "string", "The id of the article that it leads to."),
        PluginKey("articles", "string[]", "Or the ids of several."),
        PluginKey("others", "integer", "How many articles more there are than these."),
        PluginKey("first", "integer", "Where in the article's text."),
        PluginKey("last", "integer", "Where that ends."),
      ]),
    APIShape(
      name: "Passage", doc: "Words of an article, as a report quotes them.",
      fields: [
        PluginKey("text", "string", isRequired: true, "The words."),
        PluginKey(
          "article", "string", isRequired: true, "The id of the article that they are from."),
        PluginKey("first", "integer", "Where in the article's text."),
        PluginKey("last", "integer", "Where that ends."),
        PluginKey("label", "string | number", "What is shown beside it: a score, a name."),
      ]),
    APIShape(
      name: "Match",
      doc:
        "What a regular expression found. Its groups are `match[1]`, `match[2]` and so on: strings, or "
        + "false for one that took no part. In the article it is taken wherever a span is.",
      fields: [
        PluginKey("first", "integer", isRequired: true, "Its first byte, counted from 1."),
        PluginKey("last", "integer", isRequired: true, "Its last byte."),
        PluginKey("text", "string", isRequired: true, "Its words."),
        PluginKey(
          "place", "\"text\" | \"title\"", "Which of the article's texts it is in, if in any."),
        PluginKey(
          "groups", "table<integer | string, copydesk.Match>",
          "The groups that took part, by number and by name, with where they are."),
      ]),
    lexiconOptions, termOptions, largestOptions, summary, readability,
    tally, tallyOptions, tallyTerm, contrastOptions, contrast,
  ]

  static let lexiconOptions = APIShape(
    name: "LexiconOptions", doc: "How `ctx:lexicon` and `desk.lexicon` read words.",
    fields: [
      PluginKey("words", "\"words\" | \"spaced\" | \"characters\"", "What a word is."),
      PluginKey("case", "\"fold\" | \"lower\" | \"keep\"", "How case is treated."),
      PluginKey("overlaps", "boolean", "Whether every term is found."),
      PluginKey("stem", "string", "The language by whose stems words are found: `\"en\"`."),
      PluginKey("negators", "string | table", "Words that turn a hit behind them around."),
      PluginKey("intensifiers", "string | table", "Words with weights for a hit behind them."),
      PluginKey("window", "integer", "How many words before a hit may change it; 3 unless told."),
    ])
}
