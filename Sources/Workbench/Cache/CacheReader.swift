import Document
import Reading

/// What a run may cache and look up: the segments that there were when it began.
struct CacheChoice: Sendable {
  var folder: Path
  /// The names of segments, the latest first.
  var segments: [[UInt8]]

  /// The same for a worker that is to offer what it finds and to look up nothing.
  var unread: CacheChoice { CacheChoice(folder: folder, segments: []) }

  /// Opens the segments, in the same order.
  func open() -> [Segment?] { segments.map { Segment(folder.appending($0)) } }
}

/// Looks outcomes up for a worker, in the segments that its supervisor names.
final class CacheReader {
  private let plugins: [CachePlugins.Plugin]
  private let context: CacheContext
  private let shelves: [Shelf]
  /// Where the last one was found, for the next is mostly there as well.
  private var latest = 0

  /// A segment, and which of the run's plugins it knows, by their place.
  private struct Shelf {
    var number: Int
    var segment: Segment
    var known: [Int]
    /// Whether it knows just the run's plugins, in the run's order.
    var isSame: Bool
  }

  /// An outcome that need not be found again.
  enum Hit {
    /// Just as it is to be written.
    case whole(CacheRecord, segment: Int)
    /// What is known of some or all plugins, by their place; of the article what findings say, if they are of all.
    case parts([Int: PluginFindings], of: Findings?, isLast: Bool)

    /// What is known of plugins, by their place.
    var plugins: [Int: PluginFindings] {
      switch self {
      case .whole(let record, _): CacheReader.plugins(record)
      case .parts(let known, _, _): known
      }
    }

    /// Whether no other outcome was read from the same bytes.
    var isLast: Bool {
      switch self {
      case .whole(let record, _): record.isLast
      case .parts(_, _, let isLast): isLast
      }
    }

    /// Where all was found at once, as the last payload says it, with all that a later run needs to find it by a newer postmark; nil where
    /// it was not.
    func slip(_ key: CacheKey) -> [UInt8]? {
      guard case .whole(let record, let segment) = self else { return nil }
      return Array("=\(segment)".utf8) + record.renewal(key)
    }
  }

  /// Reads what a record says of each plugin, where it is known as it is written.
  private static func plugins(_ record: CacheRecord) -> [Int: PluginFindings] {
    guard let findings = findings(record) else { return [:] }
    return Dictionary(uniqueKeysWithValues: findings.plugins.enumerated().map { ($0, $1) })
  }

  /// - Parameter segments: as the supervisor counts them; nil where one could not be opened.
  init(_ segments: [Segment?], _ plugins: CachePlugins, _ context: CacheContext) {
    self.plugins = plugins.plugins
    self.context = context
    let shelves = segments.enumerated().compactMap { number, segment -> Shelf? in
      guard let segment else { return nil }
      let theirs = Set(segment.plugins.plugins)
      let known = plugins.plugins.indices.filter { theirs.contains(plugins.plugins[$0]) }
      guard !known.isEmpty else { return nil }
      return Shelf(
        number: number, segment: segment, known: known, isSame: segment.plugins == plugins)
    }
    // Where all is known at once need not be looked for in parts.
    self.shelves = shelves.filter(\.isSame) + shelves.filter { !$0.isSame }
  }

  func key(
    _ bytes: ArraySlice<UInt8>, _ source: String, line: Int? = nil, stretch: Stretch? = nil
  ) -> CacheKey {
    CacheKey(
      digest: ContentDigest(of: bytes),
      context: context.of(source, line: line, stretch: stretch), ordinal: 0)
  }

  func find(_ key: CacheKey) -> Hit? {
    guard !shelves.isEmpty else { return nil }
    var words: [UInt8] = []
    words.reserveCapacity(96)
    key.write(to: &words)
    // What has the postmark too need not be kept again.
    if let postmark = key.postmark, let found = find(Place(postmark, key.context), key.ordinal),
      found.record.has(words)
    {
      return .whole(found.record, segment: found.segment)
    }
    var known: [Int: PluginFindings] = [:]
    var isLast = false
    for index in order where known.count < plugins.count {
      let shelf = shelves[index]
      guard let record = shelf.segment.record(key.hash, where: { $0.has(words) }) else { continue }
      if shelf.isSame, known.isEmpty, !record.hasErrors {
        latest = index
        return .whole(record, segment: shelf.number)
      }
      guard let findings = Self.findings(record) else { continue }
      isLast = record.isLast
      for place in shelf.known where known[place] == nil {
        let found = findings.plugins.first { $0.plugin == plugins[place].name }
        if let found, found.error == nil { known[place] = found }
      }
      if known.count == plugins.count {
        var whole = findings
        whole.plugins = plugins.indices.compactMap { known[$0] }
        return .parts(known, of: whole, isLast: isLast)
      }
    }
    return known.isEmpty ? nil : .parts(known, of: nil, isLast: isLast)
  }

  /// All shelves, that which was of use last first.
  private var order: [Int] {
    shelves.count == 1 ? [0] : [latest] + shelves.indices.filter { $0 != latest }
  }

  private static func findings(_ record: CacheRecord) -> Findings? {
    guard let json = try? JSONParser.parse(record.findings),
      var findings = try? Findings(json: json)
    else { return nil }
    CacheNote(json: record.note)?.complete(&findings)
    return findings
  }

  // MARK: By postmarks

  /// Whether there is anything that was found by just the run's plugins.
  var knowsSome: Bool { shelves.first?.isSame ?? false }

  /// Where what is known of a file lies, whatever bytes it holds.
  struct Place {
    fileprivate let context: UInt64
    fileprivate var postmark: [UInt8] = []
    fileprivate let checksum: UInt64

    fileprivate init(_ postmark: Postmark, _ context: UInt64) {
      self.context = context
      self.postmark.reserveCapacity(Postmark.digits)
      postmark.write(to: &self.postmark)
      checksum = Checksum.of(self.postmark[...])
    }
  }

  func place(of postmark: Postmark, _ source: String) -> Place {
    Place(postmark, context.of(source))
  }

  /// An outcome that just the run's plugins have found without a failure, and the segment that has it.
  func find(_ place: Place, _ ordinal: Int) -> (record: CacheRecord, segment: Int)? {
    var words: [UInt8] = []
    words.reserveCapacity(96)
    place.context.writeHexadecimal(to: &words)
    words += " \(ordinal) ".utf8
    words += place.postmark
    let hash = CacheKey.hash(place.checksum, place.context, ordinal)
    for index in order where shelves[index].isSame {
      let shelf = shelves[index]
      let record = shelf.segment.record(hash) { $0.stands(at: words) && !$0.hasErrors }
      guard let record else { continue }
      latest = index
      return (record, shelf.number)
    }
    return nil
  }
}
