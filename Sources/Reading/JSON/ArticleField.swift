/// The names by which records of the trade call what an article has, the most telling first.
///
/// Case, underscores and hyphens do not count: `publishedAt` is `published_at`.
enum FieldNames {
  static let id = ["id", "_id", "uuid", "guid", "articleid", "docid", "documentid", "uri"]
  static let url = [
    "url", "link", "canonicalurl", "weburl", "permalink", "sourceurl", "articleurl", "href",
  ]
  static let title = ["title", "headline", "webtitle", "articletitle", "heading", "headlines"]
  static let subtitle = [
    "subtitle", "subheadline", "subheading", "alternativeheadline", "standfirst", "dek", "deck",
  ]
  static let kicker = ["kicker", "overline"]
  static let text = [
    "text", "body", "articlebody", "bodytext", "fulltext", "maintext", "content", "contenttext",
    "articletext", "textcontent", "rawtext", "plaintext", "article", "story",
  ]
  /// Texts in HTML, taken where there is no plain one.
  static let html = [
    "contenthtml", "bodyhtml", "bodyxhtml", "htmlbody", "htmlcontent", "bodies", "descriptions",
  ]
  static let byline = ["byline", "by"]
  static let authors = ["authors", "author", "creator", "creators", "writer", "writers"]
  static let published = [
    "published", "datepublished", "publishedat", "publisheddate", "publishdate", "publicationdate",
    "pubdate", "webpublicationdate", "firstpublished", "publishedon", "datepublish", "date",
    "datetime", "timestamp", "createdat", "created", "datecreated", "isodate",
    "firstcreated", "versioncreated",
  ]
  static let modified = [
    "modified", "datemodified", "modifiedat", "updated", "updatedat", "dateupdated", "updateddate",
    "lastmodified", "modifieddate", "datemodify",
  ]
  static let publisher = [
    "publisher", "source", "publication", "outlet", "newspaper", "sourcename", "sitename", "site",
    "provider", "sourcedomain", "domain",
  ]
  static let section = ["section", "sectionname", "articlesection", "category", "desk", "newsdesk"]
  static let tags = ["tags", "keywords", "topics", "categories", "subjects", "subject", "labels"]
  static let language = ["language", "lang", "inlanguage", "languagecode", "locale"]
  static let dateline = ["dateline"]

  /// A name as it is compared.
  static func key(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  }
}
