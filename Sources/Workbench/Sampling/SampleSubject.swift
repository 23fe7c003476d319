import Document
import Reporting

/// What is sampled, as its plugin declares it: gives the units of an article's findings, and what the plugin says of each.
struct SampleSubject {
  let target: SampleTarget
  /// The plugin's own words.
  let doc: String
  /// The type of a field; nil for what marks say, which is known only when it is seen.
  let type: FieldDescription.Kind?

  /// - Throws: `sampling` where no plugin of the run declares it, or nobody could code it.
  init(_ target: SampleTarget, among plugins: [PluginDescription]) throws(WorkbenchError) {
    self.target = target
    guard let plugin = plugins.first(where: { $0.name == target.plugin }) else {
      throw Self.unknown(
        target, "no plugin '\(target.plugin)' in this run", like: target.plugin,
        among: plugins.map(\.name), others: "say which with -p")
    }
    guard target.unit == .field else {
      guard let layer = plugin.layers.first(where: { $0.name == target.name }) else {
        let names = plugin.layers.map(\.name)
        throw Self.unknown(
          target, "\(plugin.name) marks no layer '\(target.name)'", like: target.name,
          among: names,
          others: names.isEmpty ? "it marks nothing" : "it has \(names.joined(separator: ", "))")
      }
      (doc, type) = (layer.doc, nil)
      return
    }
    guard let field = plugin.fields.first(where: { $0.name == target.name }) else {
      let names = plugin.fields.map(\.name)
      throw Self.unknown(
        target, "\(plugin.name) has no field '\(target.name)'", like: target.name, among: names,
        others: names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))")
    }
    guard field.type != .map else {
      throw .sampling(
        target.option, "\(target.path) is a map, which nobody can code",
        remedy: "choose a field with labels, numbers or yes and no, or marks with --marks")
    }
    (doc, type) = (field.doc, field.type)
  }

  private static func unknown(
    _ target: SampleTarget, _ message: String, like name: String, among names: [String],
    others: String
  ) -> WorkbenchError {
    .sampling(
      target.option, message,
      remedy: Suggestions.question(Suggestions.like(name, among: names)) ?? others)
  }

  /// What coders are asked where nobody says otherwise.
  var question: String {
    let words = doc.prefix(1).uppercased() + doc.dropFirst()
    switch target.unit {
    case .marks: return "Is it right? \(words)"
    case .attribute: return "\(words): which \(target.attribute ?? "")?"
    case .field: return doc.isEmpty ? target.path : words
    }
  }

  /// A unit of an article.
  struct Unit {
    /// Its place among those of the article.
    var ordinal: Int
    var value: SampleValue
    var mark: Annotation?
  }

  /// What can be sampled of an article's findings: nothing where the plugin did not run to its end.
  func units(of findings: Findings) -> [Unit] {
    guard let found = findings.plugins.first(where: { $0.plugin == target.plugin }),
      found.error == nil, found.skipped == nil
    else { return [] }
    guard target.unit == .field else {
      let marks = found.annotations.first { $0.name == target.name }?.annotations ?? []
      return marks.enumerated().map { ordinal, mark in
        let value = target.attribute.map { SampleValue(mark.attributes[$0] ?? .null) }
        return Unit(ordinal: ordinal, value: value ?? .labels(["yes"]), mark: mark)
      }
    }
    let value = SampleValue(found.fields[target.name] ?? .null)
    // Without a number there is nothing that another could be compared with.
    let isNumeric = type == .number || type == .integer
    if isNumeric, value.number == nil { return [] }
    return [Unit(ordinal: 0, value: value, mark: nil)]
  }
}

/// What a plugin says of a unit.
enum SampleValue: Hashable {
  case number(Double)
  /// None where it says nothing.
  case labels([String])

  /// Names as reports count them: elements of lists by their label, name or id.
  init(_ value: Value) {
    if let number = value.number {
      self = .number(number)
      return
    }
    if let bool = value.bool {
      self = .labels([bool ? "yes" : "no"])
      return
    }
    var labels: [String] = []
    if value.map == nil {
      Counter.each(of: value) { name, _ in
        if !name.isEmpty, !labels.contains(name) { labels.append(name) }
      }
    }
    self = .labels(labels)
  }

  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var labels: [String] { if case .labels(let labels) = self { labels } else { [] } }

  var json: Value {
    switch self {
    case .number(let number): .number(number)
    case .labels(let labels): .list(labels.map(Value.string))
    }
  }

  init?(json: Value) {
    if let number = json.number {
      self = .number(number)
      return
    }
    guard let list = json.list else { return nil }
    self = .labels(list.compactMap(\.string))
  }
}
