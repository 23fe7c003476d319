import Glibc

/// The names in one folder, sorted by their bytes, without the hidden ones and in little memory.
struct FolderListing {
  struct Entry {
    var name: ArraySlice<UInt8>
    /// Nil where the file system does not tell.
    var kind: FileStatus.Kind?
  }

  // A million names in one folder must not become a million arrays. Each has a zero behind it, for the kernel.
  private var bytes: [UInt8] = []
  private var entries: [Slot] = []

  private struct Slot {
    var start: UInt32
    var length: UInt16
    var type: UInt8
  }

  init(of folder: Path, showsHidden: Bool = false) throws(SystemFault) {
    guard let stream = folder.withCString({ opendir($0) }) else { throw SystemFault() }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      add(entry, showsHidden)
    }
    if errno != 0 { throw SystemFault() }
    sort()
  }

  var count: Int { entries.count }

  subscript(index: Int) -> Entry {
    let slot = entries[index]
    let start = Int(slot.start)
    let kind: FileStatus.Kind? =
      switch Int(slot.type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .folder
      case Int(DT_LNK): .link
      case Int(DT_UNKNOWN): nil
      default: .other
      }
    return Entry(name: bytes[start..<(start + Int(slot.length))], kind: kind)
  }

  private mutating func add(_ entry: UnsafeMutablePointer<dirent>, _ showsHidden: Bool) {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
    let name = UnsafeRawPointer(entry) + offset
    let length = strlen(name.assumingMemoryBound(to: CChar.self))
    let buffer = UnsafeRawBufferPointer(start: name, count: length)
    if buffer[0] == UInt8(ascii: ".") {
      let isSelfOrParent = length == 1 || (length == 2 && buffer[1] == UInt8(ascii: "."))
      guard showsHidden, !isSelfOrParent else { return }
    }
    entries.append(
      Slot(start: UInt32(bytes.count), length: UInt16(length), type: entry.pointee.d_type))
    bytes.append(contentsOf: buffer)
    bytes.append(0)
  }

  /// What the kernel says of an entry, or of the link that it is.
  /// - Parameter folder: the folder, open; asking it spares the kernel the way from the root.
  func status(of index: Int, in folder: Descriptor) throws(SystemFault) -> FileStatus {
    var status = stat()
    let result = bytes.withUnsafeBytes { buffer in
      let name = buffer.baseAddress! + Int(entries[index].start)
      return fstatat(
        folder.number, name.assumingMemoryBound(to: CChar.self), &status, AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else { throw SystemFault() }
    return FileStatus(status)
  }

  private mutating func sort() {
    bytes.withUnsafeBufferPointer { bytes in
      entries.sort { a, b in
        let (lengthA, lengthB) = (Int(a.length), Int(b.length))
        let order = memcmp(
          bytes.baseAddress! + Int(a.start), bytes.baseAddress! + Int(b.start),
          min(lengthA, lengthB))
        return order != 0 ? order < 0 : lengthA < lengthB
      }
    }
  }
}
