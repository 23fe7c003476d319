internal import Document

/// Collects everything that is wrong with a plugin's table.
struct Problems {
  let source: PluginSource
  private(set) var errors: [PluginError] = []

  init(_ source: PluginSource) {
    self.source = source
  }

  /// Adds a problem of a key; `path` is also where it is looked for in the source.
  mutating func add(_ path: String, _ message: String, remedy: String? = nil) {
    errors.append(
      PluginError(
        path.isEmpty ? message : "\(Self.shown(path)): \(message)", at: path, in: source,
        named: source.name, phase: .load, remedy: remedy))
  }

  /// Adds that a name is not among those that are known at a place.
  /// - Parameter meaning: what was meant, where that is known better than by likeness.
  mutating func addUnknown(
    _ what: String, _ name: String, at path: String, known: [String], in owner: String = "",
    meaning: String? = nil
  ) {
    let near = meaning.map { [$0] } ?? Suggestions.like(name, among: known)
    let place = owner.isEmpty ? "" : " in \(owner)"
    errors.append(
      PluginError(
        "unknown \(what) \(quoted(name))\(place)", at: path, in: source, named: source.name,
        phase: .load,
        remedy: Suggestions.question(near)
          ?? "known are \(known.joined(separator: ", "))"))
  }

  /// Adds that a value is of the wrong type.
  mutating func addType(_ path: String, expected: String, got: String, remedy: String? = nil) {
    // Lua has one type for both.
    let got = got == "list" || got == "map" ? "table" : got
    add(path, "expected \(expected), got \(got)", remedy: remedy)
  }

  /// `requires.2` is written `requires[2]`.
  private static func shown(_ path: String) -> String {
    path.split(separator: ".").reduce("") { shown, part in
      if Int(part) != nil { return "\(shown)[\(part)]" }
      return shown.isEmpty ? String(part) : "\(shown).\(part)"
    }
  }
}
