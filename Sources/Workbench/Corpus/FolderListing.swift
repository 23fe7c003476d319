import Glibc

/// The names in one folder, sorted by their bytes, without the hidden ones and in little memory.
struct FolderListing {
  struct Entry {
    var name: ArraySlice<UInt8>
    /// Nil where the file system does not tell.
    var kind: FileStatus.Kind?
  }

  // A million names in one folder must not become a million arrays.
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
