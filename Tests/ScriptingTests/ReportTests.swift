import Document
import Testing

@testable import Scripting

@Suite struct ReportTests {
  /// Counts titles and keeps the longest; a merge that is associative and commutative.
  static let titles = plugin(
    "titles",
    """
    return {
      api = 1, name = "titles", fields = { words = { type = "integer", merge = "sum" } },
      analyze = function(article) return { words = article.word_count } end,
      aggregate = {
        new = function() return { count = 0, longest = "" } end,
        add = function(acc, article, fields, ctx)
          acc.count = acc.count + fields.words
          acc.longest = article.title
        end,
        merge = function(a, b)
          local longest = a.longest
          if #b.longest > #longest or #b.longest == #longest and b.longest < longest then
            longest = b.longest
          end
          return { count = a.count + b.count, longest = longest }
        end,
        finish = function(acc) return { longest = acc.longest, per = acc.count / 2 } end,
      },
      report = function(report, summary, ctx)
        report:heading("Titles")
        report:text(summary.longest .. " " .. summary.per .. " " .. summary.words)
      end,
    }
    """)

  private func article(_ title: String) -> Article {
    var article = Article.harbour
    article.metadata.title = Sourced(title, from: "json")
    return article
  }

  @Test func `an aggregate is folded, finished and reported`() throws {
    let host = try PluginHost([Self.titles])
    var parts: [Value] = []
    for title in ["Long title", "Short", "Longer title"] {
      let found = host.analyze(article(title))[0]
      #expect(found.error == nil)
      parts.append(try #require(found.aggregate))
    }
    #expect(parts[1] == ["count": 12, "longest": "Short"])
    for part in parts { host.fold(plugin: "titles", part: part) }
    let sections = host.report(summaries: ["titles": ["words": 36]])
    #expect(
      sections == [
        ReportSection(
          plugin: "titles",
          blocks: [.heading("Titles", level: 1), .text("Longer title 18.0 36")])
      ])
  }

  @Test func `without articles the aggregate is the new one`() throws {
    let host = try PluginHost([Self.titles])
    let section = host.report(summaries: ["titles": ["words": 0]])[0]
    #expect(section.blocks.last == .text(" 0.0 0"))
    #expect(host.report(summaries: [:], without: ["titles"]) == [])
  }

  @Test(arguments: [
    ("merge = function(a, b) error('cannot') end", "cannot", PluginError.Kind.error, "aggregate"),
    (
      "merge = function(a, b) while true do end end", "the time limit was reached", .timeout,
      "aggregate"
    ),
    (
      "merge = function(a, b) return a end, finish = function() return { 1 } end",
      "aggregate.finish: expected a table with names, got a list", .result, "aggregate"
    ),
    (
      "merge = function(a, b) return a end, finish = function() return { x = print } end",
      "aggregate.x: expected a value, got function", .result, "aggregate"
    ),
    (
      "merge = function(a, b) return a end, finish = function() return { x = 0/0 } end",
      "aggregate.x: expected a finite number, got nan", .result, "aggregate"
    ),
  ])
  func `an aggregate that fails is told in its section`(
    code: String, message: String, kind: PluginError.Kind, phase: String
  ) throws {
    let package = analyzing(
      "return {}",
      "aggregate = { new = function() return {} end, add = function() end, \(code) },")
    let host = try PluginHost([package], limits: Limits(seconds: 0.5))
    for _ in 1...2 {
      let part = try #require(host.analyze(.harbour)[0].aggregate)
      host.fold(plugin: "trial", part: part)
    }
    let sections = host.report(summaries: [:])
    let error = try #require(sections.first?.error)
    #expect(error.message.hasPrefix(message))
    #expect(error.kind == kind)
    #expect(error.phase == phase)
    #expect(error.file == "trial.lua")
  }

  @Test func `a part that is no value fails its article`() throws {
    let found = try finding(
      analyzing(
        "return {}",
        "aggregate = { new = function() return {} end, merge = function(a) return a end, "
          + "add = function(acc, article) acc.article = article end },"))
    #expect(found.error?.message == "aggregate.article: expected a value, got article")
    #expect(found.error?.kind == .result)
  }

  @Test func `aggregates see the results of plugins they require`() throws {
    let first = analyzing(
      "return { n = 5 }", name: "first", "fields = { n = { type = 'integer' } },")
    let second = plugin(
      "second",
      """
      return {
        api = 1, name = "second", requires = { "first", "sentences" },
        aggregate = {
          new = function() return {} end,
          add = function(acc, article, fields, ctx)
            acc[1] = { n = ctx:results("first").n, text = article.sentences[3].text }
          end,
          merge = function(a, b) return a end,
        },
        report = function(report, summary, ctx)
          report:text(ctx:summary("first").n .. " " .. ctx.run.title)
        end,
      }
      """)
    let host = try PluginHost([first, second])
    let found = host.analyze(.harbour)
    #expect(found[1].error == nil)
    #expect(found[1].aggregate == [["n": 5, "text": "Fees fell 2%."]])
    let sections = host.report(summaries: ["first": ["n": 50]], run: ["title": "run"])
    #expect(sections == [ReportSection(plugin: "second", blocks: [.text("50 run")])])
  }

  /// The blocks that a report's body writes, or its error.
  private func blocks(_ body: String) throws -> Result<[ReportBlock], PluginError> {
    let package = plugin(
      "trial",
      """
      return {
        api = 1, name = "trial", layers = { hedge = "x" },
        report = function(report, summary, ctx)
          \(body)
        end,
      }
      """)
    let section = try #require(PluginHost([package]).report(summaries: [:]).first)
    return section.error.map { .failure($0) } ?? .success(section.blocks)
  }

  @Test(
    arguments: [
      (
        "report:heading('A') report:heading('B') report:heading('C', 3)",
        [.heading("A", level: 1), .heading("B", level: 2), .heading("C", level: 3)]
      ),
      ("report:text('*a*') report:callout('b')", [.text("*a*"), .callout("b")]),
      ("report:overview('stories', 3)", [.overview("stories", count: 3)]),
      (
        "report:table('T', { 'name', 'n' }, { { 'a', 1 }, { 'b', { value = 2.5, article = 'x' } } })",
        [
          .table(
            Table(
              title: "T", columns: ["name", "n"],
              rows: [
                [Cell("a"), Cell(1)],
                [Cell("b"), Cell(2.5, target: Target(article: "x"))],
              ]))
        ]
      ),
      (
        "report:table('', { 'name', 'n' }, { { name = 'a', n = 1, article = 'x', first = 3, last = 4 }, { name = 'b' } })",
        [
          .table(
            Table(
              columns: ["name", "n"],
              rows: [
                [Cell("a", target: Target(article: "x", range: TextRange(2, 4))), Cell(1)],
                [Cell("b"), Cell(.null)],
              ]))
        ]
      ),
      (
        "report:bar('B', { { name = 'a', count = 1 }, { 'b', 2 } }, { measure = 'articles' })",
        [
          .bar(
            Chart(
              title: "B", measure: "articles",
              points: [Point(label: "a", value: 1), Point(label: "b", value: 2)]))
        ]
      ),
      (
        "report:bar('B', { a = 1, c = 3, b = 3 }, { limit = 2 })",
        [
          .bar(
            Chart(title: "B", points: [Point(label: "b", value: 3), Point(label: "c", value: 3)]))
        ]
      ),
      (
        "report:bar('B', { { from = 0.0, to = 0.5, count = 4 } })",
        [.bar(Chart(title: "B", points: [Point(label: "0 – 0.5", value: 4)]))]
      ),
      (
        "report:line('L', { ['2025-02'] = 1, ['2025-01'] = 2 })",
        [
          .line(
            Chart(
              title: "L",
              points: [Point(label: "2025-01", value: 2), Point(label: "2025-02", value: 1)]))
        ]
      ),
      (
        "report:line('L', { { date = '2025-01-01', value = 1, article = 'x' }, { date = '2025-01-02' } })",
        [
          .line(
            Chart(
              title: "L",
              points: [
                Point(label: "2025-01-01", value: 1, target: Target(article: "x")),
                Point(label: "2025-01-02", value: nil),
              ]))
        ]
      ),
      (
        "report:kwic('hedge') report:kwic('trial.hedge', { title = 'K', limit = 5 })",
        [
          .kwic(layer: "trial.hedge", title: "", limit: 20),
          .kwic(layer: "trial.hedge", title: "K", limit: 5),
        ]
      ),
      (
        "report:passages('P', { { text = 't', article = 'x', first = 1, last = 9, label = -0.5 } })",
        [
          .passages(
            title: "P",
            [
              Passage(
                text: "t", target: Target(article: "x", range: TextRange(0, 9)), label: "-0.5")
            ])
        ]
      ),
      (
        """
        report:network('N', { { 'a', 'b', 2 }, { from = 'b', to = 'c', article = 'x', first = 1, last = 2 } },
          { measure = 'm', limit = 9, nodes = { 'c', { name = 'b', value = 4, group = 'g', articles = { 'x', 'y' }, others = 3 } } })
        """,
        [
          .network(
            Network(
              title: "N", measure: "m",
              nodes: [
                .init(name: "c"),
                .init(
                  name: "b", value: 4, group: "g",
                  targets: Targets([Target(article: "x"), Target(article: "y")], others: 3)),
                .init(name: "a"),
              ],
              ties: [
                .init(from: 2, to: 1, weight: 2),
                .init(
                  from: 1, to: 0, targets: [Target(article: "x", range: TextRange(0, 2))]),
              ], limit: 9))
        ]
      ),
      (
        "report:map('M', { { name = 'Ulm', lat = 48.4, lon = 10, value = 2 }, { name = 'Wien', lat = 48, lon = 16 } })",
        [
          .map(
            PlaceMap(
              title: "M",
              places: [
                .init(name: "Ulm", latitude: 48.4, longitude: 10, value: 2),
                .init(name: "Wien", latitude: 48, longitude: 16),
              ]))
        ]
      ),
      (
        "report:line('L', { a = { ['2025-01'] = 1 }, b = { ['2025-01'] = 2 } }, { measure = 'm' })",
        [
          .series(
            SeriesChart(
              form: .lines, title: "L", measure: "m",
              series: [
                .init(name: "a", points: [Point(label: "2025-01", value: 1)]),
                .init(name: "b", points: [Point(label: "2025-01", value: 2)]),
              ]))
        ]
      ),
      (
        """
        report:multiples('M', { { name = 'a', points = { { date = '2025-01', value = 1, articles = { 'x', 'y' } } } } })
        """,
        [
          .series(
            SeriesChart(
              form: .multiples, title: "M",
              series: [
                .init(
                  name: "a",
                  points: [
                    Point(
                      label: "2025-01", value: 1,
                      targets: [Target(article: "x"), Target(article: "y")])
                  ])
              ]))
        ]
      ),
      (
        """
        report:stack('S', { { name = 'a', parts = { p = 1, q = { value = -2, article = 'y' } }, article = 'x' } },
          { share = true, parts = { 'q' } })
        """,
        [
          .series(
            SeriesChart(
              form: .shares, title: "S",
              series: [
                .init(
                  name: "q", points: [Point(label: "a", value: -2, target: Target(article: "y"))]),
                .init(
                  name: "p", points: [Point(label: "a", value: 1, target: Target(article: "x"))]),
              ]))
        ]
      ),
      (
        "report:heatmap('H', { { row = 'a', column = 1, value = 2, article = 'x' }, { 'b', 1, 0 } }, { columns = { '2' } })",
        [
          .heatmap(
            HeatMap(
              title: "H", rows: ["a", "b"], columns: ["2", "1"],
              cells: [
                .init(row: 0, column: 1, value: 2, targets: [Target(article: "x")]),
                .init(row: 1, column: 1, value: 0),
              ]))
        ]
      ),
      (
        "report:heatmap('H', { a = { x = 1 }, b = { x = 2, y = 3 } })",
        [
          .heatmap(
            HeatMap(
              title: "H", rows: ["a", "b"], columns: ["x", "y"],
              cells: [
                .init(row: 0, column: 0, value: 1), .init(row: 1, column: 0, value: 2),
                .init(row: 1, column: 1, value: 3),
              ]))
        ]
      ),
      (
        "report:histogram('H', { 1, 2, { value = 9, article = 'x' } }, { bins = 2, unit = 'stories' })",
        [
          .histogram(
            Histogram(
              title: "H", unit: "stories",
              bins: [
                .init(lower: 0, upper: 5, count: 2),
                .init(lower: 5, upper: 10, count: 1, targets: [Target(article: "x")]),
              ]))
        ]
      ),
      (
        "report:histogram('H', { { from = 0, to = 0.5, count = 4 } }, { measure = 'm' })",
        [
          .histogram(
            Histogram(title: "H", measure: "m", bins: [.init(lower: 0, upper: 0.5, count: 4)]))
        ]
      ),
      (
        """
        report:table('T', { 'name', 'n', 'x' }, { { 'b', 1, 0.5 }, { 'a', 3, 0.25 }, { 'c' , 2, 1 } },
          { sort = '-n', formats = { x = 'percent' }, totals = { n = 'sum', x = 'mean' } })
        """,
        [
          .table(
            Table(
              title: "T", columns: ["name", "n", "x"],
              rows: [
                [Cell("a"), Cell(3), Cell(0.25)], [Cell("c"), Cell(2), Cell(1)],
                [Cell("b"), Cell(1), Cell(0.5)],
              ], formats: [.plain, .plain, .percent],
              totals: [.null, 6, .number(1.75 / 3)]))
        ]
      ),
      (
        "report:table('', { 'name', 'n' }, { { 'b', 1 }, { 'a', 2 } }, { sort = 'name', totals = true })",
        [
          .table(
            Table(
              columns: ["name", "n"], rows: [[Cell("a"), Cell(2)], [Cell("b"), Cell(1)]],
              totals: [.null, 3]))
        ]
      ),
      (
        "report:text('a' .. report:footnote('x') .. report:footnote('y'))",
        [.footnote(mark: "¹", "x"), .footnote(mark: "²", "y"), .text("a¹²")]
      ),
      (
        "report:download('pairs.csv', { 'a' }, { { 1 } }, { title = 'P' })",
        [
          .download(
            file: "pairs.csv", Table(title: "P", columns: ["a"], rows: [[Cell(1)]]))
        ]
      ),
    ] as [(String, [ReportBlock])])
  func `a plugin writes`(body: String, expected: [ReportBlock]) throws {
    #expect(try blocks(body).get() == expected)
  }

  @Test(arguments: [
    ("report:heading()", "bad argument #1 to 'heading' (expected string, got nil)"),
    (
      "report:heading('x', 6)",
      "bad argument #2 to 'heading' (expected level from 1 to 5, got integer)"
    ),
    ("report.text('x')", "call 'text' with a colon: report:text(…), not with string"),
    (
      "report:table('T', { 'a', 'b' }, { { 1 } })",
      "report:table: rows[1]: expected 2 cells, one for each column, got 1"
    ),
    (
      "report:table('T', { 'a', 'b' }, { { c = 1 } })",
      "report:table: rows[1]: none of its names is a column; it has c"
    ),
    (
      "report:table('T', { 'a' }, { { { 1 } } })",
      "report:table: rows[1][1]: a cell is a value, not a list"
    ),
    ("report:bar('B', { { 'a', 'b' } })", "report:bar: points[1]: expected a number, got \"b\""),
    ("report:bar('B', { a = true })", "report:bar: points.a: expected a number, got true"),
    (
      "report:bar('B', { a = 1 }, { mesure = 'x' })",
      "unknown option 'mesure'; did you mean 'measure'?"
    ),
    (
      "report:line('L', { { x = 1 } })",
      "report:line: points[1]: there is no 'x'; it may have name, label, date, value, count, from, to, article, articles, others, first, last"
    ),
    ("report:kwic('hegde')", "there is no layer \"hegde\" to report on; did you mean 'hedge'?"),
    ("report:kwic('hedge', { limit = 0 })", "'limit': expected 1 to 1000, got 0"),
    (
      "report:passages('P', { { text = 't' } })",
      "report:passages: passages[1]: expected an 'article', the id of the article it is from"
    ),
    (
      "ctx:annotate('hedge', { first = 1, last = 1 })",
      "ctx:annotate works in analyze only, not in report; mark spans in analyze"
    ),
    (
      "report:network('N', { { from = 'a', too = 'b' } })",
      "report:network: ties[1]: there is no 'too'; did you mean 'to'?"
    ),
    (
      "report:network('N', { { from = 'a' } })", "report:network: ties[1]: expected 'to', a name"
    ),
    (
      "report:network('N', { { 'a', 'b', -1 } })",
      "report:network: ties[1]: a weight is not below 0"
    ),
    (
      "report:network('N', {}, { nodes = { 'a', 'a' } })",
      "report:network: nodes[2]: there is a node \"a\" already"
    ),
    (
      "report:network('N', {}, { limit = 1 })",
      "report:network: options.limit: expected an integer from 2 to 200, got 1"
    ),
    (
      "report:network('N', {}, { limits = 5 })",
      "report:network: options: there is no 'limits'; did you mean 'limit'?"
    ),
    (
      "report:map('M', { { name = 'Ulm', lat = 95, lon = 0 } })",
      "report:map: places[1].lat: expected a number from -90 to 90, got 95"
    ),
    (
      "report:map('M', { { name = 'Ulm', lat = 5 } })",
      "report:map: places[1]: expected 'lon', a number from -180 to 180"
    ),
    (
      "report:map('M', { { name = 'Ulm', lat = 5, lon = 5, value = 'x' } })",
      "report:map: places[1].value: expected a number, got \"x\""
    ),
    (
      "report:bar('B', { { name = 'a', vale = 1 } })",
      "report:bar: points[1]: there is no 'vale'; did you mean 'value'?"
    ),
    (
      "report:heatmap('H', { { row = 'a', col = 'b', value = 1 } })",
      "report:heatmap: cells[1]: there is no 'col'; it may have row, column, value, article, articles, others, first, last"
    ),
    (
      "report:heatmap('H', { { 'a', 'b', 1 }, { 'a', 'b', 2 } })",
      "report:heatmap: cells[2]: row \"a\" and column \"b\" have cells[1] already"
    ),
    (
      "report:heatmap('H', { a = 5 })",
      "report:heatmap: cells.a: expected a table of numbers by column, got 5"
    ),
    (
      "report:multiples('M', { { name = 'a' } })",
      "report:multiples: series[1]: expected 'points'"
    ),
    (
      "report:multiples('M', { a = { ['2025-01'] = 'x' } })",
      "report:multiples: series.a.2025-01: expected a number, got \"x\""
    ),
    (
      "report:stack('S', { { name = 'a', parts = { p = true } } })",
      "report:stack: bars[1].parts.p: expected a number, got true"
    ),
    (
      "report:stack('S', {}, { share = 1 })",
      "report:stack: options.share: expected true or false, got 1"
    ),
    (
      "report:histogram('H', { 1, 'x' })",
      "report:histogram: values[2]: expected a table with names, got \"x\""
    ),
    (
      "report:histogram('H', { { from = 0, to = 2, count = 1 }, { from = 1, to = 3, count = 1 } })",
      "report:histogram: values[2]: begins before the bin in front of it ends"
    ),
    (
      "report:table('T', { 'name' }, { { 'a' } }, { sort = '-nam' })",
      "report:table: options.sort: there is no column \"nam\"; did you mean 'name'?"
    ),
    (
      "report:table('T', { 'n' }, { { 1 } }, { formats = { n = 'percents' } })",
      "report:table: options.formats.n: there is no \"percents\"; did you mean 'percent' or 'percent1'?"
    ),
    (
      "report:table('T', { 'n' }, { { 1 } }, { totals = { m = 'sum' } })",
      "report:table: options.totals: there is no 'm'; did you mean 'n'?"
    ),
    (
      "report:download('../x.csv', { 'n' }, {})",
      "report:download: file: expected letters, digits, '-' and '_', such as \"pairs.csv\", got \"../x.csv\""
    ),
    (
      "report:download('x', { 'n' }, {}) report:download('x.csv', { 'n' }, {})",
      "report:download: file: there is a \"x.csv\" already"
    ),
    ("for i = 1, 1000 do report:text('x') end", "a section has at most 500 blocks"),
    ("report:graph('x')", "report has no 'graph'; copydesk doc report shows what it has"),
  ])
  func `a report that cannot be written`(body: String, told: String) throws {
    let error = #expect(throws: PluginError.self) { try blocks(body).get() }
    #expect(error?.short == "4: " + told)
    #expect(error?.phase == "report")
  }
}
