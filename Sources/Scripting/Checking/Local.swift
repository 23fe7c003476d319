/// A local variable, parameter or loop variable.
final class Local {
  enum Origin {
    /// One of a `local` statement's, with the expressions that it is given.
    case variable(place: Int, [Expression], isConstant: Bool)
    case function(FunctionBody)
    case parameter(FunctionBody, place: Int)
    /// Counted by `for`.
    case counter([Expression])
    /// Given by `for … in`.
    case each(place: Int, [Expression])
    /// `self` of a method.
    case `self`
  }

  let name: Name
  let origin: Origin
  /// The function that it is of; nil: the file.
  let owner: FunctionBody?
  /// The local that it hides, where there is one.
  let hidden: Local?
  var reads: [Expression] = []
  /// Where it is called, with the arguments; its other reads are not calls.
  var calls: [[Expression]] = []
  var writes: [Expression] = []
  /// Whether it is given a method or field by `function name.field()`.
  var isExtended = false

  init(_ name: Name, _ origin: Origin, owner: FunctionBody?, hidden: Local?) {
    self.name = name
    self.origin = origin
    self.owner = owner
    self.hidden = hidden
  }
}
