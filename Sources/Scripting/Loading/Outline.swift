/// Where in its file the keys of a plugin's table stand, and the comment above it.
///
/// Errors point to the line of a key though Lua keeps none for data. It understands `return { … }` and
/// `local plugin = { … } … function plugin.analyze() … return plugin`; of anything else it knows nothing.
struct Outline {
  /// Bytes at which keys stand, by path, such as `fields.rate.merge`.
  private var places: [String: Int] = [:]
  private let chunk: Chunk
  /// The line on which the table begins.
  private(set) var tableLine: Int?
  /// The doc comment above the table, without its dashes and annotations.
  private(set) var help = ""

  /// Keys of larger tables, such as word lists, are not told apart.
  private static let maximumKeys = 300
  private static let maximumDepth = 4

  init(_ chunk: Chunk) {
    self.chunk = chunk
    if let returned = chunk.block.returned {
      if case .name(let name) = returned.kind {
        read(local: name)
      } else if case .table(let items) = returned.kind {
        tableLine = line(of: chunk.block.statements.last?.bytes ?? returned.bytes)
        read(items, at: "")
      }
    }
    help = HelpComment.text(in: chunk, aboveLine: tableLine)
  }

  /// The line of a key or, where it is not in the source, of the nearest that holds it.
  func line(of path: String) -> Int? {
    var path = path[...]
    while true {
      if let place = places[String(path)] { return chunk.line(of: place) }
      guard let dot = path.lastIndex(of: ".") else { return tableLine }
      path = path[..<dot]
    }
  }

  /// The keys of a table, in their order.
  func names(in path: String) -> [String] {
    let names = places.keys.filter { $0.hasPrefix("\(path).") }.map { $0.dropFirst(path.count + 1) }
    return names.filter { !$0.contains(".") }.map(String.init).sorted {
      (places["\(path).\($0)"] ?? 0) < (places["\(path).\($1)"] ?? 0)
    }
  }

  /// Where a key stands among others; nil where it is not in the source.
  func position(of path: String) -> Int? { places[path] }

  private func line(of bytes: Range<Int>) -> Int { chunk.line(of: bytes.lowerBound) }
}

// MARK: Reading

extension Outline {
  /// The keys of a table; an element without a key goes by its position.
  private mutating func read(_ items: [TableItem], at path: String, depth: Int = 0) {
    var position = 0
    for item in items.prefix(Self.maximumKeys) {
      let name: String
      let bytes: Range<Int>
      switch item.key {
      case .name(let key): (name, bytes) = (key.text, key.bytes)
      case .expression(let key): (name, bytes) = (key.string ?? "", key.bytes)
      case .position:
        position += 1
        (name, bytes) = ("\(position)", item.value.bytes)
      }
      add(path.isEmpty ? name : "\(path).\(name)", bytes, item.value, depth: depth)
    }
  }

  private mutating func add(
    _ path: String, _ bytes: Range<Int>, _ value: Expression, depth: Int = 0
  ) {
    places[path] = bytes.lowerBound
    if case .table(let items) = value.kind, depth + 1 < Self.maximumDepth {
      read(items, at: path, depth: depth + 1)
    }
  }

  /// The table that a local is given, with what is added to it further down.
  private mutating func read(local name: String) {
    for statement in chunk.block.statements {
      switch statement.kind {
      case .local(let names, let values):
        guard let index = names.firstIndex(where: { $0.name.text == name }), index < values.count,
          case .table(let items) = values[index].kind
        else { continue }
        tableLine = line(of: statement.bytes)
        places = [:]
        read(items, at: "")
      case .assignment(let targets, let values):
        for (target, value) in zip(targets, values) {
          if let path = target.path(in: name) { add(path, target.bytes, value) }
        }
      case .function(let target, _):
        if let path = target.path(in: name) { places[path] = statement.bytes.lowerBound }
      default: break
      }
    }
  }
}

extension Block {
  /// What the block returns at its end.
  fileprivate var returned: Expression? {
    guard case .return(let values)? = statements.last?.kind else { return nil }
    return values.first
  }
}

extension Expression {
  /// `fields.rate` of `plugin.fields.rate`.
  fileprivate func path(in local: String) -> String? {
    guard let path, path.hasPrefix(local + ".") else { return nil }
    return String(path.dropFirst(local.count + 1))
  }
}
