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
    names.reserveCapacity(1024)
    peoples.reserveCapacity(1024)
    forEachLine(of: CountryWordLists.countries) { fields in
      guard fields.count == 3 else { return }
      add(code: fields[0], names: fields[1], peoples: fields[2], kind: .country)
    }
    forEachLine(of: CountryWordLists.parts) { fields in
      guard fields.count == 4, let kind = Entity.PlaceKind(rawValue: fields[0].string) else {
        return
      }
      fields[2].forEachPart(between: Self.semicolon) { name in
        add(code: fields[1], names: name, peoples: fields[3], kind: kind)
      }
    }
  }

  private static let semicolon = UInt8(ascii: ";")

  private func forEachLine(of list: StaticString, _ body: ([Bytes]) -> Void) {
    list.withUTF8Buffer { list in
      list.forEachPart(between: UInt8(ascii: "\n")) { body($0.parts(between: UInt8(ascii: "|"))) }
    }
  }

  private mutating func add(code: Bytes, names: Bytes, peoples: Bytes, kind: Entity.PlaceKind) {
    let number = UInt16(list.count)
    var first: Bytes?
    names.forEachPart(between: Self.semicolon) { name in
      first = first ?? name
      self.names[WordHash(phrase: name)] = number
    }
    peoples.forEachPart(between: Self.semicolon) { self.peoples[WordHash(phrase: $0)] = number }
    list.append(Country(code: code.string, name: first?.string ?? "", kind: kind))
  }

  /// The index of the country that a name without its article names.
  func named(_ name: WordHash) -> Int? { names[name].map(Int.init) }

  /// The index of the country whose people or things a word tells: `French`, `South Koreans`.
  func ofPeople(_ word: WordHash) -> Int? { peoples[word].map(Int.init) }
}

extension WordHash {
  /// The joined hash of words between spaces; hyphens and stops stay where the tokenizer leaves them.
  fileprivate init(phrase: Bytes) {
    var joined: WordHash?
    phrase.forEachPart(between: UInt8(ascii: " ")) { word in
      let hash = WordHash(bytes: word)
      joined = joined?.joined(hash) ?? hash
    }
    self = joined ?? WordHash("")
  }
}

extension Bytes {
  fileprivate var string: String { String(decoding: self, as: UTF8.self) }
}
