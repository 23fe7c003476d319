/// Puts texts into groups by what they copied of each other.
///
/// Texts that share enough are in one group (union-find). So that no text that draws on two stories makes one of them, what two texts
/// share must not be little beside what either shares with another; and a text more than twice as long as what is copied in it is a
/// carrier, which joins the one of which it has most.
struct CopyGroups {
  /// As many shingles two texts must share, unless all that they have is the same.
  private static let leastShared = 4
  /// A text that is less than this of another's length is carried by it.
  private static let likeLength = 0.5
  /// Less than this of what a text shares with the one that it is most like is no reason to join.
  private static let leastOfMost = 0.4

  /// Two texts, and about how many shingles they share.
  private struct Link {
    var a: Int
    var b: Int
    var shingles: Double
    /// Which of the two carries the other; nil where they are of like length.
    var carrier: Int?

    var carried: Int { carrier == a ? b : a }
  }

  private let sketches: [Sketch]
  private let least: Double
  /// The group that each text is known to be in, by a text of it, itself maybe.
  private var parents: [Int]

  /// - Parameters:
  ///   - least: the share of the shorter text that must be in the other one, 0 to 1.
  ///   - isStopped: asked now and then; what is grouped then is of no use.
  init(_ sketches: [Sketch], least: Double, isStopped: () -> Bool = { false }) {
    self.sketches = sketches
    self.least = least
    parents = Array(sketches.indices)
    let links = links(unless: isStopped)
    var most = [Double](repeating: 0, count: sketches.count)
    for link in links {
      most[link.a] = max(most[link.a], link.shingles)
      most[link.b] = max(most[link.b], link.shingles)
    }
    var foremost: [Int: Link] = [:]
    for link in links {
      if let carrier = link.carrier {
        if link.shingles > foremost[carrier]?.shingles ?? 0 { foremost[carrier] = link }
      } else if link.shingles >= Self.leastOfMost * max(most[link.a], most[link.b]) {
        join(link.a, link.b)
      }
    }
    for (carrier, link) in foremost.sorted(by: { $0.key < $1.key })
    where link.shingles >= Self.leastOfMost * max(most[carrier], most[link.carried]) {
      join(link.a, link.b)
    }
  }

  /// All pairs of texts that share enough, in the order of the later one.
  private func links(unless isStopped: () -> Bool) -> [Link] {
    let candidates = CopyCandidates(sketches)
    var links: [Link] = []
    for number in sketches.indices {
      if number % 256 == 0, isStopped() { return [] }
      for other in candidates.before(number) {
        if let link = link(other, number) { links.append(link) }
      }
    }
    return links
  }

  /// What two texts share; nil where that is too little.
  private func link(_ a: Int, _ b: Int) -> Link? {
    let overlap = sketches[a].overlap(with: sketches[b])
    let isSame = overlap.shared == max(overlap.counts.0, overlap.counts.1) && overlap.shared > 1
    guard overlap.shared >= Self.leastShared || isSame, overlap.containment >= least else {
      return nil
    }
    let (first, second) = (sketches[a].shingleCount, sketches[b].shingleCount)
    let isLike = min(first, second) >= Self.likeLength * max(first, second)
    return Link(
      a: a, b: b, shingles: overlap.containment * min(first, second),
      carrier: isLike ? nil : first > second ? a : b)
  }

  /// Groups of two texts and more, as their numbers in ascending order, by their first.
  var groups: [[Int]] {
    var members: [Int: [Int]] = [:]
    var parents = parents
    for number in parents.indices {
      members[Self.root(of: number, in: &parents), default: []].append(number)
    }
    return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (first, second) = (Self.root(of: a, in: &parents), Self.root(of: b, in: &parents))
    parents[max(first, second)] = min(first, second)
  }

  /// The least text of a group, on the way to which every other step is cut.
  private static func root(of number: Int, in parents: inout [Int]) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }
}
