import Glibc
import Workbench

// `copydesk sample`: what coders need to code by hand what plugins find.

extension Command {
  static let sample = Command(
    "sample", summary: "Draw a random sample of what a plugin finds, for coding by hand",
    discussion: [
      "Analyses the articles and writes a folder with two blind sheets, sheet.csv for spreadsheets and "
        + "sheet.html, a page that works without a network, for coders to fill in; and, apart from them, a key "
        + "with the plugin's own answers, which coders must not see. copydesk agree compares the two.",
      "--field samples articles: those on which the plugin ran to its end. --marks samples what it marked: whether each mark "
        + "is right or, of an attribute, what it should say. Of a sample of marks nobody can tell what "
        + "was overlooked, so it has a precision and no recall.",
      "A seed draws the same units from the same articles, in any order and with any number of jobs. With --by as "
        + "many units are drawn from each part as from any other, and figures are weighted by the sizes of the parts.",
    ],
    operand: Operand(
      "INPUT…",
      doc: "files, folders, patterns, or - for standard input; none with --from-run",
      count: 0...Int.max),
    options: [
      .field, .marks, .size, .seed, .strata, .labels, .ordered, .cuts, .question, .sampleFolder,
      .keyFile, .fromRun, .since, .until, .condition,
    ] + Option.running + [.noCache, .cacheSize] + Option.telling + Option.reading
      + Option.configuring,
    examples: [
      Example(
        line: "copydesk sample --field topics.topic -n 200 articles/ -o topics-sample",
        doc: "200 articles, for coders to say what each is about"),
      Example(
        line: "copydesk sample --marks sources.speech.role --by publisher articles/",
        doc: "Quotes, as many of each publisher, for coders to name the speaker's role"),
      Example(
        line: "copydesk sample --field style.hedges --labels 'few; many' --cuts 3 articles/",
        doc: "A number as labels in order"),
    ])
}

extension Option {
  static let field = Option(
    "field", "PLUGIN.FIELD", doc: "sample articles, to code this field of them")
  static let marks = Option(
    "marks", "PLUGIN.LAYER[.ATTRIBUTE]",
    doc: "sample what a plugin marked, to say whether it is right or to code an attribute of it")
  static let size = Option(
    "number", short: "n", "N", doc: "how many units to draw, of all parts together (default 200)")
  static let seed = Option("seed", "N", doc: "what chance begins with (default 1)")
  static let strata = Option(
    "by", "WHAT",
    doc:
      "draw as many of each publisher, section, language, author, day, week, month, year or value of a field",
    completion: .words(Grouping.names))
  static let labels = Option(
    "labels", "LIST",
    doc:
      "what coders may answer, joined by ';' or @FILE with one a line (default: what the plugin says anywhere)"
  )
  static let ordered = Option("ordered", doc: "the labels are in order, the lowest first")
  static let cuts = Option(
    "cuts", "LIST", doc: "numbers, joined by ',', at which each label but the first begins")
  static let question = Option(
    "question", "TEXT", doc: "what to ask coders (default: what the plugin says of the field)")
  static let sampleFolder = Option(
    "output", short: "o", "FOLDER", doc: "the folder for the sheets (default sample)",
    completion: .folders)
  static let keyFile = Option(
    "key", short: "k", "FILE",
    doc: "the file with the plugin's answers (default: the folder's name with .key.jsonl)",
    completion: .files)
  static let fromRun = Option(
    "from-run", "RUN", doc: "take inputs, plugins and options from a run that is kept",
    completion: .folders)
}

extension Session {
  /// The same with the inputs, plugins and options of the kept run that is named.
  func sampled() throws -> Session { try Session(try Resumption.borrow(arguments)) }

  func sample() throws -> Int32 {
    let settings = try Settings(arguments)
    let target = try sampleTarget()
    var run = try settings.request(plugin: target.plugin)
    if let configuration = settings.configuration { run.house = try configuration.house() }
    let folder = arguments.bytes(.sampleFolder) ?? Array("sample".utf8)
    var request = SampleRequest(
      run: run, target: target, folder: folder,
      key: arguments.bytes(.keyFile) ?? SampleRequest.key(beside: folder))
    request.size = try number(.size, in: 1...100_000) ?? request.size
    request.seed = UInt64(try number(.seed, in: 0...Int.max) ?? 1)
    request.strata = try strata()
    request.labels = try labels(.labels)
    request.isOrdered = arguments.has(.ordered)
    request.cuts = try cuts(of: request.labels)
    request.question = try arguments.string(.question)
    request.kept = try arguments.bytes(.fromRun).map { try KeptRun($0) }
    let narrator = try narrator()
    request.run.countsInputs = narrator.wantsTotals
    var sample: Sample?
    let result = try narrator.narrate {
      try settings.locating {
        let (drawn, result) = try Workbench().sample(request) { narrator.tell($0) }
        sample = drawn
        return result
      }
    }
    narrator.finish(result)
    guard let sample else { return Self.status(of: result) }
    let printed = print(sample.summary)
    return printed == ExitStatus.success ? Self.status(of: result) : printed
  }

  private func sampleTarget() throws(UsageError) -> SampleTarget {
    if let name = try arguments.string(.field) {
      if arguments.has(.marks) { throw .conflict(.field, .marks) }
      guard let target = SampleTarget(field: name) else {
        throw .badValue(.field, Array(name.utf8), expected: "plugin.field")
      }
      return target
    }
    guard let name = try arguments.string(.marks) else { throw .noTarget }
    guard let target = SampleTarget(marks: name) else {
      throw .badValue(.marks, Array(name.utf8), expected: "plugin.layer or plugin.layer.attribute")
    }
    return target
  }

  private func strata() throws(UsageError) -> Grouping? {
    guard let bytes = arguments.bytes(.strata) else { return nil }
    guard let grouping = Grouping(String(decoding: bytes, as: UTF8.self)) else {
      throw .badValue(.strata, bytes, expected: Grouping.expected)
    }
    return grouping
  }

  func labels(_ option: Option) throws -> [String] {
    guard let words = try arguments.string(option) else { return [] }
    let isFile = words.utf8.first == UInt8(ascii: "@")
    let text = isFile ? try OptionFile.text(Array(words.utf8.dropFirst())) : words
    let labels = text.split { isFile ? $0.isNewline : $0 == ";" }.map { String($0).trimmed }
      .filter { !$0.isEmpty }
    let isSound =
      labels.count > 1 && Set(labels).count == labels.count
      && labels.allSatisfy { !["-", "?"].contains($0) && !$0.contains(";") }
    guard isSound else {
      throw UsageError.badValue(
        option, Array(words.utf8),
        expected: "two labels or more, each once, without ';' and other than - and ?")
    }
    return labels
  }

  private func cuts(of labels: [String]) throws(UsageError) -> [Double] {
    guard let words = try arguments.string(.cuts) else { return [] }
    if labels.isEmpty { throw .missingCompanion(.cuts, .labels) }
    let parts = words.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double(String($0).trimmed) }.filter(\.isFinite)
    let isRising = zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    guard numbers.count == parts.count, isRising, numbers.count == labels.count - 1 else {
      throw .badValue(
        .cuts, Array(words.utf8),
        expected: "rising numbers, one fewer than labels, of which there are \(labels.count)")
    }
    return numbers
  }
}

extension Sample {
  fileprivate var summary: String {
    var words = "\(Count.of(units, "unit", "units")) of \(Count.grouped(population))"
    if strata.count > 1 {
      let parts = strata.map {
        "\($0.name.tamed) \(Count.grouped($0.units)) of \(Count.grouped($0.population))"
      }
      words += ": \(parts.joined(separator: ", "))"
    }
    words += "\n"
    for sheet in sheets { words += "\(sheet.tamed): for coders\n" }
    return words + "\(key.tamed): the plugin's answers; keep it from coders\n"
  }
}
