import Workbench

// The commands that explain the command line.

extension Session {
  func showHelp() throws -> Int32 {
    guard let operand = arguments.operands.first else {
      return print(HelpPage.overview(output))
    }
    let name = FileName.shown(operand)
    guard let command = Command.named(name) else { throw UsageError.unknownCommand(operand) }
    return print(HelpPage(command, output).text)
  }

  func printCompletions() throws -> Int32 {
    let shell = FileName.shown(arguments.operands[0])
    guard let script = ShellCompletions.script(for: shell) else {
      throw UsageError.badOperand(arguments.operands[0], expected: "bash, zsh or fish")
    }
    return print(script)
  }
}
