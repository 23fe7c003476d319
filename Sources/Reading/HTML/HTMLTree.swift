/// A parsed page: its elements and texts in reading order, in flat arrays.
///
/// A node's subtree is the range from it to its `end`, so that sums over subtrees are sums over ranges.
struct HTMLTree {
  struct Node {
    var tag: HTMLTag
    var attributeCount: UInt8
    var depth: UInt16
    var parent: Int32
    /// The index behind the last node inside.
    var end: Int32
    /// Offsets into `characters` of a text, or an index into `attributes` of an element.
    var start: UInt32
    var stop: UInt32
  }

  struct Attribute {
    var name: HTMLAttribute
    /// Offsets into `characters`.
    var start: UInt32
    var stop: UInt32
  }

  var nodes: [Node] = []
  /// Decoded text and attribute values, in UTF-8.
  var characters: [UInt8] = []
  var attributes: [Attribute] = []
  /// The contents of scripts that hold JSON-LD, as ranges of the page.
  var linkedData: [Range<Int>] = []
  /// Character references that stood for no character.
  var faults = 0
  /// Whether the page had more nodes than are kept.
  var isCut = false

  func children(of node: Int) -> ChildIndices { ChildIndices(tree: self, parent: node) }

  /// An attribute's value; nil where it is not there.
  func value(_ name: HTMLAttribute, of node: Int) -> ArraySlice<UInt8>? {
    let element = nodes[node]
    guard element.tag != .text, element.attributeCount > 0 else { return nil }
    for attribute in attributes[
      Int(element.start)..<Int(element.start) + Int(element.attributeCount)]
    where attribute.name == name {
      return characters[Int(attribute.start)..<Int(attribute.stop)]
    }
    return nil
  }

  func string(_ name: HTMLAttribute, of node: Int) -> String? {
    value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The characters of a text node.
  func text(_ node: Int) -> ArraySlice<UInt8> {
    characters[Int(nodes[node].start)..<Int(nodes[node].stop)]
  }

  /// All text inside a node, white space collapsed, without that of scripts and styles.
  func words(in node: Int) -> String {
    var result: [UInt8] = []
    var index = node
    while index < Int(nodes[node].end) || index == node {
      let inner = nodes[index]
      switch inner.tag {
      case .text: result.append(contentsOf: text(index))
      case .script, .style, .noscript, .template, .svg:
        index = Int(inner.end)
        continue
      default: if inner.tag.isBlock || inner.tag == .br { result.append(0x20) }
      }
      index += 1
    }
    return result.collapsedString
  }

  struct ChildIndices: Sequence, IteratorProtocol {
    private let tree: HTMLTree
    private let end: Int
    private var index: Int

    fileprivate init(tree: HTMLTree, parent: Int) {
      self.tree = tree
      end = Int(tree.nodes[parent].end)
      index = parent + 1
    }

    mutating func next() -> Int? {
      guard index < end else { return nil }
      defer { index = Swift.max(index + 1, Int(tree.nodes[index].end)) }
      return index
    }
  }
}

extension [UInt8] {
  /// White space collapsed to single spaces, none at the ends.
  var collapsedString: String {
    var string = self
    var write = 0
    var isPending = false
    for byte in self {
      if byte <= 0x20 {
        isPending = write > 0
      } else {
        if isPending {
          string[write] = 0x20
          write += 1
          isPending = false
        }
        string[write] = byte
        write += 1
      }
    }
    return String(decoding: string[..<write], as: UTF8.self)
  }
}
