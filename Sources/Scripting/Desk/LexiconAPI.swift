internal import Document
internal import Lua

// `ctx:lexicon` and what a lexicon answers about itself.

extension Session {
  var lexiconMember: APIMember {
    APIMember(
      "lexicon",
      type:
        "fun(list: string | table, ...: string | table | copydesk.LexiconOptions): copydesk.Lexicon",
      doc: """
        A lexicon made of word lists: the names of resources, tables such as `{ "may", might = 0.5 }`, or `{ tsv = text }`, \
        the text of a word list as a resource has it, which users may give in an option: `-O plugin.words=@words.tsv`. A \
        table of options may come last: `words` says what a word is, \
        `"words"` (letters and digits, the default), `"spaced"` (what stands between white space) or \
        `"characters"` (single ones beyond ASCII); `case` is `"fold"` (the default), `"lower"` or `"keep"`; \
        `overlaps = true` finds every term, where otherwise of several that begin with a word the longest \
        counts and the words of a phrase are not looked at again; `stem = "en"` finds words in all their forms, by the \
        stems of a language. `negators` and `intensifiers` are lists of words that turn hits around and weigh them where \
        they stand up to `window` words, 3 unless told, before them in their sentence; `hit.score` and \
        `lexicon:score` reckon with them. Call it in `setup`.
        """,
      access: .method(makeLexicon))
  }

  var deskLexiconMember: APIMember {
    APIMember(
      "lexicon",
      type:
        "fun(list: string | table, ...: string | table | copydesk.LexiconOptions): copydesk.Lexicon",
      doc: "The same as `ctx:lexicon`, for modules that are not given `ctx`.",
      access: .method { (call) throws(Fault) in try self.makeLexicon(call, from: 1) })
  }

  var lexiconOwner: APIOwner {
    APIOwner(
      .lexicon,
      doc:
        "Word lists made ready to be found in texts. `#lexicon` counts its entries, `lexicon[i]` is an "
        + "entry's term.",
      members: lookupMembers + scanMembers + scanColumnsMembers,
      element: APIOwner.Unnamed(
        type: "string", doc: "An entry's term, counted from 1.", body: lexiconTerm),
      length: .value(1))
  }

  private var lookupMembers: [APIMember] {
    [
      APIMember(
        "entry", type: "fun(term: string): integer?",
        doc: "The number of the entry that a word or phrase is found as; nil where there is none.",
        access: .method(lexiconEntry)),
      APIMember(
        "get", type: "fun(term: string, column?: string): number | string | nil",
        doc:
          "What the entry that a word or phrase is found as says in a column; its value unless told.",
        access: .method(lexiconGet)),
      APIMember(
        "column", type: "fun(name: string, missing?: any): table<integer, number | string>",
        doc:
          "A column as a new table from the numbers of entries to what they say, `missing` where they say "
          + "nothing. For `setup`.", access: .method(lexiconColumn)),
      APIMember(
        "columns", type: "string[]", doc: "The names of the columns.",
        access: .getter(lexiconColumns)),
    ]
  }

  /// The lexicon that a function is called on.
  func lexicon(_ call: Call) throws(Fault) -> (lexicon: Lexicon, number: Int) {
    let number = try call.object(1, of: kinds[.lexicon]).first
    return (desk.lexicons[number], number)
  }
}

// MARK: Making

extension Session {
  /// The most lexicons of one plugin.
  static let maximumLexicons = 100

  private func makeLexicon(_ call: Call) throws(Fault) -> Int {
    _ = try call.object(1, of: kinds[.ctx])
    return try makeLexicon(call, from: 2)
  }

  /// - Parameter first: which argument is the first list.
  private func makeLexicon(_ call: Call, from first: Int) throws(Fault) -> Int {
    guard let plugin else {
      throw Fault("ctx:lexicon works from setup on, when resources are known")
    }
    guard desk.lexicons.count < Self.maximumLexicons else {
      throw Fault("more than \(Self.maximumLexicons) lexicons; make them in setup, once")
    }
    var key = LexiconKey()
    for argument in stride(from: first, through: call.count, by: 1) {
      try read(call, argument, of: plugin, isFirst: argument == first, into: &key)
    }
    guard !key.lists.isEmpty else { throw Fault(argument: first, expected: "string or table") }
    let lexicon = try plugin.source.lexicons.lexicon(key) { (name) throws(Fault) in
      try resource(name, of: plugin)
    }
    desk.lexicons.append(lexicon)
    desk.lastScans.append(nil)
    call.push(
      Object(kinds[.lexicon], generation: 0, desk.lexicons.count - 1, lexicon.count))
    return 1
  }

  private func read(
    _ call: Call, _ argument: Int, of plugin: Plugin, isFirst: Bool, into key: inout LexiconKey
  ) throws(Fault) {
    if call[argument].type == .string {
      key.lists.append(.resource(try call.string(argument)))
      return
    }
    guard call[argument].type == .table else {
      throw Fault(argument: argument, expected: "string or table")
    }
    if argument == call.count, !isFirst, call[argument].isOptions {
      key.options = try options(call, argument)
      key.negators = try list("negators", of: call, argument)
      key.intensifiers = try list("intensifiers", of: call, argument)
      key.window = try integerOption("window", of: call, argument) ?? key.window
      guard (1...LexiconContext.maximumWindow).contains(key.window) else {
        throw Fault("'window' is from 1 to \(LexiconContext.maximumWindow)")
      }
    } else {
      key.lists.append(try list(call[argument]))
    }
  }

  private func resource(_ name: String, of plugin: Plugin) throws(Fault) -> [UInt8] {
    if let bytes = plugin.resources[name] { return bytes }
    let near = Suggestions.like(name, among: Array(plugin.resources.keys))
    throw Fault(
      "the resource \"\(name)\" is not declared; "
        + (Suggestions.question(near) ?? "declare it: resources = { \(name) = \"\(name).tsv\" }"))
  }

  private func options(_ call: Call, _ argument: Int) throws(Fault) -> Lexicon.Options {
    try refuseOptions(of: call, argument, but: APIShape.lexiconOptions.fields.map(\.name))
    let table = call[argument]
    var options = Lexicon.Options()
    options.words = try choice("words", in: table) ?? .words
    options.letterCase = try choice("case", in: table) ?? .fold
    options.overlaps = table.member("overlaps") { $0.bool } ?? false
    options.stem = try wordOption("stem", of: call, argument)
    guard let language = options.stem else { return options }
    guard options.words == .words, options.letterCase != .keep else {
      throw Fault("'stem' goes with words = \"words\" and case = \"fold\" or \"lower\" only")
    }
    _ = try stemmer(language)
    return options
  }

  /// A list of words among the options: the name of a resource, or a table.
  private func list(
    _ name: String, of call: Call, _ argument: Int
  ) throws(Fault) -> LexiconKey.List? {
    let result = call[argument].member(name) { value -> Result<LexiconKey.List?, Fault> in
      if value.isNil { return .success(nil) }
      if let resource = value.string { return .success(.resource(resource)) }
      guard value.type == .table else {
        return .failure(Fault("'\(name)': expected a string or table, got \(value.typeName)"))
      }
      return Result { () throws(Fault) in try list(value) }
    }
    return try result.get()
  }

  /// A list written into the plugin, or the text of a word list.
  private func list(_ table: Slot) throws(Fault) -> LexiconKey.List {
    if let text = table.member("tsv", { $0.string.map { Array($0.utf8) } }) { return .text(text) }
    return .inline(try wordList(table))
  }

  private func choice<Rule>(_ name: String, in table: Slot) throws(Fault) -> Rule?
  where Rule: RawRepresentable<String> & CaseIterable {
    let given = table.member(name) { $0.isNil ? nil : $0.string ?? $0.typeName }
    guard let given else { return nil }
    if let rule = Rule(rawValue: given) { return rule }
    let known = Rule.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    throw Fault("'\(name)' is one of \(known), not \"\(given)\"")
  }

  /// A list written into the plugin: terms, and terms with values.
  private func wordList(_ table: Slot) throws(Fault) -> [UInt8] {
    var terms: [(term: String, value: String)] = []
    for position in stride(from: 1, through: table.count, by: 1) {
      guard let term = table.element(position, { $0.string }) else {
        throw Fault("a list of words has strings, or words with numbers: { \"may\", might = 0.5 }")
      }
      terms.append((term, ""))
    }
    var named: [(term: String, value: String)] = []
    var isWrong = false
    var unweighted: [String] = []
    table.forEachEntry { key, value in
      if key.type == .integer { return }
      if let term = key.string, let number = value.number, number.isFinite {
        named.append((term, "\(number)"))
      } else if let term = key.string {
        unweighted.append(term)
      } else {
        isWrong = true
      }
    }
    if let term = unweighted.min() {
      throw Fault("the weight of \(quoted(term)) is no number")
    }
    named.sort { $0.term.utf8.lexicographicallyPrecedes($1.term.utf8) }
    terms += named
    isWrong = isWrong || terms.contains { $0.term.utf8.contains { $0 < 0x20 } }
    guard !isWrong else {
      throw Fault("a list of words has strings, or words with numbers: { \"may\", might = 0.5 }")
    }
    let lines = terms.map { $0.value.isEmpty ? $0.term : "\($0.term)\t\($0.value)" }
    // A header keeps words that begin with `#` from being taken for comments.
    return Array((["term\tvalue"] + lines).joined(separator: "\n").utf8)
  }
}

extension Slot {
  /// Whether a table has names of a lexicon's options with words and truth values, as a list never has.
  fileprivate var isOptions: Bool {
    var isOptions = true
    forEachEntry { key, value in
      if key.type != .string || value.type == .number { isOptions = false }
    }
    return isOptions
  }
}

// MARK: Looking up

extension Session {
  private func lexiconTerm(_ call: Call) throws(Fault) -> Int {
    let lexicon = try lexicon(call).lexicon
    guard let position = call[2].integer, position >= 1, position <= lexicon.count else {
      call.pushNil()
      return 1
    }
    call.push(lexicon.term(lexicon.entries[Int(position) - 1]))
    return 1
  }

  /// The entry that an argument's words are found as, counted from 0.
  private func entry(_ call: Call, _ lexicon: Lexicon) throws(Fault) -> Int? {
    try call.bytes(2) { (bytes) throws(Fault) in
      lexicon.entry(bytes, scratch: desk.scratch)
    }
  }

  private func lexiconEntry(_ call: Call) throws(Fault) -> Int {
    let lexicon = try lexicon(call).lexicon
    if let entry = try entry(call, lexicon) { call.push(entry + 1) } else { call.pushNil() }
    return 1
  }

  private func lexiconGet(_ call: Call) throws(Fault) -> Int {
    let lexicon = try lexicon(call).lexicon
    guard let entry = try entry(call, lexicon) else {
      call.pushNil()
      return 1
    }
    if call[3].isNil {
      call.push(lexicon.entries[entry].value)
    } else {
      push(lexicon.cell(entry, try column(call, 3, lexicon)), on: call)
    }
    return 1
  }

  private func lexiconColumn(_ call: Call) throws(Fault) -> Int {
    let lexicon = try lexicon(call).lexicon
    let column = lexicon.column(try column(call, 2, lexicon))
    let hasDefault = !call[3].isNil
    call.pushTable(elements: lexicon.count)
    for entry in 0..<lexicon.count {
      if let cell = column[entry] {
        push(cell, on: call)
      } else if hasDefault {
        call.push(call[3])
      } else {
        continue
      }
      call.setElement(entry + 1)
    }
    return 1
  }

  private func lexiconColumns(_ call: Call) throws(Fault) -> Int {
    call.push(list: try lexicon(call).lexicon.columns)
    return 1
  }

  private func column(_ call: Call, _ argument: Int, _ lexicon: Lexicon) throws(Fault) -> String {
    let name = try call.string(argument)
    let columns = lexicon.columns
    if columns.contains(name) { return name }
    throw Fault(
      "the lexicon has no column \"\(name)\"; "
        + (Suggestions.question(Suggestions.like(name, among: columns))
          ?? "it has \(columns.joined(separator: ", "))"))
  }

  /// Pushes a cell, as a number where it is one.
  func push(_ cell: ArraySlice<UInt8>?, on call: Call) {
    guard let cell else { return call.pushNil() }
    guard let number = decimalNumber(cell) else { return call.push(cell) }
    let isWhole = !cell.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    if isWhole, let integer = Int(exactly: number) { call.push(integer) } else { call.push(number) }
  }
}
