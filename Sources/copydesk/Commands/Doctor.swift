import Workbench

extension Session {
  func examine() throws -> Int32 {
    let diagnosis = try Workbench().diagnosis()
    let printed = print(DiagnosisPage(diagnosis, output).text)
    return printed == ExitStatus.success && diagnosis.findings.contains { !$0.holds }
      ? ExitStatus.failedTest : printed
  }
}

/// What `copydesk doctor` prints.
struct DiagnosisPage {
  private let diagnosis: Diagnosis
  private let terminal: Terminal

  init(_ diagnosis: Diagnosis, _ terminal: Terminal) {
    self.diagnosis = diagnosis
    self.terminal = terminal
  }

  var text: String {
    [about, lockdown, libraries, faults].joined(separator: "\n")
  }

  private var about: String {
    let landlock = diagnosis.landlock == 0 ? "none" : "\(diagnosis.landlock)"
    return Version.line
      + rows([
        ("system", diagnosis.system), ("seccomp", "libseccomp \(diagnosis.seccomp)"),
        ("Landlock", landlock),
      ])
  }

  private var lockdown: String {
    let attempts = diagnosis.findings.map { finding in
      (Self.words(finding.layer), state(finding))
    }
    return heading("What a worker cannot do, as attempts of workers showed") + rows(attempts)
  }

  private func state(_ finding: Diagnosis.Finding) -> String {
    guard finding.holds else { return terminal.styled("can", .red) }
    return terminal.styled("cannot", .green) + (finding.isFatal ? ", and dies of the attempt" : "")
  }

  private var libraries: String {
    heading("Libraries") + rows(diagnosis.equipment.libraries.map { ($0.name, $0.version) })
  }

  private var faults: String {
    let faults = diagnosis.equipment.faultsOfLua
    guard !faults.isEmpty else { return heading("Known faults of this Lua") + "  none\n" }
    return heading("Known faults of this Lua") + faults.map { "  - \($0)\n" }.joined()
      + "  A worker contains what they do; wrong results are mended by a newer Lua alone.\n"
  }

  private func heading(_ words: String) -> String { terminal.styled(words, .bold) + "\n" }

  private func rows(_ rows: [(name: String, value: String)]) -> String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { row in
      "  \(row.name)\(String(repeating: " ", count: width - row.name.count))  \(row.value)\n"
    }.joined()
  }

  /// What a worker would do if a layer were not there.
  private static func words(_ layer: Diagnosis.Layer) -> String {
    switch layer {
    case .descriptors: "use what the supervisor has open"
    case .resources: "dump core, grow files, open many, compute without end"
    case .memory: "take more memory than its limits add up to"
    case .privileges: "gain rights by starting a program that has them"
    case .network: "connect to another machine"
    case .programs: "start a program"
    case .processes: "start or signal a process"
    case .writing: "write a file"
    case .reading: "read a file that is not below the inputs"
    }
  }
}
