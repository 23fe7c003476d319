/// The prefixes that we give namespaces, whatever a document calls them; none for the formats' own vocabularies.
enum XMLNamespaces {
  static func canonicalPrefix(_ uri: String) -> String? {
    let key = uri.lowercased()
    if let prefix = prefixes[key] { return prefix }
    if key.hasPrefix("http://backend.userland.com/rss")
      || key.hasPrefix("http://blogs.law.harvard.edu/tech/rss")
    {
      return ""
    }
    return key.hasPrefix("http://iptc.org/std/nitf/") ? "" : nil
  }

  private static let prefixes = [
    "": "", "http://www.w3.org/2005/atom": "", "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "", "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://purl.org/net/rss1.1#": "", "http://iptc.org/std/nar/2006-10-01/": "",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/elements/1.0/": "dc", "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content", "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media", "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/xml/1998/namespace": "xml",
  ]
}

/// Character references as XML has them.
enum XMLReferences {
  /// How many references have names that are not XML's own five.
  static func foreign(in text: Ink) -> Int {
    var count = 0
    var rest = text
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      rest = rest[(ampersand + 1)...]
      let name = rest.prefix(12).prefix {
        ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x23
      }
      if name.first == UInt8(ascii: "#") { continue }
      switch name.string {
      case "amp", "lt", "gt", "quot", "apos": break
      default: count += 1
      }
    }
    return count
  }
}
