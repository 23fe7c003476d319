internal import Document
internal import Lua

/// What the API's functions work with when one plugin calls them: its window on the article, and its notes.
///
/// Sessions belong to one interpreter. Functions are methods of it, in extensions by topic.
final class Session {
  let galley: Galley
  unowned let interpreter: Interpreter
  var kinds = Kinds()
  /// What the plugin was loaded from; nil while it is being loaded.
  var plugin: Plugin? {
    didSet { layerNames = plugin?.description.layers.map { ByteName($0.name) } ?? [] }
  }
  /// The layers that the plugin may write, in the order of their declaration.
  private(set) var layerNames: [ByteName] = []
  var phase = Phase.load
  var notes = Notes()
  /// What `ctx.options` gives; nil before `setup`.
  var options: Reference?
  /// What is in it, for those who look.
  var optionValues: Fields = [:]
  /// The section that `report` is writing.
  var draft = ReportDraft()
  /// Of all plugins, for `ctx:summary`.
  var summaries: [String: Fields] = [:]
  /// What plugins may know about the run.
  var run: Fields = [:]

  /// What `desk` and lexicons keep between calls.
  let desk = Desk()

  /// The interpreter's generation of objects, which is asked for often.
  private(set) var generation: UInt32

  // Values that scripts ask for again and again, made once for an article.
  var cachedText: Reference?

  init(galley: Galley, interpreter: Interpreter) {
    self.galley = galley
    self.interpreter = interpreter
    generation = interpreter.generation
  }

  /// Starts a new article: objects of the last one become stale.
  func begin() {
    generation = max(generation &+ 1, 1)
    interpreter.generation = generation
    cachedText = nil
    notes.clear()
  }
}

/// A name that is compared with bytes of a script's again and again.
struct ByteName {
  let bytes: [UInt8]

  init(_ name: String) { bytes = Array(name.utf8) }

  @inline(__always)
  static func == (name: ByteName, bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    name.bytes.withUnsafeBufferPointer { own in
      guard own.count == bytes.count else { return false }
      for index in own.indices where own[index] != bytes[index] { return false }
      return true
    }
  }
}

/// What a plugin is doing; errors name it.
enum Phase: String {
  case load, setup, match, analyze, aggregate, report, write

  /// Whether there is an article.
  var hasArticle: Bool {
    switch self {
    case .match, .analyze, .aggregate: true
    case .load, .setup, .report, .write: false
    }
  }
}

// MARK: Spans

extension Session {
  /// Pushes the object of a stretch of text.
  /// - Parameter own: the number that the kind keeps.
  func push(_ kind: KindName, _ span: TextSpan, own: Int = 0, on call: Call) {
    call.push(Object(kinds[kind], generation: generation, span, own: own))
  }

  /// Pushes a generic span, or nil where there is none.
  func push(_ range: TextRange?, on call: Call) {
    guard let range else { return call.pushNil() }
    push(.span, TextSpan(range), on: call)
  }

  /// An argument as a stretch of the article: an object that is one, the article itself, or a table `{first = 1, last = 5}`.
  /// - Throws: a fault that says what is wrong with it, such as a range that cuts a character.
  func span(_ call: Call, _ argument: Int) throws(Fault) -> TextSpan {
    guard let span = try spanIfAny(call[argument]) else {
      throw Fault(argument: argument, expected: "span")
    }
    return span
  }

  /// A value as a stretch of the article, in a table under a name.
  func span(_ value: Slot, named name: String) throws(Fault) -> TextSpan {
    guard let span = try spanIfAny(value) else {
      throw Fault("'\(name)': expected a span, got \(value.typeName)")
    }
    return span
  }

  /// A value as a stretch of the article; nil where it is something else.
  func spanIfAny(_ value: Slot) throws(Fault) -> TextSpan? {
    if value.type == .table { return try span(of: value) }
    guard let object = value.object else { return nil }
    guard object.generation == 0 || object.generation == generation else {
      throw Fault("this \(value.typeName) is from an earlier article")
    }
    if kinds.spans.contains(object) { return object.span }
    return object.isOf(kinds[.article]) ? TextSpan(galley.article.text.range) : nil
  }

  private func span(of table: Slot) throws(Fault) -> TextSpan {
    let place: Annotation.Place =
      table.member("place") { $0.string } == "title" ? .title : .text
    guard let first = table.member("first", { $0.integer }),
      let last = table.member("last", { $0.integer })
    else { throw Fault("a span's table needs integers 'first' and 'last'") }
    return try span(first, last, in: place)
  }

  /// The stretch between two positions as Lua counts them.
  func span(
    _ first: Int64, _ last: Int64, in place: Annotation.Place = .text
  ) throws(Fault) -> TextSpan {
    let bytes = galley.bytes(of: place)
    // An empty span ends before it begins; nothing here may overflow.
    guard first <= last || first - 1 == last else {
      throw Fault("the span \(first)…\(last) ends before it begins")
    }
    guard first >= 1, last <= bytes.count else {
      throw Fault(
        "the span \(first)…\(last) is not inside the \(place.rawValue), which has \(bytes.count) bytes"
      )
    }
    let range = TextRange(Int(first) - 1, Int(last))
    guard Text(utf8: bytes).holds(range) else {
      throw Fault("the span \(first)…\(last) would cut a character of the \(place.rawValue) in two")
    }
    return TextSpan(range, in: place)
  }
}
