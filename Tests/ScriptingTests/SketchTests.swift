import Testing

@testable import Scripting

/// Sketches of texts, and the groups of copies that they tell.
@Suite struct SketchTests {
  /// Shingles as a text would have them: numbers in a range, hashed.
  private func shingles(_ range: Range<Int>) -> [UInt64] {
    range.map { BagHash.mixed(UInt64($0) &+ 1) }
  }

  private func sketch(_ ranges: Range<Int>..., size: Int = 64) -> Sketch {
    Sketch(shingles: ranges.flatMap(shingles), size: size)
  }

  @Test func `a sketch comes back from its text`() throws {
    for sketch in [
      sketch(0..<5), sketch(0..<1000), sketch(0..<0), Sketch(hashes: [0, 1, 2], isWhole: true),
      Sketch(hashes: [7, Sketch.end - 1], isWhole: true),
    ] {
      let text = sketch.text
      let again = try #require(text.withUnsafeBufferPointer(Sketch.init))
      #expect(again.hashes == sketch.hashes)
      #expect(again.bound == sketch.bound)
      #expect(text.allSatisfy { (0x2D...0x7A).contains($0) })
    }
    for wrong in ["", "x", "=", "=~", "=A~", "<0", "=z", "=AA"] {
      #expect(Array(wrong.utf8).withUnsafeBufferPointer(Sketch.init) == nil, "\(wrong)")
    }
  }

  @Test func `a sketch tells how many shingles there are, and how much of a text is in another`() {
    #expect(sketch(0..<30).shingleCount == 30)
    #expect(abs(sketch(0..<4000).shingleCount / 4000 - 1) < 0.4)
    #expect(sketch(0..<30).overlap(with: sketch(0..<30)).containment == 1)
    // All of a short text in a long one, of which the sketch knows a part alone.
    let carried = sketch(0..<300).overlap(with: sketch(0..<1500, size: 128))
    #expect(carried.counts.0 < 64)
    #expect(carried.shared == carried.counts.0)
    let half = sketch(0..<200, size: 128).overlap(with: sketch(100..<300, size: 128)).containment
    #expect(abs(half - 0.5) < 0.15)
    #expect(sketch(0..<500).overlap(with: sketch(1000..<1500)).containment < 0.05)
    #expect(sketch(0..<0).overlap(with: sketch(0..<5)).containment == 0)
  }

  @Test func `copies are one group, however many there are and wherever they stand`() {
    var sketches = (0..<3000).map { sketch($0 * 1000..<$0 * 1000 + 100) }
    for number in 0..<500 { sketches[number * 5 + 1] = sketch(7_000_000..<7_000_100 + number % 9) }
    let groups = CopyGroups(sketches, least: 0.4).groups
    #expect(groups == [(0..<500).map { $0 * 5 + 1 }])
    #expect(CopyGroups(sketches.reversed(), least: 0.4).groups.map(\.count) == [500])
    #expect(CopyGroups([], least: 0.4).groups == [])
  }

  @Test func `copies that were edited each in another way are found by way of what they copied`() {
    // Every copy keeps other parts of the text than the next.
    let copies = (0..<40).map { number in
      Sketch(
        shingles: (0..<200).map { place in
          let isKept = BagHash.mixed(UInt64(number * 1000 + place)) % 100 < 60
          return BagHash.mixed(UInt64(isKept ? place + 1 : 1_000_000 + number * 1000 + place))
        }, size: 64)
    }
    let groups = CopyGroups([sketch(0..<200)] + copies, least: 0.4).groups
    #expect(groups == [Array(0...40)])
  }

  @Test func `a text that draws on two stories does not make one of them`() {
    let texts = [sketch(0..<100), sketch(1000..<1080), sketch(0..<95, 1000..<1035)]
    #expect(CopyGroups(texts, least: 0.4).groups == [[0, 2]])
    #expect(CopyGroups(texts.reversed(), least: 0.4).groups == [[0, 2]])
  }

  @Test func `what carries several texts is of one story with the one of which it has most`() {
    let texts = [sketch(0..<100), sketch(1000..<1060), sketch(0..<100, 1000..<1060, 5000..<5200)]
    #expect(CopyGroups(texts, least: 0.4).groups == [[0, 2]])
    #expect(CopyGroups(texts.reversed(), least: 0.4).groups == [[0, 2]])
  }
}
