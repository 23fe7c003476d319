import Document

// What a paper, an appendix or a newsroom's note says of how the numbers came about.

extension Report {
  /// A paragraph that is ready to be pasted: what was read, with what, what is missing, and the hashes that tell whether a
  /// repetition had the same before it.
  var methods: String {
    var sentences = [corpusSentence]
    if !plugins.isEmpty { sentences.append(pluginsSentence) }
    sentences += [validationSentence, missingSentence, hashSentence]
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var corpusSentence: String {
    var facts = [
      Figures.count(overview.articles, "article"), Figures.count(overview.words, "word"),
    ]
    if let first = overview.days.first?.name, let last = overview.days.last?.name {
      let (since, until) = (CalendarDate.shown(first), CalendarDate.shown(last))
      facts.append("published \(first == last ? since : "\(since) to \(until)")")
    }
    let program = overview.version.isEmpty ? "Copydesk" : "Copydesk \(overview.version)"
    return "The corpus (\(facts.joined(separator: "; "))) was read and analysed with \(program)."
  }

  private var pluginsSentence: String {
    let parts = plugins.map { plugin in
      let description = plugin.description
      var facts = ["results for \(Figures.count(plugin.articles, "article"))"]
      if plugin.skipped > 0 { facts.append("\(Figures.shown(plugin.skipped)) skipped") }
      if plugin.errors > 0 { facts.append("\(Figures.shown(plugin.errors)) failed") }
      let settings = plugin.settings.isEmpty ? "" : "with \(plugin.settings); "
      let name = [description.name, description.version].filter { !$0.isEmpty }.joined(
        separator: " ")
      return "\(name) (\(settings)\(facts.joined(separator: ", ")))"
    }
    let word = plugins.count == 1 ? "The plugin" : "The plugins"
    return "\(word) \(parts.listed) ran on every article, each alone."
  }

  private var missingSentence: String {
    let unread = overview.failures.total + overview.skips.total
    let missing =
      unread == 0
      ? "All inputs were read"
      : "\(Figures.count(unread, "input")) could not be read or held no article"
    return missing + "; a result counts only where its plugin ran to its end."
  }

  private var hashSentence: String {
    var hashes: [String] = []
    if !overview.hash.isEmpty { hashes.append("of the articles \(overview.hash.prefix(16))") }
    for plugin in plugins where !plugin.description.hash.isEmpty {
      hashes.append("of \(plugin.description.name) \(plugin.description.hash.prefix(16))")
    }
    return hashes.isEmpty ? "" : "SHA-256, first 16 digits: \(hashes.joined(separator: ", "))."
  }
}
