import Glibc
import Reading

/// Cuts a corpus into pieces: small files by the batch, large files of many records between these, archives at any place, other
/// files whole.
struct PieceCutter: IteratorProtocol {
  /// Large enough that the way to a worker costs nothing beside the work, small enough to share out evenly.
  struct Sizes: Sendable {
    var batchBytes = 64 << 10
    var batchItems = 64
    var recordBytes = 256 << 10
    /// Of an archive, as it lies there.
    var partBytes = 1 << 20
  }

  private var walk: CorpusWalk
  private let reader: Reader
  private let spool: Spool?
  private let sizes: Sizes
  private var number = 0
  private var batch: [PieceItem] = []
  private var batchBytes = 0
  private var ready: [Piece] = []
  private var records: RecordCutter?
  private var parts: PartCutter?

  /// - Parameter reader: tells which files hold many records.
  init(
    _ corpus: Corpus, reader: Reader = Reader(), spool: Spool? = nil, sizes: Sizes = Sizes()
  ) {
    walk = corpus.makeIterator()
    self.reader = reader
    self.spool = spool
    self.sizes = sizes
  }

  mutating func next() -> Piece? {
    while true {
      if !ready.isEmpty { return ready.removeFirst() }
      if let (file, bytes, stretch) = records?.next() {
        return piece([.records(file, bytes, stretch)], bytes.count)
      }
      records = nil
      if let (file, bytes) = parts?.next() { return piece([.part(file, bytes)], bytes.count) }
      parts = nil
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
      guard file.bytes > sizes.recordBytes else { return addToBatch(.file(file), file.bytes) }
      finishBatch()
      records = RecordCutter(file, reader, spool: spool, pieceBytes: sizes.recordBytes)
      guard records == nil else { return }
      parts = PartCutter(file, spool: spool, partBytes: sizes.partBytes)
      if parts == nil { ready.append(piece([.file(file)], file.bytes)) }
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
