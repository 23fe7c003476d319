import Document

/// Names of tables and columns for what plugins call by names of their own: none is taken twice, in capital or small letters.
struct TableNames {
  private var taken: Set<String>

  init(taken: [String] = []) {
    self.taken = Set(taken.map { $0.lowercased() })
  }

  /// The name itself, with underscores behind it until nothing else has it.
  mutating func name(for wish: String) -> String {
    var name = wish
    while !taken.insert(name.lowercased()).inserted { name += "_" }
    return name
  }
}

/// The table that one plugin's findings go to.
struct PluginTable {
  var plugin: PluginDescription
  var name: String
  /// Of each field, its column's name.
  var columns: [String]

  /// - Parameter ownColumns: that come before those of fields.
  init(_ plugin: PluginDescription, name: String, ownColumns: [String]) {
    self.plugin = plugin
    self.name = name
    var names = TableNames(taken: ownColumns)
    columns = plugin.fields.map { names.name(for: $0.name) }
  }

  /// A table for each plugin, beside those that are there anyway.
  static func tables(
    for plugins: [PluginDescription], beside others: [String], ownColumns: [String]
  ) -> [PluginTable] {
    var names = TableNames(taken: others)
    return plugins.map {
      PluginTable($0, name: names.name(for: $0.name), ownColumns: ownColumns)
    }
  }
}
