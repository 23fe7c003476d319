internal import Lua

/// Everything that plugins can use, declared once.
extension Session {
  /// The owners of all names, in the order of the reference.
  ///
  /// The kinds of the host come before what `desk` adds, which may give them.
  var api: [APIOwner] {
    [articleOwner, contextOwner, reportOwner, sequenceOwner] + spanOwners + deskOwners
  }

  /// Makes the whole API known to the interpreter's scripts.
  func defineAPI() {
    for owner in api { owner.define(in: interpreter, &kinds) }
    definePrelude()
    defineGrammars()
    setItemKinds()
    interpreter.use(galley.spans)
    interpreter.onPrint(printLine)
  }
}
