internal import Lua

/// The words for the cases of an enumeration as values of Lua, made once, so that getters need not spell them.
struct Words<Name: CaseIterable & Equatable> {
  private let names: [Name]
  private let values: [Reference]

  init(_ interpreter: Interpreter, _ spelling: (Name) -> String) {
    names = Array(Name.allCases)
    values = names.map { interpreter.reference(to: spelling($0)) }
  }

  /// Pushes a case's word, or nil where there is no case.
  @inline(__always)
  func push(_ name: Name?, on call: Call) {
    guard let name, let index = names.firstIndex(of: name) else { return call.pushNil() }
    call.push(values[index])
  }
}
