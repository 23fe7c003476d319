import Document
import Glibc
import Reading

/// The inputs of a run, listed one after the other: files, folders with all they hold, patterns, `-`.
///
/// Each folder is read when its turn comes and forgotten after, so a corpus of any size lists in little memory.
/// Names sort by their bytes. In folders, hidden names are left out, media and programs are skipped by extension, and a
/// symbolic link is followed only to a regular file below the folder that was named; folders behind links are not entered,
/// so every walk ends.
struct Corpus: Sequence, Sendable {
  var inputs: [Path]
  /// The size of standard input, once it is spooled.
  var standardInputBytes = 0
  var standardInputStamp: FileStatus.Stamp?

  func makeIterator() -> CorpusWalk {
    CorpusWalk(self)
  }
}

/// The listing in progress.
struct CorpusWalk: IteratorProtocol {
  private let corpus: Corpus
  private var nextInput = 0
  private var folders: [OpenFolder] = []
  /// The folder being walked, resolved, for links to stay below; resolved only when the first link asks.
  private var root: (path: Path, resolved: Path?)?
  private var hasMatched = true

  /// A folder on the way down, and how far its entries are listed.
  private struct OpenFolder {
    var path: Path
    var listing: FolderListing
    var next = 0
    /// Open only while its own entries are walked, so that a deep tree takes no more descriptors than a flat one.
    var descriptor: Descriptor?
    /// What entries must match; nil: all are taken.
    var pattern: (glob: Glob, state: Glob.State)?
  }

  init(_ corpus: Corpus) {
    self.corpus = corpus
  }

  mutating func next() -> CorpusItem? {
    while true {
      if let folder = folders.last {
        if folder.next < folder.listing.count {
          if let item = nextEntry() { return item }
        } else {
          folders.removeLast()
        }
      } else if !hasMatched {
        hasMatched = true
        return Verdict.failed(
          corpus.inputs[nextInput - 1], "no-match", "no file matches the pattern",
          remedy: remedy(of: corpus.inputs[nextInput - 1]))
      } else if nextInput < corpus.inputs.count {
        nextInput += 1
        if let item = open(corpus.inputs[nextInput - 1]) { return item }
      } else {
        return nil
      }
    }
  }

  // MARK: Inputs by name

  private mutating func open(_ input: Path) -> CorpusItem? {
    if input.bytes == [UInt8(ascii: "-")] {
      return .file(
        InputFile(
          origin: .standardInput, bytes: corpus.standardInputBytes,
          stamp: corpus.standardInputStamp))
    }
    do {
      return named(input, try FileStatus(of: input))
    } catch {
      if error.isAbsence, let address = WebAddress(input) {
        return Verdict.failed(
          input, "address", "an address, and nothing is fetched", remedy: address.remedy)
      }
      if error.isAbsence, let table = table(input) { return table }
      if error.isAbsence, let glob = Glob(input.bytes) { return open(glob, input) }
      return Verdict.failed(input, "unreadable", error.message)
    }
  }

  /// A table of a database that lies where the name before `?table=` says; nil if nothing does.
  private mutating func table(_ input: Path) -> CorpusItem? {
    guard let mark = input.bytes.firstRange(of: Array("?table=".utf8)),
      let name = String(validating: input.bytes[mark.upperBound...], as: UTF8.self)
    else { return nil }
    let path = Path(Array(input.bytes[..<mark.lowerBound]))
    guard let status = try? FileStatus(of: path), status.kind == .file,
      case .file(var file)? = named(path, status)
    else { return nil }
    file.table = name
    return .file(file)
  }

  /// What a name means that ends in another question than `?table=` of a file that is there.
  private func remedy(of input: Path) -> String? {
    guard let mark = input.bytes.lastIndex(of: UInt8(ascii: "?")),
      let equals = input.bytes[mark...].firstIndex(of: UInt8(ascii: "=")),
      (try? FileStatus(of: Path(Array(input.bytes[..<mark]))))?.kind == .file
    else { return nil }
    let word = String(decoding: input.bytes[(mark + 1)..<equals], as: UTF8.self)
    return Suggestions.question(Suggestions.like(word, among: ["table"]))
      ?? "?table=NAME names a table of a database"
  }

  private mutating func named(_ input: Path, _ status: FileStatus) -> CorpusItem? {
    switch status.kind {
    case .folder: return enter(input, isRoot: true)
    case .file where input.isOnKernelFileSystem: return madeUp(input)
    case .file:
      return .file(InputFile(input, status, isLink: true))
    default: return notAFile(input)
    }
  }

  private mutating func open(_ glob: Glob, _ input: Path) -> CorpusItem? {
    hasMatched = false
    return enter(glob.root, isRoot: true, pattern: (glob, glob.start))
  }

  // MARK: Entries of folders

  private mutating func nextEntry() -> CorpusItem? {
    let last = folders.count - 1
    let folder = folders[last]
    folders[last].next += 1
    let entry = folder.listing[folder.next]
    let path = folder.path.appending(entry.name)
    let kind = entry.kind ?? (try? status(of: path))?.kind
    if let pattern = folder.pattern {
      return matched(path, entry.name, kind, pattern.glob, pattern.state)
    }
    if kind != .folder, SkippedExtensions.contain(endOf: entry.name) {
      return Verdict.skipped(
        path, "extension", "not an article by its name", remedy: "name the file to read it")
    }
    return entered(path, kind)
  }

  /// What the kernel says of the entry that was taken last, not of what it may link to.
  private mutating func status(of path: Path) throws(SystemFault) -> FileStatus {
    let last = folders.count - 1
    if folders[last].descriptor == nil {
      folders[last].descriptor = try? Descriptor(
        opening: folders[last].path, O_RDONLY | O_DIRECTORY)
    }
    guard let folder = folders[last].descriptor else {
      return try FileStatus(of: path, followingLinks: false)
    }
    return try folders[last].listing.status(of: folders[last].next - 1, in: folder)
  }

  private mutating func matched(
    _ path: Path, _ name: ArraySlice<UInt8>, _ kind: FileStatus.Kind?, _ glob: Glob,
    _ state: Glob.State
  ) -> CorpusItem? {
    switch glob.match(name, in: state, isFolder: kind == .folder) {
    case .none: return nil
    case .within(let state): return enter(path, pattern: (glob, state))
    case .whole:
      hasMatched = true
      return entered(path, kind)
    }
  }

  private mutating func entered(_ path: Path, _ kind: FileStatus.Kind?) -> CorpusItem? {
    switch kind {
    case .folder: return enter(path)
    case .link: return followed(path)
    case .other: return notAFile(path)
    case .file, nil:
      do {
        let status = try status(of: path)
        guard status.kind == .file else { return notAFile(path) }
        return .file(InputFile(path, status))
      } catch {
        return Verdict.failed(path, "unreadable", error.message)
      }
    }
  }

  private mutating func followed(_ link: Path) -> CorpusItem? {
    do {
      let status = try FileStatus(of: link)
      switch status.kind {
      case .folder:
        return Verdict.skipped(
          link, "link", "a link to a folder", remedy: "name the folder to read it")
      case .file where link.isOnKernelFileSystem: return madeUp(link)
      case .file where leadsOut(link):
        return Verdict.skipped(
          link, "link", "a link out of the folder", remedy: "name the file to read it")
      case .file:
        return .file(InputFile(link, status, isLink: true))
      default: return notAFile(link)
      }
    } catch {
      return Verdict.failed(link, "unreadable", "a link that leads nowhere: \(error.message)")
    }
  }

  private mutating func leadsOut(_ link: Path) -> Bool {
    guard let root, let target = link.resolved else { return true }
    let resolved = root.resolved ?? root.path.resolved
    self.root?.resolved = resolved
    guard let resolved else { return true }
    return !target.bytes.starts(with: resolved.appending("").bytes)
  }

  private mutating func enter(
    _ folder: Path, isRoot: Bool = false, pattern: (glob: Glob, state: Glob.State)? = nil
  ) -> CorpusItem? {
    if isRoot { root = (folder, nil) }
    do {
      let listing = try FolderListing(of: folder, showsHidden: pattern != nil)
      if !folders.isEmpty { folders[folders.count - 1].descriptor = nil }
      folders.append(OpenFolder(path: folder, listing: listing, pattern: pattern))
      return nil
    } catch {
      if isRoot, pattern != nil, error.isAbsence { return nil }
      return Verdict.failed(folder, "unreadable", error.message)
    }
  }

  private func notAFile(_ path: Path) -> CorpusItem {
    Verdict.skipped(path, "not-a-file", "not a regular file")
  }

  private func madeUp(_ path: Path) -> CorpusItem {
    Verdict.failed(path, "unreadable", "a file that the kernel makes up")
  }
}

extension SystemFault {
  var isAbsence: Bool { errno == ENOENT || errno == ENOTDIR }
}
