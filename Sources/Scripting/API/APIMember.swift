internal import Lua

/// One name that plugins can use. The declaration is the only one: bindings, reference, type stubs and the golden listing
/// are made from it.
struct APIMember {
  /// Without its owner: `round` of `desk`.
  var name: String
  /// In LuaCATS notation: `fun(x: number, digits?: integer): number`.
  var type: String
  var doc: String
  /// The version of the API that brought it.
  var since: Int
  var access: KindDefinition.Access

  init(
    _ name: String, type: String, doc: String, since: Int = 1, access: KindDefinition.Access
  ) {
    self.name = name
    self.type = type
    self.doc = doc
    self.since = since
    self.access = access
  }
}

/// A table or a kind of object of the API: `desk`, `article`, `ctx`, `sentence`.
struct APIOwner {
  var name: String
  var doc: String
  var members: [APIMember]
}
