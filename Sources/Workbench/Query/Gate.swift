import Document
import Reporting

/// A condition on a whole run, for whoever starts it: where it holds, the run has failed.
package struct Gate: Sendable {
  package let condition: Expression

  package init(_ condition: Expression) {
    self.condition = condition
  }

  /// Counts of the run.
  static let counts = ["articles", "failures", "skips", "errors", "left_out", "words"]
  /// What a field can be asked for: `sentiment.compound.mean`.
  static let statistics = ["mean", "sum", "min", "max", "count", "names"]
  static let functions = ["old", "change", "new", "zscore"]

  /// The fields that it is about.
  func fields(_ plugins: [PluginDescription]) -> [String] {
    condition.names.compactMap { Measure($0.name, $0.function, plugins)?.field }
  }

  /// Whether all that it names can be measured in this run.
  /// - Parameter hasEarlier: whether there is a run to compare with.
  func check(_ plugins: [PluginDescription], hasEarlier: Bool) throws(Expression.Fault) {
    for (name, function) in condition.names {
      if let function { try Self.check(function, at: name, hasEarlier: hasEarlier) }
      guard Measure(name, function, plugins) == nil else { continue }
      guard name.parts.count > 1 else {
        let like = Suggestions.like(name.text, among: Self.counts)
        throw Expression.Fault(
          name.offset, "unknown name '\(name.text)'",
          remedy: Suggestions.question(like)
            ?? "there are \(Self.counts.joined(separator: ", ")), and plugin.field.mean")
      }
      try Expression.check(field: name, plugins)
      throw Expression.Fault(
        name.offset, "expected \(name.parts[0]).\(name.parts[1]) and a statistic",
        remedy: "one of \(Self.statistics.joined(separator: ", "))")
    }
  }

  private static func check(
    _ function: String, at name: Expression.Name, hasEarlier: Bool
  ) throws(Expression.Fault) {
    let offset = name.offset - function.utf8.count - 1
    guard functions.contains(function) else {
      throw Expression.Fault(
        offset, "unknown function '\(function)'",
        remedy: Suggestions.question(Suggestions.like(function, among: functions))
          ?? "there are \(functions.joined(separator: ", "))")
    }
    guard hasEarlier || function == "zscore" else {
      throw Expression.Fault(
        offset, "'\(function)' compares with an earlier run", remedy: "name it with --since-run")
    }
  }
}

/// What a name of a gate means: a count, a field, or a statistic of a field.
struct Measure: Hashable {
  /// `plugin.field`; nil for a count of the run.
  var field: String?
  /// A count's or a statistic's name; nil for a field as a whole.
  var name: String?

  /// `sentiment.mean` is short for the mean of the plugin's first field.
  init?(_ name: Expression.Name, _ function: String?, _ plugins: [PluginDescription]) {
    let parts = name.parts
    let wantsField = function == "new" || function == "zscore"
    guard parts.count > 1 else {
      guard Gate.counts.contains(parts[0]), !wantsField else { return nil }
      self.name = parts[0]
      return
    }
    guard let plugin = plugins.first(where: { $0.name == parts[0] }) else { return nil }
    let isField = plugin.fields.contains { $0.name == parts[1] }
    switch parts.count {
    case 2 where wantsField && isField: field = name.text
    case 2 where !wantsField && !isField && Gate.statistics.contains(parts[1]):
      guard let first = plugin.fields.first else { return nil }
      field = "\(plugin.name).\(first.name)"
      self.name = parts[1]
    case 3 where !wantsField && isField && Gate.statistics.contains(parts[2]):
      field = "\(plugin.name).\(parts[1])"
      self.name = parts[2]
    default: return nil
    }
  }
}

/// What the names of a gate stand for after a run.
struct GateValues: ExpressionValues {
  var plugins: [PluginDescription]
  var now: Measures
  var earlier: Measures?
  /// Articles that the filter left out.
  var leftOut: Int

  func value(of name: Expression.Name) -> Value? {
    Measure(name, nil, plugins).flatMap { value(of: $0, in: now) }
  }

  func value(of function: String, at name: Expression.Name) -> Value? {
    guard let measure = Measure(name, function, plugins) else { return nil }
    switch function {
    case "old": return earlier.flatMap { value(of: measure, in: $0) }
    case "change":
      guard let new = value(of: measure, in: now)?.number,
        let old = earlier.flatMap({ value(of: measure, in: $0)?.number })
      else { return nil }
      return .number(new - old)
    case "new": return .integer(Int64(newNames(of: measure).count))
    case "zscore":
      return measure.field.flatMap { field in
        now[field]?.zScore(earlier: earlier?[field]).map(Value.number)
      }
    default: return nil
    }
  }

  func newNames(of measure: Measure) -> [String] {
    guard let field = measure.field else { return [] }
    return now[field]?.newNames(since: earlier?[field]) ?? []
  }

  private func value(of measure: Measure, in measures: Measures) -> Value? {
    guard let field = measure.field else {
      let count =
        switch measure.name {
        case "articles": measures.articles
        case "failures": measures.failures
        case "skips": measures.skips
        case "errors": measures.errors
        case "left_out": leftOut
        default: measures.words
        }
      return .integer(Int64(count))
    }
    guard let measured = measures[field] else { return nil }
    switch measure.name {
    case "mean": return measured.mean.map(Value.number)
    case "sum": return measured.total.map(Value.number)
    case "min": return measured.minimum.map(Value.number)
    case "max": return measured.maximum.map(Value.number)
    case "names": return .integer(Int64(measured.names.counts.count))
    default: return .integer(Int64(measured.count))
    }
  }
}

extension GateResult {
  init(_ gate: Gate, _ values: GateValues) {
    let reasons = gate.condition.names.map { name, function in
      let shown = function.map { "\($0)(\(name.text))" } ?? name.text
      let value = function.map { values.value(of: $0, at: name) } ?? values.value(of: name)
      var reason = "\(shown) is \(value.map(Self.shown) ?? "not known")"
      if function == "new", let measure = Measure(name, function, values.plugins) {
        let names = values.newNames(of: measure)
        if !names.isEmpty {
          reason += ": \(names.prefix(5).joined(separator: ", "))\(names.count > 5 ? ", …" : "")"
        }
      }
      return reason
    }
    self.init(
      condition: gate.condition.text, holds: gate.condition.holds(for: values), reasons: reasons)
  }

  /// With at most four decimal places.
  static func shown(_ value: Value) -> String {
    guard case .number(let number) = value else {
      return value.integer.map(String.init) ?? value.string ?? value.typeName
    }
    let rounded = (number * 10_000).rounded() / 10_000
    return Int64(exactly: rounded).map(String.init) ?? rounded.description
  }
}
