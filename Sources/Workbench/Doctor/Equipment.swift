import CProcess
import Document
import Reading
import Scripting

/// What a worker is made of.
package struct Equipment: Sendable {
  package struct Library: Sendable {
    package var name: String
    package var version: String
  }

  package var libraries: [Library]
  /// What is known to be wrong with its Lua, a sentence each.
  package var faultsOfLua: [String]
}

extension Equipment {
  /// What this process is made of.
  static var here: Equipment {
    let versions = ScriptingLibraries.versions + ReadingLibraries.versions
    return Equipment(
      libraries: versions.map { Library(name: $0.name, version: $0.version) },
      faultsOfLua: ScriptingLibraries.faultsOfLua)
  }

  func write(to json: inout JSONWriter) {
    let fields: Fields = [
      "libraries": .map(Fields(libraries.map { Fields.Entry($0.name, .string($0.version)) })),
      "faults": .list(faultsOfLua.map(Value.string)),
    ]
    json.value(fields)
  }

  init(json: Value) throws {
    libraries = (json["libraries"]?.map?.entries ?? []).map {
      Library(name: $0.name, version: $0.value.string ?? "")
    }
    faultsOfLua = (json["faults"]?.list ?? []).compactMap(\.string)
  }
}
