internal import CLua

/// Something that can be given values for a script: arguments of a call, results of a host function.
///
/// Each method pushes one value. Members and elements are set right after their value is pushed.
package protocol Pushing {
  var state: OpaquePointer { get }
}

/// The place where the arguments of a script's function are pushed.
package struct Pusher: Pushing {
  package let state: OpaquePointer
}

extension Pushing {
  /// Makes room for further values; false where the stack is as deep as it may get.
  package func reserve(_ count: Int) -> Bool { copydesk_room(state, Int32(count)) }

  package func pushNil() { lua_pushnil(state) }
  package func push(_ value: Bool) { lua_pushboolean(state, value ? 1 : 0) }
  package func push(_ value: Int) { lua_pushinteger(state, lua_Integer(value)) }
  package func push(_ value: Double) { lua_pushnumber(state, value) }

  /// Pushes a string of UTF-8.
  package func push(_ value: String) {
    var value = value
    value.withUTF8 { push($0) }
  }

  /// Pushes a string of any bytes.
  package func push(_ bytes: UnsafeBufferPointer<UInt8>) {
    bytes.withMemoryRebound(to: CChar.self) {
      _ = lua_pushlstring(state, $0.baseAddress, $0.count)
    }
  }

  /// Pushes a string of any bytes.
  package func push(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBufferPointer { push($0) } }

  /// Pushes the value that a reference holds.
  package func push(_ reference: Reference) { copydesk_push_reference(state, reference.number) }

  /// Pushes a copy of a value that is on the stack already.
  package func push(_ slot: Slot) { lua_pushvalue(state, slot.index) }

  /// Pushes an object of the host's.
  package func push(_ object: Object) {
    withUnsafePointer(to: object.handle) { copydesk_push_handle(state, $0) }
  }

  package func push(_ function: HostFunction) {
    copydesk_push_function(state, function.body)
  }

  /// Pushes a function that gives objects one by one, each with a number, and nil behind the last: for a generic `for`.
  /// - Parameters:
  ///   - generation: of the objects; while it is not the interpreter's the function fails, unless it is 0.
  ///   - row: an object's four integers and the number, by index.
  package func pushWalk(
    of kind: Kind, generation: UInt32, count: Int,
    row: (Int) -> (values: (Int, Int, Int, Int), number: Double)
  ) {
    let rows = copydesk_push_walk(state, kind.number, generation, UInt32(count))
    for index in 0..<count {
      let (values, number) = row(index)
      rows?[index] = copydesk_row(
        values: (Int64(values.0), Int64(values.1), Int64(values.2), Int64(values.3)),
        number: number)
    }
  }

  /// Pushes the function that walks a table in no order, for where order does not matter.
  package func pushEach() { copydesk_push_each(state) }

  /// Pushes an empty table with room for elements and members.
  package func pushTable(elements: Int = 0, members: Int = 0) {
    lua_createtable(state, Int32(elements), Int32(members))
  }

  /// Takes the value just pushed and makes it an element of the table below it.
  package func setElement(_ index: Int) { lua_rawseti(state, -2, lua_Integer(index)) }

  /// Takes the value just pushed and makes it a member of the table below it.
  package func setMember(_ name: String) {
    push(name)
    lua_rotate(state, -2, 1)
    lua_rawset(state, -3)
  }
}
