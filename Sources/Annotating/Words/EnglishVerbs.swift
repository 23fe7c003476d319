import Document

/// Spells the forms of English verbs: `deny`, `denies`, `denied`, `denying`.
enum EnglishVerbs {
  /// Reads lines of `stance frames: verb verb …`. Frames are letters (q speech, c clause, b bare clause,
  /// i infinitive, o object, a addressee, w question, p, f, t, n a noun phrase after `of`, `for`, `to`, `on`,
  /// r a passive that takes its subject into what is said); an irregular verb is written `base/past/participle`,
  /// one that doubles its last letter ends in `+`.
  static func entries(_ text: StaticString) -> [LexiconEntry] {
    var entries: [LexiconEntry] = []
    for line in "\(text)".split(separator: "\n") {
      let sides = line.split(separator: ":", maxSplits: 1)
      guard sides.count == 2 else { continue }
      let heading = sides[0].split(separator: " ")
      guard heading.count == 2, let stance = Quote.Stance(rawValue: String(heading[0])) else {
        continue
      }
      let frames = heading[1].reduce(into: WordClass()) { $0.formUnion(Self.frames[$1] ?? []) }
      for verb in sides[1].split(separator: " ") {
        entries += forms(String(verb)).map {
          LexiconEntry(word: $0.0, classes: $0.1.union(frames), stance: stance)
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

  static func forms(_ verb: String) -> [(String, WordClass)] {
    let parts = verb.split(separator: "/").map(String.init)
    let doubles = verb.hasSuffix("+")
    let base = doubles ? String(verb.dropLast()) : parts[0]
    let stem = doubles ? base + String(base.suffix(1)) : dropSilentE(base)
    let past = parts.count > 1 ? parts[1] : doubles ? stem + "ed" : regularPast(base)
    let participle = parts.count > 2 ? parts[2] : past
    return [
      (base, [.finite, .baseForm]), (third(base), .finite), (past, .finite),
      (participle, .pastParticiple), (stem + "ing", .presentParticiple),
    ]
  }

  private static func third(_ base: String) -> String {
    if endsInConsonantAndY(base) { return base.dropLast() + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh"].contains { base.hasSuffix($0) }
    return base + (hisses || base.hasSuffix("go") ? "es" : "s")
  }

  private static func regularPast(_ base: String) -> String {
    if endsInConsonantAndY(base) { return base.dropLast() + "ied" }
    return base.hasSuffix("e") ? base + "d" : base + "ed"
  }

  private static func dropSilentE(_ base: String) -> String {
    let silent = base.hasSuffix("e") && !base.hasSuffix("ee") && !base.hasSuffix("oe")
    return silent && base.count > 2 ? String(base.dropLast()) : base
  }

  private static func endsInConsonantAndY(_ base: String) -> Bool {
    guard base.hasSuffix("y"), let before = base.dropLast().last else { return false }
    return !"aeiou".contains(before)
  }
}
