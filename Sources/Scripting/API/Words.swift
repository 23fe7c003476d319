internal import Lua

/// The words for the cases of an enumeration as values of Lua, made once, so that getters need not spell them.
struct Words<Name: CaseIterable> {
  private let values: ReferenceList
  /// By the byte that stands for a case in memory: which of the values is its word.
  private let places: [UInt8]

  init(_ interpreter: Interpreter, _ spelling: (Name) -> String) {
    precondition(MemoryLayout<Name>.size <= 1, "the cases of an enumeration are told by one byte")
    let names = Array(Name.allCases)
    values = ReferenceList(names.map { interpreter.reference(to: spelling($0)) })
    var places = [UInt8](repeating: 0, count: 256)
    for (place, name) in names.enumerated() { places[Self.byte(of: name)] = UInt8(place) }
    self.places = places
  }

  @inline(__always)
  private static func byte(of name: Name) -> Int {
    withUnsafeBytes(of: name) { $0.isEmpty ? 0 : Int($0[0]) }
  }

  /// Pushes a case's word, or nil where there is no case.
  @inline(__always)
  func push(_ name: Name?, on call: Call) {
    guard let name else { return call.pushNil() }
    values.push(Int(places[Self.byte(of: name)]), on: call)
  }
}
