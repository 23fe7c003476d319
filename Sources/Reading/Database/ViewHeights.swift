/// How many times views are written out when one is read.
///
/// SQLite writes out each view, and each table of a WITH, wherever it is named, before it counts any step: a few that name
/// each other twice would keep it busy for minutes. Counted here is what that can come to at most.
struct ViewHeights {
  private static let most = 64
  private let views: [String: View]
  private var counts: [String: Int] = [:]

  /// - Parameter views: their names and how they are made.
  init(_ views: [(name: String, sql: String)]) {
    // Of a name of several words the first stands for it; one without any stands in every view.
    let keys = views.map { Self.words(of: $0.name).first ?? "" }
    let isNameless = keys.contains("")
    let known = Set(keys)
    var all: [String: View] = [:]
    for (key, view) in zip(keys, views) {
      all[key, default: View()].add(Self.words(of: view.sql), of: key, among: known)
      if isNameless { all[key]?.copies = Self.most + 1 }
    }
    self.views = all
    for key in all.keys { _ = count(key, depth: 0) }
  }

  /// Whether a view can be read at little cost.
  func isBearable(_ name: String) -> Bool {
    (counts[Self.words(of: name).first ?? ""] ?? Self.most + 1) <= Self.most
  }

  private mutating func count(_ key: String, depth: Int) -> Int {
    if let known = counts[key] { return known }
    guard depth < Self.most, let view = views[key] else { return Self.most + 1 }
    var sum = 1
    for other in view.named where sum <= Self.most { sum += count(other, depth: depth + 1) }
    let height = min(sum * view.copies, Self.most + 1)
    counts[key] = height
    return height
  }

  /// The names and words of a statement, however they are quoted.
  private static func words(of sql: String) -> [String] {
    sql.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "$") }
      .map(String.init)
  }

  /// What one view names.
  private struct View {
    /// Other views, as often as they are named.
    var named: [String] = []
    /// How often what it names may be written out: tables of a WITH can name each other twice, too.
    var copies = 1

    mutating func add(_ words: [String], of key: String, among keys: Set<String>) {
      var others = words.filter(keys.contains)
      // Its own name stands in its making once.
      if let place = others.firstIndex(of: key) { others.remove(at: place) }
      named += others
      guard words.contains("with") else { return }
      copies = max(copies, 1 << max(0, min(7, words.count { $0 == "select" } - 1)))
    }
  }
}
