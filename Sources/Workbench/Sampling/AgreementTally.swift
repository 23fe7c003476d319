import Agreement
import Document
import Reporting

/// Makes figures of codes: what the plugin says against what coders agree upon, and coders among themselves.
struct AgreementTally {
  private let key: SampleKey
  /// The sheets', with all labels that the plugin gave.
  private let book: Codebook
  private let sheets: CodedSheets
  private let consensus: [Consensus?]
  /// How much each unit counts: the more, the fewer were drawn of its part of the corpus.
  private let weights: [Double]
  private let bootstrap: Bootstrap
  /// Whether units are independent and count alike, which Wilson's interval presumes.
  private let isSimple: Bool

  init(_ key: SampleKey, _ sheets: CodedSheets) {
    var book = sheets.codebook
    if book.answer != .number, key.cuts.isEmpty {
      for label in key.units.flatMap(\.value.labels) where !book.labels.contains(label) {
        book.labels.append(label)
      }
    }
    self.key = key
    self.book = book
    self.sheets = sheets
    consensus = sheets.codes.map { codes in
      Consensus(codes.compactMap(\.self).filter { $0 != .unsure }, book)
    }
    let shares = Dictionary(
      key.strata.map { ($0.name, Double($0.population) / Double(max(1, $0.units))) },
      uniquingKeysWith: { first, _ in first })
    weights = key.units.map { key.strata.count > 1 ? shares[$0.stratum] ?? 1 : 1 }
    bootstrap = Bootstrap(
      clusters: key.units.map(\.article), strata: key.units.map(\.stratum))
    isSimple = key.strata.count <= 1 && Set(key.units.map(\.article)).count == key.units.count
  }

  func sample(level: Level?, wantsKappa: Bool) throws(WorkbenchError) -> CodedSample {
    let level = try checked(level)
    if wantsKappa, book.answer == .number {
      throw .sampling(
        "--kappa", "\(key.target.path) has numbers, of which there is no kappa",
        remedy: "alpha tells how far they agree")
    }
    let codes = sheets.codes.map { $0.compactMap(\.self).filter { $0 != .unsure } }
    var sample = CodedSample(
      field: key.target.path, plugin: key.plugin.name, version: key.plugin.version,
      hash: key.plugin.hash, coders: sheets.coders, units: key.units.count,
      population: key.strata.reduce(0) { $0 + $1.population },
      coded: codes.count { !$0.isEmpty },
      undecided: zip(codes, consensus).count { codes, found in
        !codes.isEmpty && found?.isWhole != true
      }, isWeighted: key.strata.count > 1, figures: [])
    sample.figures = book.answer == .number ? numberFigures : labelFigures
    sample.figures += agreementFigures(level, wantsKappa)
    sample.confusion = confusion
    sample.headline = headline(of: sample.figures)
    return sample
  }

  private func checked(_ level: Level?) throws(WorkbenchError) -> Level {
    let usual: Level =
      book.answer == .number ? .interval : book.isOrdered ? .ordinal : .nominal
    guard let level, level != usual else { return usual }
    guard level == .nominal || book.answer == .number || book.isOrdered else {
      throw .sampling(
        "--level", "the labels of \(key.target.path) have no order",
        remedy: "draw the sample with --ordered, or leave it out")
    }
    return level
  }

  private func headline(of figures: [CodedSample.Figure]) -> CodedSample.Figure? {
    func figure(_ measure: CodedSample.Measure, _ of: String) -> CodedSample.Figure? {
      figures.first {
        $0.measure == measure && $0.of == of && $0.among == CodedSample.plugin && $0.estimate != nil
      }
    }
    if key.target.unit == .marks { return figure(.precision, book.labels[0]) }
    if isYesOrNo { return figure(.f1, book.labels[0]) ?? figure(.accuracy, "") }
    switch book.answer {
    case .one: return figure(.f1, CodedSample.macro)
    case .many: return figure(.f1, CodedSample.micro)
    case .number: return figure(.correlation, "")
    }
  }

  private var isYesOrNo: Bool { book.labels == Codebook.yesOrNo }

  // MARK: The plugin's answers

  /// The label of a unit that has just one, by its number; of no label nil.
  private func label(of unit: SampleKey.Unit) -> Int? {
    if let number = unit.value.number { return key.cuts.count { $0 <= number } }
    return unit.value.labels.first.flatMap(book.labels.firstIndex)
  }

  /// By label, whether a unit has it.
  private func given(_ unit: SampleKey.Unit) -> [Bool] {
    guard book.answer == .many else {
      let label = label(of: unit)
      return book.labels.indices.map { $0 == label }
    }
    return book.labels.map(unit.value.labels.contains)
  }

  /// By label, whether it is right; nil where that is open.
  private func right(_ consensus: Consensus?) -> [Bool?]? {
    switch consensus {
    case .label(let label)?: book.labels.indices.map { $0 == label }
    case .labels(let labels)?: labels
    case .number?, nil: nil
    }
  }

  // MARK: Labels

  private var labelFigures: [CodedSample.Figure] {
    let given = key.units.map(given)
    let right = consensus.map(right)
    let whole = zip(given, right).map { given, right -> Bool? in
      guard let right, right.allSatisfy({ $0 != nil }) else { return nil }
      return zip(given, right).allSatisfy { $0 == $1 }
    }
    func scores(_ times: [Int]?) -> [LabelScores] {
      var scores = book.labels.map { _ in LabelScores() }
      for (unit, row) in right.enumerated() {
        let weight = weights[unit] * Double(times?[unit] ?? 1)
        guard let row, weight > 0 else { continue }
        for (label, isRight) in row.enumerated() {
          guard let isRight else { continue }
          scores[label].add(isGiven: given[unit][label], isRight: isRight, weight: weight)
        }
      }
      return scores
    }
    func accuracy(_ times: [Int]?) -> Double? {
      var (hits, count) = (0.0, 0.0)
      for (unit, isHit) in whole.enumerated() {
        guard let isHit else { continue }
        let weight = weights[unit] * Double(times?[unit] ?? 1)
        count += weight
        if isHit { hits += weight }
      }
      return count > 0 ? hits / count : nil
    }
    let all = scores(nil)
    // Of a plugin's marks there are none that it did not make: nothing is known of what was overlooked.
    let isOfMarks = key.target.unit == .marks
    let shown = isYesOrNo ? [0] : book.labels.indices.filter { all[$0].given + all[$0].right > 0 }
    func values(_ times: [Int]?) -> [Double?] {
      let scores = times == nil ? all : scores(times)
      if isOfMarks { return [scores[0].precision] }
      var values = [accuracy(times)]
      if !isYesOrNo {
        let f1 = shown.compactMap { scores[$0].f1 }
        values.append(shown.map { scores[$0] }.reduce(LabelScores(), +).f1)
        values.append(f1.isEmpty ? nil : f1.reduce(0, +) / Double(f1.count))
      }
      for label in shown {
        values += [scores[label].precision, scores[label].recall, scores[label].f1]
      }
      return values
    }
    let decided = whole.count { $0 != nil }
    let labelled = right.count { $0 != nil }
    var figures: [CodedSample.Figure] = []
    if !isOfMarks {
      figures.append(CodedSample.Figure(.accuracy, nil, units: decided))
      if !isYesOrNo {
        figures += [CodedSample.micro, CodedSample.macro].map {
          CodedSample.Figure(.f1, of: $0, nil, units: labelled)
        }
      }
    }
    for label in shown {
      for measure in isOfMarks ? [.precision] : [CodedSample.Measure.precision, .recall, .f1] {
        figures.append(CodedSample.Figure(measure, of: book.labels[label], nil, units: labelled))
      }
    }
    return estimated(figures, values) { figure in
      if figure.measure == .accuracy {
        let hits = whole.count { $0 == true }
        return .wilson(Double(hits), of: Double(decided))
      }
      guard let label = book.labels.firstIndex(of: figure.of) else { return nil }
      switch figure.measure {
      case .precision: return .wilson(all[label].truePositives, of: all[label].given)
      case .recall: return .wilson(all[label].truePositives, of: all[label].right)
      default: return nil
      }
    }
  }

  /// Gives figures their values and intervals.
  /// - Parameters:
  ///   - values: of a resample, in the order of the figures.
  ///   - exact: the interval of a share of independent units; nil for what is no such share.
  private func estimated(
    _ figures: [CodedSample.Figure], _ values: ([Int]?) -> [Double?],
    exact: (CodedSample.Figure) -> Interval?
  ) -> [CodedSample.Figure] {
    let intervals = bootstrap.intervals { values($0) }
    return zip(zip(figures, values(nil)), intervals).map { pair, interval in
      var (figure, value) = pair
      // Where no resample differs the sample says nothing of how far the whole may.
      let varying = interval.flatMap { $0.low < $0.high ? $0 : nil }
      figure.estimate = value.map { value in
        Estimate(value, isSimple ? exact(figure) ?? varying : varying)
      }
      return figure
    }
  }

  private var confusion: CodedSample.Confusion? {
    guard book.answer == .one, key.target.unit != .marks else { return nil }
    let pairs = zip(key.units, consensus).compactMap { unit, consensus -> (Int, Int)? in
      guard case .label(let right)? = consensus else { return nil }
      return (right ?? book.labels.count, label(of: unit) ?? book.labels.count)
    }
    let used = (0...book.labels.count).filter { label in
      pairs.contains { $0.0 == label || $0.1 == label }
    }
    let counts = used.map { right in
      used.map { given in pairs.count { $0.0 == right && $0.1 == given } }
    }
    let labels = used.map { $0 < book.labels.count ? book.labels[$0] : Codebook.none }
    return CodedSample.Confusion(labels: labels, counts: counts)
  }

  // MARK: Numbers

  private var numberFigures: [CodedSample.Figure] {
    var pairs: [(found: Double, right: Double)] = []
    var units: [Int] = []
    for (place, unit) in key.units.enumerated() {
      guard let found = unit.value.number, case .number(let right)? = consensus[place] else {
        continue
      }
      pairs.append((found, right))
      units.append(place)
    }
    let measures: [CodedSample.Measure] = [.correlation, .absoluteError, .bias]
    return estimated(measures.map { CodedSample.Figure($0, nil, units: pairs.count) }) { times in
      let counting = units.map { weights[$0] * Double(times?[$0] ?? 1) }
      let scores = NumberScores(pairs, weights: counting)
      return [scores?.correlation, scores?.absoluteError, scores?.bias]
    } exact: { _ in
      nil
    }
  }

  // MARK: Agreement

  /// Codes to be compared, each row with the unit it is of: of several labels each label is a row of its own.
  private struct Rows {
    var codes: [[Double]] = []
    var units: [Int] = []

    mutating func add(_ codes: [[Double]], of unit: Int) {
      guard let width = codes.map(\.count).max() else { return }
      for column in 0..<width {
        self.codes.append(codes.compactMap { column < $0.count ? $0[column] : nil })
        units.append(unit)
      }
    }
  }

  private func agreementFigures(_ level: Level, _ wantsKappa: Bool) -> [CodedSample.Figure] {
    var figures: [CodedSample.Figure] = []
    if sheets.coders.count > 1 {
      var rows = Rows()
      for (unit, codes) in sheets.codes.enumerated() {
        rows.add(codes.compactMap { $0.flatMap { scale($0, level) } }, of: unit)
      }
      figures.append(alpha(rows, level, among: CodedSample.coders))
      if wantsKappa {
        for first in sheets.coders.indices {
          for second in sheets.coders.indices where second > first {
            figures.append(
              kappa(among: "\(sheets.coders[first]) and \(sheets.coders[second])") { unit in
                (sheets.codes[unit][first], sheets.codes[unit][second])
              })
          }
        }
      }
    }
    guard key.target.unit != .marks else { return figures }
    var rows = Rows()
    for unit in key.units.indices {
      let pair = [agreed(unit), found(unit)].map { $0.flatMap { scale($0, level) } }
      if case (let right?, let given?) = (pair[0], pair[1]) { rows.add([right, given], of: unit) }
    }
    figures.append(alpha(rows, level, among: CodedSample.plugin))
    if wantsKappa {
      figures.append(kappa(among: CodedSample.plugin) { (agreed($0), found($0)) })
    }
    return figures
  }

  /// What coders agree upon, as one of them would have coded it.
  private func agreed(_ unit: Int) -> CodedSheets.Code? {
    switch consensus[unit] {
    case .number(let number)?: .number(number)
    case .label(let label)?: .labels([label].compactMap(\.self))
    case .labels(let labels)? where labels.allSatisfy({ $0 != nil }):
      .labels(labels.indices.filter { labels[$0] == true })
    case .labels?, nil: nil
    }
  }

  /// What the plugin says, as a coder would have coded it.
  private func found(_ unit: Int) -> CodedSheets.Code? {
    let unit = key.units[unit]
    switch book.answer {
    case .number: return unit.value.number.map(CodedSheets.Code.number)
    case .one: return .labels([label(of: unit)].compactMap(\.self))
    case .many:
      let given = given(unit)
      return .labels(given.indices.filter { given[$0] })
    }
  }

  /// A code on the scale of a level; nil where it has no place there.
  private func scale(_ code: CodedSheets.Code, _ level: Level) -> [Double]? {
    switch code {
    case .unsure: return nil
    case .number(let number): return [number]
    case .labels(let labels):
      guard book.answer == .one else {
        return book.labels.indices.map { labels.contains($0) ? 1 : 0 }
      }
      guard let label = labels.first else {
        return level == .nominal ? [Double(book.labels.count)] : nil
      }
      return [Double(label)]
    }
  }

  private func alpha(_ rows: Rows, _ level: Level, among: String) -> CodedSample.Figure {
    var codes = rows.codes
    if book.answer == .number, level != .interval {
      // Ranks, for these levels ask for the order or the sameness of numbers alone.
      let known = Set(codes.flatMap(\.self)).sorted()
      let ranks = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, Double($0)) })
      codes = codes.map { $0.compactMap { ranks[$0] } }
    }
    let alpha = Alpha(codes, level)
    let units = Set(zip(rows.units, codes).filter { $1.count > 1 }.map(\.0)).count
    let figure = CodedSample.Figure(.alpha, of: level.rawValue, among: among, nil, units: units)
    return estimated([figure]) { times in
      [times.map { times in alpha.value(rows.units.map { times[$0] }) } ?? alpha.value]
    } exact: { _ in
      nil
    }[0]
  }

  private func kappa(
    among: String, _ pair: (Int) -> (CodedSheets.Code?, CodedSheets.Code?)
  ) -> CodedSample.Figure {
    var pairs: [(Int, Int)] = []
    var units: [Int] = []
    for unit in key.units.indices {
      let codes = pair(unit)
      guard let first = codes.0.flatMap({ scale($0, .nominal) }),
        let second = codes.1.flatMap({ scale($0, .nominal) })
      else { continue }
      for (a, b) in zip(first, second) {
        pairs.append((Int(a), Int(b)))
        units.append(unit)
      }
    }
    let figure = CodedSample.Figure(.kappa, among: among, nil, units: Set(units).count)
    return estimated([figure]) { times in
      [Kappa.value(pairs, times.map { times in units.map { times[$0] } })]
    } exact: { _ in
      nil
    }[0]
  }
}
