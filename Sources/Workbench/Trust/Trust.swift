/// Which plugins are trusted to share a worker with others.
package enum Trust: String, CaseIterable, Sendable {
  /// Each plugin has workers of its own.
  case none
  /// Those that come with Copydesk share workers; each other plugin has its own.
  case bundled
  /// All share workers.
  case all
}
