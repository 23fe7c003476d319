internal import Document

// Calls: how many arguments, of which types, and which names they give.

extension Inspection {
  /// A function of a library that is called with a colon. Returns whether it is.
  func checkColon(_ object: Expression, _ name: Name, _ file: SourceFile) -> Bool {
    guard case .library(let library) = typing.type(object),
      typing.vocabulary.owners[library]?.members[name.text] != nil
    else { return false }
    add(
      .colonCall, file, name.bytes, "'\(name.text)' is called with a colon",
      "with a dot: \(library).\(name.text)(…)")
    return true
  }

  func checkCall(_ call: Expression, _ file: SourceFile) {
    checkTables(call, file)
    switch call.kind {
    case .call(let callee, let arguments):
      guard !checkDot(callee, arguments, file) else { return }
      checkCallable(callee, file)
      checkWalked(callee, arguments, file)
      check(arguments, for: typing.type(callee), named: callee, call, file)
      checkModuleName(callee, arguments, file)
    case .method(let object, let name, let arguments):
      let owner = typing.type(object).present
      if case .library = owner { return }
      let type = typing.member(name.text, of: owner).type
      let callee = Expression(.member(object, name), name.bytes)
      check(
        arguments, for: isOfText(name, owner) ? type.withoutFirstParameter : type, named: callee,
        call, file)
      checkNames(in: arguments, of: name.text, on: owner, file)
    default: break
    }
  }

  /// Whether a method is one of texts, which get themselves before what stands in the brackets.
  private func isOfText(_ name: Name, _ owner: ValueType) -> Bool {
    if case .union(let parts) = owner, parts.contains(where: \.isString) {
      return typing.vocabulary.owners["string"]?.members[name.text] != nil
    }
    return owner.isString
  }

  /// A method of the host's that is called with a dot. Returns whether it is.
  private func checkDot(
    _ callee: Expression, _ arguments: [Expression], _ file: SourceFile
  ) -> Bool {
    guard case .member(let object, let name) = callee.kind,
      case .object(let className) = typing.type(object).present,
      case .signature? = typing.vocabulary.owners[className]?.members[name.text],
      typing.vocabulary.owners[className]?.isTable != true,
      arguments.first.map({ $0.path == object.path && $0.path != nil }) != true
    else { return isStringMethod(callee, arguments, file) }
    add(
      .dotCall, file, name.bytes, "'\(name.text)' is called with a dot",
      "with a colon: \(object.path ?? ValueType.shown(className)):\(name.text)(…)")
    return true
  }

  /// `text.upper()`, which gives the function nothing to work on.
  private func isStringMethod(
    _ callee: Expression, _ arguments: [Expression], _ file: SourceFile
  ) -> Bool {
    guard case .member(let object, let name) = callee.kind, typing.type(object).present.isString,
      case .signature? = typing.vocabulary.owners["string"]?.members[name.text],
      arguments.isEmpty || arguments[0].path != object.path || object.path == nil
    else { return false }
    add(
      .dotCall, file, name.bytes, "'\(name.text)' is called with a dot",
      "with a colon: \(object.path ?? "text"):\(name.text)(…)")
    return true
  }

  private func checkCallable(_ callee: Expression, _ file: SourceFile) {
    let type = typing.type(callee)
    let isData =
      switch type {
      case .string, .literal, .integer, .number, .boolean, .record, .library: true
      case .list(.object(let item)): Vocabulary.isSpan(item)
      case .object(let className):
        typing.vocabulary.owners[className]?.call == nil && isFromAPI(callee)
      default: false
      }
    guard isData else { return }
    let shown = callee.path.map { "'\($0)' is" } ?? "this is"
    add(
      .notCallable, file, callee.bytes, "\(shown) \(type.withArticle), not a function",
      "leave the brackets out")
  }
}

// MARK: Walking

extension Inspection {
  private static let walks: Set = ["pairs", "ipairs", "next"]

  /// `pairs(article)`: objects of the host have fields, and nothing to walk over.
  private func checkWalked(
    _ callee: Expression, _ arguments: [Expression], _ file: SourceFile
  ) {
    guard case .name(let walk) = callee.kind, Self.walks.contains(walk),
      typing.local(callee) == nil, let walked = arguments.first,
      case .object(let className) = typing.type(walked).present,
      let owner = typing.vocabulary.owners[className], !owner.isTable, owner.element == nil
    else { return }
    let path = walked.path ?? ValueType.shown(className)
    add(
      .notIterable, file, walked.bytes,
      "\(typing.type(walked).present.withArticle) has no elements for '\(walk)' to walk over",
      owner.names.first.map { "read its fields by name, as in \(path).\($0)" })
  }
}

// MARK: Arguments

extension Inspection {
  private func check(
    _ arguments: [Expression], for type: ValueType, named callee: Expression, _ call: Expression,
    _ file: SourceFile
  ) {
    let name = callee.lastName ?? "the function"
    switch type {
    case .signature(let signature):
      checkCount(arguments, signature, name, call, file)
      for (argument, parameter) in zip(arguments, signature.parameters) {
        check(argument, for: parameter, of: name, file)
      }
    case .closure(let body):
      guard !body.isVariadic, let count = arguments.exactCount, count > body.parameters.count,
        !body.isMethod, case .call = call.kind
      else { return }
      add(
        .extraArgument, file, arguments[body.parameters.count].bytes,
        "'\(name)' takes \(Self.arguments(body.parameters.count)), and is given \(count)",
        "what is too much is dropped")
    default: break
    }
  }

  private func checkCount(
    _ arguments: [Expression], _ signature: ValueType.Signature, _ name: String, _ call: Expression,
    _ file: SourceFile
  ) {
    let required =
      (signature.parameters.lastIndex { !$0.isOptional && $0.type != .any && !$0.type.isOptional })
      .map { $0 + 1 } ?? 0
    if let count = arguments.exactCount, count < required,
      functionName(of: call).map(StandardLibrary.clockless.contains) == true
    {
      add(
        .missingArgument, file, call.bytes,
        "'\(name)' is given no time, and scripts have no clock", StandardLibrary.clockRemedy)
    } else if let count = arguments.exactCount, count < required {
      let missing = signature.parameters[count...].prefix(required - count).map(\.name)
      add(
        .missingArgument, file, call.bytes,
        "'\(name)' needs \(Self.arguments(required)), and is given \(count)",
        "add \(missing.joined(separator: " and "))")
    } else if signature.rest == nil, arguments.count > signature.parameters.count {
      let first = arguments[signature.parameters.count]
      add(
        .extraArgument, file, first.bytes,
        "'\(name)' takes \(Self.arguments(signature.parameters.count)), and is given \(arguments.count)",
        "what is too much is dropped")
    }
  }

  private static func arguments(_ count: Int) -> String {
    count == 0 ? "no argument" : "\(count) argument\(count == 1 ? "" : "s")"
  }

  private func check(
    _ argument: Expression, for parameter: ValueType.Member, of name: String, _ file: SourceFile
  ) {
    let type = typing.type(argument)
    let wanted = parameter.isOptional ? ValueType.oneOf([parameter.type, .nil]) : parameter.type
    checkKeys(of: type, for: wanted, file)
    guard !typing.fits(type, wanted) else { return }
    if case .literal(let word) = type, let near = Self.words(of: wanted) {
      return add(
        .argumentType, file, argument.bytes,
        "'\(parameter.name)' of '\(name)' cannot be \"\(word)\"",
        Suggestions.question(Suggestions.like(word, among: near))
          ?? "one of \(near.map { "\"\($0)\"" }.joined(separator: ", "))")
    }
    add(
      .argumentType, file, argument.bytes,
      "'\(parameter.name)' of '\(name)' should be \(parameter.type.present.withArticle), not \(type.withArticle)",
      remedy(for: type, wanted, argument))
  }

  /// The words that a type allows, if it allows nothing else.
  static func words(of type: ValueType) -> [String]? {
    var words: [String] = []
    for part in type.parts where part != .nil {
      guard case .literal(let word) = part else { return nil }
      words.append(word)
    }
    return words.isEmpty ? nil : words
  }

  private func remedy(for type: ValueType, _ wanted: ValueType, _ argument: Expression) -> String? {
    let path = argument.path ?? "x"
    switch type {
    case .list(.object): return "walk it: for _, item in ipairs(\(path)) do"
    case .object where wanted.parts.contains(where: \.isString):
      return typing.member("text", of: type).type == .string ? "its words are \(path).text" : nil
    default: return nil
    }
  }

  /// Names in a table of options that the function does not know.
  private func checkKeys(of type: ValueType, for wanted: ValueType, _ file: SourceFile) {
    guard case .shape(let shape) = type, !shape.isOpen, let known = keys(of: wanted) else { return }
    guard case .table(let items) = shape.table.kind else { return }
    for item in items {
      guard case .name(let name) = item.key, !known.contains(name.text) else { continue }
      add(
        .unknownKey, file, name.bytes, "unknown option '\(name.text)'",
        Suggestions.question(Suggestions.like(name.text, among: known))
          ?? "known are \(known.joined(separator: ", "))")
    }
  }

  private func keys(of wanted: ValueType) -> [String]? {
    guard case .record(let members) = wanted.present else { return nil }
    return members.map(\.name)
  }
}

// MARK: Names in arguments

extension Inspection {
  private func checkNames(
    in arguments: [Expression], of method: String, on owner: ValueType, _ file: SourceFile
  ) {
    guard case .object(let className) = owner, let first = arguments.first,
      let name = first.string
    else { return }
    switch (className, method) {
    case ("copydesk.Context", "annotate"), ("copydesk.Context", "annotate_each"),
      ("copydesk.Lexicon", "annotate"), ("copydesk.Report", "kwic"):
      checkDeclared(layer: name, first, file)
    case ("copydesk.Article", "layer"), ("copydesk.Article", "nearest"):
      checkRead(layer: name, first, file)
    case ("copydesk.Context", "results"): checkRequired(plugin: name, first, file)
    case ("copydesk.Context", "summary") where name != declarations.name:
      checkRequired(plugin: name, first, file)
    case ("copydesk.Context", "lexicon"):
      for argument in arguments { checkResource(argument, file) }
    default: break
    }
  }

  private func checkDeclared(layer name: String, _ argument: Expression, _ file: SourceFile) {
    guard let layers = declarations.layers, !layers.has(name), !name.contains(".") else { return }
    add(
      .undeclaredLayer, file, argument.bytes, "the layer \"\(name)\" is not declared",
      Suggestions.question(Suggestions.like(name, among: layers.names))
        ?? "declare it: layers = { \(name) = \"what it marks\" }")
  }

  private func checkRead(layer name: String, _ argument: Expression, _ file: SourceFile) {
    if let dot = name.firstIndex(of: ".") {
      return checkRequired(plugin: String(name[..<dot]), argument, file)
    }
    guard LayerKind(rawValue: name) != nil else {
      let near = Suggestions.like(name, among: LayerKind.allCases.map(\.rawValue))
      return add(
        .unknownLayer, file, argument.bytes, "unknown layer \"\(name)\"",
        Suggestions.question(near) ?? "a plugin's layer is named \"plugin.layer\"")
    }
    guard let requires = declarations.requires, !requires.has(name) else { return }
    addMissingRequirement("the layer", name, argument.bytes, file)
  }

  private func checkRequired(plugin name: String, _ argument: Expression, _ file: SourceFile) {
    guard let requires = declarations.requires, name != declarations.name,
      !requires.names.contains(where: { PluginDescription.plugin(required: $0) == name })
    else {
      return
    }
    addMissingRequirement("the plugin", name, argument.bytes, file)
  }

  private func checkResource(_ argument: Expression, _ file: SourceFile) {
    guard let name = argument.string, let resources = declarations.resources,
      !resources.has(name)
    else { return }
    add(
      .unknownResource, file, argument.bytes, "the resource \"\(name)\" is not declared",
      Suggestions.question(Suggestions.like(name, among: resources.names))
        ?? "declare it: resources = { \(name) = \"\(name).tsv\" }")
  }
}

extension ValueType {
  /// A function of `string` as a method, whose first parameter is the string.
  fileprivate var withoutFirstParameter: ValueType {
    guard case .signature(var signature) = self, !signature.parameters.isEmpty else { return self }
    signature.parameters.removeFirst()
    return .signature(signature)
  }
}

extension [Expression] {
  /// How many values they are; nil where the last may be several.
  var exactCount: Int? {
    switch last?.kind {
    case .call?, .method?, .varargs?: nil
    default: count
    }
  }
}

extension Expression {
  /// `annotate` of `ctx.annotate`.
  var lastName: String? {
    switch kind {
    case .name(let name): name
    case .member(_, let name): name.text
    default: nil
    }
  }
}
