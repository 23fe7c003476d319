package import Document

/// The places where plugins are looked for, the nearest first.
package struct PluginLibrary: Sendable {
  /// Folders that hold plugins, and why they are searched.
  package var places: [Place]

  /// A folder of plugins.
  package struct Place: Hashable, Sendable {
    package enum Origin: String, Sendable { case configuration, environment, user, bundled }
    package var folder: [UInt8]
    package var origin: Origin

    package init(folder: [UInt8], origin: Origin) {
      self.folder = folder
      self.origin = origin
    }
  }

  package init(places: [Place] = []) {
    self.places = places
  }

  /// The usual places: `plugins` beside a configuration file, `$COPYDESK_PLUGIN_PATH`,
  /// `$XDG_DATA_HOME/copydesk/plugins` and the bundled plugins.
  package static func standard(configuration: Configuration?) -> PluginLibrary {
    PluginLibrary()
  }
}

/// A plugin that is installed, loaded or not.
package struct InstalledPlugin: Sendable {
  /// As its file is named.
  package var name: String
  package var path: String
  /// Nil for a plugin named by its path.
  package var origin: PluginLibrary.Place.Origin?
  /// Nil where it does not load.
  package var description: PluginDescription?
  /// Everything that is wrong with it.
  package var errors: [PluginError]

  package init(
    name: String, path: String, origin: PluginLibrary.Place.Origin? = nil,
    description: PluginDescription? = nil, errors: [PluginError] = []
  ) {
    self.name = name
    self.path = path
    self.origin = origin
    self.description = description
    self.errors = errors
  }
}
