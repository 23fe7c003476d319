import Glibc

// What tests wait for, on machines as slow as they may be: for things that happen, never for a time to pass.

/// Seconds after which a program counts as hung; `$COPYDESK_PATIENCE` says others.
let patience = getenv("COPYDESK_PATIENCE").flatMap { Int(String(cString: $0)) } ?? 300

/// Waits until something holds; false if it never does.
func eventually(_ holds: () -> Bool) -> Bool {
  let deadline = Program.now + patience
  while !holds() {
    guard Program.now < deadline else { return false }
    usleep(5000)
  }
  return true
}

/// A process as the kernel tells of it.
struct Watched {
  let pid: pid_t

  private var stat: [Substring] {
    let line = String(decoding: Scratch.bytes("/proc/\(pid)/stat") ?? [], as: UTF8.self)
    // The name, in parentheses, may have spaces; the state comes behind it.
    guard let end = line.lastIndex(of: ")") else { return [] }
    return line[line.index(after: end)...].split(separator: " ")
  }

  /// A zombie is dead; whoever adopted it has not looked yet.
  var isAlive: Bool { stat.first.map { $0 != "Z" && $0 != "X" } ?? false }

  /// Whether it has worked for a tenth of a second, much more than starting takes: it is at what it was given.
  var isBusy: Bool {
    let stat = stat
    return stat.count > 11 && (Int(stat[11]) ?? 0) >= 10
  }

  /// Whether a signal that was sent has reached it.
  func hasTaken(_ signal: Int32) -> Bool { !signals("ShdPnd").contains(signal) }

  func catches(_ signal: Int32) -> Bool { signals("SigCgt").contains(signal) }

  private func signals(_ set: String) -> [Int32] {
    let status = String(decoding: Scratch.bytes("/proc/\(pid)/status") ?? [], as: UTF8.self)
    let line = status.split(separator: "\n").first { $0.hasPrefix("\(set):") }
    let bits = line?.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) } ?? 0
    return (1...64).filter { bits >> ($0 - 1) & 1 == 1 }
  }
}
