import Document
import Reporting

/// Decides of each article of a run whether it counts, measures those that do, and judges the run at its end.
final class Screening {
  private let filter: ArticleFilter
  private let gates: [Gate]
  private let wantsSummary: Bool
  /// Whether all that has changed since the earlier run is to be told.
  private let wantsChanges: Bool
  /// The findings of the run to compare with.
  private let earlier: [UInt8]?
  private var plugins: [PluginDescription] = []
  private var measures = Measures([])
  private var fields: [String] = []
  /// Articles that do not count, by the reason.
  private(set) var leftOut: [ArticleFilter.Reason: Int] = [:]

  /// - Parameter isReport: whether changes have a place to go to.
  init(_ request: RunRequest, isReport: Bool = false) {
    filter = request.filter
    gates = request.gates
    wantsSummary = request.wantsSummary
    earlier = request.earlierRun
    wantsChanges = isReport && request.earlierRun != nil
  }

  private var isMeasuring: Bool { !gates.isEmpty || wantsSummary || wantsChanges }

  /// What has to be read of each outcome.
  var needs: FindingsNeeds { filter.isEmpty && !isMeasuring ? [] : .outcome }

  /// The plugins are known: checks that all names are.
  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    self.plugins = plugins
    if let condition = filter.condition {
      do { try condition.checkArticleNames(plugins) } catch {
        throw .expression("where", condition.text, error)
      }
    }
    for gate in gates {
      do { try gate.check(plugins, hasEarlier: earlier != nil) } catch {
        throw .expression("fail-if", gate.condition.text, error)
      }
    }
    fields = gates.flatMap { $0.fields(plugins) }
    if wantsSummary { fields += Report.leads(of: plugins).map { "\($0.plugin).\($0.field)" } }
    if wantsChanges {
      fields += plugins.flatMap { plugin in plugin.fields.map { "\(plugin.name).\($0.name)" } }
    }
    measures = Measures(fields)
  }

  /// Whether an outcome counts; what gave no article always does.
  func admits(_ outcome: Outcome?) -> Bool {
    guard let outcome, !needs.isEmpty else { return true }
    if case .findings(let findings) = outcome, let reason = filter.objection(to: findings) {
      leftOut[reason, default: 0] += 1
      return false
    }
    if isMeasuring { measures.add(outcome) }
    return true
  }

  var leftOutCount: Int { leftOut.values.reduce(0, +) }

  /// Settings that the filter adds to a report's, and how many articles it left out for which reason.
  func settings(articles: Int) -> [Setting] {
    guard !filter.isEmpty else { return [] }
    var settings = filter.settings.map { Setting("articles \($0.name)", $0.value) }
    let reasons = ArticleFilter.Reason.allCases.compactMap { reason in
      leftOut[reason].map { "\($0) \(reason.words)" }
    }
    let left = "\(leftOutCount) of \(articles)"
    settings.append(
      Setting(
        "articles left out", reasons.isEmpty ? left : "\(left): \(reasons.joined(separator: ", "))")
    )
    return settings
  }

  // MARK: The end

  /// Judges the run, against the earlier one where there is one.
  func judge() throws(WorkbenchError) -> Screened {
    guard isMeasuring else { return Screened() }
    let values = GateValues(
      plugins: plugins, now: measures, earlier: try earlierMeasures(), leftOut: leftOutCount)
    let results = gates.map { GateResult($0, values) }
    return Screened(
      gates: results, changes: wantsChanges ? values.changes(since: earlier ?? []) : nil,
      summary: wantsSummary ? SummaryLine(values, Report.leads(of: plugins), results).text : nil)
  }

  /// The same measures of the earlier run, of articles that the same condition holds for; when they were published is not asked.
  private func earlierMeasures() throws(WorkbenchError) -> Measures? {
    guard let earlier else { return nil }
    var measures = Measures(fields)
    var filter = filter
    (filter.since, filter.until) = (nil, nil)
    try Comparison.eachLine(of: earlier) { line in
      guard let json = try? JSONParser.parse(line, omitting: "annotations"),
        let outcome = try? Outcome(json: json)
      else { return }
      if case .findings(let findings) = outcome, filter.objection(to: findings) != nil { return }
      measures.add(outcome)
    }
    return measures
  }
}

extension ArticleFilter.Reason {
  fileprivate var words: String {
    switch self {
    case .undated: "without a date"
    case .early: "too early"
    case .late: "too late"
    case .condition: "by the condition"
    }
  }
}

/// What is to be said of a run at its end.
struct Screened {
  var gates: [GateResult] = []
  var changes: Changes?
  var summary: String?
}

extension GateValues {
  /// All that can be compared: counts, means or sums of numbers, names.
  fileprivate func changes(since name: [UInt8]) -> Changes {
    var figures = [
      Changes.Figure(
        "articles", then: earlier.map { Double($0.articles) }, now: Double(now.articles)),
      Changes.Figure("words", then: earlier.map { Double($0.words) }, now: Double(now.words)),
    ]
    var names: [Changes.Names] = []
    for plugin in plugins {
      for field in plugin.fields {
        let name = "\(plugin.name).\(field.name)"
        guard let new = now[name], let old = earlier?[name] else { continue }
        let isSum = field.merge == .sum
        if new.mean != nil || old.mean != nil {
          figures.append(
            Changes.Figure(
              "\(isSum ? "sum" : "mean") of \(name)", of: plugin.name,
              then: isSum ? old.total : old.mean, now: isSum ? new.total : new.mean))
        } else if field.merge == .top {
          names.append(
            Changes.Names(
              field: name,
              new: new.newNames(since: old).map { Count($0, new.names.counts[$0] ?? 0) },
              gone: old.newNames(since: new)))
        }
      }
    }
    return Changes(since: Path(name).shown, figures: figures, names: names)
  }
}

/// A run in a line, for chat or mail.
struct SummaryLine {
  private static let shownNames = 3

  private let values: GateValues
  private let leads: [LeadField]
  private let gates: [GateResult]

  init(_ values: GateValues, _ leads: [LeadField], _ gates: [GateResult]) {
    self.values = values
    self.leads = leads
    self.gates = gates
  }

  var text: String {
    let now = values.now
    var parts = [Self.count(now.articles, "article")]
    if let days = now.days {
      parts[0] +=
        days.lowerBound == days.upperBound
        ? " of \(days.lowerBound)" : " of \(days.lowerBound) to \(days.upperBound)"
    }
    parts += leads.compactMap(words)
    if values.leftOut > 0 { parts.append("\(values.leftOut) left out") }
    if now.failures > 0 { parts.append("\(Self.count(now.failures, "input")) could not be read") }
    if now.errors > 0 { parts.append(Self.count(now.errors, "plugin failure")) }
    let failed = gates.filter(\.holds)
    if !gates.isEmpty {
      parts.append(
        failed.isEmpty
          ? "all gates passed"
          : failed.map { "GATE: \($0.condition): \($0.reasons.joined(separator: "; "))" }
            .joined(separator: "; "))
    }
    return parts.joined(separator: "; ")
  }

  /// A field's mean, with its change since the earlier run, or its most frequent names.
  private func words(_ lead: LeadField) -> String? {
    let name = "\(lead.plugin).\(lead.field)"
    guard let field = values.now[name], field.count > 0 else { return nil }
    if let mean = field.mean {
      let change = values.earlier?[name]?.mean.map { mean - $0 }
      let shown = change.map { " (\($0 < 0 ? "" : "+")\(Self.rounded($0)))" } ?? ""
      return "\(name) \(Self.rounded(mean))\(shown)"
    }
    let names = field.names.ranked.prefix(Self.shownNames).map {
      "\($0.key) \(GateResult.shown(.number($0.value)))"
    }
    return names.isEmpty ? nil : "\(name): \(names.joined(separator: ", "))"
  }

  private static func rounded(_ number: Double) -> String {
    GateResult.shown(.number((number * 1000).rounded() / 1000))
  }

  private static func count(_ count: Int, _ one: String) -> String {
    "\(count) \(one)\(count == 1 ? "" : "s")"
  }
}
