package import Document

/// What is to be noticed of a run before anything else: gates that it was to pass, and what has changed since an earlier one.
package struct Judgement: Sendable {
  package var gates: [GateResult]
  package var changes: Changes?

  /// Nil where there is nothing of either.
  package init?(gates: [GateResult], changes: Changes?) {
    if gates.isEmpty, changes == nil { return nil }
    self.gates = gates
    self.changes = changes
  }

  /// What a section on it is called.
  var title: String { changes == nil ? "Gates" : "What has changed" }

  /// How many gates the run did not pass, in a sentence; nil where it passed all, or was to pass none.
  var alarm: String? {
    let failed = gates.count(where: \.holds)
    guard failed > 0 else { return nil }
    return "\(Figures.shown(failed)) of \(Figures.count(gates.count, "gate")) failed."
  }
}

extension GateResult {
  var verdict: String { holds ? "failed" : "passed" }

  var reason: String { Printable.string(reasons.joined(separator: "; ")) }
}
