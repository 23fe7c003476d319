package import Document

/// A whole run, merged and bounded: what a report's writers need besides the articles themselves.
package struct Report: Sendable {
  package var overview: Overview
  /// In the order in which they ran.
  package var plugins: [PluginReport]
  /// The first articles of the run, in corpus order; the rest is counted only.
  package var entries: [ArticleEntry]
  /// How many of the entries have a page with their text.
  package var pages: Int
  /// Key words in context, by the name of their layer: `hedging.hedge`.
  package var concordances: [String: Concordance]
  /// All articles, in few bytes each.
  package var catalogue = Catalogue()
  /// Whether the pages are in files of their own, `Sheets`, and not in the report itself.
  package var hasSheets = false
  /// Whose report it is.
  package var house = House()
  /// Which of several it is; nil: it is on the whole run.
  package var part: Part?
  /// What became of gates, and what has changed since an earlier run; nil where neither was asked for.
  package var judgement: Judgement?

  package init(
    overview: Overview = Overview(), plugins: [PluginReport] = [], entries: [ArticleEntry] = [],
    pages: Int = 0, concordances: [String: Concordance] = [:]
  ) {
    self.overview = overview
    self.plugins = plugins
    self.entries = entries
    self.pages = pages
    self.concordances = concordances
  }

  /// What plugins count beside the articles, with the plugins' places.
  var figures: [(words: String, count: Int, plugin: Int)] {
    plugins.enumerated().flatMap { place, plugin in
      plugin.blocks.compactMap { block in
        guard case .overview(let words, let count) = block else { return nil }
        return (words, count, place)
      }
    }
  }
}

/// One of several reports on a run.
package struct Part: Hashable, Sendable {
  /// What articles were put together by: `publisher`.
  package var grouping: String
  package var name: String
  /// The page that leads to all of them, from the report.
  let index = "../index.html"

  package init(of grouping: String, name: String) {
    self.grouping = grouping
    self.name = name
  }
}

/// How much of a run a report shows word for word. What is beyond is counted, merged and in the data files all the same.
package struct ReportBounds: Sendable {
  /// Articles that the report can lead to.
  package var entries = 10_000
  /// Articles that the index can find.
  package var catalogue = 200_000
  /// Articles shown with their text, and the bytes of text they may have together.
  package var pages = 10_000
  package var pageBytes = 200 << 20
  /// As many of these as one file holds that opens fast; more are put into files of their own.
  package var filePages = 300
  package var fileBytes = 4 << 20
  /// Failures, skips and errors listed.
  package var problems = 200
  /// Articles named beside each number.
  package var examples = 5
  /// Key words in context kept of each layer.
  package var concordance = 500

  /// - Parameter pages: articles to be shown with their text, of however many bytes; nil: as many as are handy.
  package init(pages: Int? = nil) {
    guard let pages else { return }
    self.pages = pages
    pageBytes = .max
    entries = max(entries, pages)
    catalogue = max(catalogue, pages)
  }
}

/// What was read.
package struct Overview: Sendable {
  /// As the user named them.
  package var inputs: [String] = []
  /// The program's version, and the command that makes the report again, as a shell takes it.
  package var version = ""
  package var command = ""
  /// SHA-256 over the hashes of all articles in order, in hexadecimal.
  package var hash = ""
  package var articles = 0
  package var words = 0
  package var bytes = 0
  /// Inputs that could not be read, and those that are no articles.
  package var failures = Listing<ReadFailure>()
  package var skips = Listing<ReadFailure>()
  /// Results that are missing because a plugin failed on an article.
  package var errors = Listing<ArticleError>()
  package var articlesWithErrors = 0
  /// How often each thing was repaired or doubted while reading, by its code.
  package var warnings = Ranking()
  /// Articles by day of publication, in order.
  package var days: [Count] = []
  package var publishers = Ranking()
  package var languages = Ranking()
  package var sections = Ranking()
  /// What bounded the run: `seconds for one plugin and article`, `5`.
  package var limits: [Setting] = []

  package init() {}
}

/// A setting of the run and its value.
package struct Setting: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// The first of many, and how many there are.
package struct Listing<Element: Sendable>: Sendable {
  package private(set) var shown: [Element] = []
  package private(set) var total = 0

  package init() {}

  package mutating func add(_ element: Element, limit: Int) {
    total += 1
    if shown.count < limit { shown.append(element) }
  }
}

/// A name and how often it occurs.
package struct Count: Hashable, Sendable {
  package var name: String
  package var count: Double
  /// Some of the articles behind it, by their numbers.
  package var articles: [Int]
  /// How many articles are behind it.
  package var articleCount: Int

  package init(_ name: String, _ count: Double, articles: [Int] = [], of articleCount: Int? = nil) {
    self.name = name
    self.count = count
    self.articles = articles
    self.articleCount = articleCount ?? articles.count
  }
}

/// Names by how often they occur.
package struct Ranking: Sendable {
  /// The most frequent first.
  package var counts: [Count]
  /// Different names in all; at least so many where not `isExact`.
  package var names: Int
  /// Whether all were counted, or rare ones forgotten on the way.
  package var isExact: Bool
  /// Articles that have none.
  package var without: Int

  package init(_ counts: [Count] = [], names: Int = 0, isExact: Bool = true, without: Int = 0) {
    self.counts = counts
    self.names = names
    self.isExact = isExact
    self.without = without
  }
}

/// A plugin's failure on one article.
package struct ArticleError: Sendable {
  package var article: ArticleMention
  package var error: PluginError

  package init(article: ArticleMention, error: PluginError) {
    self.article = article
    self.error = error
  }
}

/// An article of the run, as lists name it.
package struct ArticleMention: Hashable, Sendable {
  /// Its place among the run's articles, from 1.
  package var number: Int
  package var title: String
  package var source: String

  package init(number: Int, title: String, source: String) {
    self.number = number
    self.title = title
    self.source = source
  }
}

/// A line of the index of articles.
package struct ArticleEntry: Sendable {
  package var mention: ArticleMention
  package var id: String
  package var about: Fields
  /// One value for each of the leading fields.
  package var leads: [Value]
  package var hasErrors: Bool

  package init(
    mention: ArticleMention, id: String, about: Fields, leads: [Value] = [], hasErrors: Bool = false
  ) {
    self.mention = mention
    self.id = id
    self.about = about
    self.leads = leads
    self.hasErrors = hasErrors
  }
}

/// An article with its text and all that was found in it.
package struct ArticlePage: Sendable {
  /// Its place among the run's articles, from 1.
  package var number: Int
  package var findings: Findings
  package var article: Article

  package init(number: Int, findings: Findings, article: Article) {
    self.number = number
    self.findings = findings
    self.article = article
  }
}
