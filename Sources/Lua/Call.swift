internal import CLua

/// What a host function does: it reads its arguments, pushes its results and says how many.
///
/// It may throw, allocate and call scripts; it must not keep the `Call`.
package typealias Body = (Call) throws(Fault) -> Int

/// Why a host function fails; the script sees an ordinary error at its own line.
package struct Fault: Error {
  let wording: Wording

  enum Wording {
    case message(String)
    case argument(Int, expected: String)
    case script(ScriptError)
  }

  /// An error with these words.
  package init(_ message: String) { wording = .message(message) }

  /// An argument that is not what the function asks for.
  package init(argument: Int, expected: String) {
    wording = .argument(argument, expected: expected)
  }

  /// The failure of a script that a host function called, handed on.
  package init(_ error: ScriptError) { wording = .script(error) }
}

/// The arguments of one call of a host function, numbered from 1, and the place for its results.
package struct Call: Pushing {
  package let state: OpaquePointer

  /// How many arguments were given.
  package var count: Int { Int(lua_gettop(state)) }

  /// An argument; beyond the last one an absent value.
  package subscript(argument: Int) -> Slot { Slot(state: state, index: Int32(argument)) }

  /// An integer argument, also one written as a float without a fraction.
  package func integer(_ argument: Int) throws(Fault) -> Int {
    guard let integer = self[argument].integer else {
      throw Fault(argument: argument, expected: "integer")
    }
    return Int(integer)
  }

  /// A number argument.
  package func number(_ argument: Int) throws(Fault) -> Double {
    guard let number = self[argument].number else {
      throw Fault(argument: argument, expected: "number")
    }
    return number
  }

  /// A boolean argument.
  package func bool(_ argument: Int) throws(Fault) -> Bool {
    guard let bool = self[argument].bool else {
      throw Fault(argument: argument, expected: "boolean")
    }
    return bool
  }

  /// A string argument of valid UTF-8.
  package func string(_ argument: Int) throws(Fault) -> String {
    guard self[argument].type == .string else {
      throw Fault(argument: argument, expected: "string")
    }
    guard let string = self[argument].string else {
      throw Fault(argument: argument, expected: "string of valid UTF-8")
    }
    return string
  }

  /// The bytes of a string argument, which live until `body` returns.
  package func bytes<Result>(
    _ argument: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    guard let bytes = self[argument].unsafeBytes else {
      throw Fault(argument: argument, expected: "string")
    }
    return try body(bytes)
  }

  /// An object argument of a kind, refused where it belongs to an earlier generation.
  package func object(_ argument: Int, of kind: Kind) throws(Fault) -> Object {
    guard let object = self[argument].object, object.isOf(kind) else {
      throw Fault(argument: argument, expected: kind.name)
    }
    if copydesk_is_stale(state, object.generation) {
      throw Fault("this \(kind.name) is from an earlier article")
    }
    return object
  }

  /// A table argument.
  package func table(_ argument: Int) throws(Fault) -> Slot {
    guard self[argument].type == .table else {
      throw Fault(argument: argument, expected: "table")
    }
    return self[argument]
  }

  /// Whether the script's time is used up; long host functions ask now and then, and fail.
  package var isExpired: Bool { copydesk_expired(state) }
}
