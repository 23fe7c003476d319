// The tables that `desk.tally` takes and gives.

extension APIShape {
  static let tally = APIShape(
    name: "Tally",
    doc: "What `desk.tally` gives and takes: a table that an aggregate can hold, and a field.",
    fields: [
      PluginKey("texts", "string[]", isRequired: true, "The counts, as the host writes them."),
      PluginKey("fresh", "integer", isRequired: true, "Bytes that were joined since `pack`."),
    ])

  static let tallyOptions = APIShape(
    name: "TallyOptions", doc: "What `desk.tally.words` counts.",
    fields: [
      PluginKey("words", "integer", "Runs of up to so many words side by side; 1 unless told."),
      PluginKey(
        "letters", "integer", "Words of fewer letters do not count, and end a run; 1 unless told."
      ),
      PluginKey("without", "copydesk.Lexicon", "Words that do not count, and end a run."),
      PluginKey("stem", "string", "The language by whose stems words are one: `\"en\"`."),
      PluginKey("id", "string", "The id of the text, which leads back to it: `article.id`."),
    ])

  static let tallyTerm = APIShape(
    name: "TallyTerm", doc: "A term of a tally.",
    fields: [
      PluginKey("term", "string", isRequired: true, "The word, or words with blanks between."),
      PluginKey("times", "integer", isRequired: true, "How often it came."),
      PluginKey("texts", "integer", isRequired: true, "In how many texts."),
      PluginKey("ids", "string[]", isRequired: true, "The least three of their ids."),
    ])

  static let contrastOptions = APIShape(
    name: "ContrastOptions", doc: "Which terms `desk.tally.contrast` tells.",
    fields: [
      PluginKey("prior", "number", "As for `desk.stats.log_odds`; 500 unless told."),
      PluginKey("words_a", "number", "The words of the first; as its terms unless told."),
      PluginKey("words_b", "number", "The words of the second."),
      PluginKey("texts", "integer", "The least texts with a term, in both; 1 unless told."),
      PluginKey("most", "integer", "The most texts with it."),
      PluginKey("z", "number", "The least z-score, above 0 or below; 1.96 unless told."),
      PluginKey("limit", "integer", "Terms of each side at most; 100 unless told."),
      PluginKey("within", "boolean", "Whether the first is a part of the second."),
    ])

  static let contrast = APIShape(
    name: "Contrast", doc: "A term that tells two tallies apart.",
    fields: [
      PluginKey("term", "string", isRequired: true, "The word, or words with blanks between."),
      PluginKey("odds", "number", isRequired: true, "Log-odds; below 0 they mark the second."),
      PluginKey("z", "number", isRequired: true, "The log-odds by their standard error."),
      PluginKey("a", "integer", isRequired: true, "How often it came in the first."),
      PluginKey("b", "integer", isRequired: true, "How often in the second."),
      PluginKey("texts_a", "integer", isRequired: true, "In how many texts of the first."),
      PluginKey("texts_b", "integer", isRequired: true, "In how many texts of the second."),
      PluginKey("ids_a", "string[]", isRequired: true, "The least three of the first's ids."),
      PluginKey("ids_b", "string[]", isRequired: true, "The least three of the second's."),
    ])
}
