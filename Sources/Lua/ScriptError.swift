internal import CLua

/// Why a script failed, where, and how it got there.
package struct ScriptError: Error, Hashable, Sendable {
  /// What ended the script. A script cannot pass one off as another.
  package enum Reason: Hashable, Sendable {
    case error, timeout, memory
  }

  /// A place in a script that was running, innermost first.
  package struct Frame: Hashable, Sendable {
    /// The chunk's name.
    package var source: String
    package var line: Int
    /// The function as messages show it: `function 'analyze'`, `main chunk`.
    package var function: String
  }

  package var reason: Reason
  /// What went wrong, without the place.
  package var message: String
  package var source: String?
  package var line: Int?
  package var traceback: [Frame]
  /// How many frames are left out of a long traceback, between its inner half and its outer one.
  package var omittedFrames: Int

  package init(
    reason: Reason, message: String, source: String? = nil, line: Int? = nil,
    traceback: [Frame] = [], omittedFrames: Int = 0
  ) {
    self.reason = reason
    self.message = message
    self.source = source
    self.line = line
    self.traceback = traceback
    self.omittedFrames = omittedFrames
  }

  /// The message behind its place, as Lua writes it.
  package var located: String {
    guard let source, let line else { return message }
    return "\(source):\(line): \(message)"
  }
}

extension ScriptError {
  /// The longest message that is kept, in bytes.
  static let messageLimit = 4096

  /// Reads the error on top of the stack, running nothing of the script's.
  /// - Parameter libraries: chunks of the host's own, whose places mean nothing to scripts.
  init(
    status: Int32, shim: OpaquePointer, state: OpaquePointer, chunkNames: some Sequence<String>,
    libraries: [String]
  ) {
    switch copydesk_verdict(shim) {
    case copydesk_verdict_timeout:
      self.init(reason: .timeout, message: "the time limit was reached")
    case copydesk_verdict_memory:
      self.init(reason: .memory, message: "the memory limit was reached")
    default:
      self.init(
        reason: .error, message: Self.words(for: Slot(state: state, index: lua_gettop(state))))
    }
    takeFrames(of: shim)
    copydesk_forget_frames(shim)
    if reason == .memory, omittedFrames > 10_000 {
      // A function that calls itself without end runs out of memory before it runs out of stack.
      message += ", \(traceback.count + omittedFrames) calls deep"
    }
    if reason == .error { takePlace(from: chunkNames, own: libraries) }
    if source == nil, let innermost = traceback.first {
      source = innermost.source
      line = innermost.line
    }
  }

  /// Words for an error value; of tables only a member `message` is shown, and nothing is called.
  private static func words(for value: Slot) -> String {
    switch value.type {
    case .string:
      return text(value.unsafeBytes)
    case .integer:
      return value.integer.map(String.init) ?? ""
    case .number:
      return value.number.map { "\($0)" } ?? ""
    case .table:
      return value.member("message") { message in
        message.type == .string ? text(message.unsafeBytes) : "the error object is a table"
      }
    case .absent, .null:
      return "the error object is nil"
    default:
      return "the error object is a \(value.typeName)"
    }
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>?) -> String {
    guard let bytes else { return "" }
    guard bytes.count > messageLimit else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.prefix(messageLimit), as: UTF8.self) + " …"
  }

  private mutating func takeFrames(of shim: OpaquePointer) {
    var start: UnsafePointer<copydesk_frame>?
    var omitted: Int32 = 0
    let count = copydesk_frames(shim, &start, &omitted)
    guard let start else { return }
    omittedFrames = Int(omitted)
    traceback = (0..<Int(count)).map { position in
      let frame = start + position
      return Frame(
        source: String(cString: copydesk_frame_source(frame)), line: Int(frame.pointee.line),
        function: String(cString: copydesk_frame_name(frame)))
    }
  }

  /// Lua writes `source:line: ` in front of messages; takes it off where the source is known.
  private mutating func takePlace(from chunkNames: some Sequence<String>, own: [String]) {
    for name in chunkNames {
      guard let (number, rest) = place(in: name) else { continue }
      (source, line, message) = (name, number, rest)
      return
    }
    // What goes wrong in a library of the host's has the place of the script that called it.
    for name in own {
      if let (_, rest) = place(in: name) { message = rest }
    }
  }

  /// The line of a source that the message begins with, and the rest of the message.
  private func place(in source: String) -> (line: Int, rest: String)? {
    guard message.hasPrefix(source + ":") else { return nil }
    let place = message.utf8.dropFirst(source.utf8.count + 1)
    let digits = place.prefix { (0x30...0x39).contains($0) }
    let tail = place.dropFirst(digits.count)
    guard let line = Int(String(decoding: digits, as: UTF8.self)), tail.starts(with: ": ".utf8)
    else { return nil }
    return (line, String(decoding: tail.dropFirst(2), as: UTF8.self))
  }
}
