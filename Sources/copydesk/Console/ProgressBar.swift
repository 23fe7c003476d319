import Workbench

/// The line at the foot of a terminal that says how far a run has come.
struct ProgressBar {
  private let terminal: Terminal
  private let isUnicode: Bool
  private var isShown = false

  /// A run that is over at once shows none.
  private static let patience = 0.4

  init(_ terminal: Terminal) {
    self.terminal = terminal
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Terminal.variable)
      .first { !$0.isEmpty }
    isUnicode = locale.map { $0.hasSuffix("UTF-8") || $0.hasSuffix("utf8") } ?? false
  }

  mutating func show(_ progress: Progress) {
    guard progress.seconds >= Self.patience else { return }
    // Carriage return, the line, and clearing what is left of a longer one.
    terminal.write("\r\(line(progress))\u{1B}[K")
    isShown = true
  }

  /// Takes the line away, so that something else can be written.
  mutating func clear() {
    guard isShown else { return }
    terminal.write("\r\u{1B}[K")
    isShown = false
  }

  private func line(_ progress: Progress) -> String {
    let words = ProgressWords(progress).parts.joined(separator: isUnicode ? " · " : ", ")
    let room = terminal.width - words.utf8.count - 3
    guard let fraction = ProgressWords(progress).fraction, room >= 10 else {
      return String(words.prefix(max(0, terminal.width - 1)))
    }
    return "\(bar(fraction, width: min(room, 30))) \(words)"
  }

  private func bar(_ fraction: Double, width: Int) -> String {
    let full = Int((fraction * Double(width)).rounded(.down))
    let (ink, ground) = isUnicode ? ("━", "─") : ("#", "-")
    return terminal.styled(String(repeating: ink, count: full), .green)
      + terminal.styled(String(repeating: ground, count: width - full), .faint)
  }
}

/// What there is to say about how far a run has come.
struct ProgressWords {
  private let progress: Progress

  init(_ progress: Progress) {
    self.progress = progress
  }

  /// The share of the bytes that is done; nil until the inputs are counted.
  var fraction: Double? {
    guard let total = progress.total, total.bytes > 0 else { return nil }
    return min(1, Double(progress.counts.bytes) / Double(total.bytes))
  }

  var parts: [String] {
    var parts = [done]
    parts.append("\(Count.grouped(Int(articleRate))) articles/s")
    if progress.counts.bytes > 0 { parts.append("\(Self.megabytes(Int(byteRate))) MB/s") }
    let failures = progress.counts.unreadable + progress.counts.pluginErrors
    if failures > 0 { parts.append("\(Count.grouped(failures)) failed") }
    if progress.replacedWorkers > 0 {
      parts.append(Count.of(progress.replacedWorkers, "worker replaced", "workers replaced"))
    }
    if let left { parts.append("\(Duration.words(left)) left") }
    return parts
  }

  /// Of files where each is an article; of megabytes where files hold many.
  private var done: String {
    let outcomes = progress.counts.outcomes
    guard let total = progress.total else {
      return Count.of(outcomes, "article", "articles")
    }
    if total.files > 1, outcomes <= total.files {
      return "\(Count.grouped(outcomes))/\(Count.grouped(total.files))"
    }
    return "\(Self.megabytes(progress.counts.bytes))/\(Self.megabytes(total.bytes)) MB"
  }

  var articleRate: Double { Double(progress.counts.articles) / max(progress.seconds, 0.001) }
  var byteRate: Double { Double(progress.counts.bytes) / max(progress.seconds, 0.001) }

  /// Seconds to the end, by the bytes; nil until the inputs are counted.
  var left: Double? {
    guard let fraction, fraction > 0, fraction < 1 else { return nil }
    return progress.seconds * (1 - fraction) / fraction
  }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = bytes / 100_000
    return "\(Count.grouped(tenths / 10)).\(tenths % 10)"
  }
}

/// Spans of time as people read them.
enum Duration {
  /// `0.02 s`, `12 s`, `3 min 5 s`, `2 h 10 min`.
  static func words(_ seconds: Double) -> String {
    if seconds < 10 {
      let hundredths = Int((seconds * 100).rounded())
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
    }
    let whole = Int(min(seconds, 1e9).rounded())
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3600: return "\(whole / 60) min \(whole % 60) s"
    default: return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
  }
}
