import CProcess
import Document
import Glibc
import Scripting

/// The life of a worker process: takes commands from one pipe, answers into another, knows nothing of other workers.
struct Worker {
  private let input: Int32
  private let output: Int32
  private var replies: ReplyWriter
  private let activity: ActivityPage?
  private let opener: InputOpener
  private var lockdown: Lockdown
  private var bench: Bench?
  private var console: ConsoleBench?

  /// Locks the process down, unless what that costs is to be measured.
  init(
    input: Int32, output: Int32, activity: ActivityPage?, spool: Descriptor?, isLocked: Bool = true
  ) {
    self.input = input
    self.output = output
    self.activity = activity
    opener = InputOpener(spool: spool)
    replies = ReplyWriter(to: output)
    lockdown = Lockdown(keeping: spool, isOn: isLocked)
  }

  /// Does what it is told until there is nobody to tell it.
  mutating func run() -> Int32 {
    var lines = LineBuffer()
    while true {
      lockdown.renewTime()
      while let line = lines.nextLine() {
        do { try obey(Command(line: line)) } catch {
          replies.add(.refused(.broken(error.message)))
        }
        replies.flush()
      }
      guard let count = lines.fill(from: input), count > 0 else { return 0 }
    }
  }

  private mutating func obey(_ command: Command) throws(ProtocolFault) {
    switch command {
    case .configure(let configuration): configure(configuration)
    case .inspect(let plugins, let others, let isThorough):
      replies.add(
        .inspected(plugins.map { Bench.inspect($0, among: others, isThorough: isThorough) }))
    case .test(let order): test(order)
    case .pack(let path):
      do throws(SharingFault) { replies.add(.packed(try PluginParcel(packing: path))) } catch {
        replies.add(.notPacked(error))
      }
    case .job(let job):
      guard let bench else { throw ProtocolFault("a job before its configuration") }
      var reader = JobReader(
        job: job, bench: bench, lockdown: lockdown, activity: activity, opener: opener,
        replies: replies)
      // Not shared with the reader, or its first reply would copy the buffer.
      replies = ReplyWriter(to: output)
      reader.run()
      replies = reader.replies
    case .attempt(let what, let path):
      let errno = path.withCString { path in what.withCString { copydesk_attempt($0, path) } }
      replies.add(.attempted(errno))
    case .about: replies.add(.about(.here))
    case .console(let request):
      guard let bench else { throw ProtocolFault("a line before a configuration") }
      let console = console ?? ConsoleBench(bench)
      self.console = console
      replies.add(.console(console.answer(request)))
    case .fold(let parts):
      guard let bench else { throw ProtocolFault("aggregates before a configuration") }
      bench.fold(parts) { note($0, item: Self.foldItem) }
    case .report(let summaries, let run, let without):
      guard let bench else { throw ProtocolFault("a report before a configuration") }
      lockdown.renewTime(atEndOf: run.articlesOfRun)
      replies.add(
        .sections(
          bench.report(summaries: summaries, run: run, without: without) {
            note($0, item: Self.reportItem)
          }))
    case .template(let order): replies.add(.template(order.done(bench?.limits ?? RunLimits())))
    }
    activity?.enter(.idle)
  }

  private mutating func test(_ order: SpecOrder) {
    do throws(PluginLoadFailure) {
      var bench = try SpecBench(order)
      bench.run { tested, isDone in
        lockdown.renewTime()
        replies.add(isDone ? .tested(tested) : .testing(tested))
        replies.flush()
      }
      replies.add(.testEnd(SpecEnd(coverage: bench.covered, passedOver: bench.passedOver)))
    } catch {
      replies.add(.testEnd(SpecEnd(errors: error.problems)))
    }
  }

  /// Where the activity's item tells what a plugin is at when it is not analysing.
  static let foldItem = 0
  static let reportItem = 1

  private func note(_ plugin: Int, item: Int) {
    activity?.enter(.plugin(plugin, item: item, outcome: 0))
  }

  private mutating func configure(_ configuration: WorkerConfiguration) {
    let segments = configuration.cache?.open() ?? []
    // Plugins run as they load, so little is left to reach by then; the files of their own folders are needed no longer after.
    if let roots = configuration.roots {
      lockdown.allowReading(roots + configuration.plugins.catalogue.map(\.path))
    }
    do {
      let bench = try Bench(configuration, cached: segments)
      if let roots = configuration.roots { lockdown.allowReading(roots) }
      lockdown.bind(configuration.limits, plugins: bench.descriptions.count)
      self.bench = bench
      replies.add(.ready(bench.descriptions))
    } catch {
      replies.add(.refused(error))
    }
  }
}

/// How a worker is started under supervision: `worker --supervised PARENT ACTIVITY [SPOOL]`, with the parent's process id and
/// the numbers of inherited descriptors. Without arguments it serves whoever writes to it.
extension Worker {
  /// How a worker leaves whose plugin is stuck in a library function, where no limit reaches it.
  static let stuckStatus: Int32 = 124
  /// Seconds of work after a plugin's deadline before it does.
  private static let stuckGrace = 0.5

  static func main(_ arguments: [String]) -> Int32 {
    copydesk_keep_memory()
    PluginHost.setHardStop(grace: stuckGrace, status: stuckStatus)
    // What stops the supervisor may reach the whole group; the supervisor decides what becomes of it.
    signal(SIGINT, SIG_IGN)
    if arguments.first == "--supervised" { signal(SIGTERM, SIG_IGN) }
    signal(SIGPIPE, SIG_IGN)
    // Swift's own handlers start a program that prints where it crashed. Under the lock that would be the end, and hide the cause.
    for crash in [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV] { signal(crash, SIG_DFL) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigprocmask(SIG_SETMASK, &signals, nil)
    guard arguments.first == "--supervised" else {
      let isLocked = arguments.isEmpty
      guard isLocked || arguments == ["--unlocked"] else { return 2 }
      var worker = Worker(input: 0, output: 1, activity: nil, spool: nil, isLocked: isLocked)
      return worker.run()
    }
    let numbers = arguments.dropFirst().compactMap { Int32($0) }
    guard (2...3).contains(numbers.count), numbers.count == arguments.count - 1,
      let activity = try? ActivityPage(mapping: numbers[1])
    else { return 2 }
    guard copydesk_end_with_parent(numbers[0]) == 0 else { return 1 }
    let spool = numbers.count == 3 ? Descriptor(owning: numbers[2]) : nil
    _ = copydesk_silence_errors()
    var worker = Worker(input: 0, output: 1, activity: activity, spool: spool)
    return worker.run()
  }
}
