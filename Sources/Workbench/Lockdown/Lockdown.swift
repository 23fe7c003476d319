import CProcess
import Document

/// How a worker gives up what it does not need: most of it before it loads a plugin, the rest before its first input.
///
/// What is given up cannot be had again, so whoever takes over a worker, by way of a fault in Lua or in a library, finds
/// little there: the inputs of the run to read, and two pipes. A layer that the kernel does not have is done without; `copydesk
/// doctor` tells which there are.
struct Lockdown {
  /// Descriptors that a worker needs: the standard ones, the spool, the input that it reads, the cache's, and some to spare.
  private static let descriptors = UInt64(32 + CacheFolder.mostSegments)
  /// Address space for the libraries' own work, whatever the inputs are.
  private static let headroom: UInt64 = 512 << 20
  /// What reading and annotating take at most, as a multiple of an input's bytes.
  private static let growth = 10

  /// What the program itself takes.
  private let ownAddressSpace = copydesk_address_space()
  private var limits = RunLimits()
  private var plugins = 0

  private let isOn: Bool

  /// Before anything is read from outside: no other descriptors, programs, processes, connections or files to write.
  /// - Parameter isOn: false to give up nothing, for measuring what that costs.
  init(keeping spool: Descriptor?, isOn: Bool = true) {
    self.isOn = isOn
    guard isOn else { return }
    _ = copydesk_close_others(spool?.number ?? -1)
    _ = copydesk_limit(COPYDESK_CORE, 0)
    _ = copydesk_limit(COPYDESK_PROCESSES, 0)
    _ = copydesk_limit(COPYDESK_DESCRIPTORS, Self.descriptors)
    if copydesk_writes_a_file() == 0 { _ = copydesk_limit(COPYDESK_FILE_SIZE, 0) }
    _ = copydesk_give_up_privileges()
    let isFiltered = copydesk_filter_system_calls() == 0
    restrict(copydesk_landlock_begin_changes(isFiltered ? 1 : 0), to: [])
  }

  /// From here on only what lies at or below some paths can be read. May come again, with fewer.
  func allowReading(_ paths: [Path]) {
    restrict(isOn ? copydesk_landlock_begin_reading() : -1, to: paths)
  }

  private func restrict(_ rules: Int32, to paths: [Path]) {
    guard rules >= 0 else { return }
    // What is not there now needs no rule.
    for path in paths { _ = path.withCString { copydesk_landlock_allow(rules, $0) } }
    _ = copydesk_landlock_end(rules)
  }

  /// Bounds the memory of all that is to come, and lets time be renewed by the same limits.
  mutating func bind(_ limits: RunLimits, plugins: Int) {
    self.limits = limits
    self.plugins = plugins
    guard isOn else { return }
    // A plugin may have two states for a while, when one of its results is checked in a fresh one.
    let parts = [(limits.memory, 2 * plugins), (limits.inputBytes, Self.growth)].map {
      UInt64(clamping: $0.0).multipliedReportingOverflow(by: UInt64($0.1))
    }
    guard !parts.contains(where: \.overflow) else { return }
    let sum = parts.reduce(ownAddressSpace + Self.headroom) {
      $0.addingReportingOverflow($1.partialValue).partialValue
    }
    _ = copydesk_limit(COPYDESK_MEMORY, sum)
  }

  /// Bounds the processor time until this is called again, so that a worker that nobody watches does not run for ever.
  /// - Parameter articles: where a run ends, how many it has.
  func renewTime(atEndOf articles: Int = 0) {
    guard isOn else { return }
    let each = min(max(limits.atEnd(of: articles).seconds, 1), 1e6)
    let seconds = each * Double(plugins + 1) * 3 + 10
    _ = copydesk_limit(COPYDESK_PROCESSOR, copydesk_processor_seconds() + UInt64(seconds))
  }
}
