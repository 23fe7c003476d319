internal import Lua

// `desk.stats`: what numbers say together.

extension Session {
  var statsOwner: APIOwner {
    APIOwner(
      library: "desk.stats",
      doc:
        "Statistics of lists of numbers. Sums do not depend on the machine; where there are too few numbers the "
        + "answer is nil.",
      members: [
        ofList("sum", "number", "Their sum, for which errors of rounding are kept aside.") {
          $0.sum
        },
        ofList("mean", "number?", "Their mean; nil of none.") { $0.mean },
        ofList("median", "number?", "The number in the middle, or the mean of the two there.") {
          $0.quantiles([0.5])?[0]
        },
        ofList(
          "variance", "number?",
          "The variance of what they are a sample of, divided by n − 1; nil of fewer than two."
        ) { $0.variance },
        ofList("deviation", "number?", "The standard deviation: the root of the variance.") {
          $0.deviation
        },
        APIMember(
          "quantile", type: "fun(list: number[], share: number): number?",
          doc:
            "The number below which a share of them lies, 0 to 1; between two it is interpolated, as "
            + "spreadsheets and R do.", access: .method(quantile)),
        APIMember(
          "summary", type: "fun(list: number[]): copydesk.Summary",
          doc: "All that is mostly told of them, in one table.", access: .method(summarise)),
        APIMember(
          "correlation",
          type:
            "fun(list: number[], other: number[], options?: { method?: \"pearson\" | \"spearman\" }): number?",
          doc:
            "How two lists of one length go together, −1 to 1: Pearson's coefficient, or Spearman's, which looks "
            + "at ranks alone. Nil where one does not vary.", access: .method(correlation)),
        APIMember(
          "interval", type: "fun(list: number[], confidence?: number): number?, number?",
          doc:
            "The interval in which the mean lies with a confidence, 0.95 unless told, by Student's "
            + "distribution; nil of fewer than two.", access: .method(interval)),
        APIMember(
          "wilson",
          type: "fun(successes: number, trials: number, confidence?: number): number?, number?",
          doc:
            "The interval of a share, such as 3 of 20 stories, with a confidence, 0.95 unless told, by "
            + "Wilson's score; nil of no trials.", access: .method(wilson)),
        APIMember(
          "log_odds",
          type: "fun(a: number, b: number, words_a: number, words_b: number, prior?: number): "
            + "number?, number?",
          doc:
            "How much more often a term comes in one text, `a` of `words_a` words, than in another: log-odds with an "
            + "informative Dirichlet prior, which is worth 500 words of both texts unless told, and their z-score, which "
            + "chance alone takes beyond ±1.96 once in twenty times (Monroe, Colaresi and Quinn, \"Fightin' Words\", "
            + "Political Analysis 16, 2008). Nil of a term that is in neither, or all there is.",
          access: .method(logOdds)),
      ])
  }

  private func ofList(
    _ name: String, _ type: String, _ doc: String, _ value: @escaping (Statistics) -> Double?
  ) -> APIMember {
    APIMember(
      name, type: "fun(list: number[]): \(type)", doc: doc,
      access: .method { (call) throws(Fault) in
        call.push(optional: value(Statistics(try self.numbers(call, 1))))
        return 1
      })
  }

  /// A list of finite numbers.
  func numbers(_ call: Call, _ argument: Int) throws(Fault) -> [Double] {
    let table = try call.table(argument)
    var numbers: [Double] = []
    numbers.reserveCapacity(table.count)
    try table.forEachElement(upTo: table.count) { (index, element) throws(Fault) in
      switch element {
      case .integer(let integer): numbers.append(Double(integer))
      case .number(let number) where number.isFinite: numbers.append(number)
      default: throw Fault("element \(index + 1) of the list is not a finite number")
      }
    }
    return numbers
  }

  private func quantile(_ call: Call) throws(Fault) -> Int {
    let share = try call.number(2)
    guard (0...1).contains(share) else { throw Fault(argument: 2, expected: "number, 0…1") }
    call.push(optional: Statistics(try numbers(call, 1)).quantiles([share])?[0])
    return 1
  }

  private func summarise(_ call: Call) throws(Fault) -> Int {
    let statistics = Statistics(try numbers(call, 1))
    let quartiles = statistics.quantiles([0, 0.25, 0.5, 0.75, 1])
    call.pushTable(members: 9)
    call.push(statistics.numbers.count)
    call.setMember("count")
    let names = ["min", "low", "median", "high", "max"]
    let values = names.enumerated().map { ($1, quartiles?[$0]) }
    let others = [
      ("sum", statistics.sum), ("mean", statistics.mean), ("deviation", statistics.deviation),
    ]
    for (name, value) in others + values {
      call.push(optional: value)
      call.setMember(name)
    }
    return 1
  }

  private func correlation(_ call: Call) throws(Fault) -> Int {
    let (list, other) = (try numbers(call, 1), try numbers(call, 2))
    guard list.count == other.count else {
      throw Fault("the lists differ in length: \(list.count) and \(other.count)")
    }
    try refuseOptions(of: call, 3, but: ["method"])
    let method = try wordOption("method", of: call, 3) ?? "pearson"
    switch method {
    case "pearson": call.push(optional: Statistics(list).correlation(with: other))
    case "spearman":
      let ranks = Statistics(Statistics(list).ranks)
      call.push(optional: ranks.correlation(with: Statistics(other).ranks))
    default: throw Fault("'method' is \"pearson\" or \"spearman\", not \"\(method)\"")
    }
    return 1
  }

  private func interval(_ call: Call) throws(Fault) -> Int {
    let confidence = try confidence(call, 2)
    return push(Statistics(try numbers(call, 1)).interval(confidence: confidence), on: call)
  }

  private func wilson(_ call: Call) throws(Fault) -> Int {
    let (successes, trials) = (try call.number(1), try call.number(2))
    let confidence = try confidence(call, 3)
    guard successes >= 0, successes <= trials, trials.isFinite else {
      throw Fault("successes are from 0 to the trials: \(successes) of \(trials)")
    }
    guard trials > 0 else { return push(nil, on: call) }
    return push(Proportion.interval(successes, of: trials, confidence: confidence), on: call)
  }

  private func logOdds(_ call: Call) throws(Fault) -> Int {
    let (a, b) = (try call.number(1), try call.number(2))
    let (wordsA, wordsB) = (try call.number(3), try call.number(4))
    let prior = call[5].isNil ? 500 : try call.number(5)
    guard a >= 0, b >= 0, a <= wordsA, b <= wordsB else {
      throw Fault("counts are from 0 to the words: \(a) of \(wordsA), \(b) of \(wordsB)")
    }
    guard prior > 0 else { throw Fault(argument: 5, expected: "number above 0") }
    let odds = LogOdds(a, of: wordsA, b, of: wordsB, prior: prior)
    call.push(optional: odds?.odds)
    call.push(optional: odds?.z)
    return 2
  }

  private func confidence(_ call: Call, _ argument: Int) throws(Fault) -> Double {
    guard !call[argument].isNil else { return 0.95 }
    let confidence = try call.number(argument)
    guard confidence > 0, confidence < 1 else {
      throw Fault(argument: argument, expected: "number between 0 and 1")
    }
    return confidence
  }

  private func push(_ interval: (low: Double, high: Double)?, on call: Call) -> Int {
    call.push(optional: interval?.low)
    call.push(optional: interval?.high)
    return 2
  }
}

extension Pushing {
  /// Pushes a number, or nil where there is none.
  func push(optional number: Double?) {
    if let number { push(number) } else { pushNil() }
  }
}

extension APIShape {
  static let summary = APIShape(
    name: "Summary", doc: "What `desk.stats.summary` tells of a list of numbers.",
    fields: [
      PluginKey("count", "integer", isRequired: true, "How many there are."),
      PluginKey("sum", "number", isRequired: true, "Their sum."),
      PluginKey("mean", "number", "Their mean."),
      PluginKey("deviation", "number", "Their standard deviation."),
      PluginKey("min", "number", "The least."),
      PluginKey("low", "number", "The first quartile."),
      PluginKey("median", "number", "The number in the middle."),
      PluginKey("high", "number", "The third quartile."),
      PluginKey("max", "number", "The greatest."),
    ])
}
