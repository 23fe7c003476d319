internal import Document

/// What a plugin's table declares, as far as its source makes it evident.
struct Declarations {
  /// A declared name and where.
  struct Entry {
    var name: String
    var bytes: Range<Int>
    var value: Expression
  }

  private(set) var name: String?
  /// Nil where it is not evident, as where a function makes the table.
  private(set) var options: [Entry]? = []
  private(set) var fields: [Entry]? = []
  private(set) var layers: [Entry]? = []
  private(set) var resources: [Entry]? = []
  private(set) var requires: [Entry]? = []
  /// The plugin's functions by their paths: `analyze`, `aggregate.add`.
  private(set) var functions: [String: FunctionBody] = [:]
  /// Whether it has an `aggregate`, whatever that is made by.
  private(set) var hasAggregate = false
  /// Whether it has a `setup`, likewise.
  private(set) var hasSetup = false
  /// Whether the file returns a table.
  private(set) var isFound = false
  /// The bytes of declarations, in which names are not used but declared.
  private(set) var extents: [Range<Int>] = []

  private let file: SourceFile

  init(_ file: SourceFile) {
    self.file = file
    guard let returned = file.scopes.returns(of: nil).last?.first else { return }
    if case .table(let items) = returned.kind {
      read(items)
    } else if let local = file.scopes.local(returned), let items = table(of: local) {
      read(items)
      readAdditions(to: local)
    }
  }

  /// The items of the table that a local is given and keeps.
  private func table(of local: Local) -> [TableItem]? {
    guard local.writes.isEmpty, case .variable(let place, let values, _) = local.origin,
      place < values.count, case .table(let items) = values[place].kind
    else { return nil }
    return items
  }

  private mutating func read(_ items: [TableItem]) {
    isFound = true
    for item in items {
      if case .name(let key) = item.key { read(key.text, item.value) }
    }
  }

  /// `plugin.fields = …` and `function plugin.analyze() … end`.
  private mutating func readAdditions(to local: Local) {
    for placed in file.scopes.statements where placed.function == nil {
      switch placed.part.kind {
      case .assignment(let targets, let values):
        for (target, value) in zip(targets, values) {
          if let key = key(of: target, in: local) { read(key, value) }
        }
      case .function(let target, let body):
        if let key = key(of: target, in: local) { functions[key] = body }
      default: break
      }
    }
  }

  private func key(of target: Expression, in local: Local) -> String? {
    guard case .member(let object, let name) = target.kind, file.scopes.local(object) === local
    else { return nil }
    return name.text
  }

  private mutating func read(_ key: String, _ value: Expression) {
    switch key {
    case "name": name = value.string
    case "options": options = entries(value)
    case "fields": fields = entries(value)
    case "layers": layers = entries(value)
    case "resources": resources = entries(value)
    case "requires": requires = words(value)
    case "aggregate":
      hasAggregate = true
      for entry in entries(value) ?? [] {
        functions["aggregate.\(entry.name)"] = function(entry.value)
      }
    default:
      if key == "setup" { hasSetup = true }
      functions[key] = function(value)
    }
    if ["options", "fields", "layers", "resources", "requires"].contains(key) {
      extents.append(resolve(value).bytes)
    }
  }

  /// What a name stands for, where it is given once.
  private func resolve(_ expression: Expression) -> Expression {
    guard let local = file.scopes.local(expression), local.writes.isEmpty,
      case .variable(let place, let values, _) = local.origin, place < values.count
    else { return expression }
    return values[place]
  }

  private func function(_ expression: Expression) -> FunctionBody? {
    if let local = file.scopes.local(expression), case .function(let body) = local.origin {
      return body
    }
    if case .function(let body) = resolve(expression).kind { return body }
    return nil
  }

  private func entries(_ expression: Expression) -> [Entry]? {
    guard case .table(let items) = resolve(expression).kind else { return nil }
    var entries: [Entry] = []
    for item in items {
      switch item.key {
      case .name(let name):
        entries.append(Entry(name: name.text, bytes: name.bytes, value: item.value))
      case .expression(let key):
        guard let name = key.string else { return nil }
        entries.append(Entry(name: name, bytes: key.bytes, value: item.value))
      case .position: return nil
      }
    }
    return entries
  }

  private func words(_ expression: Expression) -> [Entry]? {
    guard case .table(let items) = resolve(expression).kind else { return nil }
    var entries: [Entry] = []
    for item in items {
      guard case .position = item.key, let name = item.value.string else { return nil }
      entries.append(Entry(name: name, bytes: item.value.bytes, value: item.value))
    }
    return entries
  }
}

extension [Declarations.Entry] {
  var names: [String] { map(\.name) }
  func has(_ name: String) -> Bool { contains { $0.name == name } }
}
