package import Document

/// What a plugin's `aggregate` promises and does not keep.
package struct BrokenLaw: Hashable, Sendable {
  package enum Law: String, Sendable {
    /// However parts are grouped, the result is the same.
    case associative
    /// In whatever order parts come, the result is the same but for the order of lists.
    case commutative
  }

  package var law: Law
  /// What two ways of merging the same parts came to.
  package var results: [Value]
}

extension PluginHost {
  /// Merges the parts of some articles in several ways, which must all come to the same.
  /// - Parameters:
  ///   - parts: what `aggregate.add` made of articles, in the order of the corpus.
  ///   - orders: other orders of the parts, as their indices.
  /// - Returns: the laws that are broken; none for a plugin without an aggregate.
  package func brokenLaws(
    of plugin: String, parts: [Value], orders: [[Int]]
  ) throws(PluginError) -> [BrokenLaw] {
    guard let sum = sums.first(where: { $0.plugin.name == plugin }) else { return [] }
    let inOrder = Array(parts.indices)
    let first = try sum.merged(parts, in: inOrder, as: .leftToRight)
    var broken: [BrokenLaw.Law: BrokenLaw] = [:]
    for order in [inOrder] + orders {
      let fromLeft = try sum.merged(parts, in: order, as: .leftToRight)
      if !fromLeft.isLike(first, inOrder: false) {
        broken[.commutative] = BrokenLaw(law: .commutative, results: [first, fromLeft])
      }
      for grouping in [Grouping.rightToLeft, .byHalves] {
        let other = try sum.merged(parts, in: order, as: grouping)
        guard !other.isLike(fromLeft, inOrder: true) else { continue }
        broken[.associative] = BrokenLaw(law: .associative, results: [fromLeft, other])
      }
    }
    return [broken[.associative], broken[.commutative]].compactMap(\.self)
  }
}

extension PluginHost {
  /// A plugin's merged fields with what its `aggregate` made of all that was folded.
  package func summary(of plugin: String, merged: Fields) -> Fields {
    sums.first { $0.plugin.name == plugin }?.finish(merged) ?? merged
  }

  /// Forgets what was folded, so that another run can begin.
  package func forgetFolded() {
    for sum in sums { sum.reset() }
  }
}

/// How parts are taken together.
enum Grouping {
  case leftToRight, rightToLeft, byHalves
}

extension Summing {
  /// What the plugin makes of parts in an order, in a sandbox that has merged nothing else.
  fileprivate func merged(
    _ parts: [Value], in order: [Int], as grouping: Grouping
  ) throws(PluginError) -> Value {
    reset()
    for part in try join(order.map { parts[$0] }, grouping) { fold(part) }
    if let error { throw error }
    let finished = finish([:])
    if let error { throw error }
    return .map(finished)
  }

  /// Parts that have been merged in groups, so that folding the rest completes the grouping.
  private func join(_ parts: [Value], _ grouping: Grouping) throws(PluginError) -> [Value] {
    guard parts.count > 1 else { return parts }
    switch grouping {
    case .leftToRight: return parts
    case .rightToLeft:
      var joined = parts[parts.count - 1]
      for part in parts.dropLast().reversed() { joined = try merge(part, joined) }
      return [joined]
    case .byHalves:
      let middle = parts.count / 2
      let halves = try [
        join(Array(parts[..<middle]), .byHalves), join(Array(parts[middle...]), .byHalves),
      ]
      return [try merge(halves[0][0], halves[1][0])]
    }
  }
}

extension Value {
  /// Whether two results are the same; numbers to what sums in another order may differ by.
  fileprivate func isLike(_ other: Value, inOrder: Bool) -> Bool {
    if let a = number, let b = other.number {
      return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))
    }
    switch (self, other) {
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return false }
      guard !inOrder else { return zip(a, b).allSatisfy { $0.isLike($1, inOrder: true) } }
      var rest = b
      return a.allSatisfy { element in
        guard let match = rest.firstIndex(where: { element.isLike($0, inOrder: false) }) else {
          return false
        }
        rest.remove(at: match)
        return true
      }
    case (.map(let a), .map(let b)):
      return a.entries.count == b.entries.count
        && a.entries.allSatisfy { entry in
          b[entry.name].map { entry.value.isLike($0, inOrder: inOrder) } ?? false
        }
    default: return self == other
    }
  }
}
