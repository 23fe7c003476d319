internal import Document

// The modules of a plugin's folder.

extension Inspection {
  func checkModules() {
    let known = Set(files.map(\.module))
    for file in files {
      for (name, call) in file.requires where !known.contains(name) {
        let near = Suggestions.like(name, among: known.filter { !$0.isEmpty })
        add(
          .missingModule, file, call.bytes,
          isFolder
            ? "module '\(name)' not found: no file \(plugin)/\(name.split(separator: ".").joined(separator: "/")).lua"
            : "module '\(name)' not found: a plugin of one file has no modules",
          isFolder
            ? Suggestions.question(near) : "make it a folder, \(plugin)/plugin.lua")
      }
    }
    for file in files where !file.module.isEmpty {
      var path = [file.module]
      findCycle(from: file, &path)
    }
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
