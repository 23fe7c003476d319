import Annotating
import Document
import Glibc

/// One training: examples in, a model out.
struct Training {
  private var model = ModelFile()
  private var vocabulary: [UInt32: Int32] = [:]
  /// How often each feature occurs in the examples; those that do so twice are kept.
  private var counts: [Int32] = []
  private var examples: [ConditionalField.Example] = []
  private var field = ConditionalField(features: 0, penalty: 0)
  private let epochs = 12
  /// How many runs the weights are the mean of.
  private let runs = 3
  private let penalty: Float = 0.001
  /// Of each example's features, nine in sixteen are left out at random, so that none is relied upon alone.
  private let drop = 9

  init(gazetteer: String, sentences: String) throws {
    for line in bytes(of: gazetteer).split(separator: UInt8(ascii: "\n")) {
      let fields = String(decoding: line, as: UTF8.self).split(
        separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 5 else { continue }
      model.add(
        phrase: String(fields[0]), kinds: fields[1].split(separator: ","),
        clusters: SIMD3(
          UInt16(fields[2]) ?? 0, UInt16(fields[3]) ?? 0, UInt16(fields[4]) ?? 0))
    }
    print("gazetteer: \(model.words.count) words, \(model.phrases.count) phrases")
    try readExamples(sentences)
  }

  /// Reads the examples, and keeps the features that occur twice.
  private mutating func readExamples(_ path: String) throws {
    let gazetteer = model.encoded()
    for row in try rows(of: path) {
      guard let text = row["text"]?.string else { continue }
      let mentions = (row["entities"]?.list ?? []).compactMap(Self.mention)
      let weight = Float(row["weight"]?.number ?? 1)
      for island in Self.islands(Text(text), mentions, gazetteer) {
        let tokens = island.map { token in
          ConditionalField.Token(
            features: token.features.map { number(of: $0) }, allowed: token.allowed)
        }
        examples.append(ConditionalField.Example(tokens: tokens, weight: weight))
      }
    }
    for index in examples.indices {
      for token in examples[index].tokens.indices {
        examples[index].tokens[token].features.removeAll { [counts] in counts[Int($0)] < 2 }
      }
    }
    print("\(examples.count) islands, \(counts.count) features")
  }

  private func isKept(_ feature: Int32) -> Bool { counts[Int(feature)] > 1 }

  private mutating func number(of feature: UInt32) -> Int32 {
    if let number = vocabulary[feature] {
      counts[Int(number)] += 1
      return number
    }
    let number = Int32(counts.count)
    vocabulary[feature] = number
    counts.append(1)
    return number
  }

  private static func islands(
    _ text: Text, _ mentions: [EntityExamples.Mention], _ gazetteer: [UInt8]
  ) -> [[EntityExamples.Token]] {
    gazetteer.withUnsafeBytes { base in
      base.baseAddress.map {
        EntityExamples.islands(of: text, mentions: mentions, gazetteer: $0)
      } ?? []
    }
  }

  /// Reads `[first, last, label]`; the label is `?` where anything may be right, and ends in `?` where nothing may.
  private static func mention(_ item: Value) -> EntityExamples.Mention? {
    guard let list = item.list, list.count == 3, let from = list[0].integer,
      let to = list[1].integer, let name = list[2].string
    else { return nil }
    let range = TextRange(Int(from), Int(to))
    let label: Entity.Label? =
      switch name.prefix(3) {
      case "PER": .person
      case "ORG": .organization
      case "LOC": .location
      default: nil
      }
    return EntityExamples.Mention(range: range, label: label, isDoubtful: name.hasSuffix("?"))
  }
}

// MARK: Learning

extension Training {
  /// Learns twice: from all features, and again from those alone that the model has room for, whose weights then make up for
  /// what was left out.
  mutating func learnForModel() {
    learn()
    model.fill(from: field, vocabulary, counts)
    keep(model.features)
    learn(runs: runs)
  }

  /// Forgets all other features, and numbers these anew.
  private mutating func keep(_ features: Set<Int32>) {
    var numbers = [Int32?](repeating: nil, count: counts.count)
    for (number, feature) in features.sorted().enumerated() {
      numbers[Int(feature)] = Int32(number)
    }
    vocabulary = vocabulary.compactMapValues { numbers[Int($0)] }
    counts = counts.indices.filter { numbers[$0] != nil }.map { counts[$0] }
    for index in examples.indices {
      for token in examples[index].tokens.indices {
        let kept = examples[index].tokens[token].features.compactMap { numbers[Int($0)] }
        examples[index].tokens[token].features = kept
      }
    }
  }

  /// Takes the mean of several runs, each of which meets the examples in another order.
  mutating func learn(runs: Int = 1) {
    field = ConditionalField(features: counts.count, penalty: penalty)
    var dice = Dice()
    for run in 0..<runs {
      if run > 0 { field.restart() }
      for epoch in 1...epochs {
        examples.shuffle(using: &dice)
        field.rate = 0.2 * (1 - 0.8 * Float(epoch - 1) / Float(epochs))
        let loss = learnAll(&dice)
        if epoch * 3 > epochs { field.sample() }
        print("epoch \(epoch): loss \(loss)")
      }
    }
    field.average()
  }

  /// Learns from each example once, and returns the mean loss.
  private mutating func learnAll(_ dice: inout Dice) -> Float {
    var loss: Float = 0
    for example in examples {
      let salt = dice.next()
      loss += field.learn(example) { feature in
        let mixed = (UInt64(feature) &* 0x9E37_79B9_7F4A_7C15 ^ salt) &* 0xD6E8_FEB8_6659_FD93
        return mixed >> 60 < drop
      }
    }
    return loss / Float(examples.count)
  }

  mutating func write(to path: String) {
    model.fill(from: field, vocabulary, counts)
    let out = model.encoded()
    save(out, to: path)
    print("\(path): \(out.count) bytes")
  }
}

// MARK: Tagging

extension Training {
  /// Writes how probable each tag is, in hundredths, for the tokens of texts that may be names.
  func tag(_ texts: String, into path: String) throws {
    let gazetteer = model.encoded()
    var out = JSONWriter()
    for row in try rows(of: texts) {
      guard let text = row["text"]?.string else { continue }
      out.beginObject()
      out.key("id")
      out.value(row["id"]?.string ?? "")
      out.key("tokens")
      out.beginArray()
      for island in Self.islands(Text(text), [], gazetteer) {
        let known = island.map { $0.features.compactMap { vocabulary[$0] }.filter(isKept) }
        for (token, probabilities) in zip(island, field.probabilities(of: known)) {
          out.beginArray()
          out.value(Int(token.range.lower))
          out.value(Int(token.range.upper))
          for tag in 0..<ConditionalField.tags {
            out.value(Int((probabilities[tag] * 100).rounded()))
          }
          out.endArray()
        }
      }
      out.endArray()
      out.endObject()
      out.endLine()
    }
    save(out.bytes, to: path)
  }
}

/// A generator whose sequence is the same on every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33 ^ state << 31
  }
}
