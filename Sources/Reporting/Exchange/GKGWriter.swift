package import Document

/// Rows in the order of columns of GDELT's Global Knowledge Graph 2.1, tab-separated and without a header, so that tools made for
/// it read Copydesk's findings. `ExchangeFormats.md` says where the contents differ.
package struct GKGWriter: FindingsWriter {
  private var number = 0

  package init() {}

  package var needs: FindingsNeeds { [.outcome, .annotations, .article] }
  package var layers: Set<LayerKind> { [.entities, .quotes, .amounts, .dates] }

  package func begin(_ plugins: [PluginDescription], to output: inout [UInt8]) {}

  package mutating func write(_ entry: FindingsEntry, to output: inout [UInt8]) {
    guard case .findings(let findings)? = entry.outcome, let article = entry.article else { return }
    number += 1
    let row = GKGRow(findings, article, number: number)
    for (index, column) in row.columns.enumerated() {
      if index > 0 { output.append(UInt8(ascii: "\t")) }
      output.append(contentsOf: column.utf8)
    }
    output.append(UInt8(ascii: "\n"))
  }

  package func end(to output: inout [UInt8]) {}
}

/// One article's twenty-seven columns.
private struct GKGRow {
  private let findings: Findings
  private let article: Article
  private let points: CodePoints
  private let number: Int

  init(_ findings: Findings, _ article: Article, number: Int) {
    self.findings = findings
    self.article = article
    self.number = number
    points = CodePoints(article.text)
  }

  var columns: [String] {
    let time = GKG.time(findings.about["published"]?.string ?? "")
    let url = findings.about["url"]?.string
    let people = mentions(.person)
    let organizations = mentions(.organization)
    let source: [String] = [
      "\(time)-\(number)", time, url == nil ? "2" : "1", publisher, GKG.word(url ?? article.source),
    ]
    // What the plugin `gdelt` knows better goes before what is told without it.
    let record = GKGRecord(findings)
    let rest: [String] = [
      Self.first(people).map(\.name).joined(separator: ";"), Self.named(people),
      Self.first(organizations).map(\.name).joined(separator: ";"), Self.named(organizations),
      record.map { "\($0.tone),\(words)" } ?? tone, dates, "wc:\(words)",
      "", "", "", "",  // images and videos
      quotations, Self.named(mentions(nil)), amounts, "", extras,
    ]
    return source + (record?.columns ?? themesAndPlaces) + rest
  }

  /// The columns of counts, themes and locations.
  private var themesAndPlaces: [String] {
    let places = mentions(.location)
    return [
      "", "",  // counts
      findings.subjects.map { GKG.word($0.id) }.joined(separator: ";"),
      themeMentions.map { "\($0.id),\($0.offset)" }.joined(separator: ";"),
      Self.first(places).map { location($0, hasSecondRegion: false) }.joined(separator: ";"),
      places.map { "\(location($0, hasSecondRegion: true))#\($0.offset)" }.joined(separator: ";"),
    ]
  }

  private var words: Int { Int(findings.about["words"]?.integer ?? 0) }

  private var publisher: String {
    if let publisher = findings.about["publisher"]?.string { return GKG.word(publisher) }
    let url = findings.about["url"]?.string ?? ""
    let parts = url.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 2 ? GKG.word(String(parts[2])) : ""
  }

  // MARK: Themes

  /// The marks that name a theme's label as their `topic`.
  private var themeMentions: [(id: String, offset: Int)] {
    let ids = Dictionary(findings.subjects.map { ($0.label, GKG.word($0.id)) }) { first, _ in first
    }
    var mentions: [(id: String, offset: Int)] = []
    for layer in findings.plugins.flatMap(\.annotations) {
      for annotation in layer.annotations where annotation.place == .text {
        guard let topic = annotation.attributes["topic"]?.string, let id = ids[topic] else {
          continue
        }
        mentions.append((id, points[annotation.range.lower]))
      }
    }
    return mentions
  }

  // MARK: Names

  private struct Mention {
    var name: String
    var offset: Int
    var entity: Entity
  }

  /// Mentions with a label, in order; of all but nationalities where it is nil.
  private func mentions(_ label: Entity.Label?) -> [Mention] {
    guard let layer = article.layers.entities else { return [] }
    return zip(layer.ranges, layer.notes).compactMap { range, entity in
      guard label.map({ $0 == entity.label }) ?? (entity.label != .nationality) else { return nil }
      return Mention(name: GKG.word(entity.name), offset: points[range.lower], entity: entity)
    }
  }

  /// The first mention of each name.
  private static func first(_ mentions: [Mention]) -> [Mention] {
    var seen: Set<String> = []
    return mentions.filter { seen.insert($0.name).inserted }
  }

  private static func named(_ mentions: [Mention]) -> String {
    mentions.map { "\($0.name),\($0.offset)" }.joined(separator: ";")
  }

  /// `Type#FullName#CountryCode#ADM1#…#Lat#Long#FeatureID`; coordinates are not known.
  private func location(_ mention: Mention, hasSecondRegion: Bool) -> String {
    let kind =
      switch mention.entity.kind {
      case .country?: "1"
      case .city?: "4"
      case .region?: "5"
      default: "0"
      }
    let country = mention.entity.country ?? ""
    return "\(kind)#\(mention.name)#\(country)" + (hasSecondRegion ? "#####" : "####")
  }

  // MARK: Tone

  /// Tone, positive, negative, polarity, activity, self and group; then the words. In percent of the words.
  private var tone: String {
    guard let fields = findings.plugins.first(where: { $0.plugin == "sentiment" })?.fields,
      let positive = fields["positive"]?.number, let negative = fields["negative"]?.number
    else { return "" }
    let shares = [positive - negative, positive, negative, positive + negative]
    return shares.map { GKG.percent($0) }.joined(separator: ",") + ",,\(selfReference),\(words)"
  }

  /// The share of words by which speakers mean themselves; known for English only.
  private var selfReference: String {
    guard findings.about["language"]?.string?.hasPrefix("en") == true, words > 0 else { return "" }
    let letters = article.text.utf8.split { byte in
      !((0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80)
    }
    let count = letters.count {
      GKG.ownWords.contains(String(decoding: $0, as: UTF8.self).lowercased())
    }
    return GKG.percent(Double(count) / Double(words))
  }

  // MARK: Dates, quotations, amounts

  private var dates: String {
    guard let layer = article.layers.dates else { return "" }
    return zip(layer.ranges, layer.notes).compactMap { range, date in
      GKG.date(date.iso).map { "\($0)#\(points[range.lower])" }
    }.joined(separator: ";")
  }

  private var quotations: String {
    guard let layer = article.layers.quotes else { return "" }
    return zip(layer.ranges, layer.notes).map { range, quote in
      let cue = quote.cue.map { GKG.word(article.text[$0]) } ?? ""
      return
        "\(points[range.lower])|\(points.length(of: range))|\(cue)|\(GKG.word(article.text[range]))"
    }.joined(separator: "#")
  }

  private var amounts: String {
    guard let layer = article.layers.amounts else { return "" }
    return zip(layer.ranges, layer.notes).map { range, amount in
      return "\(GKG.number(amount.value)),\(GKG.word(amount.unit)),\(points[range.lower])"
    }.joined(separator: ";")
  }

  private var extras: String {
    var extras = ""
    func add(_ name: String, _ text: String) {
      if !text.isEmpty { extras += "<\(name)>\(GKG.escaped(text))</\(name)>" }
    }
    add("PAGE_TITLE", findings.title)
    let authors = findings.about["authors"]?.list?.compactMap(\.string) ?? []
    add("PAGE_AUTHORS", authors.joined(separator: ";"))
    return extras
  }
}

/// How the Knowledge Graph writes things.
enum GKG {
  /// Words by which speakers mean themselves or their group.
  static let ownWords: Set<String> = [
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves",
  ]

  /// A text without what parts columns, blocks and their parts.
  static func word(_ text: String) -> String {
    String(Printable.string(text).map { ";,#|\t".contains($0) ? " " : $0 })
  }

  /// Without a fraction where it has none.
  static func number(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? value.description
  }

  static func escaped(_ text: String) -> String {
    Printable.string(text).reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
  }

  /// Of a share, with two decimal places at most.
  static func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100)" }

  /// `YYYYMMDDHHMMSS`, with zeros for what is not known.
  static func time(_ iso: String) -> String {
    guard !iso.hasPrefix("-") else { return String(repeating: "0", count: 14) }
    // The zone is left out.
    let digits = iso.utf8.prefix(19).filter { (0x30...0x39).contains($0) }.prefix(14)
    return String(decoding: digits, as: UTF8.self)
      + String(repeating: "0", count: 14 - digits.count)
  }

  /// `Resolution#Month#Day#Year`: a year alone is 1, a month 2, a day 3, a day without a year 4.
  static func date(_ iso: String) -> String? {
    let day = iso.utf8.prefix { $0 != UInt8(ascii: "T") }
    let parts = day.split(separator: UInt8(ascii: "-")).compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    if iso.hasPrefix("--") { return parts.count == 2 ? "4#\(parts[0])#\(parts[1])#0" : nil }
    switch parts.count {
    case 1: return "1#0#0#\(parts[0])"
    case 2: return "2#\(parts[1])#0#\(parts[0])"
    case 3: return "3#\(parts[1])#\(parts[2])#\(parts[0])"
    default: return nil
    }
  }
}
