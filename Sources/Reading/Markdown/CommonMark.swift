import Glibc
import SystemCmark

/// Parses Markdown by CommonMark with GitHub's tables, strikethrough and bare links, and footnotes.
enum CommonMark {
  private static let areExtensionsRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Visits all nodes in reading order, entering and leaving those that hold others.
  static func walk(
    _ utf8: UnsafeBufferPointer<UInt8>, visit: (MarkdownNode, _ isEntering: Bool) -> Void
  ) {
    guard areExtensionsRegistered, let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else {
      return
    }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    utf8.withMemoryRebound(to: CChar.self) {
      cmark_parser_feed(parser, $0.baseAddress, $0.count)
    }
    guard let document = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(document) }
    visitAll(of: document, visit)
  }

  private static func visitAll(
    of document: OpaquePointer, _ visit: (MarkdownNode, Bool) -> Void
  ) {
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      if let node = cmark_iter_get_node(iterator) {
        visit(MarkdownNode(node), event == CMARK_EVENT_ENTER)
      }
    }
  }
}

/// One node of a parsed document, valid inside `CommonMark.walk`.
struct MarkdownNode {
  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }

  /// The name of the type; nodes of extensions have no other sign.
  var typeName: String { String(cString: cmark_node_get_type_string(pointer)) }

  var literal: UnsafeBufferPointer<UInt8> {
    guard let text = cmark_node_get_literal(pointer) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
  }

  var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// Whether a paragraph is in an item of a list whose items stand close together.
  var isInTightItem: Bool {
    guard let item = cmark_node_parent(pointer), cmark_node_get_type(item) == CMARK_NODE_ITEM,
      let list = cmark_node_parent(item)
    else { return false }
    return cmark_node_get_list_tight(list) != 0
  }
}
