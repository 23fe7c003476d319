internal import CLua

/// A Lua value that the host holds on to: a function to call, a table to read.
///
/// Releasing is safe at any time, also inside a host function and after the interpreter is gone.
package final class Reference {
  let number: Int32
  private let anchor: Anchor

  init(number: Int32, anchor: Anchor) {
    self.number = number
    self.anchor = anchor
  }

  deinit { anchor.release(number) }
}

extension Slot {
  /// The last of an object's integers; nil where the value is no object.
  package var ownInteger: Int? {
    copydesk_to_handle(state, index).map { Int($0.pointee.values.3) }
  }
}

extension Interpreter {
  /// A reference to a string.
  package func reference(to string: String) -> Reference {
    Pusher(state: state).push(string)
    return Reference(number: copydesk_reference(state), anchor: anchor)
  }
}

/// The C state behind an interpreter, which outlives it for the sake of late references.
final class Anchor {
  private var open: OpaquePointer?

  init(_ shim: OpaquePointer) { open = shim }

  var shim: OpaquePointer {
    guard let open else { preconditionFailure("the interpreter is gone") }
    return open
  }

  func release(_ reference: Int32) {
    guard let open else { return }
    copydesk_release(copydesk_running(open), reference)
  }

  func close() {
    if let open { copydesk_close(open) }
    open = nil
  }
}
