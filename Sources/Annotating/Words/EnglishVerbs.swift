import Document

/// Spells the forms of English verbs: `deny`, `denies`, `denied`, `denying`.
enum EnglishVerbs {
  /// Reads lines of `stance frames: verb verb …`. Frames are letters (q speech, c clause, b bare clause,
  /// i infinitive, o object, a addressee, w question, p, f, t, n a noun phrase after `of`, `for`, `to`, `on`,
  /// r a passive that takes its subject into what is said); an irregular verb is written `base/past/participle`,
  /// one that doubles its last letter ends in `+`.
  static func entries(_ text: StaticString) -> [LexiconEntry] {
    var entries: [LexiconEntry] = []
    text.withUTF8Buffer { text in
      text.forEachEntry { heading, verbs in
        guard heading.count == 2, let stance = Quote.Stance(rawValue: heading[0]) else { return }
        let frames = heading[1].reduce(into: WordClass()) { $0.formUnion(Self.frames[$1] ?? []) }
        verbs.forEachPart(between: UInt8(ascii: " ")) { verb in
          for (form, kind) in forms(verb) {
            let word = form.withUnsafeBufferPointer { WordHash(bytes: $0) }
            entries.append(
              LexiconEntry(word: word, classes: kind.union(frames), stance: stance))
          }
        }
      }
    }
    return entries
  }

  private static let frames: [Character: WordClass] = [
    "q": .speech, "c": .clause, "b": .bareClause, "i": .infinitive, "o": .object, "a": .addressee,
    "w": .question, "p": .topical, "f": .governsFor, "t": .governsTo, "n": .governsOn,
    "r": .raising,
  ]

  /// A verb's forms in ASCII, each with what it is.
  static func forms(_ verb: Bytes) -> [([UInt8], WordClass)] {
    let parts = verb.parts(between: UInt8(ascii: "/")).map(Array.init)
    let doubles = verb.last == UInt8(ascii: "+")
    let base = doubles ? Array(verb.dropLast()) : parts[0]
    let stem = doubles ? base + base.suffix(1) : dropSilentE(base)
    let past = parts.count > 1 ? parts[1] : doubles ? stem + "ed".utf8 : regularPast(base)
    let participle = parts.count > 2 ? parts[2] : past
    return [
      (base, [.finite, .baseForm]), (third(base), .finite), (past, .finite),
      (participle, .pastParticiple), (stem + "ing".utf8, .presentParticiple),
    ]
  }

  static func forms(_ verb: String) -> [(String, WordClass)] {
    var verb = verb
    let forms: [([UInt8], WordClass)] = verb.withUTF8 { Self.forms($0) }
    return forms.map { (String(decoding: $0.0, as: UTF8.self), $0.1) }
  }

  private static func third(_ base: [UInt8]) -> [UInt8] {
    if endsInConsonantAndY(base) { return base.dropLast() + "ies".utf8 }
    let hisses = ["s", "x", "z", "ch", "sh", "go"].contains { base.ends(in: $0) }
    return base + (hisses ? "es" : "s").utf8
  }

  private static func regularPast(_ base: [UInt8]) -> [UInt8] {
    if endsInConsonantAndY(base) { return base.dropLast() + "ied".utf8 }
    return base + (base.ends(in: "e") ? "d" : "ed").utf8
  }

  private static func dropSilentE(_ base: [UInt8]) -> [UInt8] {
    let silent = base.ends(in: "e") && !base.ends(in: "ee") && !base.ends(in: "oe")
    return silent && base.count > 2 ? base.dropLast() : base
  }

  private static func endsInConsonantAndY(_ base: [UInt8]) -> Bool {
    guard base.ends(in: "y"), let before = base.dropLast().last else { return false }
    return !"aeiou".utf8.contains(before)
  }
}

extension [UInt8] {
  fileprivate func ends(in letters: StaticString) -> Bool {
    letters.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}
