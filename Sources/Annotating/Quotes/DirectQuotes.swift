import Document

/// A quote while it is being put together, in tokens.
struct Draft {
  /// The stretches between quotation marks that it is made of, by number.
  var quotations: ClosedRange<Int>
  var attribution: Attribution
  /// Where the sentence begins whose end stands in quotation marks: `The plan was “a mess,” Roe said.`
  var lead: Int?
  /// Where words end that go on with quoted ones: `“A mess” for years, | Roe said.`
  var tail: Int?
  /// Whether it follows a sentence of its paragraph and says nothing of who spoke.
  var isSequel = false
}

/// Finds quoted speech: stretches between quotation marks with those who said them.
struct DirectQuotes {
  let scene: Scene
  private(set) var drafts: [Draft] = []
  /// Who spoke last in the article, for quotes that name nobody.
  private var lastSpeaker: Range<Int>?

  init(_ scene: Scene) {
    self.scene = scene
    var next = 0
    for paragraph in scene.paragraphs {
      while next < scene.quoted.count, scene.tokens(of: next).lowerBound < paragraph.lowerBound {
        next += 1
      }
      let first = next
      while next < scene.quoted.count, scene.tokens(of: next).lowerBound < paragraph.upperBound {
        next += 1
      }
      if first < next { read(paragraph, first..<next) }
    }
  }

  /// Reads the quotations of one paragraph.
  private mutating func read(_ paragraph: Range<Int>, _ quotations: Range<Int>) {
    var floor = paragraph.lowerBound
    var number = quotations.lowerBound
    var lastInParagraph: Attribution?
    while number < quotations.upperBound {
      let last = number
      guard
        let found = attribution(
          of: number, in: paragraph, quotations, floor: floor, lastInParagraph)
      else {
        floor = max(floor, scene.tokens(of: number).upperBound)
        number += 1
        continue
      }
      var end = last
      var reach = max(scene.tokens(of: number).upperBound, found.extent.upperBound)
      if let title = title(at: end + 1, in: quotations, after: reach) {
        reach = scene.tokens(of: title).upperBound
        if title + 1 < quotations.upperBound, resumes(title + 1, after: reach) {
          end = title + 1
          reach = scene.tokens(of: end).upperBound
        }
      }
      while end + 1 < quotations.upperBound, scene.marks[reach - 1] != .colon,
        resumes(end + 1, after: reach), !isAttributed(end + 1, in: quotations, paragraph)
      {
        end += 1
        reach = scene.tokens(of: end).upperBound
      }
      var draft = Draft(
        quotations: last...end, attribution: found, lead: lead(to: number, floor, found))
      let tokens = scene.tokens(of: number)
      draft.isSequel =
        found.cue == nil && found.extent == tokens && tokens.lowerBound > paragraph.lowerBound
      draft.tail = number == end ? tail(of: number, found) : nil
      drafts.append(draft)
      lastInParagraph = found
      if let speaker = found.speaker { lastSpeaker = speaker }
      floor = reach
      number = end + 1
    }
  }

  /// Whether an attribution of their own follows quoted words: `“One,” said Roe. “Two,” he added.`
  private func isAttributed(_ number: Int, in quotations: Range<Int>, _ paragraph: Range<Int>)
    -> Bool
  {
    let tokens = scene.tokens(of: number)
    guard scene.marks[tokens.upperBound - 2] == .comma else { return false }
    let limit =
      number + 1 < quotations.upperBound
      ? scene.tokens(of: number + 1).lowerBound : paragraph.upperBound
    return scene.attribution(after: tokens.upperBound, before: limit, isOpen: true)?.cue != nil
  }

  /// The first token of a sentence that quoted words only end, if all of it was said.
  private func lead(to number: Int, _ floor: Int, _ attribution: Attribution) -> Int? {
    let opening = scene.tokens(of: number).lowerBound
    if let start = frontedStart(before: opening, floor, attribution) { return start }
    guard scene.isEnglish, opening > floor, attribution.extent.lowerBound >= opening,
      scene.marks[opening - 1] == .none || goesOn(at: opening),
      let sentence = scene.sentence(of: opening)
    else { return nil }
    var start = max(sentence.lowerBound, floor)
    while start < opening, scene.marks[start] != .none || scene.has(start, .coordinator) {
      start += 1
    }
    let words = start..<opening
    guard words.count > 0, words.count < 40,
      !words.contains(where: { scene.isQuoted($0) || scene.marks[$0] == .colon })
    else { return nil }
    return start
  }

  /// Whether a comma and a small letter show that quoted words go on with their sentence: `In other words, “it is over,”`.
  private func goesOn(at opening: Int) -> Bool {
    scene.marks[opening - 1] == .comma && scene.words.shapes[opening + 1].contains(.lowerCase)
      && !scene.isCapitalized(opening + 1)
  }

  /// Where the words end that go on with quoted ones before their attribution: `“A mess” for years, | Roe said.`
  private func tail(of quotation: Int, _ attribution: Attribution) -> Int? {
    let tokens = scene.tokens(of: quotation)
    let start = tokens.upperBound
    guard scene.isEnglish, let speaker = attribution.speaker, let cue = attribution.cue else {
      return nil
    }
    let end = min(speaker.lowerBound, cue.lowerBound) - 1
    guard start < end, end - start < 16, scene.marks[end] == .comma,
      scene.marks[tokens.upperBound - 2] == .none,
      (start..<end).allSatisfy({ scene.marks[$0] == .none && !scene.isQuoted($0) })
    else { return nil }
    return end
  }

  /// The first token of a sentence that was said but for its attribution: `In other words, she said, “it is over.”`
  ///
  /// A small letter shows that the quoted words go on with what stands before the attribution; a clause of its own was
  /// said in any case.
  private func frontedStart(before opening: Int, _ floor: Int, _ attribution: Attribution) -> Int? {
    guard scene.isEnglish, let cue = attribution.cue, let speaker = attribution.speaker,
      speaker.upperBound <= cue.lowerBound, cue.upperBound == opening - 1,
      scene.marks[opening - 1] == .comma || scene.marks[opening - 1] == .colon,
      scene.marks[speaker.lowerBound - 1] == .comma, let sentence = scene.sentence(of: opening)
    else { return nil }
    var start = max(sentence.lowerBound, floor)
    while start < speaker.lowerBound, scene.marks[start] != .none || scene.has(start, .coordinator)
    {
      start += 1
    }
    let words = start..<max(start, speaker.lowerBound - 1)
    guard words.count > 0, words.count < 40, !words.contains(where: { scene.isQuoted($0) }) else {
      return nil
    }
    let isApart =
      scene.marks[opening - 1] == .colon && scene.has(cue.lowerBound, .finite)
      && isMainClause(words)
    return goesOn(at: opening) || isApart ? start : nil
  }

  /// Whether words are a clause of their own: `Firms are parts of towns, she said: “They owe them something.”`
  private func isMainClause(_ words: Range<Int>) -> Bool {
    let leading: WordClass = [
      .subordinator, .preposition, .time, .presentParticiple, .pastParticiple, .questionWord,
      .adverb,
    ]
    return !scene.has(words.lowerBound, leading)
      && words.contains {
        scene.has($0, .auxiliary) || scene.has($0, .finite) && scene.isVerb($0)
      }
  }

  /// A title that ends an attribution: `,” Roe said on “Meet the Press.” “…”`
  private func title(at number: Int, in quotations: Range<Int>, after reach: Int) -> Int? {
    guard scene.isEnglish, number < quotations.upperBound else { return nil }
    let tokens = scene.tokens(of: number)
    guard tokens.lowerBound == reach, tokens.count < 9, scene.marks[reach - 1] == .none,
      tokens.upperBound - 2 > reach, scene.endsSentence(tokens.upperBound - 2),
      scene.isCapitalized(reach + 1)
    else { return nil }
    return number
  }

  /// Whether quoted words name a programme or a work: `on “Meet the Example,”`, `in the Example's “Morning Show.”`
  private func isTitle(_ tokens: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard scene.isEnglish, tokens.count < 9,
      scene.has(before, [.preposition, .possessive, .document]),
      !scene.has(before, .determiner), scene.isCapitalized(tokens.lowerBound + 1)
    else { return false }
    let words = tokens.dropFirst().dropLast().filter { scene.marks[$0] == .none }
    return words.allSatisfy {
      scene.isCapitalized($0) || scene.has($0, [.determiner, .preposition, .coordinator, .to])
        || scene.words.kinds[$0] == .number
    }
  }

  /// Whether quoted words go on with those before: nothing but punctuation stands between them and their attribution.
  private func resumes(_ next: Int, after reach: Int) -> Bool {
    // Elsewhere each stretch counts for itself, with the same speaker.
    guard scene.isEnglish else { return false }
    let start = scene.tokens(of: next).lowerBound
    guard start >= reach, start - reach <= 2, scene.marks[start - 1] != .none,
      scene.marks[start - 1] != .colon
    else { return false }
    return (reach..<start).allSatisfy { scene.marks[$0] != .none }
  }

  private func attribution(
    of number: Int, in paragraph: Range<Int>, _ quotations: Range<Int>, floor: Int,
    _ previous: Attribution?
  ) -> Attribution? {
    let tokens = scene.tokens(of: number)
    guard tokens.count > 2, !isTitle(tokens) else { return nil }
    let limit =
      number + 1 < quotations.upperBound
      ? scene.tokens(of: number + 1).lowerBound : paragraph.upperBound
    let isOpen = endsOpen(tokens)
    if let after = scene.attribution(after: tokens.upperBound, before: limit, isOpen: isOpen) {
      return after
    }
    if let before = before(tokens, floor, paragraph, limit) { return before }
    if let joined = joined(number, quotations, paragraph, floor) { return joined }
    if !scene.isEnglish, let fragment = fragment(tokens, previous) { return fragment }
    return inherited(tokens, paragraph, previous)
  }

  /// `“One” and “two,” Roe said`: what follows the second holds for the first.
  private func joined(
    _ number: Int, _ quotations: Range<Int>, _ paragraph: Range<Int>, _ floor: Int
  ) -> Attribution? {
    let next = number + 1
    guard next < quotations.upperBound else { return nil }
    let between = scene.tokens(of: number).upperBound..<scene.tokens(of: next).lowerBound
    guard between.count == 1, scene.has(between.lowerBound, .coordinator) else { return nil }
    let limit =
      next + 1 < quotations.upperBound
      ? scene.tokens(of: next + 1).lowerBound : paragraph.upperBound
    let tokens = scene.tokens(of: next)
    return scene.attribution(after: tokens.upperBound, before: limit, isOpen: endsOpen(tokens))
  }

  /// Where clauses are not told apart, words quoted in a sentence that reports speech are attributed by themselves: to the
  /// subject of its cue, or to the last speaker where the mood of its verb shows that his report goes on.
  private func fragment(_ tokens: Range<Int>, _ previous: Attribution?) -> Attribution? {
    guard let sentence = scene.sentence(of: tokens.lowerBound),
      sentence.count <= Scene.longestSentence
    else { return nil }
    let outside = sentence.filter { !scene.isQuoted($0) }
    let before = outside.last { $0 < tokens.lowerBound && scene.isReporting($0) }
    let after = outside.first { $0 > tokens.lowerBound && scene.isReporting($0) }
    for cue in [comment(outside), before, after].compactMap({ $0 }) {
      guard let speaker = scene.subject(around: cue, in: sentence) else { continue }
      return Attribution(
        speaker: speaker, cue: cue..<cue + 1, extent: tokens,
        why: "quoted words in a sentence with a cue", confidence: 0.6)
    }
    guard let speaker = previous?.speaker ?? lastSpeaker,
      outside.contains(where: { scene.has($0, .reportingMood) })
    else { return nil }
    return Attribution(
      speaker: speaker, cue: nil, extent: tokens,
      why: "quoted words in the mood of reported speech", confidence: 0.5)
  }

  /// The cue of `Wie Roe erklärte, …` at the head of a sentence.
  private func comment(_ outside: [Int]) -> Int? {
    guard let first = outside.first, scene.word(first) == Self.wie else { return nil }
    return outside.prefix(16).first {
      scene.has($0, .speech) && scene.has($0, .finite) && scene.marks[$0 + 1] == .comma
    }
  }

  private static let wie = WordHash("wie")

  /// Whether the quoted words end in a mark that lets their sentence go on: `,`, `?`, `!`, `…`, or in none.
  private func endsOpen(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 2
    guard last > tokens.lowerBound else { return false }
    return scene.marks[last] == .comma || scene.marks[last] == .question
      || scene.marks[last] == .dash
      || (!scene.isEnglish && scene.marks[last] != .stop)
  }

  private func before(_ tokens: Range<Int>, _ floor: Int, _ paragraph: Range<Int>, _ limit: Int)
    -> Attribution?
  {
    let start = tokens.lowerBound
    if start > paragraph.lowerBound, start > floor {
      // Elsewhere quoted words are often parts of one sentence, whose speaker they share.
      let lowest = scene.isEnglish ? floor : paragraph.lowerBound
      guard let found = scene.attribution(before: start, from: lowest) else { return nil }
      return isWhole(tokens, limit) ? found : nil
    }
    // The paragraph before may lead to this one: `He went on:`
    guard start == paragraph.lowerBound, start > 0, scene.marks[start - 1] == .colon else {
      return nil
    }
    let first = scene.sentenceStart(before: start - 2, from: max(0, start - 60))
    return scene.attribution(before: start, from: first)
  }

  /// Whether the quoted words are all that was said: their sentence ends with them.
  private func isWhole(_ tokens: Range<Int>, _ limit: Int) -> Bool {
    let last = tokens.upperBound - 2
    if scene.endsSentence(last) || scene.marks[last] == .comma { return true }
    guard tokens.upperBound < limit else { return true }
    return scene.marks[tokens.upperBound] != .none
  }

  /// Whole sentences in quotation marks that name nobody were said by whoever spoke before them.
  private func inherited(_ tokens: Range<Int>, _ paragraph: Range<Int>, _ previous: Attribution?)
    -> Attribution?
  {
    // The mark of a quotation within another stands before the outer one.
    var last = tokens.upperBound - 2
    if scene.marks[last] == .quote { last -= 1 }
    let stands =
      tokens.lowerBound == paragraph.lowerBound || scene.endsSentence(tokens.lowerBound - 1)
      || scene.marks[tokens.lowerBound - 1] == .colon
    guard stands, tokens.count > 6, scene.endsSentence(last) || scene.marks[last] == .comma,
      scene.isCapitalized(tokens.lowerBound + 1)
    else { return nil }
    let subject =
      tokens.lowerBound > paragraph.lowerBound && previous == nil
      ? scene.sentenceSubject(
        scene.sentenceStart(before: tokens.lowerBound - 2, from: paragraph.lowerBound),
        tokens.lowerBound) : nil
    guard let speaker = previous?.speaker ?? subject ?? lastSpeaker else { return nil }
    return Attribution(
      speaker: speaker, cue: nil, extent: tokens,
      why: "whole sentences in quotation marks; the last speaker goes on",
      confidence: 0.5)
  }
}
