import CProcess
import Glibc

/// Notices when files change that somebody waits for: whole folders, with those in them, and single files by their names.
///
/// Editors that write another file and rename it, or that write in place, both show: a file is watched through its folder. A
/// file counts as changed when whoever writes it closes it, so that half of one is not read.
final class FolderWatch {
  private static let mask =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_DELETE)
    | UInt32(IN_CREATE)

  /// A folder by the number that the kernel gave it.
  private struct Folder {
    var path: Path
    /// Whether everything at and below it counts.
    var isWhole = false
    /// The names that count, where not all do.
    var names: Set<[UInt8]> = []
  }

  private let descriptor: Descriptor
  private var folders: [Int32: Folder] = [:]

  init() throws(SystemFault) {
    let number = inotify_init1(Int32(O_CLOEXEC | O_NONBLOCK))
    guard number >= 0 else { throw SystemFault() }
    descriptor = Descriptor(owning: number)
  }

  var polled: pollfd { pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0) }

  /// Watches a folder with all that it holds, or a file, which need not be there yet.
  func add(_ path: Path) {
    if (try? FileStatus(of: path))?.kind == .folder {
      addWhole(path)
    } else if let number = watch(path.folder) {
      folders[number]?.names.insert(Array(path.lastName))
    }
  }

  private func addWhole(_ path: Path) {
    guard let number = watch(path), folders[number]?.isWhole != true else { return }
    folders[number]?.isWhole = true
    guard let listing = try? FolderListing(of: path) else { return }
    for index in 0..<listing.count {
      let entry = listing[index]
      let inner = path.appending(entry.name)
      let isFolder = entry.kind == .folder || (try? FileStatus(of: inner))?.kind == .folder
      if isFolder { addWhole(inner) }
    }
  }

  private func watch(_ path: Path) -> Int32? {
    let number = path.withCString { inotify_add_watch(descriptor.number, $0, Self.mask) }
    guard number >= 0 else { return nil }
    if folders[number] == nil { folders[number] = Folder(path: path) }
    return number
  }

  /// Takes what has happened by now.
  /// - Returns: whether something that counts has changed.
  func take() -> Bool {
    var hasChanged = false
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = retryingInterrupted { read(descriptor.number, &buffer, buffer.count) }
      guard count > 0 else { return hasChanged }
      var rest = buffer[..<count]
      while let event = Event(&rest) {
        if take(event) { hasChanged = true }
      }
    }
  }

  private func take(_ event: Event) -> Bool {
    // The kernel's queue ran over: anything may have changed.
    guard event.mask & UInt32(IN_Q_OVERFLOW) == 0 else { return true }
    guard let folder = folders[event.watch], !event.isPassing else { return false }
    guard folder.isWhole || folder.names.contains(event.name) else { return false }
    let isFolder = event.mask & UInt32(IN_ISDIR) != 0
    if folder.isWhole, isFolder, event.mask & UInt32(IN_DELETE | IN_MOVED_FROM) == 0 {
      addWhole(folder.path.appending(event.name))
      return true
    }
    // A file that was only created is not yet written.
    return event.mask & UInt32(IN_CREATE) == 0
  }

  /// Something that happened in a folder.
  private struct Event {
    var watch: Int32
    var mask: UInt32
    var name: [UInt8]

    /// Takes the next event off what was read.
    init?(_ bytes: inout ArraySlice<UInt8>) {
      let head = MemoryLayout<inotify_event>.size
      guard bytes.count >= head else { return nil }
      let event = bytes.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      (watch, mask) = (event.wd, event.mask)
      name = Array(bytes.dropFirst(head).prefix(Int(event.len)).prefix { $0 != 0 })
      bytes = bytes.dropFirst(head + Int(event.len))
    }

    /// What editors keep beside a file while it is written.
    var isPassing: Bool {
      name.first == UInt8(ascii: ".") || name.last == UInt8(ascii: "~")
    }
  }
}
