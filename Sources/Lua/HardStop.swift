internal import CLua

extension Interpreter {
  /// Has the process leave with a status when a C function outlives a call's deadline by `grace` seconds of its thread's own
  /// work: on a busy machine a script may not get to see that it shall stop.
  ///
  /// No hook fires inside a C function, so a pathological pattern can be stopped in no gentler way. Only for processes
  /// that somebody supervises.
  package static func setHardStop(grace: Double, status: Int32) {
    copydesk_set_hard_stop(grace, status)
  }
}
