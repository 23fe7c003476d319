/// Where the inputs lie, for workers to be allowed to read there and nowhere else.
extension Corpus {
  /// Of more inputs in one folder than this, the folder is the root: a rule for each costs every worker time.
  private static let mostOfOneFolder = 32

  /// Paths at or below which all files lie that the listing can give.
  var roots: [Path] {
    var byFolder: [Path: [Path]] = [:]
    for input in inputs where input.bytes != [UInt8(ascii: "-")] {
      // A name that is there is no pattern, whatever it looks like.
      let isNamed = (try? FileStatus(of: input)) != nil
      let root = isNamed ? input : Glob(input.bytes)?.root ?? input
      byFolder[root.folder, default: []].append(root)
    }
    return byFolder.flatMap { folder, roots in
      roots.count > Self.mostOfOneFolder ? [folder] : roots + roots.flatMap(Self.beside)
    }
  }

  /// What SQLite keeps beside a database, and has to be read with it.
  private static func beside(_ path: Path) -> [Path] {
    ["-wal", "-journal"].map { Path(path.bytes + Array($0.utf8)) }
      .filter { (try? FileStatus(of: $0)) != nil }
  }
}
