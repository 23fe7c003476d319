import Glibc
import Reading

/// Cuts a corpus into pieces: small files by the batch, large files of JSON Lines at line ends, other files whole.
struct PieceCutter: IteratorProtocol {
  /// Large enough that the way to a worker costs nothing beside the work, small enough to share out evenly.
  struct Sizes: Sendable {
    var batchBytes = 64 << 10
    var batchItems = 64
    var lineBytes = 256 << 10
  }

  private var walk: CorpusWalk
  private let spool: Spool?
  private let sizes: Sizes
  private var number = 0
  private var batch: [PieceItem] = []
  private var batchBytes = 0
  private var ready: [Piece] = []
  private var lines: LineCutter?

  init(_ corpus: Corpus, spool: Spool? = nil, sizes: Sizes = Sizes()) {
    walk = corpus.makeIterator()
    self.spool = spool
    self.sizes = sizes
  }

  mutating func next() -> Piece? {
    while true {
      if !ready.isEmpty { return ready.removeFirst() }
      if let range = lines?.next() {
        return piece(
          [.lines(range.file, range.bytes, firstLine: range.firstLine)], range.bytes.count)
      }
      lines = nil
      guard let item = walk.next() else {
        finishBatch()
        return ready.isEmpty ? nil : ready.removeFirst()
      }
      add(item)
    }
  }

  private mutating func add(_ item: CorpusItem) {
    switch item {
    case .verdict(let verdict): addToBatch(.verdict(verdict), 0)
    case .file(let file):
      guard file.bytes > sizes.lineBytes else { return addToBatch(.file(file), file.bytes) }
      finishBatch()
      lines = LineCutter(file, spool: spool, pieceBytes: sizes.lineBytes)
      if lines == nil { ready.append(piece([.file(file)], file.bytes)) }
    }
  }

  private mutating func addToBatch(_ item: PieceItem, _ bytes: Int) {
    batch.append(item)
    batchBytes += bytes
    if batch.count >= sizes.batchItems || batchBytes >= sizes.batchBytes { finishBatch() }
  }

  private mutating func finishBatch() {
    guard !batch.isEmpty else { return }
    ready.append(piece(batch, batchBytes))
    batch = []
    batchBytes = 0
  }

  private mutating func piece(_ items: [PieceItem], _ bytes: Int) -> Piece {
    defer { number += 1 }
    return Piece(number: number, items: items, bytes: bytes)
  }
}

/// Cuts one file of JSON Lines into ranges of whole lines, counting the lines on the way.
private struct LineCutter {
  let file: InputFile
  private let descriptor: Descriptor
  private let pieceBytes: Int
  private var offset = 0
  private var line = 1

  /// Nil if the file cannot be opened or is no JSON Lines; whoever reads it whole will say why.
  init?(_ file: InputFile, spool: Spool?, pieceBytes: Int) {
    guard let descriptor = try? file.open(spool: spool?.file),
      let prefix = try? descriptor.read(64 << 10, at: 0), Reader.isLineByLine(prefix: prefix)
    else { return nil }
    self.file = file
    self.descriptor = descriptor
    self.pieceBytes = pieceBytes
  }

  /// The next range; nil at the end. A file that shrank ends early, and the worker sees why.
  mutating func next() -> (file: InputFile, bytes: Range<Int>, firstLine: Int)? {
    guard offset < file.bytes else { return nil }
    let (start, firstLine) = (offset, line)
    var isWhole = false
    repeat {
      let wanted = min(pieceBytes, file.bytes - offset)
      guard let bytes = try? descriptor.read(wanted, at: offset), !bytes.isEmpty else { break }
      let lastEnd = bytes.lastIndex(of: UInt8(ascii: "\n"))
      isWhole = lastEnd != nil
      let taken = lastEnd.map { $0 + 1 } ?? bytes.count
      line += bytes[..<taken].count { $0 == UInt8(ascii: "\n") }
      offset += taken
    } while !isWhole && offset < file.bytes
    if offset == start { offset = file.bytes }
    return (file, start..<offset, firstLine)
  }
}
