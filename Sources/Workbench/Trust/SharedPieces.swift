/// Pieces that are cut once for several lanes, which take them in order, each in its own time.
final class SharedPieces {
  private var cutter: PieceCutter
  /// Those that not all lanes have taken, and the number of the first.
  private var waiting: [Piece] = []
  private var first = 0
  /// The number of the piece that each lane takes next.
  private var next: [Int]

  init(_ cutter: PieceCutter, lanes: Int) {
    self.cutter = cutter
    next = Array(repeating: 0, count: lanes)
  }

  /// The pieces of one lane.
  func pieces(for lane: Int) -> AnyIterator<Piece> {
    AnyIterator { [self] in take(lane) }
  }

  private func take(_ lane: Int) -> Piece? {
    let place = next[lane] - first
    if place == waiting.count {
      guard let piece = cutter.next() else { return nil }
      waiting.append(piece)
    }
    next[lane] += 1
    let piece = waiting[place]
    let done = (next.min() ?? first) - first
    if done > 0 {
      waiting.removeFirst(done)
      first += done
    }
    return piece
  }
}
