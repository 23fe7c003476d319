internal import Document
internal import Lua

/// The table that a plugin's file returned, before anything is known to be right with it.
struct RawTable {
  /// What a key holds.
  enum Item {
    case value(Value)
    case function(Reference)
    case table(RawTable)
    /// Neither data nor a function; the path within it and the problem.
    case unreadable(ConversionFault)
  }

  /// In the order of their names' bytes.
  private(set) var items: [(name: String, item: Item)] = []
  /// The type of a key that is no name.
  private(set) var strayKey: String?

  private static let limits = ConversionLimits(depth: 6, nodes: 20_000, bytes: 1 << 20)

  /// Reads a table, running nothing of the script's.
  /// - Parameter nested: keys whose tables hold functions.
  init(_ table: Slot, in interpreter: Interpreter, nested: Set<String> = ["aggregate"]) {
    table.forEachEntry { key, value in
      guard key.type == .string, let name = key.string else {
        strayKey = strayKey ?? key.typeName
        return
      }
      items.append((name, Self.item(name, value, interpreter, nested)))
    }
    items.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func item(
    _ name: String, _ value: Slot, _ interpreter: Interpreter, _ nested: Set<String>
  ) -> Item {
    if value.type == .function { return .function(value.reference(in: interpreter)) }
    if value.type == .table, nested.contains(name) {
      return .table(RawTable(value, in: interpreter, nested: []))
    }
    do throws(ConversionFault) {
      return .value(try value.value(named: name, limits: limits))
    } catch {
      return .unreadable(error)
    }
  }

  subscript(name: String) -> Item? { items.first { $0.name == name }?.item }

  func function(_ name: String) -> Reference? {
    if case .function(let reference)? = self[name] { reference } else { nil }
  }
}

extension RawTable.Item {
  /// The type as messages name it.
  var typeName: String {
    switch self {
    case .value(let value): value.typeName
    case .function: "function"
    case .table: "table"
    case .unreadable: "table"
    }
  }
}

/// The functions of a plugin.
struct PluginFunctions {
  var setup: Reference?
  var match: Reference?
  var analyze: Reference?
  var report: Reference?
  var aggregate: AggregateFunctions?

  init() {}

  /// Those of a table that was found to be right.
  init(_ table: RawTable) {
    setup = table.function("setup")
    match = table.function("match")
    analyze = table.function("analyze")
    report = table.function("report")
    if case .table(let aggregate)? = table["aggregate"] {
      self.aggregate = AggregateFunctions(aggregate)
    }
  }
}

/// How a plugin merges what declared merges cannot.
struct AggregateFunctions {
  let new: Reference
  let add: Reference
  let merge: Reference
  let finish: Reference?

  init?(_ table: RawTable) {
    guard let new = table.function("new"), let add = table.function("add"),
      let merge = table.function("merge")
    else { return nil }
    self.new = new
    self.add = add
    self.merge = merge
    finish = table.function("finish")
  }
}
