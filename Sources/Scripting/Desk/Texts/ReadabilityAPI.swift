internal import CUnicode
internal import Document
internal import Lua

// How hard texts are to read.

extension Session {
  func countSyllables(_ call: Call) throws(Fault) -> Int {
    let syllables = Syllables(language: call[2].isNil ? "en" : try call.string(2))
    var count = 0
    let text = try text(call, 1)
    try forEachWord(of: text, call) { word in
      count += syllables.count(plainWord(text.bytes[word]))
    }
    call.push(count)
    return 1
  }

  /// A word folded, without marks.
  private func plainWord(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    let isASCII = word.allSatisfy { $0 < 0x80 }
    if isASCII { return word.map { ByteTables.shared.lower[Int($0)] } }
    return convert(UnsafeBufferPointer(rebasing: word), COPYDESK_PLAIN) ?? Array(word)
  }

  func readability(_ call: Call) throws(Fault) -> Int {
    try refuseOptions(of: call, 2, but: ["language", "sentences"])
    let article = galley.article.metadata.language?.value ?? "en"
    let tag = try wordOption("language", of: call, 2) ?? article
    let language = String(tag.prefix { $0 != "-" })
    let text = try text(call, 1)
    let sentences = try integerOption("sentences", of: call, 2)
    var counts = Readability()
    counts.sentences = sentences ?? sentenceCount(text.part)
    let syllables = Syllables(language: language)
    try forEachWord(of: text, call) { word in
      let plain = plainWord(text.bytes[word])
      guard plain.contains(where: { $0 > 0x40 }) else { return }
      counts.add(plain, syllables.count(plain))
    }
    push(counts, language, on: call)
    return 1
  }

  private func push(_ counts: Readability, _ language: String, on call: Call) {
    call.pushTable(members: 13)
    let numbers = [
      ("words", counts.words), ("sentences", counts.sentences), ("letters", counts.letters),
      ("syllables", counts.syllables), ("long_words", counts.longWords),
      ("complex_words", counts.complexWords),
    ]
    for (name, number) in numbers {
      call.push(number)
      call.setMember(name)
    }
    guard counts.isMeasurable else { return }
    let measures = [
      ("flesch", counts.flesch(language)), ("flesch_kincaid", counts.fleschKincaid),
      ("fog", counts.fog), ("smog", counts.smog), ("ari", counts.automated),
      ("coleman_liau", counts.colemanLiau), ("lix", counts.lix),
    ]
    for (name, measure) in measures {
      call.push(optional: measure)
      call.setMember(name)
    }
  }
}

extension Readability {
  /// Counts a word in lower case without marks.
  fileprivate mutating func add(_ word: [UInt8], _ syllables: Int) {
    let letters = word.filter { $0 & 0xC0 != 0x80 && $0 != UInt8(ascii: "'") }.count
    words += 1
    self.letters += letters
    self.syllables += syllables
    if letters > 6 { longWords += 1 }
    if syllables > 2 { complexWords += 1 }
  }
}

extension APIShape {
  static let readability = APIShape(
    name: "Readability",
    doc:
      "What `desk.text.readability` tells of a text. The measures are missing where it has no words.",
    fields: [
      PluginKey("words", "integer", isRequired: true, "Words with letters in them."),
      PluginKey("sentences", "integer", isRequired: true, "Sentences."),
      PluginKey("letters", "integer", isRequired: true, "Letters and digits of the words."),
      PluginKey("syllables", "integer", isRequired: true, "Syllables, told by letters."),
      PluginKey("long_words", "integer", isRequired: true, "Words of more than six letters."),
      PluginKey(
        "complex_words", "integer", isRequired: true, "Words of three syllables or more."),
      PluginKey(
        "flesch", "number",
        "Flesch's reading ease, the higher the easier, with weights for en, de, es, fr, it, nl and pt; nil for others."
      ),
      PluginKey("flesch_kincaid", "number", "The years at school that it asks for; for English."),
      PluginKey("fog", "number", "Gunning's fog index; for English."),
      PluginKey("smog", "number", "McLaughlin's SMOG; for English."),
      PluginKey("ari", "number", "The automated readability index; for English."),
      PluginKey("coleman_liau", "number", "Coleman's and Liau's index; for English."),
      PluginKey("lix", "number", "Björnsson's LIX, for any language of Europe."),
    ])
}
