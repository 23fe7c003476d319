internal import Document
internal import Lua

/// Writes down every call of a plugin into the host, with arguments and results, for its author to read.
final class CallTrace: CallWatcher {
  /// Of more lines in one article the first and the last are kept.
  static let maximumLines = 2_000

  /// Set as soon as there is a session to show values of.
  weak var session: Session?
  private var first: [String] = []
  private var last: [String] = []
  private var dropped = 0
  /// What was said of the arguments of calls that have not returned; one may call a script that calls again.
  private var open: [String] = []

  func begin(_ function: WatchedFunction, _ call: Call) {
    open.append(session.map { Self.words(of: function, call, ValueText(session: $0)) } ?? "")
  }

  func end(_ function: WatchedFunction, _ call: Call, results: Int) {
    guard let session else { return }
    let shown = call.results(results).map(ValueText(session: session).line)
    close(call, shown.isEmpty ? "" : " → " + shown.joined(separator: ", "))
  }

  func fail(_ function: WatchedFunction, _ call: Call, _ fault: Fault) {
    close(call, " → error: \(fault.words(of: function))")
  }

  private func close(_ call: Call, _ outcome: String) {
    guard let words = open.popLast() else { return }
    let indent = String(repeating: "  ", count: open.count)
    add(indent + (call.place.map { "\($0): " } ?? "") + words + outcome)
  }

  private func add(_ line: String) {
    guard first.count >= Self.maximumLines / 2 else { return first.append(line) }
    last.append(line)
    guard last.count > Self.maximumLines else { return }
    dropped += Self.maximumLines / 2
    last.removeFirst(Self.maximumLines / 2)
  }

  /// The lines since it was last asked.
  func take() -> [String] {
    let excess = max(0, last.count - Self.maximumLines / 2)
    dropped += excess
    let gap = dropped > 0 ? ["… \(dropped) more calls"] : []
    defer { (first, last, dropped, open) = ([], [], 0, []) }
    return first + gap + last.dropFirst(excess)
  }

  /// The call as a script would write it.
  private static func words(
    of function: WatchedFunction, _ call: Call, _ text: ValueText
  ) -> String {
    let arguments = (1...max(1, call.count)).filter { $0 <= call.count }.map { text.line(call[$0]) }
    guard function.owner != nil else {
      return "\(function.name)(\(arguments.joined(separator: ", ")))"
    }
    let isSpan = call[1].object.map { text.session.kinds.spans.contains($0) } ?? false
    let owner = isSpan ? "(\(arguments.first ?? ""))" : function.owner ?? ""
    switch (function.form, function.name) {
    case (.getter, let name): return "\(owner).\(name)"
    case (_, "[]"): return "\(owner)[\(arguments.dropFirst().joined(separator: ", "))]"
    case (_, "#"): return "#\(owner)"
    case (_, let name):
      return "\(owner):\(name)(\(arguments.dropFirst().joined(separator: ", ")))"
    }
  }
}
