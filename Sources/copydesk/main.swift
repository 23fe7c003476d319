import Glibc
import Workbench

/// The words of the command line after the program's name, as the bytes that they are.
func commandLine() -> [[UInt8]] {
  (1..<max(1, Int(CommandLine.argc))).compactMap { index in
    CommandLine.unsafeArgv[index].map {
      Array(UnsafeRawBufferPointer(start: $0, count: strlen($0)))
    }
  }
}

/// Does what the command line says and returns the exit status.
func main(_ words: [[UInt8]]) -> Int32 {
  do throws(UsageError) {
    guard let first = words.first else { throw .noCommand }
    let name = String(decoding: first, as: UTF8.self)
    switch name {
    case "--version", "-V": return print(Version.line)
    case "--help", "-h": return print(HelpPage.overview(Terminal(1)))
    default: break
    }
    guard let command = Command.named(name) else { throw .unknownCommand(first) }
    if name == "worker", words.count == 1 || Workbench.workerOptions.contains(words[1]) {
      return Workbench.workerMain(words.dropFirst().map { String(decoding: $0, as: UTF8.self) })
    }
    let arguments = try Parser.parse(words.dropFirst(), as: command)
    if arguments.has(.help) { return print(HelpPage(command, Terminal(1)).text) }
    return try Session(arguments).perform()
  } catch {
    let console = Terminal(2)
    console.write(Message(error).rendered(for: console))
    return ExitStatus.usage
  }
}

func print(_ text: String) -> Int32 {
  do {
    try OutputFile().write(Array(text.utf8)[...])
    return ExitStatus.success
  } catch { return Session.status(of: error) }
}

exit(main(commandLine()))
