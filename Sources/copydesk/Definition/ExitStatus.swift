/// What the process tells its caller.
enum ExitStatus {
  static let success: Int32 = 0
  /// A gate, such as --fail-if or --max-errors, or a plugin's check or test failed.
  static let failedTest: Int32 = 1
  /// Wrong usage or configuration, or an output that cannot be written: nothing was done, or not all of it.
  static let usage: Int32 = 2
  /// Some inputs or plugins failed; the rest is written.
  static let partial: Int32 = 3
  /// A plugin did not load.
  static let plugin: Int32 = 4

  /// Ended by a signal: 130 for an interrupt, 143 for a request to end, 141 where the reader of the output has gone.
  static func signal(_ number: Int32) -> Int32 { 128 + number }

  /// For the manual.
  static let table: [(status: String, meaning: String)] = [
    ("0", "all went well"),
    ("1", "a gate, such as --fail-if or --max-errors, or a plugin's check or test failed"),
    ("2", "wrong usage or configuration, or the output cannot be written"),
    ("3", "some articles or plugins failed; the rest is written"),
    ("4", "a plugin did not load"),
    ("130, 143", "stopped by an interrupt or a request to end"),
    ("141", "whoever read the output has gone"),
  ]
}
