import Document

/// Tells a supervisor what the cache knows of pieces whose files are all as they were, going by what the kernel says of them: no file is
/// opened, and no worker asked.
final class FamiliarPieces {
  private let reader: CacheReader
  private let wishes: [WorkerConfiguration.Wish]

  /// - Parameters:
  ///   - choice: the segments to look into.
  ///   - plugins: of the run, as its workers have loaded them.
  init(
    _ choice: CacheChoice, _ plugins: CachePlugins, _ context: CacheContext,
    _ configuration: WorkerConfiguration
  ) {
    reader = CacheReader(choice.open(), plugins, context)
    wishes = WorkerConfiguration.Wish.allCases.filter(configuration.wishes.contains)
  }

  /// The outcomes of a piece, the last payload of each saying where it was found; nil unless all are known.
  func recording(of piece: Piece) -> Journal.Recording? {
    guard reader.knowsSome else { return nil }
    var recording = Journal.Recording(headers: [], payloads: [], isKept: false)
    for item in piece.items {
      switch item {
      case .verdict(let verdict): add(KnownOutcome(verdict), foundIn: nil, to: &recording)
      case .file(let file): guard addAll(of: file, to: &recording) else { return nil }
      case .records, .part: return nil
      }
    }
    return recording
  }

  private func addAll(of file: InputFile, to recording: inout Journal.Recording) -> Bool {
    guard file.table == nil, let postmark = Postmark(file) else { return false }
    let place = reader.place(of: postmark, file.source)
    var ordinal = 0
    while true {
      guard let (record, segment) = reader.find(place, ordinal), let outcome = KnownOutcome(record)
      else { return false }
      add(outcome, foundIn: segment, to: &recording)
      if record.isLast { return true }
      ordinal += 1
    }
  }

  private func add(
    _ outcome: KnownOutcome, foundIn segment: Int?, to recording: inout Journal.Recording
  ) {
    var header = outcome.header
    header.index = recording.headers.count
    header.payloads = wishes.count + 1
    recording.headers.append(header)
    let slip = segment.map { Array("=\($0)".utf8) } ?? []
    recording.payloads.append(wishes.map(outcome.line) + [slip[...]])
  }
}
