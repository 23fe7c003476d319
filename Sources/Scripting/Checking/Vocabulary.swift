internal import Lua

/// Every name that plugins can use, with its type: the API's declaration and Lua's own library.
struct Vocabulary {
  /// Members by library or class.
  private(set) var owners: [String: Owner] = ["": Owner(), "copydesk.Span": Owner()]

  struct Owner {
    var members: [String: ValueType] = [:]
    /// In the order of their declaration.
    var names: [String] = []
    /// What `object[i]` and `object()` give.
    var element: ValueType?
    var call: ValueType?
    /// Whether it is a plain table, which gives nil for what it does not have.
    var isTable = false
    /// Whether arithmetic with it gives another of its kind.
    var hasOperators = false

    mutating func add(_ name: String, _ type: ValueType) {
      if members.updateValue(type, forKey: name) == nil { names.append(name) }
    }
  }

  init(_ api: [APIOwner] = PluginAPI.owners) {
    for (library, members) in StandardLibrary.members {
      for name in members.keys.sorted() {
        owners[library, default: Owner()].add(name, ValueType(notation: members[name] ?? ""))
      }
      if !library.isEmpty { owners[""]?.add(library, .library(library)) }
    }
    for owner in api { add(owner) }
    for shape in APIShape.all { add(shape) }
  }

  private mutating func add(_ owner: APIOwner) {
    var entry = Owner()
    for member in owner.members { entry.add(member.name, ValueType(notation: member.type)) }
    entry.element = owner.element.map { ValueType(notation: $0.type) }
    entry.call = owner.call.map { ValueType(notation: $0.type) }
    entry.hasOperators = owner.hasOperators
    owners[owner.className] = entry
    guard case .library = owner.form else { return }
    let parts = owner.name.split(separator: ".").map(String.init)
    let parent = parts.dropLast().joined(separator: ".")
    owners[parent, default: Owner()].add(parts.last ?? "", .library(owner.name))
  }

  private mutating func add(_ shape: APIShape) {
    var entry = Owner()
    entry.isTable = true
    for field in shape.fields {
      let type = ValueType(notation: field.type)
      entry.add(field.name, field.isRequired ? type : .oneOf([type, .nil]))
    }
    owners["copydesk.\(shape.name)"] = entry
  }

  mutating func set(_ owner: Owner, for name: String) { owners[name] = owner }

  mutating func setMember(_ name: String, of owner: String, _ type: ValueType) {
    owners[owner]?.add(name, type)
  }

  var globals: Owner { owners[""] ?? Owner() }

  /// What stretches of text of any kind have: a span of the API may be of each.
  private(set) lazy var spanMembers: [String: ValueType] = {
    var members: [String: ValueType] = [:]
    for kind in KindName.spans {
      members.merge(owners[kind.className]?.members ?? [:]) { a, b in a == b ? a : .any }
    }
    return members
  }()

  /// Whether the class is one of stretches of text.
  static func isSpan(_ className: String) -> Bool {
    KindName.spans.contains { $0.className == className }
  }

  /// The types of the parameters of a plugin's functions: `analyze`, or `aggregate.add`.
  static func parameters(ofPluginFunction path: String) -> [ValueType] {
    let keys =
      path.hasPrefix("aggregate.")
      ? PluginKey.aggregate.map { ("aggregate.\($0.name)", $0.type) }
      : PluginKey.functions.map { ($0.name, $0.type) }
    guard let type = keys.first(where: { $0.0 == path })?.1,
      case .signature(let signature) = ValueType(notation: type)
    else { return [] }
    return signature.parameters.map(\.type)
  }
}
