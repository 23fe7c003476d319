internal import CLua

/// Two texts and layers of ranges over them, which scripts walk without leaving C.
///
/// Objects that are stretches hold their first byte, counted from 1, their last byte, their text (0 or 1) and, where they
/// are items of a layer, its number in the upper half of the last integer and their index in its lower half. Many
/// interpreters may show the same table; whoever changes it starts a new generation in each.
package final class SpanTable {
  private let spans: OpaquePointer

  package init() {
    guard let made = copydesk_make_spans() else { fatalError("no memory for a table of spans") }
    spans = made
  }

  deinit { copydesk_free_spans(spans) }

  var pointer: OpaquePointer { spans }

  /// Copies a text, 0 or 1.
  package func setText(_ number: Int, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      copydesk_set_span_text(spans, Int32(number), $0.baseAddress, $0.count)
    }
  }

  /// The bytes of a text, which stay where they are until it is set again.
  package func text(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    let start = copydesk_span_text(spans, Int32(number), &count)
    return UnsafeRawBufferPointer(start: start, count: count).bindMemory(to: UInt8.self)
  }

  /// Copies a layer.
  /// - Parameters:
  ///   - pairs: offsets, 32 bits each, of where each range begins and ends, as they lie in memory.
  ///   - inSecond: how many of the ranges, all at the front, are in text 1.
  package func setLayer(_ number: Int, _ pairs: UnsafeRawBufferPointer, inSecond: Int) {
    copydesk_set_span_layer(
      spans, UInt32(number), pairs.baseAddress, pairs.count / 8, inSecond)
  }

  /// Copies a column, 0 to 15: by item of a layer, the number of its word, from 1, or 0 for none.
  package func setWords(_ column: Int, _ numbers: [UInt8]) {
    numbers.withUnsafeBufferPointer {
      copydesk_set_span_words(spans, UInt32(column), $0.baseAddress, $0.count)
    }
  }

  /// The number at an index of a column; nil where the column is not set.
  package func word(_ column: Int, at index: Int) -> Int? {
    let number = copydesk_span_word(spans, UInt32(column), index)
    return number < 0 ? nil : Int(number)
  }

  /// Forgets what all columns hold.
  package func clearWords() { copydesk_clear_span_words(spans) }
}

extension Interpreter {
  /// Shows a table to the interpreter's scripts, which keeps it.
  package func use(_ table: SpanTable) {
    spanTable = table
    copydesk_use_spans(shim, table.pointer)
  }

  /// Sets the kind of a layer's items; that of layer 15 goes for all further ones.
  package func setKind(ofItemsIn layer: Int, _ kind: Kind) {
    copydesk_set_item_kind(shim, UInt32(layer), kind.number)
  }
}
