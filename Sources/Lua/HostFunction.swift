internal import CLua

/// A Swift function that scripts can call.
package struct HostFunction {
  let body: UnsafeMutableRawPointer
}

/// A host function as C refers to it, by its address.
final class HostBody {
  /// The name that messages about arguments show.
  let name: String
  /// Whether the first argument is the object before the colon.
  let isMethod: Bool
  let run: Body

  init(name: String, isMethod: Bool, run: @escaping Body) {
    self.name = name
    self.isMethod = isMethod
    self.run = run
  }
}

/// Runs a host function for C's trampoline: the number of results, or -1 with a message pushed.
///
/// Nothing here raises: while Swift runs the allocator grants what it is asked for. The interpreter
/// holds the body for as long as scripts can run, so that no call need retain it.
func dispatch(state: OpaquePointer?, body: UnsafeMutableRawPointer?) -> Int32 {
  guard let state, let body else { return -1 }
  return Unmanaged<HostBody>.fromOpaque(body)._withUnsafeGuaranteedRef { body in
    do throws(Fault) {
      return Int32(truncatingIfNeeded: try body.run(Call(state: state)))
    } catch {
      push(error, of: body, on: state)
      return -1
    }
  }
}

@inline(never)
private func push(_ fault: Fault, of body: HostBody, on state: OpaquePointer) {
  switch fault.wording {
  case .message(let message):
    push(message, on: state)
  case .argument(let argument, let expected):
    // Before anything is pushed: where an argument is missing, the next value stands in its place.
    let given = Slot(state: state, index: Int32(argument))
    push(complaint(argument, expected, body, given), on: state)
  case .script(let error):
    for frame in error.traceback {
      copydesk_add_frame(state, frame.source, frame.function, Int32(frame.line))
    }
    copydesk_end_frames(state, Int32(error.omittedFrames))
    Pusher(state: state).push(error.located)
  }
}

/// Pushes a message behind the place of the script that called.
private func push(_ message: String, on state: OpaquePointer) {
  copydesk_push_position(state, 1)
  Pusher(state: state).push(message)
  lua_concat(state, 2)
}

private func complaint(
  _ argument: Int, _ expected: String, _ body: HostBody, _ given: Slot
) -> String {
  if body.isMethod, argument == 1 {
    return
      "call '\(body.name)' with a colon: \(expected):\(body.name)(…), not with \(given.typeName)"
  }
  let number = body.isMethod ? argument - 1 : argument
  return "bad argument #\(number) to '\(body.name)' (expected \(expected), got \(given.typeName))"
}

// MARK: Definitions

extension Interpreter {
  /// Makes a Swift function callable; it is kept for as long as the interpreter lives.
  package func function(
    _ name: String, isMethod: Bool = false, _ body: @escaping Body
  ) -> HostFunction {
    let form: WatchedFunction.Form = isMethod ? .method : .function
    let body = watched(body, as: WatchedFunction(nil, name, form))
    return keep(HostBody(name: name, isMethod: isMethod, run: body))
  }

  /// A function that answers for a kind of object.
  private func function(
    _ name: String, of kind: String, _ form: WatchedFunction.Form, _ body: @escaping Body
  ) -> UnsafeMutableRawPointer {
    let body = watched(body, as: WatchedFunction(kind, name, form))
    return keep(HostBody(name: name, isMethod: true, run: body)).body
  }

  /// Defines a global for all scripts, or a member of a library of globals such as `desk` or `desk.json`.
  package func define(_ name: String, in library: String? = nil, _ push: (Pusher) -> Void) {
    push(Pusher(state: state))
    copydesk_define(shim, library, name)
  }

  /// Defines a global function, or a function of a library.
  package func define(_ name: String, in library: String? = nil, body: @escaping Body) {
    let shown = library.map { "\($0).\(name)" } ?? name
    let function = function(shown, body)
    define(name, in: library) { $0.push(function) }
  }

  /// Promises a library within a library, written in Lua, that is read when a script first asks for it.
  ///
  /// `source` pushes its source, and whatever the chunk is to be called with; the chunk returns the library's table.
  package func promise(_ name: String, in library: String, source: @escaping Body) {
    let path = "\(library).\(name)"
    remember(library: path)
    let body = keep(HostBody(name: path, isMethod: false, run: source)).body
    copydesk_promise_library(shim, library, name, body)
  }

  /// Defines a kind of object: its fields, and how it answers `object[i]`, `#object` and a call.
  package func define(_ kind: KindDefinition) -> Kind {
    let number = copydesk_begin_kind(shim, kind.name)
    for field in kind.fields {
      switch field.access {
      case .value(let value):
        copydesk_add_value_field(shim, field.name, Int32(value))
      case .spanText where watcher != nil:
        let text = function(field.name, of: kind.name, .getter) {
          [unowned self] (call) throws(Fault) in
          try spanText(call)
        }
        copydesk_add_getter(shim, field.name, text)
      case .spanText:
        copydesk_add_value_field(shim, field.name, COPYDESK_SPAN_TEXT)
      case .itemIndex:
        copydesk_add_value_field(shim, field.name, COPYDESK_SPAN_INDEX)
      case .word(let column, let words, let body):
        let getter = function(field.name, of: kind.name, .getter, body)
        if watcher == nil {
          add(words, of: column, getter, named: field.name)
        } else {
          copydesk_add_getter(shim, field.name, getter)
        }
      case .getter(let body):
        copydesk_add_getter(shim, field.name, function(field.name, of: kind.name, .getter, body))
      case .settled(let body):
        let getter = function(field.name, of: kind.name, .getter, body)
        // Whoever watches is to see every call.
        if watcher == nil {
          copydesk_add_settled_getter(shim, field.name, getter)
        } else {
          copydesk_add_getter(shim, field.name, getter)
        }
      case .method(let body):
        copydesk_add_method(shim, field.name, function(field.name, of: kind.name, .method, body))
      }
    }
    let element = kind.element.map { function("[]", of: kind.name, .method, $0) }
    let call = kind.call.map { function(kind.name, of: kind.name, .method, $0) }
    switch kind.length {
    case nil, .spanText, .itemIndex, .word: copydesk_end_kind(shim, element, nil, -1, call)
    case .value(let value): copydesk_end_kind(shim, element, nil, Int32(value), call)
    case .getter(let body), .settled(let body), .method(let body):
      copydesk_end_kind(shim, element, function("#", of: kind.name, .method, body), -1, call)
    }
    if kind.isSequence { copydesk_make_sequence(shim) }
    return Kind(name: kind.name, number: number)
  }

  private func add(
    _ words: [String], of column: Int, _ getter: UnsafeMutableRawPointer, named name: String
  ) {
    let stack = Pusher(state: state)
    stack.pushTable(elements: words.count)
    for (index, word) in words.enumerated() {
      stack.push(word)
      stack.setElement(index + 1)
    }
    copydesk_add_word_getter(shim, name, UInt32(column), getter)
  }

  /// Where `print` goes, a call a line; nowhere until this is set.
  ///
  /// Its arguments are strings, but for values that have no text of their own, such as tables and objects.
  package func onPrint(_ print: @escaping Body) {
    copydesk_set_printer(shim, function("print", print).body)
  }

  /// How `require` finds a module: given a name, the body pushes its source and its chunk's name.
  ///
  /// Without a finder every `require` fails. A module runs once, in the sandbox of the script.
  package func onRequire(_ find: @escaping (String) throws(Fault) -> Module) {
    let finder = function("require") { [unowned self] (call) throws(Fault) in
      let module = try find(try call.string(1))
      remember(module.source, as: module.chunkName)
      module.source.withUnsafeBufferPointer { call.push($0) }
      call.push(module.chunkName)
      return 2
    }
    copydesk_set_finder(shim, finder.body)
  }
}

/// The source of a module that a script requires.
package struct Module {
  package var source: [UInt8]
  package var chunkName: String

  package init(source: [UInt8], chunkName: String) {
    self.source = source
    self.chunkName = chunkName
  }
}
