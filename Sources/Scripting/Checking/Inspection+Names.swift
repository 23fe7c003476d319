internal import Document
internal import Lua

// Globals, locals, and what is never read.

extension Inspection {
  func checkNames(_ file: SourceFile) {
    let scopes = file.scopes
    let isOwnEnvironment = scopes.globalReads.contains { $0.path == "_ENV" }
    guard !isOwnEnvironment else { return }
    for expression in scopes.globalReads {
      guard case .name(let name) = expression.kind,
        typing.vocabulary.globals.members[name] == nil
      else { continue }
      addUnknownGlobal(name, expression, file)
    }
    for expression in scopes.globalWrites {
      guard case .name(let name) = expression.kind else { continue }
      let isKnown = typing.vocabulary.globals.members[name] != nil
      add(
        .assignedGlobal, file, expression.bytes, "global '\(name)' cannot be set",
        isKnown ? "choose another name" : meantLocal(name, file) ?? "declare it: local \(name)")
    }
  }

  private func addUnknownGlobal(_ name: String, _ expression: Expression, _ file: SourceFile) {
    if let reason = PluginAPI.absence(of: name, in: nil) {
      return add(
        .unknownGlobal, file, expression.bytes, "undefined global '\(name)': \(reason.reason)",
        reason.remedy)
    }
    let isSet = file.scopes.globalWrites.contains { $0.path == name }
    guard !isSet else { return }
    add(
      .unknownGlobal, file, expression.bytes, "undefined global '\(name)'",
      meantLocal(name, file) ?? Self.foreignGlobals[name])
  }

  private func meantLocal(_ name: String, _ file: SourceFile) -> String? {
    let known = Set(file.scopes.locals.map(\.name.text) + typing.vocabulary.globals.names)
    return Suggestions.question(Suggestions.like(name, among: known.subtracting([name])))
  }

  /// What somebody may have meant who comes from another language.
  private static let foreignGlobals = [
    "null": "write nil", "None": "write nil", "undefined": "write nil", "True": "write true",
    "False": "write false", "len": "write #list", "str": "write tostring(x)",
    "this": "write self, or the parameter's name", "self": "write function t:name(…) for a method",
    "article": "it is a parameter: analyze = function(article, ctx, state)",
    "ctx": "it is a parameter: analyze = function(article, ctx, state)",
    "state": "it is a parameter: analyze = function(article, ctx, state)",
    "report": "it is a parameter: report = function(report, summary, ctx)",
    "summary": "it is a parameter: report = function(report, summary, ctx)",
    "options": "write ctx.options",
  ]
}

// MARK: Locals

extension Inspection {
  func checkLocals(_ file: SourceFile) {
    let byPlace = Dictionary(
      file.scopes.locals.map { ($0.name.bytes.lowerBound, $0) }, uniquingKeysWith: { a, _ in a })
    for placed in file.scopes.statements {
      switch placed.part.kind {
      case .local(let names, _):
        let locals = names.compactMap { byPlace[$0.name.bytes.lowerBound] }
        // Of several that one call gives, those before one that is used are places to fill.
        guard locals.allSatisfy(\.isNeverRead) else { continue }
        for local in locals { addUnused(local, file) }
      case .localFunction(let name, let body):
        guard let local = byPlace[name.bytes.lowerBound], !local.name.text.hasPrefix("_") else {
          continue
        }
        let outside = local.reads.filter { !body.bytes.contains($0.bytes.lowerBound) }
        if outside.isEmpty {
          add(
            .unusedLocal, file, name.bytes, "the function '\(name.text)' is never used",
            "call it, or delete it")
        }
      default: break
      }
    }
  }

  private func addUnused(_ local: Local, _ file: SourceFile) {
    let name = local.name.text
    guard !name.hasPrefix("_"), case .variable(_, _, let isConstant) = local.origin,
      !(isConstant && isClosing(local, file)), !local.isExtended
    else { return }
    if let hidden = local.hidden, hidden.owner === local.owner, case .variable = hidden.origin,
      !hidden.reads.isEmpty
    {
      let line = file.chunk.line(of: hidden.name.bytes.lowerBound)
      return add(
        .hiddenLocal, file, local.name.bytes,
        "this '\(name)' is another variable than the one on line \(line), and nothing reads it",
        "to set that one, drop 'local'")
    }
    add(
      .unusedLocal, file, local.name.bytes,
      local.writes.isEmpty ? "nothing reads '\(name)'" : "'\(name)' is set, and nothing reads it",
      "use it, or delete it; a name such as '_\(name)' is left alone")
  }

  private func isClosing(_ local: Local, _ file: SourceFile) -> Bool {
    file.chunk.words(ofLine: file.chunk.line(of: local.name.bytes.lowerBound)).contains("<close>")
  }
}

extension Local {
  fileprivate var isNeverRead: Bool { reads.isEmpty }
}
