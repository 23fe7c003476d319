/// Who is who in a file: which local each name stands for, which names are globals, and all the parts of the tree with
/// the function that they are in.
final class Scopes {
  private(set) var locals: [Local] = []
  private(set) var globalReads: [Expression] = []
  private(set) var globalWrites: [Expression] = []
  private(set) var expressions: [Placed<Expression>] = []
  private(set) var statements: [Placed<Statement>] = []
  private(set) var functions: [FunctionBody] = []
  /// What the functions return; the file's under nil.
  private(set) var returns: [ObjectIdentifier?: [[Expression]]] = [:]
  /// Names of fields that something assigns to, anywhere.
  private(set) var assignedFields: Set<String> = []
  /// Words that are compared or tested, by function: `article.dateline` is known to be nil there.
  private(set) var tested: [ObjectIdentifier?: Set<String>] = [:]
  /// Things that would not compile.
  private(set) var faults: [SyntaxFault] = []

  private var bindings: [ObjectIdentifier: Local] = [:]
  private var targets: Set<ObjectIdentifier> = []
  private var functionLocals: [ObjectIdentifier: Local] = [:]
  private var scope: [[String: Local]] = [[:]]
  private var function: FunctionBody?
  private var loops = 0
  private var isVariadic = true
  private var labels: Set<String> = []
  private var gotos: [Name] = []

  /// A part of the tree with the function that it is in; nil: none.
  struct Placed<Part> {
    var part: Part
    var function: FunctionBody?
  }

  init(_ chunk: Chunk) {
    read(chunk.block)
    for name in gotos where !labels.contains(name.text) {
      faults.append(SyntaxFault(message: "there is no label '\(name.text)'", bytes: name.bytes))
    }
  }

  /// The local that a name stands for; nil for a global and for what is no name.
  func local(_ expression: Expression) -> Local? { bindings[ObjectIdentifier(expression)] }

  /// Whether something is assigned to, and not read.
  func isTarget(_ expression: Expression) -> Bool { targets.contains(ObjectIdentifier(expression)) }

  func local(of function: FunctionBody) -> Local? { functionLocals[ObjectIdentifier(function)] }

  func returns(of function: FunctionBody?) -> [[Expression]] {
    returns[function.map(ObjectIdentifier.init)] ?? []
  }

  func isTested(_ path: String, in function: FunctionBody?) -> Bool {
    tested[function.map(ObjectIdentifier.init)]?.contains(path) ?? false
  }
}

// MARK: Scopes and names

extension Scopes {
  private func scoped(_ body: () -> Void) {
    scope.append([:])
    body()
    scope.removeLast()
  }

  private func find(_ name: String) -> Local? {
    for names in scope.reversed() { if let local = names[name] { return local } }
    return nil
  }

  @discardableResult
  private func declare(_ name: Name, _ origin: Local.Origin) -> Local {
    let local = Local(name, origin, owner: function, hidden: find(name.text))
    locals.append(local)
    scope[scope.count - 1][name.text] = local
    return local
  }

  private func test(_ expression: Expression) {
    let key = function.map(ObjectIdentifier.init)
    switch expression.kind {
    case .parenthesis(let inner), .unary(.keyword(.not), let inner): test(inner)
    case .binary(let left, .keyword(.and), let right), .binary(let left, .keyword(.or), let right),
      .binary(let left, .symbol(.equal), let right),
      .binary(let left, .symbol(.unequal), let right):
      test(left)
      test(right)
    default: if let path = expression.path { tested[key, default: []].insert(path) }
    }
  }
}

extension Expression {
  /// `article.dateline.place`; nil where it is not made of names.
  var path: String? {
    switch kind {
    case .name(let name): name
    case .member(let object, let name): object.path.map { "\($0).\(name.text)" }
    case .parenthesis(let inner): inner.path
    default: nil
    }
  }
}

// MARK: Statements

extension Scopes {
  private func read(_ block: Block) {
    for statement in block.statements { read(statement) }
  }

  private func read(_ statement: Statement) {
    statements.append(Placed(part: statement, function: function))
    switch statement.kind {
    case .local(let names, let values):
      values.forEach(read)
      for (place, name) in names.enumerated() {
        let isConstant = name.attribute != nil
        declare(name.name, .variable(place: place, values, isConstant: isConstant))
      }
    case .localFunction(let name, let body):
      functionLocals[ObjectIdentifier(body)] = declare(name, .function(body))
      read(body)
    case .function(let target, let body):
      write(target, byFunction: true)
      read(body)
    case .assignment(let targets, let values):
      values.forEach(read)
      for target in targets { write(target) }
    case .call(let call): read(call)
    case .do(let block): scoped { read(block) }
    case .while(let condition, let block):
      test(condition)
      read(condition)
      loop { read(block) }
    case .repeat(let block, let condition):
      loop {
        read(block)
        test(condition)
        read(condition)
      }
    case .if(let branches, let other):
      for branch in branches {
        test(branch.condition)
        read(branch.condition)
        scoped { read(branch.block) }
      }
      if let other { scoped { read(other) } }
    case .count(let name, let bounds, let block):
      bounds.forEach(read)
      loop {
        declare(name, .counter(bounds))
        read(block)
      }
    case .each(let names, let values, let block):
      values.forEach(read)
      loop {
        for (place, name) in names.enumerated() { declare(name, .each(place: place, values)) }
        read(block)
      }
    case .return(let values):
      values.forEach(read)
      returns[function.map(ObjectIdentifier.init), default: []].append(values)
    case .break:
      if loops == 0 {
        faults.append(
          SyntaxFault(message: "'break' stands in no loop", bytes: statement.bytes))
      }
    case .goto(let name): gotos.append(name)
    case .label(let name): labels.insert(name.text)
    case .broken: break
    }
  }

  private func loop(_ body: () -> Void) {
    loops += 1
    scoped(body)
    loops -= 1
  }

  private func write(_ target: Expression, byFunction: Bool = false) {
    targets.insert(ObjectIdentifier(target))
    expressions.append(Placed(part: target, function: function))
    switch target.kind {
    case .name(let name):
      guard let local = find(name) else {
        globalWrites.append(target)
        return
      }
      bindings[ObjectIdentifier(target)] = local
      local.writes.append(target)
      if case .variable(_, _, isConstant: true) = local.origin {
        faults.append(
          SyntaxFault(message: "'\(name)' is constant and cannot be set", bytes: target.bytes))
      }
    case .member(let object, let name):
      assignedFields.insert(name.text)
      if byFunction { markExtended(object) }
      read(object)
    case .index(let object, let key):
      if let name = key.string { assignedFields.insert(name) }
      read(object)
      read(key)
    default: read(target)
    }
  }

  private func markExtended(_ object: Expression) {
    if case .name(let name) = object.kind { find(name)?.isExtended = true }
  }
}

// MARK: Expressions

extension Scopes {
  private func read(_ expression: Expression) {
    expressions.append(Placed(part: expression, function: function))
    switch expression.kind {
    case .nil, .true, .false, .number, .string, .broken: break
    case .varargs:
      if !isVariadic {
        faults.append(
          SyntaxFault(
            message: "'...' stands in a function that takes no '...'", bytes: expression.bytes))
      }
    case .name(let name):
      guard let local = find(name) else {
        globalReads.append(expression)
        return
      }
      bindings[ObjectIdentifier(expression)] = local
      local.reads.append(expression)
    case .function(let body): read(body)
    case .table(let items):
      for item in items {
        if case .expression(let key) = item.key { read(key) }
        read(item.value)
      }
    case .member(let object, _): read(object)
    case .index(let object, let key):
      read(object)
      read(key)
    case .call(let callee, let arguments):
      read(callee)
      if case .name(let name) = callee.kind {
        find(name)?.calls.append(arguments)
        if name == "assert", let first = arguments.first { test(first) }
      }
      arguments.forEach(read)
    case .method(let object, _, let arguments):
      read(object)
      arguments.forEach(read)
    case .unary(_, let operand): read(operand)
    case .binary(let left, let symbol, let right):
      if symbol == .keyword(.and) || symbol == .keyword(.or) { test(left) }
      if symbol == .symbol(.equal) || symbol == .symbol(.unequal) { test(expression) }
      read(left)
      read(right)
    case .parenthesis(let inner): read(inner)
    }
  }

  private func read(_ body: FunctionBody) {
    functions.append(body)
    let outer = (function, loops, isVariadic, labels, gotos)
    (function, loops, isVariadic, labels, gotos) = (body, 0, body.isVariadic, [], [])
    scoped {
      if body.isMethod { declare(Name(text: "self", bytes: body.bytes), .self) }
      for (place, name) in body.parameters.enumerated() {
        declare(name, .parameter(body, place: place))
      }
      read(body.block)
    }
    for name in gotos where !labels.contains(name.text) {
      faults.append(SyntaxFault(message: "there is no label '\(name.text)'", bytes: name.bytes))
    }
    (function, loops, isVariadic, labels, gotos) = outer
  }
}
