import Document

/// Writes the plugin that looks for the terms of a rule sheet, with no more in it than the sheet needs.
struct RuleProgram {
  private let name: String
  private let sheet: RuleSheet
  /// The word lists' files.
  private let lists: [String]
  private let patterns: [RuleSheet.Rule]
  private let stems: [RuleSheet.Rule]
  private let tags: [String]

  init(_ name: String, _ sheet: RuleSheet, _ lists: [String]) {
    self.name = name
    self.sheet = sheet
    self.lists = lists
    patterns = sheet.rules.filter { $0.form == .regex }
    stems = sheet.rules.filter { $0.form == .stem }
    tags = sheet.tags
  }

  var text: String {
    [data, finder, negation, plugin].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: Data

  private var data: String {
    var text = ""
    if !tags.isEmpty { text += "local tags = \(Self.list(tags))\n" }
    if !patterns.isEmpty { text += "-- Expressions.\n" + table("patterns", patterns) }
    if !stems.isEmpty {
      text += "-- Terms that are found by the stems of their words.\n" + table("stems", stems)
    }
    return text
  }

  private func table(_ name: String, _ rules: [RuleSheet.Rule]) -> String {
    var text = "local \(name) = {\n"
    for rule in rules {
      text += "  { term = \(Self.quoted(rule.term)), "
      text += "shown = \(Self.quoted(rule.written))"
      if sheet.isWeighted { text += ", value = \(Self.number(rule.weight ?? 1))" }
      if !tags.isEmpty { text += ", tags = \(Self.quoted(rule.joinedTags))" }
      if rule.form == .regex { text += ", flags = \"\(rule.keepsCase ? "" : "i")\"" }
      text += " },\n"
    }
    return text + "}\n"
  }

  // MARK: Finding

  private var hasOneSource: Bool { lists.count == 1 && patterns.isEmpty && stems.isEmpty }

  private var finder: String {
    var text = """
      -- The terms in a text, in order.
      local function find(\(searched))
        local hits = {}
        for _, list in ipairs(state.lists) do
          for hit\(sheet.isWeighted ? ", value" : "") in list:hits(text) do
            hits[#hits + 1] = { span = hit, term = hit.term\(valueOfHit)\(tagsOfHit) }
          end
        end

      """
    if !patterns.isEmpty {
      text += """
          for number, rule in ipairs(patterns) do
            for _, match in ipairs(state.patterns[number]:all(text)) do
              hits[#hits + 1] = { span = match, term = rule.shown, value = rule.value, tags = rule.tags }
            end
          end

        """
    }
    if !stems.isEmpty { text += "  find_stems(text, state, language, hits)\n" }
    if hasOneSource { return text + "  return hits\nend\n" }
    return (stems.isEmpty ? "" : Self.stemFinder) + text + Self.order
  }

  /// What the finder is given: the language where stems are told by it.
  private var searched: String { stems.isEmpty ? "text, state" : "text, state, language" }

  private var valueOfHit: String { sheet.isWeighted ? ", value = value" : "" }

  private var tagsOfHit: String { tags.isEmpty ? "" : ", tags = hit:get(\"tags\") or \"\"" }

  private static let stemFinder = """
    -- The stem of a word; in lower case alone where the language has no stemmer.
    local function stem(word, language)
      local has_stemmer, found = pcall(desk.stem, word, language)
      return has_stemmer and found or desk.lower(word)
    end

    -- The stems of a term's words.
    local function stems_of(text, language)
      local list = {}
      for _, word in ipairs(desk.words(text)) do list[#list + 1] = stem(word, language) end
      return list
    end

    -- Adds the places where all words of a term have its stems.
    local function find_stems(text, state, language, hits)
      local terms = state.stems[language]
      if not terms then
        terms = {}
        for _, rule in ipairs(stems) do
          terms[#terms + 1] = { rule = rule, stems = stems_of(rule.term, language) }
        end
        state.stems[language] = terms
      end
      local words = state.word:all(text)
      local found = {}
      for index, word in ipairs(words) do found[index] = stem(word.text, language) end
      for index in ipairs(found) do
        for _, term in ipairs(terms) do
          local length, same = #term.stems, #term.stems > 0
          for offset = 1, length do same = same and found[index + offset - 1] == term.stems[offset] end
          if same then
            local span = { first = words[index].first, last = words[index + length - 1].last, place = words[index].place }
            hits[#hits + 1] = { span = span, term = term.rule.shown, value = term.rule.value, tags = term.rule.tags }
          end
        end
      end
    end


    """

  /// Of terms that overlap the first counts, and of those that begin together the longest.
  private static let order = """
      table.sort(hits, function(a, b)
        if a.span.first ~= b.span.first then return a.span.first < b.span.first end
        if a.span.last ~= b.span.last then return a.span.last > b.span.last end
        return a.term < b.term
      end)
      local apart, last = {}, 0
      for _, hit in ipairs(hits) do
        if hit.span.first > last and hit.span.last >= hit.span.first then
          apart[#apart + 1], last = hit, hit.span.last
        end
      end
      return apart
    end

    """

  // MARK: Negation

  private var negation: String {
    guard let negation = sheet.negation else { return "" }
    return """
      -- Whether a word that negates stands at most \(negation.before) words before a place, in its sentence.
      local function is_negated(span, negators, text)
        for index = #negators, 1, -1 do
          local negator = negators[index]
          if negator.last < span.first then
            if span.first - negator.last > 400 then return false end
            local between = text:sub(negator.last + 1, span.first - 1)
            return not between:find("[.!?;]") and #desk.words(between) < \(negation.before)
          end
        end
        return false
      end

      """
  }

  private var negators: String {
    guard let negation = sheet.negation else { return "" }
    let words = negation.words.isEmpty ? RuleSheet.negators : negation.words
    return "      negators = ctx:lexicon(\(Self.list(words))),\n"
  }

  // MARK: The plugin

  private var plugin: String {
    "--- \(summary)\n---\n--- Made of a list of \(sheet.rules.count) terms.\n---@type copydesk.Plugin\n"
      + "return {\n" + declarations + setup + analysis + report + "}\n"
  }

  private var summary: String { sheet.summary ?? "Terms of the list \(name)" }

  private var declarations: String {
    var text = "  api = 1,\n  name = \(Self.quoted(name)),\n"
    func add(_ key: String, _ value: String?) {
      if let value { text += "  \(key) = \(Self.quoted(value)),\n" }
    }
    add("version", sheet.version)
    add("summary", summary)
    add("author", sheet.author)
    add("license", sheet.license)
    if !sheet.categories.isEmpty { text += "  categories = \(Self.list(sheet.categories)),\n" }
    if let languages = sheet.languages { text += "  languages = \(Self.list(languages)),\n" }
    text += "  layers = {\n    term = \"a term of the list\",\n"
    if sheet.negation != nil { text += "    negated = \"a term behind a word that negates it\",\n" }
    text += "  },\n  fields = {\n"
    for field in fields {
      text += "    \(field.name) = { type = \"\(field.type)\", merge = \"\(field.merge)\", "
      text += "doc = \(Self.quoted(field.doc))\(sources(ofTag: field.tag)) },\n"
    }
    text += "  },\n"
    if !lists.isEmpty {
      let resources = lists.map { "\($0.split(separator: ".")[0]) = \"\($0)\"" }
      text += "  resources = { \(resources.joined(separator: ", ")) },\n"
    }
    return text + "\n"
  }

  private typealias Field = (name: String, type: String, merge: String, doc: String, tag: String?)

  private var fields: [Field] {
    var fields: [Field] = [
      ("count", "integer", "sum", "terms found", nil),
      ("rate", "number", "mean", "terms in 1,000 words", nil),
    ]
    if sheet.isWeighted {
      fields.append(("score", "number", "mean", "sum of the terms' weights", nil))
    }
    for tag in tags {
      let doc = "terms tagged \(tag)"
      fields.append(("\(tag)_count", "integer", "sum", doc, tag))
      fields.append(("\(tag)_rate", "number", "mean", "\(doc) in 1,000 words", tag))
      guard sheet.isWeighted else { continue }
      fields.append(("\(tag)_score", "number", "mean", "sum of the weights of \(doc)", tag))
    }
    return fields + [("terms", "list", "top", "the terms, as the list writes them", nil)]
  }

  /// The marks that a field is made of, so that an explanation adds up to it: where all are, nothing is written.
  private func sources(ofTag tag: String?) -> String {
    guard let tag else {
      return sheet.negation == nil || flips ? "" : ", from = \"term\""
    }
    let written = Set(sheet.rules.filter { $0.tags.contains(tag) }.map(\.joinedTags)).sorted()
    let tags = written.count == 1 ? Self.quoted(written[0]) : Self.list(written)
    let marked = "{ tags = \(tags) }"
    return ", from = { term = \(marked)" + (flips ? ", negated = \(marked) }" : " }")
  }

  private var setup: String {
    var text = "  setup = function(\(lists.isEmpty && sheet.negation == nil ? "" : "ctx"))\n"
    if !patterns.isEmpty {
      text += "    local made = {}\n"
      text +=
        "    for number, rule in ipairs(patterns) do made[number] = desk.regex(rule.term, rule.flags) end\n"
    }
    text += "    return {\n"
    let made = lists.map { list in
      list.hasPrefix("kept")
        ? "ctx:lexicon(\"kept\", { case = \"keep\" })" : "ctx:lexicon(\"words\")"
    }
    text += "      lists = { \(made.joined(separator: ", ")) },\n"
    if !patterns.isEmpty { text += "      patterns = made,\n" }
    if !stems.isEmpty {
      text +=
        "      stems = {},\n      word = desk.regex(\"[\\\\p{L}\\\\p{N}]+(?:['’]\\\\p{L}+)*\"),\n"
    }
    return text + negators + "    }\n  end,\n\n"
  }

  private var analysis: String {
    let isWeighted = sheet.isWeighted
    var text = "  analyze = function(article, ctx, state)\n"
    text += "    local count, terms = 0, {}\n"
    if isWeighted { text += "    local score = 0\n" }
    if !tags.isEmpty {
      text += isWeighted ? "    local counts, scores = {}, {}\n" : "    local counts = {}\n"
    }
    if !stems.isEmpty {
      text += "    local language = (article.language or \"en\"):match(\"^%a+\")\n"
    }
    text += "    for _, text in ipairs({ article.headline, article }) do\n"
    if sheet.negation != nil {
      text += """
              local negators = {}
              for hit in state.negators:hits(text) do negators[#negators + 1] = { first = hit.first, last = hit.last } end

        """
    }
    text += "      for _, hit in ipairs(find(\(searched))) do\n"
    text += marking
    let isNested = sheet.negation.map { !$0.flips } ?? false
    if isNested { text += "        if not negated then\n" }
    let indent = isNested ? "          " : "        "
    text += "\(indent)count, terms[#terms + 1] = count + 1, hit.term\n"
    if isWeighted { text += "\(indent)score = score + weight\n" }
    if !tags.isEmpty {
      text += "\(indent)for tag in hit.tags:gmatch(\"[^,]+\") do\n"
      text += "\(indent)  counts[tag] = (counts[tag] or 0) + 1\n"
      if isWeighted { text += "\(indent)  scores[tag] = (scores[tag] or 0) + weight\n" }
      text += "\(indent)end\n"
    }
    text += (isNested ? "        end\n" : "") + "      end\n    end\n"
    return text + result
  }

  /// Marks a hit, and tells what it weighs in a score.
  private var marking: String {
    let layer = sheet.negation == nil ? "\"term\"" : "negated and \"negated\" or \"term\""
    var text = ""
    if sheet.negation != nil {
      text += "        local negated = is_negated(hit.span, negators, text.text)\n"
    }
    if sheet.isWeighted {
      let weight = flips ? "negated and -hit.value or hit.value" : "hit.value"
      text += "        local weight = \(weight)\n"
    }
    let attributes =
      "term = hit.term" + (sheet.isWeighted ? ", weight = weight" : "")
      + (tags.isEmpty ? "" : ", tags = hit.tags")
    return text + "        ctx:annotate(\(layer), hit.span, { \(attributes) })\n"
  }

  private var flips: Bool { sheet.negation?.flips ?? false }

  private var result: String {
    var text = """
          local words = math.max(1, article.word_count + #desk.words(article.title))
          local fields = { count = count, rate = 1000 * count / words, terms = terms }

      """
    if sheet.isWeighted { text += "    fields.score = score\n" }
    if !tags.isEmpty {
      text += """
            for _, tag in ipairs(tags) do
              fields[tag .. "_count"] = counts[tag] or 0
              fields[tag .. "_rate"] = 1000 * (counts[tag] or 0) / words

        """
      if sheet.isWeighted { text += "      fields[tag .. \"_score\"] = scores[tag] or 0\n" }
      text += "    end\n"
    }
    return text + "    return fields\n  end,\n\n"
  }

  private var report: String {
    var text = """
        report = function(report, summary)
          report:heading(\(Self.quoted(heading)))
          report:text(("**%d** terms, %.1f in 1,000 words."):format(summary.count or 0, summary.rate or 0))
          report:bar("Most frequent terms", summary.terms, { measure = "times", limit = 20 })

      """
    if !tags.isEmpty {
      text += """
            local points = {}
            for _, tag in ipairs(tags) do points[#points + 1] = { name = tag, value = summary[tag .. "_count"] or 0 } end
            report:bar("By tag", points, { measure = "times" })

        """
    }
    return text + "    report:kwic(\"term\", { limit = 20 })\n  end,\n"
  }

  /// The plugin's name as a heading: `Hedge words`.
  private var heading: String {
    let words = name.map { $0 == "_" || $0 == "-" ? " " : $0 }
    return String(words.prefix(1)).uppercased() + String(words.dropFirst())
  }

  // MARK: Lua

  private static func list(_ words: [String]) -> String {
    "{ \(words.map(quoted).joined(separator: ", ")) }"
  }

  private static func quoted(_ words: String) -> String {
    var quoted = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": quoted += "\\\\"
      case "\"": quoted += "\\\""
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value)
        quoted += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// `1` rather than `1.0`.
  static func number(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
