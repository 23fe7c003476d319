import Document
import Reporting

/// One pass over the corpus that draws a sample of what a plugin finds.
final class SamplePass {
  /// Different labels that coders can be offered.
  private static let mostLabels = 100
  private static let mostStrata = 100

  private let request: SampleRequest
  private let screening: Screening
  private var subject: SampleSubject?
  private(set) var plugin: PluginDescription?
  private var urns: [String: Urn<Drawn>] = [:]
  private var labels: Set<String> = []
  private var hasNumbers = false
  private var hasSeveral = false

  /// A unit that was drawn, with all that its line of the sheet needs.
  struct Drawn {
    var value: SampleValue
    var mark: Annotation?
    var findings: Findings
    var article: Article
  }

  init(_ request: SampleRequest) {
    self.request = request
    screening = Screening(request.run)
  }

  func begin(_ plugins: [PluginDescription]) throws(WorkbenchError) {
    try screening.begin(plugins)
    try request.strata?.check(plugins)
    subject = try SampleSubject(request.target, among: plugins)
    plugin = plugins.first { $0.name == request.target.plugin }
  }

  func take(_ payloads: [ArraySlice<UInt8>]) throws(WorkbenchError) -> Bool {
    let needsMarks = request.target.unit != .field
    var entry = try FindingsEntry(
      payloads, needs: needsMarks ? [.outcome, .annotations] : .outcome)
    guard let subject, screening.admits(entry.outcome),
      case .findings(let findings)? = entry.outcome
    else { return false }
    let units = subject.units(of: findings)
    guard !units.isEmpty, let stratum = stratum(of: findings) else { return false }
    let numbers = SampleNumbers(seed: request.seed, findings)
    for unit in units {
      try note(unit.value)
      let number = numbers[unit.ordinal]
      guard urns[stratum, default: Urn(size: request.size)].count(number) else { continue }
      if entry.article == nil { try entry.readArticle(payloads) }
      guard let article = entry.article else { continue }
      var about = findings
      about.plugins = []
      urns[stratum]?.add(
        number, Drawn(value: unit.value, mark: unit.mark, findings: about, article: article))
    }
    guard urns.count <= Self.mostStrata else {
      throw .sampling(
        "--by", "more than \(Self.mostStrata) different parts by \(request.strata?.name ?? "")",
        remedy: "choose what has fewer")
    }
    return entry.article != nil
  }

  /// The part of the corpus that an article is of; of several the first.
  private func stratum(of findings: Findings) -> String? {
    guard let strata = request.strata else { return "" }
    return strata.groups(of: findings).first ?? "–"
  }

  private func note(_ value: SampleValue) throws(WorkbenchError) {
    if value.number != nil { hasNumbers = true }
    if value.labels.count > 1 { hasSeveral = true }
    guard request.labels.isEmpty else { return }
    labels.formUnion(value.labels)
    guard labels.count <= Self.mostLabels else {
      throw .sampling(
        request.target.option,
        "\(request.target.path) has more than \(Self.mostLabels) different values",
        remedy: "name those that coders may choose with --labels, or sample something else")
    }
  }

  // MARK: The end

  /// What coders are asked.
  func codebook() throws(WorkbenchError) -> Codebook {
    guard let subject else { throw nothing }
    let target = request.target
    let isNumeric = hasNumbers
    if !request.cuts.isEmpty, !isNumeric {
      throw .sampling("--cuts", "\(target.path) has no numbers", remedy: "leave it out")
    }
    if isNumeric, request.cuts.isEmpty, !request.labels.isEmpty {
      throw .sampling(
        "--labels", "\(target.path) has numbers",
        remedy: "say with --cuts where each label but the first begins")
    }
    var book = Codebook(
      field: target.path, question: request.question ?? subject.question, answer: .one)
    if isNumeric, request.cuts.isEmpty {
      book.answer = .number
    } else if isNumeric {
      (book.labels, book.isOrdered) = (request.labels, true)
    } else if target.unit == .marks || subject.type == .boolean {
      book.labels = Codebook.yesOrNo
    } else {
      book.answer = subject.type == .list || hasSeveral ? .many : .one
      book.labels = request.labels.isEmpty ? labels.sorted(by: Self.isBefore) : request.labels
      book.isOrdered = request.isOrdered
      book.allowsNone = true
    }
    return book
  }

  private static func isBefore(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private var nothing: WorkbenchError {
    .sampling("", "nothing to draw from: no article has \(request.target.path)", remedy: nil)
  }

  /// The units drawn, in an order that says nothing, with the parts that they are from.
  func draw() throws(WorkbenchError) -> (units: [SampleKey.Unit: Drawn], strata: [Sample.Stratum]) {
    let names = urns.keys.sorted(by: Self.isBefore)
    let shares = shares(of: names.map { urns[$0]?.population ?? 0 })
    var tickets: [(stratum: String, ticket: Urn<Drawn>.Ticket)] = []
    var strata: [Sample.Stratum] = []
    for (name, share) in zip(names, shares) {
      let drawn = urns[name]?.drawn(share) ?? []
      tickets += drawn.map { (name, $0) }
      strata.append(
        Sample.Stratum(name: name, population: urns[name]?.population ?? 0, units: drawn.count))
    }
    guard !tickets.isEmpty else { throw nothing }
    let digits = Self.digits(for: tickets.map(\.ticket.number))
    var units: [SampleKey.Unit: Drawn] = [:]
    for (stratum, ticket) in tickets {
      let drawn = ticket.element
      let unit = SampleKey.Unit(
        id: SampleNumbers.name(of: ticket.number, digits: digits), source: drawn.findings.source,
        article: drawn.findings.hash, range: drawn.mark?.range, place: drawn.mark?.place ?? .text,
        value: drawn.value, stratum: stratum)
      units[unit] = drawn
    }
    return (units, strata)
  }

  /// As many of each part as go, the same of all that have so many.
  private func shares(of populations: [Int]) -> [Int] {
    var shares = populations.map { _ in 0 }
    var rest = request.size
    while rest > 0 {
      let open = shares.indices.filter { shares[$0] < populations[$0] }
      guard !open.isEmpty else { break }
      let each = max(1, rest / open.count)
      for index in open where rest > 0 {
        let more = min(each, populations[index] - shares[index], rest)
        shares[index] += more
        rest -= more
      }
    }
    return shares
  }

  /// Digits by which all names differ.
  private static func digits(for numbers: [UInt64]) -> Int {
    (8..<16).first { digits in
      Set(numbers.map { SampleNumbers.name(of: $0, digits: digits) }).count == numbers.count
    } ?? 16
  }
}
