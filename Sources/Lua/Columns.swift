internal import CLua

/// Which columns can be made of rows of the host's, so that a script gets thousands of values in one call.
package struct ColumnLayout<Row: BitwiseCopyable>: @unchecked Sendable {
  /// The columns' names, in the order in which they were given.
  package let names: [String]
  // The names in them are constants of the program.
  private let columns: [copydesk_column]

  /// A column of the rows.
  package struct Column {
    fileprivate let name: StaticString
    fileprivate let column: copydesk_column

    /// A column of integers, to each of which one may be added: Lua counts from 1.
    package static func integer(
      _ name: StaticString, _ path: KeyPath<Row, UInt32>, plus add: Int32 = 0
    ) -> Self {
      Self(name, MemoryLayout<Row>.offset(of: path), copydesk_column_integer, add)
    }

    /// A column of truth values.
    package static func truth(_ name: StaticString, _ path: KeyPath<Row, Bool>) -> Self {
      Self(name, MemoryLayout<Row>.offset(of: path), copydesk_column_boolean, 0)
    }

    /// A column of numbers.
    package static func number(_ name: StaticString, _ path: KeyPath<Row, Double>) -> Self {
      Self(name, MemoryLayout<Row>.offset(of: path), copydesk_column_number, 0)
    }

    /// A column of texts.
    package static func text(_ name: StaticString, _ path: KeyPath<Row, ColumnText>) -> Self {
      Self(name, MemoryLayout<Row>.offset(of: path), copydesk_column_text, 0)
    }

    private init(
      _ name: StaticString, _ offset: Int?, _ type: copydesk_column_type, _ add: Int32
    ) {
      guard let offset else { preconditionFailure("'\(name)' is not stored in the rows") }
      self.name = name
      let start = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
      column = copydesk_column(name: start, offset: offset, type: type, add: add)
    }
  }

  package init(_ columns: Column...) {
    names = columns.map { "\($0.name)" }
    self.columns = columns.map(\.column)
  }

  /// Fills those columns that a table has lists for, each from 1; lists are not cut.
  ///
  /// - Returns: the name of a member of the table that is not a column, or no list; nil where all is well.
  /// - Complexity: O(rows × columns that the table has).
  package func fill(_ table: Slot, from rows: UnsafeBufferPointer<Row>) -> (
    name: Slot, value: Slot
  )? {
    let state = table.state
    let base = lua_gettop(state)
    let isFilled = copydesk_fill_columns(
      state, table.index, columns, columns.count, rows.baseAddress, MemoryLayout<Row>.stride,
      rows.count)
    if isFilled { return nil }
    return (Slot(state: state, index: base + 1), Slot(state: state, index: base + 2))
  }
}

/// A text in a row: bytes that whoever made the row holds.
package struct ColumnText: BitwiseCopyable {
  private let text: copydesk_column_bytes

  /// No text.
  package init() { text = copydesk_column_bytes() }

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    text = copydesk_column_bytes(start: start, count: bytes.count)
  }
}

/// A value of a list that was read in one go with its neighbours.
package enum PlainElement {
  case missing
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  /// Anything else, a string for one.
  case other
}

extension Slot {
  /// Visits the first elements of a list, faster than one by one with `element`.
  package func forEachElement(
    upTo count: Int, _ visit: (_ index: Int, _ element: PlainElement) throws(Fault) -> Void
  ) throws(Fault) {
    let elements = UnsafeMutablePointer<copydesk_element>.allocate(capacity: max(count, 1))
    defer { elements.deallocate() }
    copydesk_read_elements(state, index, count, elements)
    for index in 0..<count { try visit(index, PlainElement(elements[index])) }
  }
}

extension PlainElement {
  fileprivate init(_ element: copydesk_element) {
    switch element.type {
    case copydesk_element_nil: self = .missing
    case copydesk_element_boolean: self = .bool(element.value.integer != 0)
    case copydesk_element_integer: self = .integer(element.value.integer)
    case copydesk_element_number: self = .number(element.value.number)
    default: self = .other
    }
  }
}
