/// The tables of a page that hold data, rather than lay it out, and where in them blocks stand.
struct DataTables {
  /// A cell's place: the nodes of its table and row, and how many cells of the row are before it.
  struct Cell {
    var table: Int
    var row: Int
    var column: Int
  }

  private let tree: HTMLTree
  /// Whether each table that was met holds data.
  private var answers: [Int: Bool] = [:]
  /// By the nodes of the blocks in them.
  private var cells: [Int: Cell] = [:]
  /// How many cells more of each table are plain words than are links.
  private var plainness: [Int: Int] = [:]

  init(_ tree: HTMLTree, _ blocks: [PageBlock]) {
    self.tree = tree
    for block in blocks where block.context.contains(.table) {
      guard let cell = findCell(around: block.node) else { continue }
      cells[block.node] = cell
      plainness[cell.table, default: 0] += block.linkDensity < 0.5 ? 1 : -1
    }
  }

  /// The cell that a block stands in, if it is one of a table of data.
  func cell(of block: PageBlock) -> Cell? { cells.isEmpty ? nil : cells[block.node] }

  /// Whether most cells of a cell's table are links, as where a table lists other pages.
  func areMostlyLinks(around cell: Cell) -> Bool { plainness[cell.table, default: 0] <= 0 }

  private mutating func findCell(around node: Int) -> Cell? {
    guard let cell = nearest(to: node, { $0 == .td || $0 == .th }),
      let row = nearest(to: cell, { $0 == .tr }), let table = nearest(to: row, { $0 == .table }),
      holdsData(table)
    else { return nil }
    let before = tree.children(of: row).prefix { $0 < cell }
    return Cell(table: table, row: row, column: before.count(where: isCell))
  }

  private func nearest(to node: Int, _ isWanted: (HTMLTag) -> Bool) -> Int? {
    var node = node
    while node >= 0, !isWanted(tree.nodes[node].tag) { node = Int(tree.nodes[node].parent) }
    return node >= 0 ? node : nil
  }

  private func isCell(_ node: Int) -> Bool {
    tree.nodes[node].tag == .td || tree.nodes[node].tag == .th
  }

  private mutating func holdsData(_ table: Int) -> Bool {
    if let answer = answers[table] { return answer }
    let answer = measure(table)
    answers[table] = answer
    return answer
  }

  /// Whether at least two rows have several cells, none of which holds more than a few words or another table.
  private func measure(_ table: Int) -> Bool {
    var rows = 0
    var cells = 0
    var length = 0
    for node in table + 1..<Int(tree.nodes[table].end) {
      switch tree.nodes[node].tag {
      case .table: return false
      case .tr: cells = 0
      case .td, .th:
        cells += 1
        length = 0
        if cells == 2 { rows += 1 }
        if cells > Self.mostCells { return false }
      case .text where cells > 0:
        length += tree.text(node).count { $0 > 0x20 }
        if length > Self.longestCell { return false }
      default: break
      }
    }
    return rows >= 2
  }

  private static let (mostCells, longestCell) = (100, 200)
}
