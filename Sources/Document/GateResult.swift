/// What became of a condition on a whole run, under which it has failed.
package struct GateResult: Hashable, Sendable {
  /// As it was written.
  package var condition: String
  /// Whether it holds, and so the run has failed.
  package var holds: Bool
  /// What its names stood for: `sentiment.compound.mean is -0.41`.
  package var reasons: [String]

  package init(condition: String, holds: Bool, reasons: [String]) {
    self.condition = condition
    self.holds = holds
    self.reasons = reasons
  }
}
