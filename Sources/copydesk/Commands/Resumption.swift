import Glibc
import Workbench

/// What a command line that goes on with a kept run leaves out: it is taken from the one with which the run began.
enum Resumption {
  /// What concerns one use of the command line and not the run.
  private static let ofTheMoment: [Option] = [
    .run, .resume, .retryFailed, .dryRun, .progress, .status, .explain, .trace, .quiet, .color,
  ]
  /// Who says the one takes back the other.
  private static let opposites: [(Option, Option)] = [
    (.keepGoing, .maximumErrors), (.config, .noConfig), (.noCache, .cacheSize),
  ]
  /// Files and folders, which are meant from where the user is.
  private static let paths: [Option] = [
    .output, .status, .config, .pluginPath, .keyFile,
  ]

  /// Who names inputs says everything again; else only what is to be another than it was.
  static func complete(_ arguments: Arguments) throws -> Arguments {
    guard arguments.goesOn, arguments.operands.isEmpty, let name = arguments.bytes(.run),
      !name.isEmpty
    else { return arguments }
    guard let origin = try RunOrigin(of: name) else {
      throw WorkbenchError.run(FileName.shown(name), .missing)
    }
    guard origin.command == arguments.command.name else {
      throw WorkbenchError.run(FileName.shown(name), .otherCommand(origin.command))
    }
    var complete = arguments
    try enter(origin.folder, &complete)
    var left = ofTheMoment
    for (a, b) in opposites {
      if arguments.has(a) { left.append(b) }
      if arguments.has(b) { left.append(a) }
    }
    complete.add(
      from: try Parser.parse(origin.arguments.dropFirst(), as: arguments.command), but: left)
    return complete
  }

  /// What a sample takes from the command line with which a kept run began.
  private static let lent =
    Option.running + [.since, .until, .condition] + Option.reading + Option.configuring

  /// With `--from-run` inputs and what bears on findings are those of a run that is kept, where nothing else is said.
  static func borrow(_ arguments: Arguments) throws -> Arguments {
    guard let name = arguments.bytes(.fromRun) else {
      if arguments.operands.isEmpty { throw UsageError.missingOperand(arguments.command) }
      return arguments
    }
    guard arguments.operands.isEmpty else {
      throw UsageError.unwantedOperand(arguments.operands[0], arguments.command)
    }
    guard let origin = try RunOrigin(of: name),
      let command = Command.named(origin.command)
    else { throw WorkbenchError.run(FileName.shown(name), .missing) }
    var complete = arguments
    try enter(origin.folder, &complete)
    complete.add(
      from: try Parser.parse(origin.arguments.dropFirst(), as: command),
      but: command.options.filter { option in !lent.contains { $0.name == option.name } })
    return complete
  }

  /// Goes to the folder in which the run began, where its inputs have their names.
  private static func enter(_ folder: [UInt8], _ arguments: inout Arguments) throws {
    guard let here = FileName.workingFolder, here != folder else { return }
    arguments.change(paths) { FileName.absolute($0, in: here) }
    arguments.change([.run, .fromRun]) {
      $0.contains(UInt8(ascii: "/")) ? FileName.absolute($0, in: here) : $0
    }
    guard FileName.enter(folder) else {
      throw WorkbenchError.input(path: FileName.shown(folder), errno: errno)
    }
  }
}

extension Arguments {
  /// Whether a run is to be gone on with, of which it is known what it is a run of.
  var goesOn: Bool { has(.resume) || has(.retryFailed) }
}
