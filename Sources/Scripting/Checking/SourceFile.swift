/// A file of a plugin as the inspection reads it.
final class SourceFile {
  /// As messages show it.
  let path: String
  /// The name by which modules are required; empty for the plugin's main file.
  let module: String
  let chunk: Chunk
  let scopes: Scopes

  init(path: String, module: String, _ source: [UInt8]) {
    self.path = path
    self.module = module
    chunk = Chunk(source)
    scopes = Scopes(chunk)
  }

  /// The modules that it requires by literal names, with where.
  var requires: [(name: String, at: Expression)] {
    scopes.expressions.compactMap { placed in
      guard case .call(let callee, let arguments) = placed.part.kind,
        case .name("require") = callee.kind, scopes.local(callee) == nil,
        let name = arguments.first?.string
      else { return nil }
      return (name, placed.part)
    }
  }
}
