internal import Document

// What a plugin declares against what it does.

extension Inspection {
  /// What `analyze` returns against the declared fields.
  func checkResults() {
    guard let analyze = declarations.functions["analyze"], let fields = declarations.fields else {
      return
    }
    let returns = main.scopes.returns(of: analyze)
    guard main.scopes.functions.contains(where: { $0 === analyze }) else { return }
    guard !returns.map({ isOtherThanTable($0, fields) }).contains(true) else { return }
    if !fields.isEmpty, returns.allSatisfy(\.isEmpty) {
      let word = analyze.bytes.lowerBound..<analyze.bytes.lowerBound + "function".utf8.count
      return add(
        .missingReturn, main, word, "analyze returns nothing, and fields are declared",
        "end it with: return { \(fields[0].name) = … }")
    }
    var given: Set<String> = []
    var isEvident = true
    for values in returns {
      guard let result = values.first else { continue }
      guard let named = members(of: result) else {
        isEvident = isEvident && result.isNil
        continue
      }
      for (name, bytes, value) in named {
        given.insert(name)
        check(value, at: bytes, for: name, fields)
      }
    }
    checkReturned(fields, given, isEvident)
  }

  /// Tells a result that is no table of fields. Returns whether it is none.
  private func isOtherThanTable(_ values: [Expression], _ fields: [Declarations.Entry]) -> Bool {
    guard let result = values.first else { return false }
    let remedy = "return { \(fields.first?.name ?? "name") = … }"
    if let element = result.firstElement {
      add(.resultType, main, element.bytes, "analyze returns a list, not fields by name", remedy)
    } else if !typing.type(result).canBeTable {
      add(
        .resultType, main, result.bytes,
        "analyze returns \(typing.type(result).withArticle), not a table of fields", remedy)
    } else {
      return false
    }
    return true
  }

  /// The named members of a table that is returned; nil where others may be added.
  private func members(
    of result: Expression
  ) -> [(name: String, bytes: Range<Int>, value: Expression)]? {
    guard case .table(let items) = result.kind else { return members(ofLocal: result) }
    var named: [(String, Range<Int>, Expression)] = []
    for item in items {
      switch item.key {
      case .name(let name): named.append((name.text, name.bytes, item.value))
      case .expression(let key):
        guard let name = key.string else { return nil }
        named.append((name, key.bytes, item.value))
      case .position: return nil
      }
    }
    return named
  }

  /// `local r = { … } r.words = 3 return r`, where nothing else is done with `r`.
  private func members(
    ofLocal result: Expression
  ) -> [(name: String, bytes: Range<Int>, value: Expression)]? {
    guard let local = main.scopes.local(result), local.writes.isEmpty,
      case .variable(let place, let values, _) = local.origin, place < values.count,
      case .table = values[place].kind, var members = members(of: values[place])
    else { return nil }
    for placed in main.scopes.statements {
      guard case .assignment(let targets, let values) = placed.part.kind else { continue }
      for (index, target) in targets.enumerated() {
        guard case .member(let object, let name) = target.kind, main.scopes.local(object) === local
        else { continue }
        let value = index < values.count ? values[index] : Expression(.broken, target.bytes)
        members.append((name.text, name.bytes, value))
      }
    }
    let uses = main.scopes.expressions.filter { placed in
      if case .member(let object, _) = placed.part.kind {
        return main.scopes.local(object) === local
      }
      return false
    }.count
    let returned = main.scopes.returns.values.joined().filter { values in
      values.first.map { main.scopes.local($0) === local } ?? false
    }.count
    // A table that is given away or indexed otherwise may get more.
    return uses + returned == local.reads.count ? members : nil
  }

  private func check(
    _ value: Expression, at bytes: Range<Int>, for name: String, _ fields: [Declarations.Entry]
  ) {
    guard let field = fields.first(where: { $0.name == name }) else {
      return add(
        .undeclaredField, main, bytes, "the field '\(name)' is not declared",
        Suggestions.question(Suggestions.like(name, among: fields.names))
          ?? "declare it: fields = { \(name) = { type = \"…\", merge = \"…\" } }")
    }
    guard case .literal(let word) = typing.member("type", of: typing.type(field.value)).type,
      let kind = FieldDescription.Kind(rawValue: word)
    else { return }
    let type = typing.type(value)
    if !kind.canHold(type) {
      add(
        .fieldType, main, value.bytes,
        "the field '\(name)' is \(kind.withArticle), and this is \(type.withArticle)",
        kind.remedy(for: type, value))
    } else if kind == .integer, value.isFraction {
      add(
        .fraction, main, value.bytes, "the field '\(name)' is an integer, and '/' gives a fraction",
        "round it with math.floor or //, or declare type = \"number\"")
    }
  }

  private func checkReturned(
    _ fields: [Declarations.Entry], _ given: Set<String>, _ isEvident: Bool
  ) {
    let mentioned = isEvident ? given : self.mentioned
    for field in fields where !mentioned.contains(field.name) {
      guard isEvident || !hasMadeKeys else { return }
      add(
        .unreturnedField, main, field.bytes, "analyze never returns the field '\(field.name)'",
        "return { \(field.name) = … }, or delete it here")
    }
  }
}

extension ValueType {
  /// Whether it may be a table of the script's own, or nil.
  fileprivate var canBeTable: Bool {
    parts.contains { part in
      switch part {
      case .any, .nil, .table, .map, .record, .shape, .union: true
      case .list(.object(let item)): !Vocabulary.isSpan(item)
      case .list: true
      case .boolean, .integer, .number, .string, .literal, .object, .library, .function,
        .signature, .closure:
        false
      }
    }
  }
}

extension Expression {
  /// The first element of a table that is written as a list and surely has one.
  fileprivate var firstElement: Expression? {
    guard case .table(let items) = kind, let first = items.first, case .position = first.key else {
      return nil
    }
    return [first.value].exactCount == nil || first.value.isNil ? nil : first.value
  }
}

extension FieldDescription.Kind {
  /// Whether a value of a type may be one of the field's.
  fileprivate func canHold(_ type: ValueType) -> Bool {
    type.parts.contains { part in
      switch part {
      case .any, .nil: true
      case .string, .literal: self == .string
      case .integer, .number: self == .integer || self == .number
      case .boolean: self == .boolean
      case .shape(let shape):
        self == .map || self == .list && (shape.isOpen || shape.fields.isEmpty)
      case .list(.object), .object: false
      case .list: self == .list
      case .map, .record, .table: self == .map || self == .list
      case .signature, .closure, .function, .library: false
      case .union: true
      }
    }
  }

  fileprivate func remedy(for type: ValueType, _ value: Expression) -> String? {
    let path = value.path ?? "x"
    switch type.present {
    case .shape where self == .list:
      return "a list has values alone; for names with values declare type = \"map\""
    case .list where self == .integer: return "how many there are is #\(path)"
    case .list(.object): return "make a list of their texts"
    case .object where self == .string: return "its words are \(path).text"
    case .closure, .signature: return "call it: \(path)()"
    case .boolean where self == .integer: return "write \(path) and 1 or 0"
    case .literal(let word) where self == .integer || self == .number:
      return LuaNumber(word) == nil ? nil : "write it without quotes"
    default: return nil
    }
  }
}

extension Expression {
  fileprivate var isNil: Bool { if case .nil = kind { true } else { false } }

  fileprivate var isFraction: Bool {
    switch kind {
    case .binary(_, .symbol(.divide), _): return true
    case .parenthesis(let inner): return inner.isFraction
    default:
      if case .float(let float)? = number { return float.rounded() != float }
      return false
    }
  }
}

// MARK: What is declared and not used

extension Inspection {
  /// Words that stand somewhere else than where the plugin declares them: members, keys and strings.
  var mentioned: Set<String> { words(outside: declarations.extents) }

  private func words(outside extents: [Range<Int>]) -> Set<String> {
    var words: Set<String> = []
    for file in files {
      for placed in file.scopes.expressions {
        let isDeclared =
          file === main && extents.contains { $0.contains(placed.part.bytes.lowerBound) }
        if !isDeclared { words.formUnion(placed.part.words) }
      }
    }
    return words
  }

  /// Whether keys are made while running, so that a name may be used that stands nowhere.
  private var hasMadeKeys: Bool {
    files.contains { file in
      file.scopes.statements.contains { placed in
        guard case .assignment(let targets, _) = placed.part.kind else { return false }
        return targets.contains { target in
          guard case .index(_, let key) = target.kind else { return false }
          if case .binary(_, .symbol(.concat), _) = key.kind { return true }
          return key.string == nil && typing.type(key) != .integer && key.number == nil
        }
      }
    }
  }

  func checkUse() {
    let words = mentioned
    let isPassedOn = passesOptionsOn
    for option in declarations.options ?? [] where !words.contains(option.name) && !isPassedOn {
      add(
        .unusedOption, main, option.bytes, "nothing reads the option '\(option.name)'",
        "read ctx.options.\(option.name), or delete it")
    }
    for layer in declarations.layers ?? []
    where !words.contains(layer.name) && !marksByVariable {
      add(
        .unusedLayer, main, layer.bytes, "nothing writes to the layer '\(layer.name)'",
        "ctx:annotate(\"\(layer.name)\", span), or delete it")
    }
    for resource in declarations.resources ?? []
    where !words.contains(resource.name) && !readsByVariable {
      add(
        .unusedResource, main, resource.bytes, "nothing reads the resource '\(resource.name)'",
        "ctx:lexicon(\"\(resource.name)\"), or delete it")
    }
    checkRequirements(words)
  }

  /// Layers that the host finds for nothing. A plugin may be required just to run on no other articles than it.
  private func checkRequirements(_ words: Set<String>) {
    guard !layerIsVariable else { return }
    for required in declarations.requires ?? []
    where LayerKind(rawValue: required.name) != nil && !words.contains(required.name) {
      add(
        .unusedRequirement, main, required.bytes, "nothing reads '\(required.name)'",
        "delete it, so that it is not computed")
    }
  }

  private var passesOptionsOn: Bool {
    files.contains { file in
      file.scopes.expressions.contains { placed in
        switch placed.part.kind {
        case .call(_, let arguments), .method(_, _, let arguments):
          arguments.contains { $0.lastName == "options" }
        case .index(let object, let key): object.lastName == "options" && key.string == nil
        default: false
        }
      }
    }
  }

  private var marksByVariable: Bool { hasVariable(in: ["annotate", "annotate_each", "kwic"]) }
  private var readsByVariable: Bool { hasVariable(in: ["lexicon"]) }
  private var layerIsVariable: Bool { hasVariable(in: ["layer", "nearest"]) }

  /// Whether a method is called with a name that does not stand there.
  private func hasVariable(in methods: Set<String>) -> Bool {
    files.contains { file in
      file.scopes.expressions.contains { placed in
        guard case .method(_, let name, let arguments) = placed.part.kind,
          methods.contains(name.text), let first = arguments.first
        else { return false }
        if case .table = first.kind { return false }
        return first.string == nil
      }
    }
  }
}

extension Expression {
  /// The names that it mentions itself.
  fileprivate var words: [String] {
    switch kind {
    case .string(let string): [string]
    case .member(_, let name), .method(_, let name, _): [name.text]
    case .table(let items):
      items.compactMap { if case .name(let name) = $0.key { name.text } else { nil } }
    default: []
    }
  }
}
