import Glibc

/// What the kernel says of a file: while that is the same, so is what the file holds.
///
/// Whoever writes a file changes its times, and nobody can set back when it was last changed in any way. But the times are
/// coarse: of a file that was written just before it was read, a later change may not show. Only one that had been left alone
/// for a while has a postmark.
struct Postmark: Hashable, Sendable {
  private let bytes: Int
  private let stamp: FileStatus.Stamp
  private let inode: UInt

  /// Nanoseconds for which a file must have been left alone: the coarsest times, those of FAT, are of two seconds.
  private static let rest: Int64 = 2_000_000_000

  /// Of a file as it was listed; nil where nobody looked.
  init?(_ file: InputFile) {
    guard case .path = file.origin, let stamp = file.stamp, let inode = file.inode else {
      return nil
    }
    (bytes, self.stamp, self.inode) = (file.bytes, stamp, inode)
  }

  /// Of a file that is about to be read; nil where it was written just now, or in the future.
  init?(settled status: FileStatus) {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let now = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    guard now - max(status.stamp.modified, status.stamp.changed) > Self.rest else { return nil }
    (bytes, stamp, inode) = (status.bytes, status.stamp, status.inode)
  }

  /// As it stands in a record: size, times and number, four words of sixteen digits.
  func write(to output: inout [UInt8]) {
    for word in [
      UInt64(bytes), UInt64(bitPattern: stamp.modified), UInt64(bitPattern: stamp.changed),
      UInt64(inode),
    ] {
      word.writeHexadecimal(to: &output)
    }
  }

  static let digits = 64
}
