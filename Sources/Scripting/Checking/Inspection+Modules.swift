internal import Document

// The modules of a plugin's folder.

extension Inspection {
  func checkModules() {
    let known = Set(files.map(\.module))
    for file in files {
      for (name, call) in file.requires where !known.contains(name) {
        let (what, remedy) = absence(of: name, near: known)
        add(.missingModule, file, call.bytes, "module '\(name)' not found\(what)", remedy)
      }
    }
    for file in files where !file.module.isEmpty {
      var path = [file.module]
      findCycle(from: file, &path)
    }
  }

  /// Why a module is not there, and what to write.
  private func absence(of name: String, near known: Set<String>) -> (String, String?) {
    if let remedy = ForeignNames.remedy(forModule: name) { return ("", remedy) }
    guard isFolder else {
      return (": a plugin of one file has no modules", "make it a folder, \(plugin)/plugin.lua")
    }
    let path = name.split(separator: ".").joined(separator: "/")
    let near = Suggestions.like(name, among: known.filter { !$0.isEmpty })
    return (": no file \(plugin)/\(path).lua", Suggestions.question(near))
  }

  /// Modules that require each other; each circle is told once, of its first module.
  private func findCycle(from file: SourceFile, _ path: inout [String]) {
    guard path.count <= 50 else { return }
    for (name, call) in file.requires {
      if name == path[0] {
        guard path.min() == path[0] else { continue }
        add(
          .moduleCycle, file, call.bytes,
          "modules require each other in a circle: \((path + [name]).joined(separator: " → "))",
          "put what both need into a third")
      } else if !path.contains(name), let next = files.first(where: { $0.module == name }) {
        path.append(name)
        findCycle(from: next, &path)
        path.removeLast()
      }
    }
  }

  /// A name that is made while running is found only where the file itself runs it.
  func checkModuleName(_ callee: Expression, _ arguments: [Expression], _ file: SourceFile) {
    guard case .name("require") = callee.kind, file.scopes.local(callee) == nil,
      let first = arguments.first, first.string == nil,
      file.scopes.functions.contains(where: { $0.bytes.contains(callee.bytes.lowerBound) })
    else { return }
    add(
      .lateModule, file, first.bytes, "which module this is shows only while running",
      "name it literally, or require it at the top of the file")
  }
}
