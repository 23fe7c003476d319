import Agreement
import Document
import Workbench

// `copydesk agree`: what coders say against what the plugin says.

extension Command {
  static let agree = Command(
    "agree",
    summary: "Tell how far coders of a sample agree, and how far the plugin does with them",
    discussion: [
      "Reads the sheets that copydesk sample has written and coders have filled in, and tells precision, recall and F1 by label and over all, "
        + "accuracy, Krippendorff's alpha and a table of what was taken for what; of numbers correlation and error. Each figure "
        + "comes with its 95 % interval. What is right is what more than half of a unit's coders say; of numbers their mean.",
      "One sheet is one coder, named by the column coder or else by the file; a sheet with several names is of several coders.",
      "With --record the figures are kept beside the plugin, or in the folder that copydesk.toml names, and reports then say on how many "
        + "units the plugin was validated, and how well it did. A record holds for the plugin's code and options as they were.",
    ],
    operand: Operand("SHEET…", doc: "sheets in CSV that coders have filled in"),
    options: [
      .keyFile, .allowedLabels, .level, .kappa, .record, .agreementFormat, .output,
    ] + Option.configuring,
    examples: [
      Example(
        line: "copydesk agree topics-sample/sheet.csv",
        doc: "One coder, and the key where it was written"),
      Example(
        line: "copydesk agree --kappa -k topics-sample.key.jsonl ada.csv bo.csv",
        doc: "Two coders, with Cohen's kappa of them"),
      Example(
        line: "copydesk agree --record -k topics-sample.key.jsonl ada.csv bo.csv",
        doc: "The same, for reports to tell"),
    ])
}

extension Option {
  static let allowedLabels = Option(
    "labels", "LIST",
    doc:
      "what coders may have answered, joined by ';' or @FILE with one a line (default: as the key says)"
  )
  static let level = Option(
    "level", "LEVEL",
    doc: "what alpha measures: nominal, ordinal or interval (default: by the codes)",
    completion: .words(Level.allCases.map(\.rawValue)))
  static let kappa = Option("kappa", doc: "add Cohen's kappa, of each two coders")
  static let record = Option("record", doc: "keep the figures, for reports to tell")
  static let agreementFormat = Option(
    "format", "FORMAT", doc: "text (the default), json or csv",
    completion: .words(["text", "json", "csv"]))
}

extension Session {
  func agree() throws -> Int32 {
    let settings = try Settings(arguments)
    var request = AgreementRequest(sheets: arguments.operands, key: [])
    guard let key = arguments.bytes(.keyFile) ?? request.usualKey else { throw UsageError.noKey }
    request.key = key
    request.labels = try labels(.allowedLabels)
    request.level = try level()
    request.wantsKappa = arguments.has(.kappa)
    let format = try arguments.string(.agreementFormat) ?? "text"
    guard ["text", "json", "csv"].contains(format) else {
      throw UsageError.badChoice(
        .agreementFormat, Array(format.utf8), among: ["text", "json", "csv"])
    }
    let file = arguments.bytes(.output).flatMap { $0 == [UInt8(ascii: "-")] ? nil : $0 }
    let output = try file.map { try OutputFile($0) } ?? OutputFile()
    let sample = try Workbench().agreement(request)
    let record =
      try arguments.has(.record)
      ? Workbench().record(
        sample, of: request, library: settings.library,
        folder: settings.configuration?.validationFolder) : nil
    let text =
      switch format {
      case "json": sample.json
      case "csv": sample.csv
      default: AgreementText(sample).text
      }
    try output.write(Array(text.utf8)[...])
    try output.complete()
    if let record, !isQuiet { console.write("\(record.tamed): recorded\n") }
    return ExitStatus.success
  }

  private func level() throws(UsageError) -> Level? {
    guard let word = try arguments.string(.level) else { return nil }
    guard let level = Level(rawValue: word) else {
      throw .badChoice(.level, Array(word.utf8), among: Level.allCases.map(\.rawValue))
    }
    return level
  }
}

/// The figures of a coded sample, for reading on a terminal.
struct AgreementText {
  private let sample: CodedSample

  init(_ sample: CodedSample) { self.sample = sample }

  var text: String {
    var text = head + "\n"
    text += section("The plugin against what coders agree upon", overall + numbers)
    text += labels
    text += section("Agreement", agreement)
    text += confusion
    return text + notes
  }

  private var head: String {
    let plugin = [sample.plugin, sample.version == "0" ? "" : sample.version]
      .filter { !$0.isEmpty }.joined(separator: " ")
    let coders = Count.of(sample.coders.count, "coder", "coders")
    var words = "\(sample.field), \(plugin.tamed): "
    words +=
      "\(Count.grouped(sample.coded)) of \(Count.of(sample.units, "unit", "units")) coded by "
    words += "\(coders) (\(sample.coders.map(\.tamed).joined(separator: ", ")))"
    if sample.undecided > 0 {
      words += "; of \(Count.grouped(sample.undecided)) nobody knows what is right"
    }
    return words + "\n"
  }

  private func section(_ title: String, _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    return Columns([title, "", "95 % interval", "units"], rows, rightAligned: [1, 3]).text + "\n"
  }

  private func row(_ figure: CodedSample.Figure, _ name: String) -> [String] {
    [
      name, figure.estimate.map { Self.shown($0.value) } ?? "–",
      figure.estimate?.interval.map(Self.shown) ?? "", Count.grouped(figure.units),
    ]
  }

  private var overall: [[String]] {
    sample.figures.compactMap { figure in
      switch (figure.measure, figure.of) {
      case (.accuracy, _): row(figure, "accuracy")
      case (.f1, CodedSample.micro), (.f1, CodedSample.macro): row(figure, "\(figure.of)-F1")
      default: nil
      }
    }
  }

  private var numbers: [[String]] {
    sample.figures.compactMap { figure in
      switch figure.measure {
      case .correlation, .absoluteError, .bias: row(figure, figure.measure.rawValue)
      default: nil
      }
    }
  }

  private var agreement: [[String]] {
    sample.figures.compactMap { figure in
      let who =
        figure.among == CodedSample.plugin ? "the plugin with coders" : figure.among.tamed
      switch figure.measure {
      case .alpha: return row(figure, "Krippendorff's alpha, \(figure.of), \(who)")
      case .kappa: return row(figure, "Cohen's kappa, \(who)")
      default: return nil
      }
    }
  }

  private var labels: String {
    let byLabel: [CodedSample.Measure] = [.precision, .recall, .f1]
    let figures = sample.figures.filter {
      byLabel.contains($0.measure) && ![CodedSample.micro, CodedSample.macro].contains($0.of)
    }
    let measures = byLabel.filter { measure in figures.contains { $0.measure == measure } }
    guard !figures.isEmpty else { return "" }
    var rows: [[String]] = []
    for figure in figures where figure.measure == measures[0] {
      let row = measures.map { measure in
        figures.first { $0.of == figure.of && $0.measure == measure }?.estimate.map(Self.shown)
          ?? "–"
      }
      rows.append([figure.of.tamed] + row)
    }
    return Columns(["label"] + measures.map(\.rawValue), rows).text + "\n"
  }

  private var confusion: String {
    guard let table = sample.confusion, table.labels.count > 1 else { return "" }
    let names = table.labels.map { $0 == "-" ? "none" : $0.tamed }
    let numbers = names.indices.map { "\($0 + 1)" }
    let rows = zip(zip(numbers, names), table.counts).map { pair, counts in
      ["\(pair.0) \(pair.1)"] + counts.map { $0 == 0 ? "·" : Count.grouped($0) }
    }
    return Columns(
      ["coders say ↓, the plugin →"] + numbers, rows, rightAligned: Set(1...names.count)
    ).text + "\n"
  }

  private var notes: String {
    var methods: [String] = []
    let intervals = sample.figures.compactMap(\.estimate?.interval?.method)
    if intervals.contains(.wilson) { methods.append("of shares Wilson's") }
    if intervals.contains(.bootstrap) {
      methods.append(
        "\(methods.isEmpty ? "of all figures" : "of others") percentiles of \(Count.grouped(Bootstrap.resamples)) resamples of the articles"
      )
    }
    var notes = methods.isEmpty ? "" : "Intervals: \(methods.joined(separator: "; ")).\n"
    if sample.isWeighted {
      notes +=
        "Units are weighted by the parts of the corpus that they are from, but for agreement.\n"
    }
    return notes
  }

  /// `0.71 (0.65–0.77)`.
  private static func shown(_ estimate: Estimate) -> String {
    shown(estimate.value) + (estimate.interval.map { " (\(shown($0)))" } ?? "")
  }

  private static func shown(_ interval: Interval) -> String {
    // A dash before a minus would be two.
    "\(shown(interval.low))\(interval.low < 0 ? " to " : "–")\(shown(interval.high))"
  }

  /// Two digits after the point: `0.71`, `-0.05`.
  private static func shown(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return "\(number)" }
    let hundredths = Int((abs(number) * 100).rounded())
    let digits = String(hundredths % 100)
    let sign = number < 0 && hundredths > 0 ? "-" : ""
    return "\(sign)\(hundredths / 100).\(digits.utf8.count < 2 ? "0" : "")\(digits)"
  }
}
