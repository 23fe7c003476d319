internal import Document
internal import Lua

/// A section of a report while its plugin writes it.
struct ReportDraft {
  static let maximumBlocks = 500
  /// The most rows, points or passages in one block.
  static let maximumItems = 5_000

  private(set) var blocks: [ReportBlock] = []

  mutating func add(_ block: ReportBlock) throws(Fault) {
    guard blocks.count < Self.maximumBlocks else {
      throw Fault("a section has at most \(Self.maximumBlocks) blocks")
    }
    blocks.append(block)
  }

  /// The names of its files, without their endings.
  var downloads: [String] {
    blocks.compactMap {
      if case .download(let file, _) = $0 { String(file.dropLast(4)) } else { nil }
    }
  }

  var footnotes: Int { blocks.count { if case .footnote = $0 { true } else { false } } }

  /// Whether the section has its own heading yet.
  var hasHeading: Bool {
    blocks.contains { if case .heading = $0 { true } else { false } }
  }
}
