internal import Document
internal import Lua

extension PluginError {
  /// The failure of a plugin's own code.
  /// - Parameter function: what the function is called that the host called; nil: as the phase.
  init(
    _ error: ScriptError, in source: PluginSource, named plugin: String, phase: Phase,
    function: String? = nil
  ) {
    self.init(
      plugin: plugin, phase: phase.rawValue, kind: Kind(error.reason), message: error.message)
    let own = error.traceback.filter { source.has($0.source) }
    traceback = Self.lines(own)
    nameOutermost(own.last, phase, function ?? phase.rawValue)
    if phase == .load, let chunk = error.source, let (fault, line) = source.syntaxFault(of: chunk) {
      (message, remedy) = (fault.message, fault.remedy)
      locate(chunk, line, in: source)
    } else if let chunk = error.source, let line = error.line, source.has(chunk) {
      locate(chunk, line, in: source)
    } else if let frame = own.first {
      locate(frame.source, frame.line, in: source)
    } else {
      file = source.path(of: source.mainChunk)
    }
    improve()
    listOptions(of: source)
  }

  /// Frames as they are shown, those of a function that calls itself once.
  private static func lines(_ frames: [ScriptError.Frame]) -> [String] {
    var lines: [String] = []
    for frame in frames {
      let line = "\(frame.source):\(frame.line): in \(frame.function)"
      if lines.last == line {
        lines[lines.count - 1] += ", again and again"
      } else if lines.last != line + ", again and again" {
        lines.append(line)
      }
    }
    return lines
  }

  /// Lua has no name for a function that the host called.
  private mutating func nameOutermost(
    _ frame: ScriptError.Frame?, _ phase: Phase, _ name: String
  ) {
    guard let frame, frame.function.hasPrefix("function at line "), phase != .load else { return }
    traceback[traceback.count - 1] = "\(frame.source):\(frame.line): in function '\(name)'"
  }

  /// A problem of a plugin's table, or of what it returned.
  init(
    _ message: String, at path: String?, in source: PluginSource, named plugin: String,
    phase: Phase, kind: Kind = .load, remedy: String? = nil
  ) {
    self.init(
      plugin: plugin, phase: phase.rawValue, kind: kind, message: message, remedy: remedy)
    file = source.path(of: source.mainChunk)
    if let path, let line = source.outline.line(of: path) {
      locate(source.mainChunk, line, in: source)
    }
  }

  private mutating func locate(_ chunk: String, _ line: Int, in source: PluginSource) {
    file = source.path(of: chunk)
    self.line = line
    sourceLine = source.line(line, of: chunk)
  }
}

extension PluginError.Kind {
  init(_ reason: ScriptError.Reason) {
    self =
      switch reason {
      case .error: .error
      case .timeout: .timeout
      case .memory: .memory
      }
  }
}
