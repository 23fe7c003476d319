import Document
import Scripting

/// The options of a run's plugins as its outputs tell them: of a long text, such as a model that an option was set to, its
/// file, size and SHA-256 in its place.
struct ToldOptions {
  /// Longer texts, in bytes, are not told.
  private static let longest = 1000

  private let options: [String: Fields]
  private let files: [String: [String: String]]

  init(_ options: [String: Fields], files: [String: [String: String]] = [:]) {
    self.options = options
    self.files = files
  }

  init(of request: RunRequest) { self.init(request.options, files: request.optionFiles) }

  /// What was set for a plugin.
  subscript(plugin: String) -> Fields {
    Fields(
      (options[plugin] ?? [:]).entries.map {
        Fields.Entry($0.name, Self.told($0.value, files[plugin]?[$0.name]))
      })
  }

  /// What was set for all of them.
  var all: Fields { Fields(options.keys.map { Fields.Entry($0, .map(self[$0])) }).sorted }

  /// A value as it is told.
  /// - Parameter file: the name of the file that it is the text of.
  static func told(_ value: Value, _ file: String? = nil) -> Value {
    guard let text = value.string, text.utf8.count > Self.longest else { return value }
    var digest = Digest()
    digest.add(content: Array(text.utf8))
    var told = Fields()
    if let file { told.append("file", .string(file)) }
    told.append("bytes", .integer(Int64(text.utf8.count)))
    told.append("sha256", .string(digest.finish()))
    return .map(told)
  }
}
