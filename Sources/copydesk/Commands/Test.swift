import Document
import Workbench

// `copydesk test`: plugins against the specs beside them.

extension Command {
  static let test = Command(
    "test", summary: "Try plugins against the specs beside them",
    discussion: [
      "Specs are small articles with what a plugin must find in them: in Lua or TOML, in the folder "
        + "tests of a plugin, or beside name.lua as name.test.lua or name.test.toml. Every plugin "
        + "must keep some laws besides: no article is an error, an article gives the same whatever "
        + "came before it, and aggregate gives the same however and in whatever order parts are "
        + "merged. Exits with status 1 if something is not as it must be."
    ],
    operand: Operand(
      "PLUGIN…", doc: "plugin files, plugin folders, folders of plugins, or names of plugins",
      completion: .plugins),
    options: [.filter, .update, .testFormat, .coverage, .timeout, .memory] + Option.configuring,
    examples: [
      Example(line: "copydesk test my-plugin", doc: "All specs of a plugin of your own"),
      Example(
        line: "copydesk test --filter headline my-plugin", doc: "The specs that speak of headlines"),
      Example(
        line: "copydesk test --format junit Plugins > specs.xml", doc: "For a build server"),
    ])
}

extension Option {
  static let filter = Option(
    "filter", "WORDS", doc: "try only the specs whose file or name holds these words")
  static let update = Option(
    "update", doc: "keep what specs with snapshot = true find as what they must find")
  static let testFormat = Option(
    "format", "FORMAT", doc: "text (the default), tap, junit or json",
    completion: .words(TestFormat.allCases.map(\.rawValue)))
  static let coverage = Option(
    "coverage", "HOW",
    doc:
      "tell which lines of the plugin ran: summary, listing, or a file to write for programs, in LCOV's form",
    completion: .words(["summary", "listing"]))
}

/// How results of tests are written.
enum TestFormat: String, CaseIterable {
  case text, tap, junit, json
}

extension Session {
  func test() throws -> Int32 {
    let settings = try Settings(arguments)
    let format = try testFormat()
    var request = TestRequest()
    request.limits = try settings.limits()
    request.filter = try arguments.string(.filter)
    request.updates = arguments.has(.update)
    let coverage = try coverageStyle()
    request.wantsCoverage = coverage != nil
    let (names, paths) = try namedPlugins(of: settings.library)
    let output = OutputFile()
    var writer = TestWriter(format, terminal: self.output, isQuiet: isQuiet)
    func write(_ text: String) throws {
      if !text.isEmpty { try output.write(Array(text.utf8)[...]) }
    }
    try Workbench().test(request, of: settings.library, names: names, paths: paths) { plugin in
      for error in plugin.errors { console.write(Message(error).rendered(for: console)) }
      try write(writer.text(of: plugin))
    }
    try write(writer.end())
    if let coverage { try tell(writer.coverage, coverage) { (text) throws in try write(text) } }
    if let filter = request.filter, writer.isEmpty {
      console.write(Message(unmatched: filter, specs: writer.passedOver).rendered(for: console))
      return ExitStatus.failedTest
    }
    if writer.isMissingPlugins { return ExitStatus.plugin }
    return writer.hasFailures ? ExitStatus.failedTest : ExitStatus.success
  }

  private func coverageStyle() throws(UsageError) -> CoverageStyle? {
    guard let bytes = arguments.bytes(.coverage) else { return nil }
    switch bytes {
    case Array("summary".utf8): return .summary
    case Array("listing".utf8): return .listing
    case _ where bytes.contains(UInt8(ascii: ".")) || bytes.contains(UInt8(ascii: "/")):
      return .file(bytes)
    default:
      throw .badValue(
        .coverage, bytes, expected: "summary, listing or the name of a file with a dot or slash")
    }
  }

  private func tell(
    _ files: [FileCoverage], _ style: CoverageStyle, _ write: (String) throws -> Void
  ) throws {
    let text = CoverageText(files, output)
    switch style {
    case .summary: try write(text.summary)
    case .listing: try write(text.listing + text.summary)
    case .file(let name):
      let file = try OutputFile(name)
      try file.write(Array(text.lcov.utf8)[...])
      try file.complete(isDurable: false)
    }
  }

  private func testFormat() throws(UsageError) -> TestFormat {
    guard let word = try arguments.string(.testFormat) else { return .text }
    guard let format = TestFormat(rawValue: word) else {
      throw .badChoice(
        .testFormat, Array(word.utf8), among: TestFormat.allCases.map(\.rawValue))
    }
    return format
  }
}
