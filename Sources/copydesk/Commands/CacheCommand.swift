import Workbench

// What is kept from run to run.

extension Session {
  func cache() throws -> Int32 {
    let act = arguments.operands.first ?? Array("status".utf8)
    let settings = try Settings(arguments)
    guard let cache = Cache(settings.configuration?.cache.folder, limit: try settings.cacheLimit())
    else {
      return fail(Message(.error, "no place for a cache", remedy: "set XDG_CACHE_HOME or HOME"))
    }
    switch String(decoding: act, as: UTF8.self) {
    case "status": return print(Self.status(of: cache))
    case "prune": return print("\(Count.bytes(cache.prune())) removed\n")
    case "clear": return print("\(Count.bytes(cache.clear())) removed\n")
    default: throw UsageError.badOperand(act, expected: "status, prune or clear")
    }
  }

  private static func status(of cache: Cache) -> String {
    let (segments, outcomes, bytes) = cache.contents
    return """
      folder    \(cache.path.tamed)
      size      \(Count.bytes(bytes)) of \(Count.bytes(cache.limit)) in \
      \(Count.of(segments, "segment", "segments"))
      outcomes  \(Count.grouped(outcomes))

      """
  }
}
