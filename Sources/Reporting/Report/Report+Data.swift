package import Document

// A report as data, for those who write it in a form of their own. `Templates.md` specifies it.

extension Report {
  /// Articles that the data holds one by one.
  private static let dataArticles = 10_000
  /// Key words in context of one layer.
  private static let dataLines = 50

  package var data: Value {
    var fields: Fields = [
      "title": .string(title), "headline": .string(headline), "standfirst": .string(standfirst),
      "house": .string(house.name), "methods": .string(methods),
      "command": .string(overview.command), "version": .string(overview.version),
      "hash": .string(overview.hash), "overview": .map(overview.data),
      "plugins": .list(plugins.enumerated().map { .map(data(of: $1, number: $0 + 1)) }),
      "articles": .list(entries.prefix(Self.dataArticles).map { .map(data(of: $0)) }),
    ]
    if let part {
      fields["part"] = ["grouping": .string(part.grouping), "name": .string(part.name)]
    }
    if let judgement { judgement.add(to: &fields) }
    return .map(fields)
  }

  /// Where an article is, from the folder of the report; nil where it is nowhere in it.
  private func address(of article: Int) -> String? {
    guard article <= pages else {
      return article <= HTMLReport.rows ? "report.html#article-\(article)" : nil
    }
    return "\(hasSheets ? Sheets.file(of: article) : "report.html")#article-\(article)"
  }

  private func data(of entry: ArticleEntry) -> Fields {
    var fields: Fields = [
      "number": .integer(Int64(entry.mention.number)), "id": .string(entry.id),
      "title": .string(entry.mention.title), "source": .string(entry.mention.source),
      "failed": .bool(entry.hasErrors),
    ]
    fields["address"] = address(of: entry.mention.number).map(Value.string)
    for item in entry.about.entries { fields[item.name] = item.value }
    var leads = Fields()
    for (lead, value) in zip(self.leads, entry.leads) where value != .null {
      leads["\(lead.plugin).\(lead.field)"] = value
    }
    fields["fields"] = .map(leads)
    return fields
  }

  private func data(of plugin: PluginReport, number: Int) -> Fields {
    let description = plugin.description
    var fields: Fields = [
      "name": .string(description.name), "title": .string(plugin.title),
      "summary": .string(description.summary), "version": .string(description.version),
      "hash": .string(description.hash), "options": .map(plugin.options),
      "articles": .integer(Int64(plugin.articles)), "skipped": .integer(Int64(plugin.skipped)),
      "failed": .integer(Int64(plugin.errors)), "address": .string("report.html#plugin-\(number)"),
      "fields": .map(Fields(plugin.fields.map { .init($0.description.name, .map($0.data)) })),
      "layers": .map(
        Fields(
          plugin.layers.map { layer in
            .init(layer.description.name, .map(data(of: layer, of: description.name)))
          })),
      "blocks": .list(plugin.blocks.map(\.data)),
    ]
    if !description.judgements.isEmpty {
      fields["judgements"] = .list(description.judgements.map(Value.string))
    }
    if !plugin.validations.isEmpty {
      fields["validations"] = .list(plugin.validations.map { .map($0.data) })
    }
    if let error = plugin.error { fields["error"] = .string(error.sentence) }
    return fields
  }

  private func data(of layer: LayerReport, of plugin: String) -> Fields {
    let lines = concordances["\(plugin).\(layer.description.name)"]?.first(Self.dataLines) ?? []
    return [
      "doc": .string(layer.description.doc), "marks": .integer(Int64(layer.annotations)),
      "articles": .integer(Int64(layer.articles)),
      "lines": .list(
        lines.map { line in
          [
            "article": .integer(Int64(line.article)), "before": .string(line.context.before),
            "words": .string(line.context.words), "after": .string(line.context.after),
            "note": .string(line.note),
          ]
        }),
    ]
  }
}

extension Value {
  /// A number, whole where it is.
  fileprivate static func count(_ number: Double) -> Value {
    Int64(exactly: number).map(Value.integer) ?? .number(number)
  }
}

extension Overview {
  fileprivate var data: Fields {
    var fields: Fields = [
      "articles": .integer(Int64(articles)), "words": .integer(Int64(words)),
      "bytes": .integer(Int64(bytes)), "failures": .integer(Int64(failures.total)),
      "skips": .integer(Int64(skips.total)), "errors": .integer(Int64(errors.total)),
      "inputs": .list(inputs.map(Value.string)), "days": .list(days.map { .map($0.data) }),
      "publishers": publishers.data, "languages": languages.data, "sections": sections.data,
    ]
    fields["since"] = days.first.map { .string($0.name) }
    fields["until"] = days.last.map { .string($0.name) }
    return fields
  }
}

extension Ranking {
  fileprivate var data: Value { .list(counts.map { .map($0.data) }) }
}

extension Count {
  fileprivate var data: Fields {
    [
      "name": .string(name), "count": .count(count),
      "articles": .list(articles.map { .integer(Int64($0)) }),
    ]
  }
}

extension FieldReport {
  fileprivate var data: Fields {
    var fields: Fields = [
      "doc": .string(description.doc), "type": .string(description.type.rawValue),
      "merge": .string(description.merge.rawValue), "articles": .integer(Int64(articles)),
      "names": names.data, "lowest": Self.data(of: lowest), "highest": Self.data(of: highest),
    ]
    fields["value"] = value
    return fields
  }

  private static func data(of extremes: [Extreme]) -> Value {
    .list(
      extremes.map {
        ["value": .count($0.value), "article": .integer(Int64($0.article.number))]
      })
  }
}

extension ReportBlock {
  /// As it travels from the worker that made it.
  fileprivate var data: Value {
    var json = JSONWriter()
    write(to: &json)
    return (try? JSONParser.parse(json.bytes[...])) ?? .null
  }
}

extension Judgement {
  /// Adds `gates` and `changes`.
  func add(to fields: inout Fields) {
    fields["gates"] = .list(gates.map { .map($0.data) })
    fields["changes"] = changes.map { .map($0.data) }
  }
}

extension GateResult {
  fileprivate var data: Fields {
    [
      "condition": .string(condition), "failed": .bool(holds),
      "reasons": .list(reasons.map(Value.string)),
    ]
  }
}

extension Changes {
  fileprivate var data: Fields {
    [
      "since": .string(earlier),
      "figures": .list(
        figures.map { figure in
          var fields: Fields = ["name": .string(figure.name)]
          fields["plugin"] = figure.plugin.map(Value.string)
          fields["before"] = figure.then.map(Value.count)
          fields["now"] = figure.now.map(Value.count)
          return .map(fields)
        }),
      "names": .list(
        names.map { names in
          [
            "field": .string(names.field), "new": .list(names.new.map { .map($0.data) }),
            "gone": .list(names.gone.map(Value.string)),
          ]
        }),
    ]
  }
}
