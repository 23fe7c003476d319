import Annotating
import Glibc

extension ModelFile {
  /// Rounds weights to bytes, and keeps of the features those that say most.
  ///
  /// Every feature has two slots that lie side by side; where more than two want them, the greatest weights win.
  mutating func fill(
    from field: ConditionalField, _ vocabulary: [UInt32: Int32], _ counts: [Int32],
    pairs: Int = 65_536
  ) {
    let tags = ConditionalField.tags
    let greatest = field.weights.reduce(0) { max($0, Self.weight(of: $1)) }
    let scale = 127 / min(greatest, 4)
    let empty = [Int8](repeating: 0, count: EntityModel.width)
    rows = Array(repeating: empty, count: pairs * 2)
    var taken = Array(repeating: false, count: rows.count)
    features = []
    for (feature, row) in ranked(field, vocabulary, counts, scale) {
      let slot = 2 * EntityModel.slot(of: feature, pairs)
      for place in [slot, slot + 1] where !taken[place] {
        taken[place] = true
        rows[place] = row
        features.insert(vocabulary[feature] ?? 0)
        break
      }
    }
    for from in 0..<tags {
      for tag in 0..<tags {
        transitions[from * EntityModel.width + tag] = Int16(
          (field.transitions[from][tag] * scale).rounded())
      }
    }
    print("\(vocabulary.count) features; \(taken.count { $0 }) of \(rows.count) rows filled")
  }

  /// Features with their rounded rows, the weightiest first; of two as weighty, the more frequent says more.
  private func ranked(
    _ field: ConditionalField, _ vocabulary: [UInt32: Int32], _ counts: [Int32], _ scale: Float
  ) -> [(UInt32, [Int8])] {
    var ranked: [(key: UInt32, weight: Float, row: [Int8])] = []
    for (key, index) in vocabulary {
      let weights = field.weights[Int(index)]
      let weight = Self.weight(of: weights)
      guard weight * scale >= 2 else { continue }
      var row = (1..<ConditionalField.tags).map { tag in
        Int8(max(-127, min(127, ((weights[tag] - weights[0]) * scale).rounded())))
      }
      let check = EntityModel.check(of: key)
      row.append(Int8(truncatingIfNeeded: check))
      row.append(Int8(truncatingIfNeeded: check >> 8))
      ranked.append((key, weight * powf(Float(counts[Int(index)]), 0.3), row))
    }
    ranked.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.key < $1.key }
    return ranked.map { ($0.key, $0.row) }
  }

  /// The greatest of a feature's weights, whatever its sign.
  private static func weight(of row: ConditionalField.Row) -> Float { max(row.max(), -row.min()) }
}
