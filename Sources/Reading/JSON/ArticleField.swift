/// What of an article a member of a record, or a column of a table, may hold.
package enum ArticleField: String, CaseIterable, Sendable {
  case id, url, title, subtitle, kicker, text, html, byline, authors, published, modified
  case publisher, section, tags, dateline, language

  /// The names by which records of the trade call it, the most telling first.
  ///
  /// Case, underscores and hyphens do not count: `publishedAt` is `published_at`.
  var names: [String] {
    switch self {
    case .id: Self.idNames
    case .url: Self.urlNames
    case .title: Self.titleNames
    case .subtitle: Self.subtitleNames
    case .kicker: ["kicker", "overline"]
    case .text: Self.textNames
    case .html: Self.htmlNames
    case .byline: ["byline", "bylines", "by"]
    case .authors: Self.authorNames
    case .published: Self.publishedNames
    case .modified: Self.modifiedNames
    case .publisher: Self.publisherNames
    case .section: ["section", "sectionname", "articlesection", "category", "desk", "newsdesk"]
    case .tags: ["tags", "keywords", "topics", "categories", "subjects", "subject", "labels"]
    case .dateline: ["dateline"]
    case .language: ["language", "lang", "inlanguage", "languagecode", "locale"]
    }
  }

  /// Without one of these there is no article.
  static let essential: [ArticleField] = [.text, .title, .html]

  /// A name as it is compared.
  static func key(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  }

  // MARK: Names

  private static let idNames = [
    "id", "_id", "uuid", "guid", "articleid", "docid", "documentid", "uri",
  ]
  private static let urlNames = [
    "url", "link", "canonicalurl", "weburl", "permalink", "sourceurl", "articleurl", "href",
  ]
  private static let titleNames = [
    "headlines", "title", "headline", "webtitle", "articletitle", "heading",
  ]
  private static let subtitleNames = [
    "subtitle", "subheadline", "subheadlines", "subheading", "alternativeheadline", "standfirst",
    "dek", "deck",
  ]
  private static let textNames = [
    "text", "bodytext", "body", "articlebody", "fulltext", "maintext", "content", "contenttext",
    "articletext", "textcontent", "rawtext", "plaintext", "article", "story", "document",
  ]
  /// Texts in HTML, taken where there is no plain one.
  private static let htmlNames = [
    "contenthtml", "bodyhtml", "bodyxhtml", "htmlbody", "htmlcontent", "bodies", "contents",
    "contentelements", "html", "rawhtml", "descriptions",
  ]
  /// What stands for a text where there is none, the longest first. They alone make no article.
  static let summaryNames = [
    "leadparagraph", "abstract", "summary", "excerpt", "description", "shortdescription", "snippet",
    "trailtext", "teaser", "descriptioncaption", "descriptiontext",
  ]
  private static let authorNames = [
    "authors", "author", "creator", "creators", "writer", "writers", "primaryauthor",
  ]
  private static let publishedNames = [
    "published", "datepublished", "publishedat", "publisheddate", "publishdate", "publicationdate",
    "pubdate", "webpublicationdate", "firstpublished", "publishedon", "datepublish", "datetimepub",
    "datetime", "date", "timestamp", "createdat", "created", "datecreated", "isodate",
    "firstcreated", "contentcreated", "versioncreated", "displaydate", "seendate",
  ]
  private static let modifiedNames = [
    "modified", "datemodified", "modifiedat", "updated", "updatedat", "dateupdated", "updateddate",
    "lastmodified", "modifieddate", "datemodify", "contentmodified", "versioncreated",
  ]
  private static let publisherNames = [
    "publisher", "source", "publication", "outlet", "newspaper", "sourcename", "sitename", "site",
    "provider", "medianame", "sourcedomain", "domain", "infosources", "infosource",
  ]
}
