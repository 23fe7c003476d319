import Document
import Glibc
import Scripting

/// A folder that plugins are installed into, with its lock.
package struct PluginStore {
  private let executable: Path
  private let folder: Path
  private var lock: PluginLock

  /// - Parameter folder: where to install; nil: where a user's plugins are.
  package init(_ workbench: Workbench, at folder: [UInt8]? = nil) throws(SharingFault) {
    executable = workbench.executable
    guard let path = folder.map({ Path($0).trimmed }) ?? PluginLibrary.userPlugins else {
      throw .homeless
    }
    self.folder = path
    lock = PluginLock(of: path) ?? PluginLock()
    if let fault = lock.fault { throw .lock(fault) }
  }

  package var path: String { folder.shown }

  /// What was installed, by name.
  package var names: [String] { lock.entries.map(\.name) }

  /// Where a plugin was installed from.
  package func source(of name: String) -> [UInt8]? {
    lock[name].map { Array($0.source.utf8) }
  }

  /// The version that is installed; nil where there is none.
  package func version(of name: String) -> String? { lock[name]?.version }

  /// Whether a plugin is installed with these very files, and they are still what they were.
  package func has(_ parcel: PluginParcel) -> Bool {
    guard let entry = lock[parcel.name], entry.files == parcel.entryFiles else { return false }
    return entry.files.allSatisfy { file, hash in
      (try? PluginFiles.contents(of: path(of: file, in: entry))).map(PluginSeal.hash) == hash
    }
  }

  /// Where a file of an installed plugin lies.
  private func path(of file: String, in entry: PluginLock.Entry) -> Path {
    let place = folder.appending(entry.place)
    return entry.isFolder ? place.appending(file) : place.folder.appending(file)
  }

  /// Has a worker, locked down, unpack a plugin and read what it says of itself. None of its functions runs.
  package func parcel(at source: [UInt8]) throws -> PluginParcel {
    let respondent = Respondent(executable)
    let answer = try respondent.ask(.pack(Path(source)), within: 60) { reply in
      switch reply {
      case .packed(let parcel): Result<PluginParcel, SharingFault>.success(parcel)
      case .notPacked(let fault): .failure(fault)
      default: nil
      }
    }
    guard let answer else {
      throw SharingFault.unreadable(Path(source).shown, "it killed the worker that looked at it")
    }
    return try answer.get()
  }

  /// Puts a plugin into the folder, in the place of an installed one of its name.
  package mutating func install(_ parcel: PluginParcel, from source: [UInt8]) throws {
    let path = Path(source)
    let entry = PluginLock.Entry(
      name: parcel.name, version: parcel.description?.version ?? PluginDescription.unversioned,
      source: (path.resolved ?? path).shown, files: parcel.entryFiles)
    let target = folder.appending(entry.place)
    let before = lock[parcel.name]
    guard before != nil || !target.exists else { throw SharingFault.taken(target.shown) }
    try written { () throws(SystemFault) in
      try target.folder.makeFolders()
      let part = target.folder.appending(".\(getpid()).part")
      part.removeAll()
      try write(parcel.files, to: part)
      if let before { remove(before) }
      if entry.isFolder {
        try part.rename(to: target)
      } else {
        for file in parcel.files {
          try part.appending(file.name).rename(to: target.folder.appending(file.name))
        }
        part.removeAll()
      }
    }
    lock.put(entry)
    try writeLock()
  }

  /// Removes an installed plugin.
  package mutating func remove(_ name: String) throws {
    guard let entry = lock[name] else {
      throw SharingFault.notInstalled(name, suggestions: Suggestions.like(name, among: names))
    }
    remove(entry)
    lock.remove(name)
    try writeLock()
  }

  // MARK: Files

  private func write(_ files: [PluginParcel.File], to part: Path) throws(SystemFault) {
    for file in files {
      let path = part.appending(file.name)
      try path.folder.makeFolders()
      let descriptor = try Descriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL)
      try descriptor.write(file.bytes)
    }
  }

  private func remove(_ entry: PluginLock.Entry) {
    if entry.isFolder {
      folder.appending(entry.place).removeAll()
    } else {
      for file in entry.files.keys { path(of: file, in: entry).remove() }
    }
    // The folder of its team, where nothing is left in it.
    let team = folder.appending(entry.place).folder
    if team != folder { _ = team.withCString { rmdir($0) } }
  }

  private func writeLock() throws(WorkbenchError) {
    let output = try OutputFile(folder.appending(PluginLock.fileName).bytes)
    try output.write(Array(lock.text.utf8)[...])
    try output.complete()
  }

  private func written(_ work: () throws(SystemFault) -> Void) throws(WorkbenchError) {
    do throws(SystemFault) { try work() } catch {
      throw .output(path: folder.shown, errno: error.errno)
    }
  }
}

extension Path {
  /// Removes a file, or a folder with all that it holds; links are not followed.
  func removeAll() {
    if (try? FileStatus(of: self, followingLinks: false))?.kind == .folder {
      if let listing = try? FolderListing(of: self, showsHidden: true) {
        for index in 0..<listing.count { appending(listing[index].name).removeAll() }
      }
      _ = withCString { rmdir($0) }
    } else {
      remove()
    }
  }
}
