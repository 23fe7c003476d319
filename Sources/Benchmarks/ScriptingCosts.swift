import Document
import Lua
import Scripting

/// What it costs plugins to call the host, and what it spares them.
enum ScriptingCosts {
  private static let calls = 200_000

  /// Nanoseconds of calls, microseconds of work on an article of 1,000 words, and how much faster the host looks words
  /// up than Lua. Each is the least of some rounds of processor time.
  static func figures() throws -> Fields {
    let empty = try call("local x = 1")
    var figures = Fields()
    figures.append("floor ns", .number(try floor("nothing()")))
    figures.append("floor of getters ns", .number(try floor("local x = object.one")))
    for getter in [
      "article.id", "article.word_count", "sentence.index", "quote.kind", "sentence.first",
    ] {
      figures.append("\(getter) ns", .number(try call("local x = \(getter)") - empty))
    }
    figures.append("sentences and hits µs", .number((try work(walk) - work("")) / 1e3))
    let hosts = try work("n = state.words:count(article)")
    figures.append("lexicon ×", .number(try work(loop) / hosts))
    return figures
  }

  /// Sentences, and within them the hits of a lexicon.
  private static let walk = """
    for _, sentence in ipairs(article.sentences) do
      for hit, value in state.words:hits(sentence) do n = n + value end
    end
    """

  /// The same as the host's count, by a table of Lua.
  private static let loop = """
    for word in article.text:gmatch("%a+") do
      if state.set[word:lower()] then n = n + 1 end
    end
    """

  /// Nanoseconds of a call of a host function that does nothing, or of a getter that gives a number.
  private static func floor(_ statement: String) throws -> Double {
    let interpreter = Interpreter(limits: .init(seconds: 60))
    interpreter.define("nothing") { _ in 0 }
    let kind = interpreter.define(
      KindDefinition(
        name: "object",
        fields: [
          .init(
            "one",
            .getter { call in
              call.push(1)
              return 1
            })
        ]))
    interpreter.define("object") { $0.push(Object(kind, generation: 0)) }
    func time(_ body: String) throws -> Double {
      let code = """
        local nothing, object = nothing, object
        return function() for _ = 1, \(calls) do \(body) end end
        """
      let chunk = try interpreter.load(Array(code.utf8), name: "floor")
      let function = try interpreter.call(chunk) { $0[1].reference(in: interpreter) }
      return try least { try interpreter.call(function) } / Double(calls) * 1e9
    }
    return try time(statement) - time("local x = 1")
  }

  /// Nanoseconds of a statement in a plugin.
  private static func call(_ statement: String) throws -> Double {
    let code = """
      local sentence, quote = article.sentences[3], article.quotes[1]
      for _ = 1, \(calls) do \(statement) end
      """
    return try work(code) / Double(calls)
  }

  /// Nanoseconds of a plugin's work on the article.
  private static func work(_ code: String) throws -> Double {
    let list = terms.map { "\"\($0)\"" }.joined(separator: ", ")
    let plugin = """
      return {
        api = 1, name = "work", requires = { "sentences", "quotes" },
        setup = function(ctx)
          local list = { \(list) }
          local set = {}
          for _, word in ipairs(list) do set[word] = true end
          return { words = ctx:lexicon(list), set = set }
        end,
        analyze = function(article, ctx, state)
          local n = 0
          \(code)
        end,
      }
      """
    let host = try PluginHost(
      [
        PluginPackage(path: "work.lua", main: Array(plugin.utf8), isFolder: false) { _ in [] }
      ], limits: Limits(seconds: 60))
    let article = article
    let rounds = code.contains("\(calls)") ? 1 : 50
    return try least {
      for _ in 0..<rounds {
        if let error = host.analyze(article)[0].error { throw Failure(message: error.message) }
      }
    } / Double(rounds) * 1e9
  }

  private struct Failure: Error { var message: String }

  private static func least(_ body: () throws -> Void) throws -> Double {
    var least = Double.infinity
    for _ in 0..<9 {
      let start = processorSeconds()
      try body()
      least = min(least, processorSeconds() - start)
    }
    return least
  }

  // MARK: The article

  /// 2,000 words, of which the article has one in twenty.
  private static let terms = (0..<2000).map { "w\(letters($0 * 20))" }

  /// 1,000 words in sentences of 20.
  private static let article: Article = {
    var text = ""
    var sentences: [TextRange] = []
    for sentence in 0..<50 {
      let start = text.utf8.count
      let words = (0..<20).map { "w\(letters((sentence * 20 + $0) * 7))" }
      text += words.joined(separator: " ") + "."
      sentences.append(TextRange(start, text.utf8.count))
      text += " "
    }
    var article = Article(id: "benchmark", source: "benchmark", text: Text(text))
    article.layers.sentences = sentences
    var quotes = Layer<Quote>()
    quotes.append(sentences[0], Quote(kind: .direct, confidence: 1))
    article.layers.quotes = quotes
    return article
  }()

  /// A number in letters.
  private static func letters(_ number: Int) -> String {
    String(number).map {
      String(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.wholeNumberValue ?? 0)))
    }.joined()
  }
}
