import CProcess
import Glibc

/// A page of memory in which a worker notes what it is doing, for its supervisor to lay the blame by.
final class ActivityPage: @unchecked Sendable {
  // Sendable: one process writes it and another reads it, through a sequence lock.
  private let page: UnsafeMutablePointer<copydesk_activity>

  /// What a worker does just now.
  enum Activity: Hashable, Sendable {
    /// Nothing that is bounded in time: it waits, or writes.
    case idle
    /// Reads an input, or finds the layers of an article.
    case reading(item: Int, outcome: Int)
    /// Runs a plugin, by its place in the run's order.
    case plugin(Int, item: Int, outcome: Int)
  }

  /// A new page, and the descriptor by which a worker finds it.
  static func create() throws(SystemFault) -> (page: ActivityPage, descriptor: Descriptor) {
    let size = Int64(MemoryLayout<copydesk_activity>.size)
    let number = copydesk_memory_file("copydesk-activity", size)
    guard number >= 0 else { throw SystemFault() }
    let descriptor = Descriptor(owning: number)
    return (try ActivityPage(mapping: number), descriptor)
  }

  init(mapping descriptor: Int32) throws(SystemFault) {
    guard let page = copydesk_activity_map(descriptor) else { throw SystemFault() }
    self.page = page
    enter(.idle)
  }

  deinit {
    copydesk_activity_unmap(page)
  }

  func enter(_ activity: Activity) {
    switch activity {
    case .idle: copydesk_activity_enter(page, 0, 0, -2)
    case .reading(let item, let outcome):
      copydesk_activity_enter(page, Int64(item), Int64(outcome), -1)
    case .plugin(let plugin, let item, let outcome):
      copydesk_activity_enter(page, Int64(item), Int64(outcome), Int64(plugin))
    }
  }

  /// Begins anew what the worker is doing: it comes on.
  func renew() {
    if let (activity, _) = current { enter(activity) }
  }

  /// What the worker does and the monotonic nanoseconds at which it began; nil where that cannot be told.
  var current: (activity: Activity, started: Int64)? {
    var copy = copydesk_activity()
    guard copydesk_activity_read(page, &copy) != 0 else { return nil }
    let (item, outcome) = (Int(copy.item), Int(copy.outcome))
    let activity: Activity =
      switch copy.plugin {
      case -2: .idle
      case -1: .reading(item: item, outcome: outcome)
      default: .plugin(Int(copy.plugin), item: item, outcome: outcome)
      }
    return (activity, copy.started)
  }
}
