/// The pieces of a corpus, some of them cut ahead of their time.
struct PieceQueue {
  /// How many at most: enough for what can be listed while a worker starts.
  private static let most = 256

  private let pieces: AnyIterator<Piece>
  private var ahead: ArraySlice<Piece> = []

  init(_ pieces: some IteratorProtocol<Piece>) {
    self.pieces = AnyIterator(pieces)
  }

  mutating func next() -> Piece? { ahead.popFirst() ?? pieces.next() }

  /// Cuts one piece more, if there is one and room for it.
  mutating func cutAhead() -> Bool {
    guard ahead.count < Self.most, let piece = pieces.next() else { return false }
    ahead.append(piece)
    return true
  }
}
