extension InkScanner {
  /// Takes any dash: `-`, `--`, `–`, `—`.
  mutating func skipDash() -> Bool {
    skip("--") || skip("—") || skip("–") || skip("―") || skip("-")
  }

  /// `(Reuters)`, `(AP)`, `(BUSINESS WIRE)`: a name in brackets, and whether it is one that signs datelines.
  mutating func bracketedAgency() -> (String, Bool)? {
    attempt { scanner in
      guard scanner.skip("("), let close = scanner.rest.prefix(42).firstIndex(of: UInt8(ascii: ")"))
      else { return nil }
      let name = scanner.ink[scanner.position..<close].trimmed
      scanner.position = close + 1
      return Self.agency(name)
    }
  }

  /// `/TASS/`, `/PRNewswire/`.
  mutating func slashedAgency() -> (String, Bool)? {
    attempt { scanner in
      guard scanner.skip("/"), let close = scanner.rest.prefix(42).firstIndex(of: UInt8(ascii: "/"))
      else { return nil }
      let name = scanner.ink[scanner.position..<close].trimmed
      scanner.position = close + 1
      return Self.agency(name)
    }
  }

  /// `, Kyodo -`, `Kyodo -`: a known name between the date and a dash.
  mutating func bareAgency() -> (String, Bool)? {
    attempt { scanner in
      _ = scanner.skip(",")
      scanner.skipSpace()
      guard let name = scanner.word(), Agencies.contain(name.string) else { return nil }
      let end = scanner.position
      scanner.skipSpace()
      guard scanner.skipDash() else { return nil }
      scanner.position = end
      return (name.string, true)
    }
  }

  /// `SPACE.com`, or the name of a known agency.
  mutating func siteName() -> (String, Bool)? {
    attempt { scanner in
      let name = scanner.rest.firstWord
      guard name.count <= 24, name.isCapitalized else { return nil }
      scanner.position = name.endIndex
      // Nearly every first word is ruled out by what stands behind it.
      guard scanner.rest.starts(with: " -") || scanner.rest.dropFirst().first == 0xE2,
        name.ends(with: ".com") || Agencies.contain(name.string)
      else { return nil }
      return (name.string, true)
    }
  }

  /// A name that may sign a dateline: a few words that begin with capitals, without figures.
  private static func agency(_ name: Ink) -> (String, Bool)? {
    let printed = name.string
    if Agencies.contain(printed) || Agencies.isMedium(printed) || name.ends(with: ".com") {
      return name.contains(UInt8(ascii: "@")) ? nil : (printed, true)
    }
    guard (2...32).contains(name.count), name.words.count <= 4,
      name.words.allSatisfy({ $0.isCapitalized }),
      !name.contains(where: { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ",") })
    else { return nil }
    return (printed, false)
  }

  /// A state or country behind a place: one to three words that begin with capitals, or `D.C.`, `Wis.`.
  mutating func regionName() -> String? {
    attempt { scanner in
      let start = scanner.position
      var end = start
      for _ in 0..<3 {
        let before = scanner.position
        guard let word = scanner.placeWord(),
          word.isCapitalized || (end > start && ["and", "of", "the"].contains(word.string)),
          MonthNames.month(word.lowered.filter { $0 != "." }) == nil
        else {
          scanner.position = before
          break
        }
        end = scanner.position
        guard scanner.skip(" ") else { break }
      }
      guard end > start else { return nil }
      scanner.position = end
      return scanner.ink[start..<end].string
    }
  }
}
