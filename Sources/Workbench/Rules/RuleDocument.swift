import Document

/// Reads a rule sheet that is written in TOML: settings, `[terms]` with weights, and `[[rule]]` for what needs more.
struct RuleDocument {
  private(set) var sheet = RuleSheet()
  private(set) var faults: [RuleSheet.Fault] = []
  private let lines: [Substring]
  private var known: Set<String> = []
  /// By key, the lines on which they stand.
  private var keyLines: [String: Int] = [:]

  private static let ruleKeys = ["term", "terms", "weight", "tag", "tags", "case", "note"]

  init(_ bytes: [UInt8]) {
    lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let document: TOML
    do throws(TOML.Fault) { document = try TOML(bytes) } catch {
      let words = error.key.map { "\($0): \(error.message)" } ?? error.message
      faults.append(RuleSheet.Fault(line: error.line, message: words))
      return
    }
    keyLines = document.lines
    for entry in document.fields.entries where entry.name != "terms" && entry.name != "rule" {
      take(entry, line: keyLines[entry.name])
    }
    for entry in document.fields["terms"]?.map?.entries ?? [] {
      addWeighted(entry, line: keyLines["terms.\(entry.name)"])
    }
    for (number, rule) in (document.fields["rule"]?.list ?? []).enumerated() {
      add(rule.map ?? [:], number)
    }
  }

  private mutating func take(_ entry: Fields.Entry, line: Int?) {
    do throws(RuleSettings.Fault) {
      try RuleSettings.take(entry.name, entry.value, into: &sheet)
    } catch { fault(line, error.message, error.remedy) }
  }

  /// `may = 0.5`
  private mutating func addWeighted(_ entry: Fields.Entry, line: Int?) {
    guard let weight = entry.value.number, weight.isFinite else {
      let isQuoted = entry.value.string.flatMap(Double.init)?.isFinite == true
      return fault(
        line, "terms.\(entry.name): expected a weight, got \(entry.value.typeName)",
        isQuoted
          ? "leave the quotation marks out" : "write [[rule]] for a term with tags")
    }
    add([entry.name], weight: weight, tags: [], keepsCase: sheet.keepsCase, after: line ?? 0)
  }

  private mutating func add(_ rule: Fields, _ number: Int) {
    let element = TOML.element(of: "rule", number)
    let line = keyLines[element] ?? 1
    func place(_ key: String) -> Int { keyLines["\(element).\(key)"] ?? line }
    for name in rule.names where !Self.ruleKeys.contains(name) {
      fault(
        place(name), "there is no '\(name)' of a rule",
        Suggestions.question(Suggestions.like(name, among: Self.ruleKeys))
          ?? "a rule has \(Self.ruleKeys.joined(separator: ", "))")
    }
    var weight: Double?
    if let value = rule["weight"] {
      guard let number = value.number, number.isFinite else {
        return fault(
          place("weight"), "weight: expected a number, got \(value.typeName)",
          value.string.flatMap(Double.init) == nil ? nil : "leave the quotation marks out")
      }
      weight = number
    }
    var keepsCase = sheet.keepsCase
    if let value = rule["case"] {
      guard let keeps = value.string.flatMap(RuleSheet.keepsCase) else {
        return fault(place("case"), "case: expected keep or fold")
      }
      keepsCase = keeps
    }
    var key = "terms"
    do throws(RuleSettings.Fault) {
      var terms: [String] = []
      if let term = rule["term"]?.string { terms.append(term) }
      if let list = rule[key] { terms += try RuleSettings.strings(key, list) }
      var tags: [String] = []
      for name in ["tag", "tags"] {
        key = name
        if let value = rule[name] { tags += try RuleSettings.strings(name, value) }
      }
      guard !terms.isEmpty else {
        return fault(line, "a rule without a term", "write term = \"…\" or terms = […]")
      }
      add(terms, weight: weight, tags: tags, keepsCase: keepsCase, after: line)
    } catch { fault(place(key), error.message, error.remedy) }
  }

  private mutating func add(
    _ terms: [String], weight: Double?, tags: [String], keepsCase: Bool, after line: Int
  ) {
    for term in terms {
      let place = place(of: term, after: line)
      do throws(RuleSheet.Fault) {
        var rule = try RuleSheet.Rule(
          written: term.trimmed, keepsCase: keepsCase, line: place.line, column: place.column)
        rule.weight = weight
        for tag in tags { try rule.add(tag: tag) }
        guard !rule.term.trimmed.isEmpty else {
          throw RuleSheet.Fault(line: place.line, column: place.column, message: "an empty term")
        }
        guard known.insert("\(keepsCase) \(rule.written)").inserted else {
          throw RuleSheet.Fault(
            line: place.line, column: place.column, message: "'\(rule.written)' comes twice",
            remedy: "keep one of the two")
        }
        sheet.rules.append(rule)
      } catch { faults.append(error) }
    }
  }

  private mutating func fault(_ line: Int?, _ message: String, _ remedy: String? = nil) {
    faults.append(RuleSheet.Fault(line: line, message: message, remedy: remedy))
  }

  // MARK: Places

  /// Where a term stands, from a line on; the line alone where it is written in another way.
  private func place(of term: String, after line: Int) -> (line: Int, column: Int?) {
    let start = max(0, line - 1)
    for (index, words) in lines.enumerated().dropFirst(start).prefix(500) {
      for (mark, end) in [("\"", "\""), ("'", "'"), ("", " =")] {
        guard let range = words.firstRange(of: mark + term + end) else { continue }
        let before = words.distance(from: words.startIndex, to: range.lowerBound)
        return (index + 1, before + mark.count + 1)
      }
    }
    return (max(1, line), nil)
  }
}
