import Document
import Reading

/// A stretch of the corpus that one worker reads and analyses in one go.
///
/// Pieces are cut by the corpus alone, never by the number of workers, so no result can depend on that number.
struct Piece: Sendable {
  /// Counted from 0 in corpus order.
  var number: Int
  var items: [PieceItem]
  /// Of input, as listed.
  var bytes: Int

  /// Whether one of its articles is analysed again, to find plugins that leak from article to article: the first piece, where
  /// most such plugins show; a later one, for what builds up; and then one of very many.
  var isRechecked: Bool { number == 0 || number == 32 || number % 512 == 511 }
}

/// A part of a piece.
enum PieceItem: Sendable {
  case file(InputFile)
  /// Some records of a file of many: whole ones, between two byte offsets.
  case records(InputFile, Range<Int>, Stretch)
  /// What of an archive begins between two byte offsets.
  case part(InputFile, Range<Int>)
  /// An input that is not opened, with its outcome, so that it keeps its place.
  case verdict(Verdict)

  /// As outcomes name it.
  var source: String {
    switch self {
    case .file(let file), .records(let file, _, _), .part(let file, _): file.source
    case .verdict(let verdict): verdict.failure.source
    }
  }
}
