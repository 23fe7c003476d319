import Annotating
import Document
import Reading
import Reporting
import Scripting

/// The worker's side of a console: reads articles, loads plugins, runs lines.
final class ConsoleBench {
  private let limits: RunLimits
  private let reader: Reader
  private let annotator = Annotator()
  private let console: Console
  private var article: Article?

  init(_ bench: Bench) {
    limits = bench.limits
    reader = bench.reader
    console = Console(limits: limits.ofScripts)
  }

  func answer(_ request: ConsoleRequest) -> ConsoleReply {
    var reply = ConsoleReply()
    switch request {
    case .article(let path): read(path, &reply)
    case .load(let choice, let options): load(choice, options, &reply)
    case .evaluate(let text): reply = ConsoleReply(console.evaluate(text))
    case .complete(let text): reply.candidates = console.complete(text)
    case .run(let width): run(width, &reply)
    case .layers:
      reply.lines = console.layers.map { "\($0.name) \($0.count)" }
    }
    return reply
  }

  // MARK: Articles

  private func read(_ path: Path, _ reply: inout ConsoleReply) {
    let file = InputFile(origin: .path(path), bytes: 0)
    let content = InputBytes.content(
      file, limit: limits.inputBytes, from: InputOpener(spool: nil), reading: {})
    switch content {
    case .failure(let failure): reply.failure = failure
    case .success(let input):
      var articles: [Article] = []
      var others = 0
      input.content.read(by: reader, source: file.source) { result in
        switch result {
        case .success(let article) where articles.isEmpty: articles.append(article)
        case .success: others += 1
        case .failure(let failure): reply.failure = reply.failure ?? failure
        }
      }
      guard let article = articles.first else { return }
      reply.failure = nil
      lay(article)
      reply.lines = [Self.words(of: article) + (others > 0 ? "; the first of \(others + 1)" : "")]
    }
  }

  private func lay(_ read: Article) {
    var article = read
    annotator.tellLanguage(of: &article)
    annotator.annotate(&article, with: Set(LayerKind.allCases))
    self.article = article
    console.lay(article)
  }

  private static func words(of article: Article) -> String {
    let title = article.title.isEmpty ? article.id : article.title.string
    let language = article.metadata.language.map { ", \($0.value)" } ?? ""
    return "\(title) (\(article.text.wordCount) words\(language))"
  }

  // MARK: Plugins

  private func load(
    _ choice: PluginChoice, _ options: [String: Fields], _ reply: inout ConsoleReply
  ) {
    var shelf = PluginShelf(choice, options: options, limits: limits.ofScripts)
    do throws(Refusal) {
      let packages = try shelf.packages()
      // The shelf gives what is chosen first, and then what that requires.
      let ordered = Array(packages.dropFirst()) + packages.prefix(1)
      do { try console.load(ordered, options: options) } catch { throw .plugins(error.problems) }
      let names = console.pluginDescriptions.map(\.versionedName)
      reply.lines = [names.joined(separator: ", ")]
    } catch {
      if case .plugins(let errors) = error { reply.errors = errors } else { reply.refusal = error }
    }
  }

  private func run(_ width: Int, _ reply: inout ConsoleReply) {
    guard let article, let results = console.runPlugin() else {
      reply.lines = [article == nil ? "no article; :article PATH" : "no plugin; :load PLUGIN"]
      return
    }
    reply.errors = results.compactMap(\.error)
    reply.seconds = results.reduce(0) { $0 + $1.seconds }
    let findings = Findings(
      id: article.id, source: article.source, title: article.title.string, hash: article.hash,
      about: article.about, plugins: results.filter { $0.error == nil })
    reply.lines = results.flatMap(\.log)
    guard !findings.plugins.isEmpty else { return }
    var writer = TextWriter(style: TextStyle(width: width))
    var bytes: [UInt8] = []
    writer.begin(console.pluginDescriptions, to: &bytes)
    writer.write(
      FindingsEntry(line: [], outcome: .findings(findings), article: article), to: &bytes)
    reply.lines += String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }
}

extension ConsoleReply {
  fileprivate init(_ answer: ConsoleAnswer) {
    lines = answer.lines
    described = answer.described
    isIncomplete = answer.isIncomplete
    errors = answer.error.map { [$0] } ?? []
    seconds = answer.seconds
    hasLostState = answer.hasLostState
  }
}
