package import Document
internal import Lua

/// What a line at the console came to.
package struct ConsoleAnswer: Sendable {
  /// What was printed, then the values, a line each.
  package var lines: [String] = []
  /// Sections and entries of the API that the line asks to have described.
  package var described: [String] = []
  /// Whether the line is the beginning of something longer.
  package var isIncomplete = false
  package var error: PluginError?
  /// Seconds of the script's work.
  package var seconds = 0.0
  /// Whether a limit ended the state, and with it everything that had been given a name.
  package var hasLostState = false

  package init() {}
}

/// A sandbox for somebody at a keyboard: an article and perhaps a plugin on the table, and one line of Lua after the other.
///
/// Lines run like a plugin's `analyze`, within the same limits, but all layers may be read, and what a line assigns or declares
/// stays for the lines that follow.
package final class Console {
  static let chunkName = "input"

  private let limits: Limits
  let galley = Galley()
  private(set) var sandbox: Sandbox
  private var names: ConsoleNames
  /// The plugin that was loaded, and those that it requires, in the order in which they run.
  private var packages: [PluginPackage] = []
  private var options: [String: Fields] = [:]
  private var host: PluginHost?
  private var article: Article?

  package init(limits: Limits = Limits()) {
    self.limits = limits
    sandbox = Self.blank(galley, limits)
    names = ConsoleNames(sandbox)
    names.setBasics(sandbox)
  }

  /// A sandbox that may read every layer.
  private static func blank(_ galley: Galley, _ limits: Limits) -> Sandbox {
    let package = PluginPackage(path: chunkName, main: [], isFolder: false) { _ in [] }
    let source = PluginSource(package)
    let sandbox = Sandbox(source, galley: galley, limits: limits)
    let layers = LayerKind.allCases.map(\.rawValue)
    sandbox.session.plugin = Plugin(
      PluginDescription(name: "console", requires: layers), source: source)
    sandbox.session.phase = .analyze
    return sandbox
  }

  // MARK: What is on the table

  /// Puts an article with all its layers on the table; objects of the last one become stale.
  package func lay(_ article: Article) {
    self.article = article
    galley.lay(article)
    // What the loaded plugin may ask others for.
    for found in host?.analyze(article) ?? [] where found.plugin != sandbox.session.plugin?.name {
      galley.add(found)
    }
    sandbox.session.begin()
    sandbox.interpreter.seedRandom(0)
    names.setArticle(sandbox)
  }

  /// Loads a plugin, the last of the packages, with those that it requires: `ctx`, `plugin` and `state` are its own from here on.
  /// - Throws: everything that is wrong with them; what was loaded before stays.
  package func load(
    _ packages: [PluginPackage], options: [String: Fields] = [:]
  ) throws(PluginLoadFailure) {
    guard let package = packages.last else { return }
    let host = try PluginHost(packages, options: options, limits: limits)
    let sandbox = try openPlugin(package, options)
    self.host = host
    self.packages = packages
    self.options = options
    self.sandbox = sandbox
    names = ConsoleNames(sandbox)
    names.setBasics(sandbox)
    if let article { lay(article) }
  }

  private func openPlugin(
    _ package: PluginPackage, _ options: [String: Fields]
  ) throws(PluginLoadFailure) -> Sandbox {
    let source = PluginSource(package)
    let sandbox = Sandbox(source, galley: galley, limits: limits)
    let table: RawTable
    do throws(PluginError) { table = try sandbox.run() } catch {
      throw PluginLoadFailure(problems: [error])
    }
    var validator = PluginValidator(table, source)
    validator.validate()
    let plugin = Plugin(validator.description, source: source, resources: validator.resources)
    plugin.layers = Set(LayerKind.allCases)
    let values = try OptionValues(options[plugin.name] ?? [:], for: plugin)
    do throws(PluginError) { try sandbox.setUp(plugin, values) } catch {
      throw PluginLoadFailure(problems: [error])
    }
    sandbox.session.phase = .analyze
    return sandbox
  }

  /// Has the loaded plugin and those that it requires look at the article; nil if there is none of the two.
  package func runPlugin() -> [PluginFindings]? {
    guard let host, let article else { return nil }
    return host.analyze(article)
  }

  /// What the article holds, by layer.
  package var layers: [(name: String, count: Int)] {
    guard article != nil else { return [] }
    return LayerKind.allCases.map { kind in
      (kind.rawValue, galley.layers[kind.index]?.ranges.count ?? 0)
    }
  }

  package var hasArticle: Bool { article != nil }
  package var pluginDescriptions: [PluginDescription] { host?.descriptions ?? [] }

  // MARK: Lines

  /// Runs a line: an expression, whose values are shown, or statements.
  package func evaluate(_ text: String) -> ConsoleAnswer {
    var answer = ConsoleAnswer()
    let began = monotonicSeconds()
    let interpreter = sandbox.interpreter
    do throws(ScriptError) {
      let function = try compile(Self.keepingLocals(text))
      answer.lines = try interpreter.call(function, results: -1) { results in
        (1...max(1, results.count)).filter { $0 <= results.count }.flatMap {
          ValuePage(session: sandbox.session, reader: names.reader).lines(of: results[$0])
        }
      }
    } catch {
      answer.isIncomplete = error.isOfEnd
      answer.error = PluginError(console: error, text)
    }
    answer.seconds = monotonicSeconds() - began
    answer.lines = sandbox.session.notes.takeLog() + answer.lines
    answer.described = names.takeDescribed()
    if interpreter.isSpent {
      reopen()
      answer.hasLostState = true
    }
    return answer
  }

  private func compile(_ text: String) throws(ScriptError) -> Reference {
    let incomplete: ScriptError?
    do throws(ScriptError) {
      return try names.load("return " + text, in: sandbox.interpreter)
    } catch { incomplete = error.isOfEnd ? error : nil }
    do throws(ScriptError) {
      return try names.load(text, in: sandbox.interpreter)
    } catch { throw error.isOfEnd ? error : incomplete ?? error }
  }

  /// A line whose first statement declares locals sets them instead, or they would end with it. What was copied from a plugin
  /// runs as it is. The length stays, so that places in messages do too.
  private static func keepingLocals(_ text: String) -> String {
    let rest = text.drop { $0.isWhitespace }
    let word = "local "
    guard rest.hasPrefix(word) else { return text }
    let names = rest.dropFirst(word.count).prefix { $0 != "=" && $0 != "\n" }
    let isSet = names.endIndex < rest.endIndex && rest[names.endIndex] == "="
    let isPlain = names.allSatisfy { $0.isLetter || $0.isNumber || "_, ".contains($0) }
    guard names.hasPrefix("function ") || (isSet && isPlain) else { return text }
    let blank = String(repeating: " ", count: word.count)
    return text.prefix(upTo: rest.startIndex) + blank + rest.dropFirst(word.count)
  }

  /// A new state in place of one that a limit ended.
  private func reopen() {
    if let package = packages.last, let opened = try? openPlugin(package, options) {
      sandbox = opened
    } else {
      sandbox = Self.blank(galley, limits)
    }
    names = ConsoleNames(sandbox)
    names.setBasics(sandbox)
    if let article { lay(article) }
  }

  /// What the last name of a line could be.
  /// - Returns: the whole lines, each with another ending.
  package func complete(_ text: String) -> [String] {
    ConsoleCompletion(text).map { completion in
      names.members(of: completion.owner, in: sandbox)
        .filter { $0.hasPrefix(completion.prefix) }
        .map { completion.line(with: $0) }
    } ?? []
  }
}

extension ScriptError {
  private static let nearEnd = " near <eof>"

  /// Whether the script is no Lua only because it ends too early.
  fileprivate var isOfEnd: Bool { message.hasSuffix(Self.nearEnd) }

  /// The same where nothing more will come.
  fileprivate var atEnd: String {
    message == "unexpected symbol" + Self.nearEnd
      ? "the input ends where something more is expected"
      : String(message.dropLast(Self.nearEnd.count)) + " before the end of the input"
  }
}

extension PluginError {
  /// The failure of a line at the console.
  fileprivate init(console error: ScriptError, _ text: String) {
    self.init(
      plugin: "", phase: "analyze", kind: Kind(error.reason),
      message: error.isOfEnd ? error.atEnd : error.message)
    // What to do about limits is said to plugins, which have another one for each article.
    if kind == .error { improve() }
    guard let line = error.line else { return }
    file = error.source
    self.line = line
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if error.source == Console.chunkName, lines.count > 1, lines.indices.contains(line - 1) {
      sourceLine = String(lines[line - 1])
    }
    traceback = error.traceback.dropFirst().filter { $0.source != Console.chunkName }.map {
      "\($0.source):\($0.line): in \($0.function)"
    }
  }
}
