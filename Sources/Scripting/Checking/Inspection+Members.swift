internal import Document

// Fields and methods that objects and libraries do not have, and writing where nothing can be written.

extension Inspection {
  func check(_ expression: Expression, in file: SourceFile) {
    switch expression.kind {
    case .member(let object, let name) where !file.scopes.isTarget(expression):
      checkMember(name, of: object, file)
      checkRequirement(name, of: object, file)
    case .method(let object, let name, _):
      if !checkColon(object, name, file) { checkMember(name, of: object, file) }
      checkCall(expression, file)
      checkPattern(expression, file)
    case .call:
      checkCall(expression, file)
      checkPattern(expression, file)
    case .index(let object, let key): checkIndex(object, key, file)
    case .unary(let symbol, let operand): checkOperand(symbol, operand, file)
    case .binary(let left, let symbol, let right):
      checkOperator(left, symbol, right, expression, file)
    default: break
    }
  }

  private func checkMember(_ name: Name, of object: Expression, _ file: SourceFile) {
    let type = typing.type(object)
    checkPresence(of: object, asking: "'\(name.text)'", file)
    checkState(object, file)
    switch typing.member(name.text, of: type) {
    case .missing(let owner, let names): addMissing(name, of: owner, names, object, file)
    case .type: checkField(name, of: type, file)
    }
  }

  private func addMissing(
    _ name: Name, of owner: ValueType, _ names: [String], _ object: Expression, _ file: SourceFile
  ) {
    let near = Suggestions.question(Suggestions.like(name.text, among: names))
    switch owner {
    case .library(let library): addMissing(name, ofLibrary: library, near, file)
    case .string, .literal:
      let foreign = ForeignNames.remedy(forMethod: name.text)
      addMissing(name, ofLibrary: "string", foreign ?? near, file)
    case .object("copydesk.Options"):
      add(
        .unknownOption, file, name.bytes, "options has no '\(name.text)'",
        near ?? "declare it: options = { \(name.text) = { type = \"…\", default = … } }")
    case .object(let className):
      let isTable = typing.vocabulary.owners[className]?.isTable ?? false
      add(
        isTable ? .unknownField : .unknownMember, file, name.bytes,
        "\(ValueType.shown(className)) has no '\(name.text)'",
        ForeignNames.remedy(forMember: name.text, of: ValueType.shown(className)) ?? near
          ?? swapped(name, className) ?? Self.list(names, of: ValueType.shown(className)))
    case .list:
      let words = object.path ?? "list"
      add(
        .unknownMember, file, name.bytes, "\(owner.withArticle) has no '\(name.text)'",
        "one of them has: \(words)[1].\(name.text)")
    case .record(let members):
      add(
        .unknownField, file, name.bytes, "the table has no '\(name.text)'",
        near ?? "known are \(members.map(\.name).joined(separator: ", "))")
    default:
      add(.unknownMember, file, name.bytes, "\(owner.withArticle) has no '\(name.text)'", near)
    }
  }

  private func addMissing(
    _ name: Name, ofLibrary library: String, _ near: String?, _ file: SourceFile
  ) {
    if let reason = PluginAPI.absence(of: name.text, in: library) {
      return add(
        .unknownMember, file, name.bytes, "\(library) has no '\(name.text)': \(reason.reason)",
        reason.remedy ?? StandardLibrary.list(of: library))
    }
    add(
      .unknownMember, file, name.bytes, "\(library) has no '\(name.text)'",
      near ?? StandardLibrary.list(of: library))
  }

  /// What there is instead: a few names, or where many can be read about.
  private static func list(_ names: [String], of owner: String) -> String {
    names.count <= 8
      ? "known are \(names.joined(separator: ", "))" : "copydesk doc \(owner) shows what it has"
  }

  /// Parameters that are taken in another order than they are given.
  private func swapped(_ name: Name, _ className: String) -> String? {
    ForeignNames.owner(of: name.text, insteadOf: ValueType.shown(className)).map {
      "\($0) has it; the order is analyze = function(article, ctx, state)"
    }
  }

  /// A field of a table that is written out in full and never gets one of this name.
  private func checkField(_ name: Name, of type: ValueType, _ file: SourceFile) {
    guard case .shape(let shape) = type, !shape.isOpen, shape.fields[name.text] == nil,
      !typing.assignedFields.contains(name.text)
    else { return }
    let near = Suggestions.like(name.text, among: shape.fields.keys.sorted())
    guard let question = Suggestions.question(near) else { return }
    add(.unknownField, file, name.bytes, "nothing sets the field '\(name.text)'", question)
  }

  private func checkIndex(_ object: Expression, _ key: Expression, _ file: SourceFile) {
    checkPresence(of: object, asking: "element", file)
    let type = typing.type(object).present
    if let name = key.string {
      if case .missing(let owner, let names) = typing.member(name, of: type),
        case .object = owner
      {
        addMissing(Name(text: name, bytes: key.bytes), of: owner, names, object, file)
      }
      return
    }
    guard case .list = type, key.number == .integer(0) else { return }
    add(.zeroIndex, file, key.bytes, "there is nothing at 0", "lists begin at 1")
  }
}

// MARK: Layers

extension Inspection {
  /// Layers are read where `requires` names them.
  private func checkRequirement(_ name: Name, of object: Expression, _ file: SourceFile) {
    guard LayerKind(rawValue: name.text) != nil, let requires = declarations.requires,
      !requires.has(name.text), case .object(let className) = typing.type(object).present,
      className == "copydesk.Article" || Vocabulary.isSpan(className)
    else { return }
    addMissingRequirement("the layer", name.text, name.bytes, file)
  }

  func addMissingRequirement(
    _ what: String, _ name: String, _ bytes: Range<Int>, _ file: SourceFile
  ) {
    let all = ((declarations.requires?.names ?? []) + [name]).map { "\"\($0)\"" }
    add(
      .missingRequirement, file, bytes, "\(what) \"\(name)\" was not required",
      "write requires = { \(all.joined(separator: ", ")) }")
  }
}

// MARK: What may be nil

extension Inspection {
  /// Something of the API's that may be nil is used as if it were there, and nothing asks whether it is.
  /// - Parameter what: what is asked of it: `'place'`; nil where it is itself a value.
  func checkPresence(of object: Expression, asking what: String? = nil, _ file: SourceFile) {
    let type = typing.type(object)
    guard type.isOptional, type != .nil, isFromAPI(object) else { return }
    let use = what.map { ", and has no \($0) then" } ?? ""
    guard let path = object.path else {
      return add(
        .maybeNil, file, object.bytes, "what is found may be nil\(use)",
        "keep it first: local found = …; if found then … end")
    }
    guard !isTested(path, at: object.bytes, file) else { return }
    add(
      .maybeNil, file, object.bytes, "'\(path)' may be nil\(use)",
      "ask first: if \(path) then … end")
  }

  /// The state of a plugin without `setup` is nil in every article.
  private func checkState(_ object: Expression, _ file: SourceFile) {
    guard declarations.isFound, !declarations.hasSetup, let path = object.path,
      case .parameter(let body, place: 2)? = typing.local(object)?.origin,
      body === declarations.functions["analyze"], !isTested(path, at: object.bytes, file)
    else { return }
    add(
      .maybeNil, file, object.bytes, "'\(path)' is nil, for the plugin has no setup",
      "make it there: setup = function(ctx) return { … } end")
  }

  /// Whether something is compared or tested in the function around a place, or in those around that.
  private func isTested(_ path: String, at bytes: Range<Int>, _ file: SourceFile) -> Bool {
    if file.scopes.isTested(path, in: nil) { return true }
    return file.scopes.functions.contains { function in
      function.bytes.contains(bytes.lowerBound) && file.scopes.isTested(path, in: function)
    }
  }

  /// Whether a value comes straight from the host.
  func isFromAPI(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .parenthesis(let inner): return isFromAPI(inner)
    case .name:
      guard let local = typing.local(expression), local.writes.isEmpty,
        case .variable(let place, let values, _) = local.origin, place < values.count
      else { return false }
      return isFromAPI(values[place])
    case .member(let object, _), .method(let object, _, _):
      // Who wrote a pattern knows which groups its matches have.
      if case .object(let name) = typing.type(object).present { return name != "copydesk.Match" }
      return false
    case .call(let callee, _):
      guard case .member(let object, _) = callee.kind,
        case .library(let library) = typing.type(object)
      else { return false }
      return library.hasPrefix("desk")
    default: return false
    }
  }
}

// MARK: Writing

extension Inspection {
  func checkWrites(_ file: SourceFile) {
    for placed in file.scopes.statements {
      switch placed.part.kind {
      case .assignment(let targets, let values):
        for (place, target) in targets.enumerated() {
          checkWrite(target, file)
          if place < values.count { checkKept(target, values[place], placed.function, file) }
        }
      case .function(let target, _): checkWrite(target, file)
      default: break
      }
    }
  }

  private func checkWrite(_ target: Expression, _ file: SourceFile) {
    let object: Expression
    switch target.kind {
    case .member(let owner, _), .index(let owner, _): object = owner
    default: return
    }
    switch typing.type(object) {
    case .library(let library):
      add(
        .readOnly, file, target.bytes, "'\(target.path ?? library)' cannot be set",
        "libraries are read-only; keep it in a local")
    case .object(let className):
      guard typing.vocabulary.owners[className]?.isTable != true else { return }
      add(
        .readOnly, file, target.bytes, "this \(ValueType.shown(className)) cannot be changed",
        "keep what you find in a local, or mark it with ctx:annotate")
    case .list(.object(let item)) where Vocabulary.isSpan(item) && isFromAPI(object):
      add(
        .readOnly, file, target.bytes, "a layer's items cannot be changed",
        "make a list of your own: local list = {}")
    default: break
    }
  }

  /// Spans are valid until the function that was given the article returns.
  private func checkKept(
    _ target: Expression, _ value: Expression, _ function: FunctionBody?, _ file: SourceFile
  ) {
    guard let function, let analyze = declarations.functions["analyze"], analyze === function,
      case .object(let className) = typing.type(value).present,
      className == "copydesk.Article" || Vocabulary.isSpan(className), isKept(target, file)
    else { return }
    add(
      .keptArticle, file, target.bytes,
      "'\(target.path ?? "it")' keeps \(typing.type(value).present.withArticle) for the next article",
      "keep its text or its numbers")
  }

  /// Whether something outlives the article: the state, or a local of the file.
  private func isKept(_ target: Expression, _ file: SourceFile) -> Bool {
    switch target.kind {
    case .name:
      return file.scopes.local(target).map { $0.owner == nil } ?? false
    case .member(let object, _), .index(let object, _):
      if let local = file.scopes.local(object),
        case .parameter(let body, place: 2) = local.origin,
        body === declarations.functions["analyze"]
      {
        return true
      }
      return isKept(object, file)
    default: return false
    }
  }
}
