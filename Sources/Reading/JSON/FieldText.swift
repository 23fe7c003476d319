import Document

/// How values of records read as what an article has; nil where they cannot.
enum FieldText {
  static func string(_ value: Value) -> String? {
    switch value {
    case .string(let string): string
    // `[{"role": "main", "value": …}]`, as ninjs has its headlines.
    case .list(let values) where values.contains { $0["value"] != nil }:
      (values.first { $0["role"]?.string == "main" } ?? values[0])["value"]?.string
    case .list(let values) where values.count == 1: string(values[0])
    // `{"rendered": …}`, `{"name": …}`, `{"main": …}`: a value wrapped in what else is known of it.
    case .map(let fields):
      fields["rendered"]?.string.map(HTMLText.plain)
        ?? ["name", "main", "basic", "title", "value", "original", "#text"].lazy
        .compactMap { fields[$0]?.string }.first
    default: nil
    }
  }

  /// The names in the lines that name authors, as ninjs has one or several.
  static func byline(_ value: Value) -> String? {
    let lines = value.list?.compactMap { $0["value"]?.string } ?? []
    return lines.isEmpty ? string(value) : lines.joined(separator: ", ")
  }

  /// Who published it, the first of several.
  static func publisher(_ value: Value) -> String? {
    string(value) ?? value.list?.first.flatMap(string)
  }

  static func identifier(_ value: Value) -> String? {
    switch value {
    case .string(let string): string.isEmpty ? nil : string
    case .integer(let integer): String(integer)
    // As MongoDB exports it.
    case .map(let fields): fields["$oid"]?.string
    default: nil
    }
  }

  /// One name, a list of names, or objects with a `name`.
  static func authors(_ value: Value) -> [String]? {
    switch value {
    case .string(let string): Byline.authors(in: string)
    case .list(let values):
      values.isEmpty ? nil : all(values.map(name))
    case .map: name(value).map { [$0] }
    default: nil
    }
  }

  private static func name(_ value: Value) -> String? {
    if let name = string(value) { return name.inOneLine }
    guard let fields = value.map else { return nil }
    let parts = ["first_name", "firstname", "given_name", "last_name", "lastname", "family_name"]
    let name = parts.compactMap { fields[$0]?.string }.joined(separator: " ")
    return name.isEmpty ? nil : name
  }

  /// A list of strings, of objects that name something, or one string with commas.
  static func strings(_ value: Value) -> [String]? {
    switch value {
    case .list(let values):
      return all(
        values.map { value in
          // `{"name": "subject", "value": "Harbours"}` says of what kind its value is.
          value["value"]?.string ?? string(value)
            ?? ["label", "term", "webTitle", "text", "id"].lazy.compactMap { value[$0]?.string }
            .first
        })
    case .string(let string):
      let parts = string.split { $0 == "," || $0 == ";" }
        .map { String($0).inOneLine }.filter { !$0.isEmpty }
      return parts.isEmpty ? nil : parts
    default: return nil
    }
  }

  private static func all(_ strings: [String?]) -> [String]? {
    let found = strings.compactMap(\.self)
    return found.count == strings.count ? found : nil
  }

  /// A date as ISO 8601, as print or mail headers give it, or in seconds since 1970.
  static func date(_ value: Value) -> String? {
    if let seconds = value.integer { return PublicationDate(epoch: seconds)?.description }
    guard let string = string(value) else { return nil }
    // As tables have them: ten digits of seconds, thirteen of milliseconds.
    if [10, 13].contains(string.utf8.count), let seconds = Int64(string) {
      return PublicationDate(epoch: seconds)?.description
    }
    return (PublicationDate(iso: string) ?? PublicationDate(printed: string))?.description
  }

  /// A dateline as printed, or an object with `places` or `place`, `date` and `agency`. It has no range in the text.
  static func dateline(_ value: Value) -> Dateline? {
    if let fields = value.map {
      guard
        let places = (fields["places"] ?? fields["place"] ?? fields["location"]).flatMap(strings)
      else { return nil }
      let date = fields["date"].flatMap(date)
      return Dateline(places: places, date: date, agency: fields["agency"]?.string)
    }
    guard let printed = value.string?.trimmingSpace, !printed.isEmpty else { return nil }
    let dashes: Set<Character> = ["-", "–", "—", ":", " "]
    var story = printed.reversed().drop { dashes.contains($0) }.reversed().map(String.init).joined()
    story += " — X"
    let found = story.withUTF8 { DatelineScanner.scan(Ink(base: $0, bounds: 0..<$0.count)) }
    return found?.dateline ?? Dateline(places: [printed])
  }

  /// A BCP 47 tag: `en`, `pt-BR`, also from `pt_br` and `English`.
  static func language(_ value: Value) -> String? {
    guard let string = string(value) else { return nil }
    let parts = string.lowercased().split { $0 == "_" || $0 == "-" }.map(String.init)
    guard let first = parts.first else { return nil }
    if let code = languages[first] { return code }
    guard (2...3).contains(first.count), first.allSatisfy({ $0.isASCII && $0.isLetter }) else {
      return nil
    }
    let rest = parts.dropFirst().map { part in
      part.count == 2 ? part.uppercased() : part.count == 4 ? part.capitalizedASCII : part
    }
    return ([first] + rest).joined(separator: "-")
  }

  private static let languages = [
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr",
    "spanish": "es", "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt",
    "português": "pt", "dutch": "nl", "nederlands": "nl", "russian": "ru", "polish": "pl",
    "turkish": "tr", "arabic": "ar", "chinese": "zh", "japanese": "ja", "korean": "ko",
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it",
    "por": "pt", "nld": "nl", "rus": "ru", "pol": "pl", "tur": "tr", "ara": "ar", "zho": "zh",
    "jpn": "ja", "kor": "ko",
  ]

  /// A type's name with its article, for messages.
  static func description(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .integer: "an integer"
    default: "a \(value.typeName)"
    }
  }
}

extension String {
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
