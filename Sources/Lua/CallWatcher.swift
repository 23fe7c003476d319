internal import CLua

/// Is told of every call that a script makes into the host's Swift functions.
///
/// It is named before anything is defined, and then stands between the script and each function; where there is none,
/// calls are what they were. What scripts read without leaving C, the items of a sequence and an object's own integers, is
/// no call.
package protocol CallWatcher: AnyObject {
  /// A function is about to run; its arguments are on the stack.
  func begin(_ function: WatchedFunction, _ call: Call)
  /// It has pushed so many results.
  func end(_ function: WatchedFunction, _ call: Call, results: Int)
  func fail(_ function: WatchedFunction, _ call: Call, _ fault: Fault)
}

/// A host function as watchers know it.
package final class WatchedFunction {
  /// How a script comes to call it.
  package enum Form: Sendable {
    /// `desk.round(…)`.
    case function
    /// `article.sentences`.
    case getter
    /// `ctx:annotate(…)`, `article[1]`, `#article`: the object is the first argument.
    case method
  }

  /// The object's kind; nil for functions, whose name says all.
  package let owner: String?
  package let name: String
  package let form: Form

  init(_ owner: String?, _ name: String, _ form: Form) {
    self.owner = owner
    self.name = name
    self.form = form
  }

  /// As the reference writes it: `desk.round`, `article.sentences`, `ctx:annotate`.
  package var shown: String {
    guard let owner else { return name }
    return form == .getter ? "\(owner).\(name)" : "\(owner):\(name)"
  }
}

extension Interpreter {
  /// Has the watcher, if there is one, stand before a function.
  func watched(_ body: @escaping Body, as function: @autoclosure () -> WatchedFunction) -> Body {
    guard let watcher else { return body }
    let function = function()
    return { [unowned watcher] (call) throws(Fault) in
      watcher.begin(function, call)
      do throws(Fault) {
        let results = try body(call)
        watcher.end(function, call, results: results)
        return results
      } catch {
        watcher.fail(function, call, error)
        throw error
      }
    }
  }

  /// The words of a stretch, as a getter of its own for those who watch.
  func spanText(_ call: Call) throws(Fault) -> Int {
    guard let object = call[1].object, let spanTable else {
      call.push("")
      return 1
    }
    let text = spanTable.text(object.third == 1 ? 1 : 0)
    let (first, last) = (object.first, object.second)
    let isInside = first >= 1 && first <= last && last <= text.count
    call.push(
      UnsafeBufferPointer(rebasing: text[(isInside ? first - 1 : 0)..<(isInside ? last : 0)]))
    return 1
  }
}

extension Call {
  /// What a function has pushed, in order.
  package func results(_ count: Int) -> [Slot] {
    let top = self.count
    return (0..<min(count, top)).map { Slot(state: state, index: Int32(top - count + $0 + 1)) }
  }

  /// The line of the script that called, `hedging.lua:12`; nil where that was no script.
  package var place: String? {
    copydesk_push_position(state, 1)
    defer { copydesk_pop(state, 1) }
    guard let place = Slot(state: state, index: lua_gettop(state)).string, !place.isEmpty else {
      return nil
    }
    return String(place.dropLast(2))
  }
}

extension Fault {
  /// What it says of a function, as far as that is known without the script.
  package func words(of function: WatchedFunction) -> String {
    switch wording {
    case .message(let message): message
    case .argument(let argument, let expected):
      "bad argument #\(function.form == .method ? argument - 1 : argument): expected \(expected)"
    case .script(let error): error.located
    }
  }
}
