import CProcess
import Glibc

/// What the kernel says of a file.
struct FileStatus {
  enum Kind { case file, folder, link, other }

  var kind: Kind
  var bytes: Int
  var device: UInt
  var inode: UInt
  var stamp: Stamp

  /// When a file was last written, and last changed in any way, in nanoseconds since 1970.
  struct Stamp: Hashable, Sendable {
    var modified: Int64
    var changed: Int64
  }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    bytes = Int(status.st_size)
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    stamp = Stamp(
      modified: Self.nanoseconds(status.st_mtim), changed: Self.nanoseconds(status.st_ctim))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Whether the file's system has a device of its own, which those that the kernel makes up have not.
  var isOnBlockDevice: Bool { copydesk_is_block_device(UInt64(device)) == 1 }

  /// Of what a path leads to, through links; or of a link itself.
  init(of path: Path, followingLinks: Bool = true) throws(SystemFault) {
    var status = stat()
    let result = path.withCString {
      fstatat(AT_FDCWD, $0, &status, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else { throw SystemFault() }
    self.init(status)
  }

  init(of descriptor: Int32) throws(SystemFault) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemFault() }
    self.init(status)
  }
}

extension Path {
  /// The path without links and dots; nil where it leads nowhere.
  var resolved: Path? {
    withCString { name in
      guard let real = realpath(name, nil) else { return nil }
      defer { free(real) }
      return Path(Array(UnsafeRawBufferPointer(start: real, count: strlen(real))))
    }
  }

  /// Whether it lies in `/proc` or `/sys`, whose files have no size and may hold secrets.
  var isOnKernelFileSystem: Bool {
    withCString { copydesk_path_is_made_up($0) } == 1
  }
}

/// Why a system call failed.
struct SystemFault: Error, Hashable {
  var errno: Int32

  /// Of the call just made.
  init() {
    self.errno = Glibc.errno
  }

  init(errno: Int32) {
    self.errno = errno
  }

  /// In the C library's words: "No such file or directory" becomes "no such file or directory".
  var message: String {
    let words = String(cString: strerror(errno))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
