/// Puts the words of texts into a tally, and the runs of words that stand side by side.
final class TallyWords {
  /// A longer word is none.
  static let longest = 40

  private let table: TallyTable
  private let run: Int
  private let letters: Int
  private let counts: TallyCounts
  /// The words of the run, with blanks between them, and where each begins.
  private var line: UnsafeMutablePointer<UInt8>
  private var capacity = 1024
  private var end = 0
  private var starts: [Int] = []
  /// All words, also those that are in no run.
  private(set) var words = 0

  /// - Parameters:
  ///   - run: words of a run at most.
  ///   - letters: a word of fewer is in no run.
  init(_ table: TallyTable, run: Int, letters: Int, id: Int32?) {
    self.table = table
    self.run = run
    self.letters = letters
    counts = TallyCounts(times: 1, texts: 1, id: id)
    line = .allocate(capacity: capacity)
  }

  deinit { line.deallocate() }

  func add(_ word: Word) {
    words += 1
    let isFigure = word.keyCount > 0 && word.key[0] &- 0x30 < 10
    guard !isFigure, (letters...Self.longest).contains(word.letters) else { return endRun() }
    if starts.count == run { starts.removeFirst() }
    append(word)
    for start in starts {
      table.add(line + start, end - start, readable: capacity - start, counts, isSameText: true)
    }
  }

  func endRun() {
    starts.removeAll(keepingCapacity: true)
    end = 0
  }

  private func append(_ word: Word) {
    if end + word.keyCount + 16 > capacity {
      let room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + word.keyCount)
      room.update(from: line, count: end)
      line.deallocate()
      line = room
      capacity = capacity * 2 + word.keyCount
    }
    if end > 0 {
      line[end] = 32
      end += 1
    }
    starts.append(end)
    let lower = ByteTables.shared.lower
    for index in 0..<word.keyCount { line[end + index] = lower[Int(word.key[index])] }
    end += word.keyCount
  }
}

extension Word {
  fileprivate var letters: Int {
    guard classes & ByteClass.beyondASCII != 0 else { return keyCount }
    var count = 0
    for index in 0..<keyCount where key[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
