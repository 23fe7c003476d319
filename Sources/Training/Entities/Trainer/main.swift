import Annotating
import Document
import Glibc

// train-entities GAZETTEER.tsv SENTENCES.jsonl MODEL [epochs] [penalty]
// Trains the tagger of entities; `Sources/Training/Entities/README.md` says on what.

/// A generator whose sequence is the same on every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33 ^ state << 31
  }
}

func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else {
    perror(path)
    exit(2)
  }
  defer { fclose(file) }
  var result: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 20)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    result += buffer[..<count]
  }
  return result
}

/// Reads `[first, last, label]`; the label is `?` where anything may be right, and ends in `?` where nothing may.
func mention(_ item: Value) -> EntityExamples.Mention? {
  guard let list = item.list, list.count == 3, let from = list[0].integer, let to = list[1].integer,
    let name = list[2].string
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

guard CommandLine.arguments.count >= 4 else {
  print("usage: train-entities GAZETTEER.tsv SENTENCES.jsonl MODEL [epochs] [penalty]")
  exit(2)
}
let arguments = CommandLine.arguments
let epochs = arguments.count > 4 ? Int(arguments[4]) ?? 12 : 12
let penalty = arguments.count > 5 ? Float(arguments[5]) ?? 0.001 : 0.001

var model = ModelFile()
for line in bytes(of: arguments[1]).split(separator: UInt8(ascii: "\n")) {
  let fields = String(decoding: line, as: UTF8.self).split(
    separator: "\t", omittingEmptySubsequences: false)
  guard fields.count == 4 else { continue }
  let clusters = SIMD2(UInt16(fields[2]) ?? 0, UInt16(fields[3]) ?? 0)
  model.add(phrase: String(fields[0]), kinds: fields[1].split(separator: ","), clusters: clusters)
}
let gazetteer = model.encoded()
print("gazetteer: \(model.words.count) words, \(model.phrases.count) phrases")

var vocabulary: [UInt32: Int32] = [:]
var counts: [Int32] = []
var raw: [(tokens: [EntityExamples.Token], weight: Float)] = []
try gazetteer.withUnsafeBytes { base in
  for line in bytes(of: arguments[2]).split(separator: UInt8(ascii: "\n")) {
    let row = try JSONParser.parse(line)
    guard let text = row["text"]?.string, let start = base.baseAddress else { continue }
    let mentions = (row["entities"]?.list ?? []).compactMap(mention)
    let weight = Float(row["weight"]?.number ?? 1)
    for island in EntityExamples.islands(of: Text(text), mentions: mentions, gazetteer: start) {
      raw.append((island, weight))
      for token in island {
        for feature in token.features {
          if let index = vocabulary[feature] {
            counts[Int(index)] += 1
          } else {
            vocabulary[feature] = Int32(counts.count)
            counts.append(1)
          }
        }
      }
    }
  }
}
let kept = counts.map { $0 >= 2 }
var examples = raw.map { island in
  ConditionalField.Example(
    tokens: island.tokens.map { token in
      ConditionalField.Token(
        features: token.features.compactMap { vocabulary[$0] }.filter { kept[Int($0)] },
        allowed: token.allowed)
    }, weight: island.weight)
}
print("\(examples.count) islands, \(counts.count) features, \(kept.count { $0 }) kept")

// Of each example's features, nine in sixteen are left out at random, so that none is relied upon alone.
let drop = 9
var field = ConditionalField(features: counts.count, penalty: penalty)
var dice = Dice()
for epoch in 1...epochs {
  examples.shuffle(using: &dice)
  field.rate = 0.2 * (1 - 0.8 * Float(epoch - 1) / Float(epochs))
  var loss: Float = 0
  for example in examples {
    let salt = dice.next()
    loss += field.learn(example) { feature in
      let mixed = (UInt64(feature) &* 0x9E37_79B9_7F4A_7C15 ^ salt) &* 0xD6E8_FEB8_6659_FD93
      return mixed >> 60 < drop
    }
  }
  if epoch * 3 > epochs { field.sample() }
  print("epoch \(epoch): loss \(loss / Float(examples.count))")
}
field.average()
model.fill(from: field, vocabulary)
let out = model.encoded()
guard let file = fopen(arguments[3], "wb") else { exit(2) }
fwrite(out, 1, out.count, file)
fclose(file)
print("\(arguments[3]): \(out.count) bytes")
