internal import CLua

extension Interpreter {
  /// Why scripts do without a name that other Lua programs have, in words; nil where they never had it.
  /// - Parameter library: nil for a global.
  package static func reasonForAbsence(of name: String, in library: String?) -> String? {
    let reason =
      if let library {
        copydesk_reason_for_absence(library, name)
      } else {
        copydesk_reason_for_absence(nil, name)
      }
    return reason.map { String(cString: $0) }
  }
}
