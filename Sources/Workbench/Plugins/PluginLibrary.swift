package import Document
import Glibc

/// The places where plugins are looked for, the nearest first.
///
/// A plugin runs only because somebody installed or named it, never because it lies beside a corpus.
package struct PluginLibrary: Sendable {
  /// Folders that hold plugins, and why they are searched.
  package var places: [Place]

  /// A folder of plugins.
  package struct Place: Hashable, Sendable {
    /// How a place came to be searched.
    package enum Origin: String, Sendable { case option, configuration, environment, user, bundled }
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

  /// The usual places: folders that the command line names, `plugins` beside a configuration file,
  /// `$COPYDESK_PLUGIN_PATH`, `$XDG_DATA_HOME/copydesk/plugins` and the bundled plugins.
  package static func standard(
    configuration: Configuration?, options: [[UInt8]] = []
  ) -> PluginLibrary {
    var library = PluginLibrary()
    for folder in options { library.add(Path(folder), .option) }
    if let configuration {
      library.add(Path(configuration.path).folder.appending("plugins"), .configuration)
    }
    let named = Path.environment("COPYDESK_PLUGIN_PATH") ?? []
    for folder in named.split(separator: UInt8(ascii: ":")) {
      library.add(Path(Array(folder)), .environment)
    }
    if let folder = userPlugins { library.add(folder, .user) }
    if let bundled = bundled(beside: Path("/proc/self/exe").resolved) {
      library.add(bundled, .bundled)
    }
    return library
  }

  /// Everything that is installed; of two with one name the nearer.
  var catalogue: [(plugin: CataloguedPlugin, origin: Place.Origin)] {
    var names: Set<String> = []
    return places.flatMap { place in
      PluginFiles.plugins(in: Path(place.folder)).map { ($0, place.origin) }
    }.filter { names.insert($0.0.name).inserted }
  }

  /// What the plugins are called that are installed.
  package var names: [String] { catalogue.map(\.plugin.name) }

  private mutating func add(_ folder: Path, _ origin: Place.Origin) {
    places.append(Place(folder: folder.bytes, origin: origin))
  }

  /// The bundled plugins: in an installation `../share/copydesk/plugins`; in a checkout, `Plugins` beside `Package.swift`.
  static func bundled(beside executable: Path?) -> Path? {
    guard let executable else { return nil }
    var folder = executable.folder
    let installed = folder.folder.appending("share/copydesk/plugins")
    if (try? FileStatus(of: installed))?.kind == .folder { return installed }
    while folder.bytes.count > 1 {
      let plugins = folder.appending("Plugins")
      if (try? FileStatus(of: folder.appending("Package.swift"))) != nil,
        (try? FileStatus(of: plugins))?.kind == .folder
      {
        return plugins
      }
      folder = folder.folder
    }
    return nil
  }

  /// Where plugins of the user's own are, and where they are installed.
  static var userPlugins: Path? { userData?.appending("copydesk/plugins") }

  /// `$XDG_DATA_HOME`, or its standard place; relative ones are to be ignored by its specification.
  private static var userData: Path? {
    if let data = Path.environment("XDG_DATA_HOME"), data.first == UInt8(ascii: "/") {
      return Path(data)
    }
    return Path.environment("HOME").map { Path($0).appending(".local/share") }
  }
}

/// A plugin that is installed or named, loaded or not.
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
  /// What its source has, where that was looked into; the errors are among them.
  package var diagnostics: [Diagnostic]

  package init(
    name: String, path: String, origin: PluginLibrary.Place.Origin? = nil,
    description: PluginDescription? = nil, errors: [PluginError] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.name = name
    self.path = path
    self.origin = origin
    self.description = description
    self.errors = errors
    self.diagnostics = diagnostics
  }
}
