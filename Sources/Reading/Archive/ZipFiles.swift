package import Document

/// The files of a ZIP archive as they are, for those who need files and no articles.
package enum ZipFiles {
  /// Unpacks all files in memory; folders and what is hidden are left out.
  /// - Parameter limit: bytes that they may have together.
  /// - Throws: at the first member that cannot be unpacked whole.
  package static func files(
    of archive: any ByteSource, named name: String, limit: Int
  ) throws(ReadFailure) -> [(name: String, bytes: [UInt8])] {
    guard let directory = try ZipDirectory(of: archive, limit: limit) else {
      throw ReadFailure(source: name, code: "zip", message: "no ZIP archive, or a damaged one")
    }
    var files: [(name: String, bytes: [UInt8])] = []
    var left = limit
    for entry in directory.entries {
      let member = ArchiveMember(entry.name)
      guard !member.isFolder, !member.isHidden else { continue }
      let start = try ZipMembers.start(of: entry, in: archive)
      do throws(StreamFault) {
        let content = try ZipMembers.content(of: entry, from: start, in: archive)
        let bytes = try whole(content, limit: left)
        left -= bytes.count
        files.append((member.name, bytes))
      } catch { throw error.failure(of: member.source(in: name)) }
    }
    return files
  }

  private static func whole(
    _ stream: CheckedStream, limit: Int
  ) throws(StreamFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let result = buffer.withUnsafeMutableBytes { buffer in
        Result { () throws(StreamFault) in try stream.read(into: buffer) }
      }
      let count = try result.get()
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else {
        throw StreamFault(code: "too-large", message: "more than is taken from an archive")
      }
    }
  }
}
