/// A worker that is asked one thing after the other, and waited for. One that dies over a question is replaced for the next.
final class Respondent {
  private let executable: Path
  private let limits: RunLimits
  private var worker: WorkerProcess?
  /// What the last worker died of that gave no answer.
  private(set) var death: Death?

  /// - Parameter limits: those that a worker's death is told by.
  init(_ executable: Path, limits: RunLimits = RunLimits()) {
    self.executable = executable
    self.limits = limits
  }

  /// Whether the next question will be the first of its worker.
  var isNew: Bool { worker == nil }

  /// Sends commands and takes replies until one is the answer.
  /// - Parameters:
  ///   - seconds: how long the worker may be silent.
  ///   - isInterrupted: whether nobody wants to wait any more, which ends the worker.
  ///   - take: the answer, if a reply is or completes it.
  /// - Returns: nil when the worker has died; `death` says of what.
  func ask<Answer>(
    _ commands: Command..., within seconds: Double, until isInterrupted: () -> Bool = { false },
    _ take: (Reply) throws(WorkbenchError) -> Answer?
  ) throws(WorkbenchError) -> Answer? {
    let asked = try hire()
    for command in commands { asked.send(command) }
    while let reply = try asked.answer(within: seconds, until: isInterrupted) {
      if let answer = try take(reply) { return answer }
    }
    death = Death(status: asked.end(), wasLate: asked.wasLate, limits: limits)
    worker = nil
    return nil
  }

  private func hire() throws(WorkbenchError) -> WorkerProcess {
    if let worker { return worker }
    let hired = try WorkerProcess.started(executable)
    worker = hired
    return hired
  }
}
