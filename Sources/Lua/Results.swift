internal import CLua

/// What a script's function returned, numbered from 1; valid until the closure it came to ends.
package struct Results {
  let state: OpaquePointer
  let first: Int32

  /// How many values there are.
  package let count: Int

  /// A result; beyond the last one an absent value.
  package subscript(position: Int) -> Slot {
    Slot(state: state, index: first + Int32(position) - 1)
  }
}
