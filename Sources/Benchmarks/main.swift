import Annotating
import Document
import Glibc
import Reading
import Reporting
import Scripting

// Times one room of the house on the files of a folder, in this process, and prints one JSON line.
// `compare.py` sets these figures and those of whole processes beside the peers'.

let usage = """
  usage: Benchmarks reading FOLDER
         Benchmarks annotating LAYERS FOLDER     layers by name, with commas between them
         Benchmarks adversarial LAYERS           how time grows with texts made to trouble scanners
         Benchmarks plugin PLUGIN.lua FOLDER     one plugin, on articles that have its layers already
         Benchmarks scripting                    calls of plugins into the host, sentences and hits, the lexicon
         Benchmarks writing jsonl|csv FOLDER     findings, from the lines of findings.jsonl

  """

func leave(_ message: String) -> Never {
  put(Array(message.utf8), to: STDERR_FILENO)
  exit(2)
}

/// Runs the work over all items, several times, and prints the best throughput.
func report<Item>(_ items: [Item], bytes: Int, rounds: Int = 5, _ work: (Item) -> Int) {
  var best = Double.infinity
  var leastOfProcessor = Double.infinity
  var made = 0
  for _ in 0..<rounds {
    made = 0
    let start = monotonicSeconds()
    let processor = processorSeconds()
    for item in items { made += work(item) }
    best = min(best, monotonicSeconds() - start)
    leastOfProcessor = min(leastOfProcessor, processorSeconds() - processor)
  }
  let rate = Double(bytes) / best / 1e6
  var figures = Fields()
  figures.append("items", .integer(Int64(items.count)))
  figures.append("bytes", .integer(Int64(bytes)))
  figures.append("made", .integer(Int64(made)))
  figures.append("seconds", .number(best))
  figures.append("processor seconds", .number(leastOfProcessor))
  figures.append("MB/s", .number(rate))
  printLine(figures)
}

func printLine(_ figures: Fields) {
  var json = JSONWriter()
  json.value(figures)
  json.endLine()
  put(json.bytes, to: STDOUT_FILENO)
}

/// The layers of names with commas between them.
func layerKinds(_ names: String) -> Set<LayerKind> {
  let kinds = names.split(separator: ",").map { LayerKind(rawValue: String($0)) }
  guard !kinds.contains(nil) else { leave("Benchmarks: \(names): no such layers\n") }
  return Set(kinds.compactMap(\.self))
}

func put(_ bytes: [UInt8], to descriptor: Int32) {
  bytes.withUnsafeBytes { _ = write(descriptor, $0.baseAddress, $0.count) }
}

func articles(in files: [[UInt8]]) -> [Article] {
  let reader = Reader()
  var articles: [Article] = []
  for file in files {
    reader.read(file, source: "\(articles.count)") { result in
      if case .success(let article) = result { articles.append(article) }
    }
  }
  return articles
}

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "scripting" {
  do { printLine(try ScriptingCosts.figures()) } catch { leave("Benchmarks: \(error)\n") }
  exit(0)
}
guard let task = arguments.first, let folder = arguments.last, arguments.count >= 2 else {
  leave(usage)
}
if task == "adversarial" {
  let worst = Adversarial.worst(layerKinds(folder), count: 20_000)
  var figures: Fields = ["unit": .string(worst.unit)]
  figures.append("growth", .number(worst.growth))
  figures.append("seconds", .number(worst.seconds))
  printLine(figures)
  exit(0)
}
guard let files = Corpus.files(in: folder) else { leave("Benchmarks: \(folder): no such folder\n") }

switch (task, arguments.dropFirst().first) {
case ("reading", _):
  let reader = Reader()
  report(files, bytes: files.reduce(0) { $0 + $1.count }) { file in
    var made = 0
    reader.read(file, source: "benchmark") { _ in made += 1 }
    return made
  }
case ("annotating", let names?) where arguments.count == 3:
  let kinds = layerKinds(names)
  let annotator = Annotator()
  // The language is metadata, which a source mostly gives; telling it is no part of the layers.
  let articles = articles(in: files).map { article in
    var article = article
    annotator.tellLanguage(of: &article)
    return article
  }
  report(articles, bytes: articles.reduce(0) { $0 + $1.text.count }) { article in
    var article = article
    annotator.annotate(&article, with: kinds)
    return article.layers.tokens?.count ?? article.layers.sentences?.count ?? 0
  }
case ("plugin", let path?) where arguments.count == 3:
  guard let package = Corpus.plugin(at: path) else { leave("Benchmarks: \(path): unreadable\n") }
  do {
    let host = try PluginHost([package])
    let annotator = Annotator()
    let articles = articles(in: files).map { article in
      var article = article
      annotator.annotate(&article, with: host.layers)
      annotator.tellLanguage(of: &article)
      return article
    }
    report(articles, bytes: articles.reduce(0) { $0 + $1.text.count }) { article in
      host.analyze(article).flatMap(\.annotations).reduce(0) { $0 + $1.annotations.count }
    }
  } catch {
    leave(error.problems.map { "Benchmarks: \($0.message)\n" }.joined())
  }
case ("writing", let format?) where arguments.count == 3:
  let lines = files.flatMap { $0.split(separator: UInt8(ascii: "\n")) }
  let plugins = [PluginDescription](foundIn: lines)
  var writer: any FindingsWriter = format == "csv" ? CSVWriter() : JSONLinesWriter()
  var output: [UInt8] = []
  writer.begin(plugins, to: &output)
  report(lines, bytes: lines.reduce(0) { $0 + $1.count }) { line in
    output.removeAll(keepingCapacity: true)
    var entry = FindingsEntry(line: line)
    if writer.needs == .outcome, let json = try? JSONParser.parse(line, omitting: "annotations") {
      entry.outcome = try? Outcome(json: json)
    }
    writer.write(entry, to: &output)
    return output.count
  }
default: leave(usage)
}
