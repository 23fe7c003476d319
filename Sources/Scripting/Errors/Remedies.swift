internal import Document

extension PluginError {
  /// Puts a remedy that the message itself carries, or that its kind of mistake is known to have, in its place.
  mutating func improve() {
    switch kind {
    case .timeout: remedy = "do less for one article, or raise the limit 'seconds'"
    case .memory: remedy = "keep less in memory, or raise the limit 'memory'"
    default: break
    }
  }
}
