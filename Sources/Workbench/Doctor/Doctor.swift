import CProcess
import Document
import Glibc

extension Workbench {
  /// Looks how well workers are locked down here, by attempts in workers, and what they are made of.
  package func diagnosis() throws(WorkbenchError) -> Diagnosis {
    let doctor = try Doctor(executable)
    var findings: [Diagnosis.Finding] = []
    for layer in Diagnosis.Layer.allCases { findings.append(try doctor.examine(layer)) }
    let version = Int(copydesk_seccomp_version())
    return Diagnosis(
      findings: findings, equipment: try doctor.equipment(),
      landlock: Int(copydesk_landlock_version()),
      seccomp: "\(version / 10000).\(version / 100 % 100).\(version % 100)", system: Doctor.system)
  }
}

/// Has workers, locked down as in a run, attempt what they must not be able to do.
final class Doctor {
  private let executable: Path
  /// The only folder that the workers may read.
  private let ward: Path
  /// Seconds.
  private static let patience = 10.0

  init(_ executable: Path) throws(WorkbenchError) {
    self.executable = executable
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/copydesk-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw .output(path: parent, errno: errno) }
    ward = Path(String(cString: made))
  }

  deinit {
    _ = ward.withCString { rmdir($0) }
  }

  /// How an attempt ended.
  private enum Outcome {
    case succeeded, refused
    /// The worker was killed.
    case fatal
  }

  func examine(_ layer: Diagnosis.Layer) throws(WorkbenchError) -> Diagnosis.Finding {
    var holds = true
    var isFatal = false
    for (what, path) in attempts(on: layer) {
      switch try attempt(what, path) {
      case .succeeded: holds = false
      case .refused: break
      case .fatal: isFatal = true
      }
    }
    return Diagnosis.Finding(layer: layer, holds: holds, isFatal: isFatal)
  }

  private func attempts(on layer: Diagnosis.Layer) -> [(String, Path)] {
    switch layer {
    case .descriptors: [("descriptors", ward)]
    case .resources: [("limits", ward)]
    case .memory: [("memory", ward)]
    case .privileges: [("privileges", ward)]
    case .network: [("connect", ward)]
    case .programs: [("execute", ward)]
    case .processes: [("fork", ward), ("signal", ward)]
    case .writing: [("write", ward.appending("written"))]
    // Anybody may read it, so what refuses is a lock.
    case .reading: [("read", Path("/etc/passwd")), ("read", Path("/proc/self/environ"))]
    }
  }

  private func attempt(_ what: String, _ path: Path) throws(WorkbenchError) -> Outcome {
    let (reply, death) = try ask(.attempt(what, path: path))
    if case .attempted(let errno)? = reply { return errno == 0 ? .succeeded : .refused }
    guard death?.signal == SIGSYS else { throw .worker("does not answer") }
    return .fatal
  }

  func equipment() throws(WorkbenchError) -> Equipment {
    guard case .about(let equipment)? = try ask(.about).reply else {
      throw .worker("does not answer")
    }
    return equipment
  }

  /// Asks a new worker one thing, when it is ready; without an answer, how it ended.
  private func ask(
    _ command: Command
  ) throws(WorkbenchError) -> (reply: Reply?, death: Death?) {
    let respondent = Respondent(executable)
    var configuration = WorkerConfiguration()
    configuration.roots = [ward]
    let reply = try respondent.ask(.configure(configuration), command, within: Self.patience) {
      (reply) -> Reply? in
      if case .ready = reply { nil } else { reply }
    }
    return (reply, respondent.death)
  }

  /// `Linux 6.1.0 x86_64`
  static var system: String {
    var names = utsname()
    guard uname(&names) == 0 else { return "unknown" }
    func word<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return "\(word(names.sysname)) \(word(names.release)) \(word(names.machine))"
  }
}
