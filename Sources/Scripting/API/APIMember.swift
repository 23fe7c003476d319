internal import Lua

/// One name that plugins can use. The declaration is the only one: bindings, reference, type stubs and the golden listing
/// are made from it.
struct APIMember {
  /// Without its owner: `round` of `desk`.
  var name: String
  /// In LuaCATS notation: `fun(x: number, digits?: integer): number`. The `self` of a method is left out.
  var type: String
  var doc: String
  /// The version of the API that brought it.
  var since: Int
  /// Nil where the host has it written in Lua.
  var access: KindDefinition.Access?
  /// Whether its first argument names a layer, and it gives items of that.
  var givesItems: Bool

  init(
    _ name: String, type: String, doc: String, since: Int = 1, givesItems: Bool = false,
    access: KindDefinition.Access?
  ) {
    self.name = name
    self.type = type
    self.doc = doc
    self.since = since
    self.givesItems = givesItems
    self.access = access
  }
}

/// A table or a kind of object of the API: `desk`, `article`, `ctx`, `sentence`.
struct APIOwner {
  /// How plugins come by it.
  enum Form {
    /// A global table, whose methods are called with a dot.
    case library
    /// A kind of object that functions of the API give.
    case object(KindName)
    /// A table with methods that functions of the API give, written in Lua.
    case table
  }

  /// A library's global name, or what messages call an object.
  var name: String
  var form: Form
  var doc: String
  var members: [APIMember]
  /// What `object[i]` gives.
  var element: Unnamed?
  /// Whether `object[i]` gives items of a layer; see `Session.pushSequence`.
  var isSequence = false
  /// How `#object` is answered.
  var length: KindDefinition.Access?
  /// What `object(…)` gives.
  var call: Unnamed?

  /// Whether arithmetic with it gives another of its kind.
  var hasOperators = false

  /// Something that an object does without being told a name.
  struct Unnamed {
    var type: String
    var doc: String
    var body: Body
  }

  /// A global table of functions.
  init(library name: String, doc: String, members: [APIMember]) {
    self.name = name
    self.doc = doc
    self.members = members
    form = .library
  }

  /// A table with methods, written in Lua.
  init(table name: String, doc: String, members: [APIMember]) {
    self.name = name
    self.doc = doc
    self.members = members
    form = .table
  }

  /// A kind of object.
  init(
    _ kind: KindName, doc: String, members: [APIMember], element: Unnamed? = nil,
    length: KindDefinition.Access? = nil, call: Unnamed? = nil
  ) {
    name = kind.name
    form = .object(kind)
    self.doc = doc
    self.members = members
    self.element = element
    self.length = length
    self.call = call
  }
}

extension APIOwner {
  /// Makes the owner known to scripts.
  func define(in interpreter: Interpreter, _ kinds: inout Kinds) {
    switch form {
    case .library:
      for member in members {
        guard let access = member.access else { continue }
        guard case .method(let body) = access else {
          preconditionFailure("'\(name).\(member.name)' is not a function")
        }
        interpreter.define(member.name, in: name, body: body)
      }
    case .object(let kind): kinds[kind] = interpreter.define(definition)
    case .table: break
    }
  }

  private var definition: KindDefinition {
    var definition = KindDefinition(
      name: name,
      fields: members.compactMap { member in
        member.access.map { KindDefinition.Field(member.name, $0) }
      }, element: element?.body, length: length, call: call?.body)
    definition.isSequence = isSequence
    return definition
  }
}
