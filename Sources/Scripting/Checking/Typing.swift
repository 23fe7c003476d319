/// Finds out what values are, as far as the source makes it evident; what is in doubt is `any`.
final class Typing {
  var vocabulary: Vocabulary
  let files: [SourceFile]
  /// What is known of the parameters of a plugin's own functions, by function.
  var entries: [ObjectIdentifier: [ValueType]] = [:]
  /// The plugins that the plugin reads where they are in the run.
  var optionalPlugins: Set<String> = []
  /// Names of fields that something assigns to, in any file.
  let assignedFields: Set<String>

  private var known: [ObjectIdentifier: ValueType] = [:]
  private var knownLocals: [ObjectIdentifier: ValueType] = [:]
  private var locals: [ObjectIdentifier: Local] = [:]
  private var returns: [ObjectIdentifier: [[Expression]]] = [:]
  private var functionLocals: [ObjectIdentifier: Local] = [:]
  private var underWay: Set<ObjectIdentifier> = []
  /// How deep a question has led to others; past this the answer is `any`.
  private var depth = 0
  private static let maximumDepth = 60

  init(_ files: [SourceFile], _ vocabulary: Vocabulary) {
    self.files = files
    self.vocabulary = vocabulary
    var assigned: Set<String> = []
    for file in files {
      assigned.formUnion(file.scopes.assignedFields)
      for placed in file.scopes.expressions {
        if let local = file.scopes.local(placed.part) {
          locals[ObjectIdentifier(placed.part)] = local
        }
      }
      for function in file.scopes.functions {
        returns[ObjectIdentifier(function)] = file.scopes.returns(of: function)
        functionLocals[ObjectIdentifier(function)] = file.scopes.local(of: function)
      }
    }
    assignedFields = assigned
  }

  func local(_ expression: Expression) -> Local? { locals[ObjectIdentifier(expression)] }

  func type(_ expression: Expression) -> ValueType {
    let id = ObjectIdentifier(expression)
    if let type = known[id] { return type }
    guard depth < Self.maximumDepth, underWay.insert(id).inserted else { return .any }
    depth += 1
    let type = find(expression)
    depth -= 1
    underWay.remove(id)
    known[id] = type
    return type
  }

  private func find(_ expression: Expression) -> ValueType {
    switch expression.kind {
    case .nil: .nil
    case .true, .false: .boolean
    case .number(.integer?): .integer
    case .number: .number
    case .string(let string): .literal(string)
    case .varargs, .broken: .any
    case .name(let name): local(expression).map(type) ?? vocabulary.globals.members[name] ?? .any
    case .function(let body): .closure(body)
    case .table(let items): .shape(Shape(expression, items))
    case .member(let object, let name): member(name.text, of: type(object)).type
    case .index(let object, let key): element(of: type(object), key)
    case .call, .method: results(of: expression).first ?? .any
    case .unary(let symbol, let operand): unary(symbol, operand)
    case .binary(let left, let symbol, let right): binary(left, symbol, right)
    case .parenthesis(let inner): type(inner)
    }
  }

  private func unary(_ symbol: Token.Kind, _ operand: Expression) -> ValueType {
    switch symbol {
    case .keyword(.not): .boolean
    case .symbol(.length): operated(operand) ?? .integer
    default: operated(operand) ?? (type(operand) == .integer ? .integer : .number)
    }
  }

  private func binary(_ left: Expression, _ symbol: Token.Kind, _ right: Expression) -> ValueType {
    switch symbol {
    case .keyword(.and): return conjunction(type(left), type(right))
    case .keyword(.or):
      let left = type(left)
      return left == .any ? .any : .oneOf([left.present, type(right)])
    case .symbol(.concat): return .string
    case .symbol(.divide), .symbol(.power): return operated(left, right) ?? .number
    case .symbol(.plus), .symbol(.minus), .symbol(.times), .symbol(.floorDivide),
      .symbol(.modulo):
      let areIntegers = type(left) == .integer && type(right) == .integer
      return operated(left, right) ?? (areIntegers ? .integer : .number)
    case .symbol(.equal), .symbol(.unequal), .symbol(.less), .symbol(.greater),
      .symbol(.lessOrEqual), .symbol(.greaterOrEqual):
      return .boolean
    default: return .integer
    }
  }

  /// What arithmetic comes to with an operand that has operators of its own, or that nothing is known of; nil of others.
  private func operated(_ operands: Expression...) -> ValueType? {
    if let own = operands.first(where: hasOperators) { return type(own).present }
    return operands.contains { type($0) == .any } ? .any : nil
  }

  func hasOperators(_ operand: Expression) -> Bool {
    guard case .object(let name) = type(operand).present else { return false }
    return vocabulary.owners[name]?.hasOperators ?? false
  }

  private func conjunction(_ left: ValueType, _ right: ValueType) -> ValueType {
    if left == .any { return .any }
    let falsy = left.parts.filter { $0 == .nil || $0 == .boolean }
    return .oneOf(falsy + [right])
  }
}

// MARK: Locals

extension Typing {
  func type(_ local: Local) -> ValueType {
    let id = ObjectIdentifier(local)
    if let type = knownLocals[id] { return type }
    guard depth < Self.maximumDepth, underWay.insert(id).inserted else { return .any }
    depth += 1
    let type = local.writes.isEmpty ? find(local) : .any
    depth -= 1
    underWay.remove(id)
    knownLocals[id] = type
    return type
  }

  private func find(_ local: Local) -> ValueType {
    switch local.origin {
    case .variable(let place, let values, _): value(place, of: values)
    case .function(let body): .closure(body)
    case .parameter(let body, let place): parameter(place, of: body)
    case .counter(let bounds):
      bounds.allSatisfy { type($0) == .integer } ? .integer : .number
    case .each(let place, let values): stepped(place, values)
    case .self: .any
    }
  }

  /// What the place in a list of expressions holds, the last of which may give several values.
  func value(_ place: Int, of values: [Expression]) -> ValueType {
    if place < values.count - 1 { return type(values[place]) }
    guard let last = values.last else { return .nil }
    let results = results(of: last)
    let index = place - values.count + 1
    switch last.kind {
    case .call, .method: return index < results.count ? results[index] : .any
    case .varargs: return .any
    default: return index == 0 ? type(last) : .nil
    }
  }

  private func parameter(_ place: Int, of body: FunctionBody) -> ValueType {
    if let entry = entries[ObjectIdentifier(body)] {
      return place < entry.count ? entry[place] : .any
    }
    // A function that is only ever called by its name has the types that it is called with.
    guard let local = functionLocals[ObjectIdentifier(body)], local.writes.isEmpty,
      !local.calls.isEmpty, local.calls.count == local.reads.count
    else { return .any }
    let types = local.calls.map { arguments in
      arguments.isEmpty ? ValueType.any : value(place, of: arguments)
    }
    return .oneOf(types)
  }

  /// What a step of `for … in` gives.
  private func stepped(_ place: Int, _ values: [Expression]) -> ValueType {
    guard let first = values.first else { return .any }
    if case .call(let callee, let arguments) = first.kind, let list = arguments.first {
      switch callee.path {
      case "ipairs"?: return place == 0 ? .integer : item(of: type(list))
      case "pairs"?, "desk.each"?: return pair(place, of: type(list))
      default: break
      }
    }
    switch type(first) {
    case .signature(let signature):
      guard place < signature.results.count else { return .any }
      return signature.results[place].present
    default: return .any
    }
  }

  private func item(of type: ValueType) -> ValueType {
    switch type.present {
    case .list(let item): item
    case .map(.integer, let item): item
    default: .any
    }
  }

  private func pair(_ place: Int, of type: ValueType) -> ValueType {
    switch type.present {
    case .list(let item): place == 0 ? .integer : item
    case .map(let key, let value): place == 0 ? key : value
    default: .any
    }
  }
}

// MARK: Members

extension Typing {
  /// What asking a value for a member comes to.
  enum Found {
    case type(ValueType)
    /// There is none of this name, but of those.
    case missing(owner: ValueType, names: [String])

    var type: ValueType { if case .type(let type) = self { type } else { .any } }
  }

  func member(_ name: String, of owner: ValueType) -> Found {
    switch owner {
    case .any, .table, .nil: .type(.any)
    case .string, .literal: member(name, ofLibrary: "string", owner)
    case .library(let library): member(name, ofLibrary: library, owner)
    case .object(let className): member(name, ofClass: className)
    case .list(let item): member(name, ofList: item, owner)
    case .map(_, let value): .type(.oneOf([value, .nil]))
    case .record(let members):
      members.first { $0.name == name }.map {
        .type($0.isOptional ? .oneOf([$0.type, .nil]) : $0.type)
      } ?? .missing(owner: owner, names: members.map(\.name))
    case .shape(let shape): .type(field(name, of: shape))
    case .integer, .number, .boolean: .missing(owner: owner, names: [])
    case .function, .signature, .closure: .missing(owner: owner, names: [])
    case .union(let parts): member(name, ofAny: parts)
    }
  }

  private func member(_ name: String, ofLibrary library: String, _ owner: ValueType) -> Found {
    let entry = vocabulary.owners[library]
    if let type = entry?.members[name] { return .type(type) }
    return .missing(owner: owner, names: entry?.names ?? [])
  }

  private func member(_ name: String, ofClass className: String) -> Found {
    guard let owner = vocabulary.owners[className] else { return .type(.any) }
    if let type = owner.members[name] { return .type(type) }
    // A span is one of any kind where a function gives it.
    if className == "copydesk.Span", let type = vocabulary.spanMembers[name] { return .type(type) }
    return .missing(owner: .object(className), names: owner.names)
  }

  private func member(_ name: String, ofList item: ValueType, _ owner: ValueType) -> Found {
    guard case .object(let className) = item, Vocabulary.isSpan(className), name != "n" else {
      return .type(.any)
    }
    return .missing(owner: owner, names: [])
  }

  private func member(_ name: String, ofAny parts: [ValueType]) -> Found {
    var types: [ValueType] = []
    var missing: Found?
    for part in parts where part != .nil {
      switch member(name, of: part) {
      case .type(let type): types.append(type)
      case .missing(let owner, let names): missing = missing ?? .missing(owner: owner, names: names)
      }
    }
    return types.isEmpty ? missing ?? .type(.any) : .type(.oneOf(types))
  }

  /// A field that nothing sets but the constructor.
  private func field(_ name: String, of shape: Shape) -> ValueType {
    guard !assignedFields.contains(name), let value = shape.fields[name] else { return .any }
    return type(value)
  }

  private func element(of owner: ValueType, _ key: Expression) -> ValueType {
    if let name = key.string { return member(name, of: owner).type }
    switch owner.present {
    case .list(let item): return item
    case .map(_, let value): return .oneOf([value, .nil])
    case .object(let className): return vocabulary.owners[className]?.element ?? .any
    default: return .any
    }
  }
}

// MARK: Calls

extension Typing {
  /// What a call gives; of any other expression its one value.
  func results(of expression: Expression) -> [ValueType] {
    switch expression.kind {
    case .call(let callee, let arguments):
      if case .name("require") = callee.kind, local(callee) == nil {
        return [module(arguments.first?.string)]
      }
      return results(ofCalling: type(callee))
    case .method(let object, let name, let arguments):
      if name.text == "layer", let type = layer(object, arguments) { return [type] }
      if let type = optionalResult(object, name.text, arguments) { return [type] }
      return results(ofCalling: member(name.text, of: type(object)).type)
    default: return [type(expression)]
    }
  }

  private func results(ofCalling type: ValueType) -> [ValueType] {
    switch type {
    case .signature(let signature): signature.results
    case .closure(let body): [returned(by: body)]
    default: []
    }
  }

  /// The first value that a function returns.
  func returned(by body: FunctionBody) -> ValueType {
    guard let values = returns[ObjectIdentifier(body)], values.allSatisfy({ !$0.isEmpty }) else {
      return .any
    }
    return .oneOf(values.map { value(0, of: $0) })
  }

  private func module(_ name: String?) -> ValueType {
    guard let name, let file = files.first(where: { $0.module == name && !name.isEmpty }),
      let values = file.scopes.returns(of: nil).last, let value = values.first
    else { return .any }
    return type(value)
  }

  /// What `ctx:results` and `ctx:summary` give of a plugin that need not be in the run; nil for any other call.
  private func optionalResult(
    _ object: Expression, _ method: String, _ arguments: [Expression]
  ) -> ValueType? {
    guard let name = arguments.first?.string, optionalPlugins.contains(name),
      type(object) == .object("copydesk.Context"), ["results", "summary"].contains(method)
    else { return nil }
    return .oneOf([.nil, .map(.string, .any)])
  }

  /// `article:layer("entities")` gives entities.
  private func layer(_ object: Expression, _ arguments: [Expression]) -> ValueType? {
    guard type(object) == .object("copydesk.Article"), let name = arguments.first?.string else {
      return nil
    }
    if name.contains(".") { return .list(.object("copydesk.Annotation")) }
    return vocabulary.owners["copydesk.Article"]?.members[name]
  }
}
