import Document

/// The countries by the words that name them and their people: `U.S.`, `America` and `Americans` are one.
struct Countries {
  struct Country {
    /// ISO 3166-1 alpha-2; for a part of a country its country's.
    var code: String
    var name: String
    var kind: Entity.PlaceKind
  }

  static let shared = Countries()

  private(set) var list: [Country] = []
  private var names: [WordHash: UInt16] = [:]
  private var peoples: [WordHash: UInt16] = [:]

  private init() {
    for line in CountryWordLists.countries.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      add(code: fields[0], names: fields[1], peoples: fields[2], kind: .country)
    }
    for line in CountryWordLists.parts.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false)
      guard fields.count == 4, let kind = Entity.PlaceKind(rawValue: String(fields[0])) else {
        continue
      }
      for name in fields[2].split(separator: ";") {
        add(code: fields[1], names: name, peoples: fields[3], kind: kind)
      }
    }
  }

  private mutating func add(
    code: Substring, names: Substring, peoples: Substring, kind: Entity.PlaceKind
  ) {
    let number = UInt16(list.count)
    let names = names.split(separator: ";")
    list.append(Country(code: String(code), name: String(names.first ?? ""), kind: kind))
    for name in names { self.names[WordHash(phrase: name)] = number }
    for people in peoples.split(separator: ";") { self.peoples[WordHash(phrase: people)] = number }
  }

  /// The index of the country that a name without its article names.
  func named(_ name: WordHash) -> Int? { names[name].map(Int.init) }

  /// The index of the country whose people or things a word tells: `French`, `South Koreans`.
  func ofPeople(_ word: WordHash) -> Int? { peoples[word].map(Int.init) }
}

extension WordHash {
  /// The joined hash of words between spaces; hyphens and stops stay where the tokenizer leaves them.
  fileprivate init(phrase: Substring) {
    let words = phrase.lowercased().split(separator: " ").map { WordHash(String($0)) }
    self = words.dropFirst().reduce(words.first ?? WordHash("")) { $0.joined($1) }
  }
}
