/// Scripts that teach shells to complete the command line, made from the declaration of the commands.
enum ShellCompletions {
  static func script(for shell: String) -> String? {
    switch shell {
    case "bash": bash
    case "zsh": zsh
    case "fish": fish
    default: nil
    }
  }

  /// Names of installed plugins, one a line; the list's first column.
  private static let pluginNames = "copydesk plugins --quiet 2>/dev/null | cut -d' ' -f1"

  // MARK: bash

  private static var bash: String {
    var script = """
      # bash completion for copydesk
      _copydesk() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(Command.all.map(\.name).joined(separator: " ")) --help --version" -- "$cur"))
          return
        fi
        case "$command" in

      """
    for command in Command.all {
      script += "  \(command.name))\n    case \"$prev\" in\n"
      for option in command.options where option.takesValue {
        let names = ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
        script +=
          "    \(names.joined(separator: "|"))) \(bashReply(option.completion)); return ;;\n"
      }
      let flags = command.options.map { "--\($0.name)" }.joined(separator: " ")
      script += """
            esac
            case "$cur" in
            -*) COMPREPLY=($(compgen -W "\(flags)" -- "$cur")) ;;
            *) \(bashReply(command.operand?.completion ?? .nothing)) ;;
            esac
            ;;

        """
    }
    return script + "  esac\n}\ncomplete -o filenames -F _copydesk copydesk\n"
  }

  private static func bashReply(_ completion: Completion) -> String {
    switch completion {
    case .nothing: ":"
    case .files: "COMPREPLY=($(compgen -f -- \"$cur\"))"
    case .folders: "COMPREPLY=($(compgen -d -- \"$cur\"))"
    case .plugins:
      "COMPREPLY=($(compgen -W \"all $(\(pluginNames))\" -- \"$cur\") $(compgen -f -X '!*.lua' -- \"$cur\"))"
    case .commands:
      "COMPREPLY=($(compgen -W \"\(Command.all.map(\.name).joined(separator: " "))\" -- \"$cur\"))"
    case .words(let words):
      "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$cur\"))"
    }
  }

  // MARK: zsh

  private static var zsh: String {
    var script = """
      #compdef copydesk
      _copydesk_plugins() {
        local -a names
        names=(all ${(f)"$(\(pluginNames))"})
        _alternative 'plugins:plugin:compadd -a names' 'files:file:_files -g "*.lua(-.)"'
      }
      _copydesk() {
        local -a commands
        commands=(

      """
    for command in Command.all {
      script += "    '\(command.name):\(zshQuoted(command.summary))'\n"
    }
    script += """
        )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in

      """
    for command in Command.all {
      var specs = command.options.flatMap(zshSpecs)
      if let operand = command.operand {
        specs.append("'*:\(zshQuoted(operand.placeholder)):\(zshAction(operand.completion))'")
      }
      script += "  \(command.name)) _arguments -s \(specs.joined(separator: " \\\n    ")) ;;\n"
    }
    return script + "  esac\n}\n_copydesk \"$@\"\n"
  }

  private static func zshSpecs(_ option: Option) -> [String] {
    let repeats = option.isRepeatable ? "*" : ""
    let value =
      option.placeholder.map { ":\(zshQuoted($0)):\(zshAction(option.completion))" } ?? ""
    let doc = "[\(zshQuoted(option.doc))]\(value)"
    let equals = option.takesValue ? "=" : ""
    let plus = option.takesValue ? "+" : ""
    return ["'\(repeats)--\(option.name)\(equals)\(doc)'"]
      + (option.short.map { ["'\(repeats)-\($0)\(plus)\(doc)'"] } ?? [])
  }

  private static func zshAction(_ completion: Completion) -> String {
    switch completion {
    case .nothing: " "
    case .files: "_files"
    case .folders: "_files -/"
    case .plugins: "_copydesk_plugins"
    case .commands: "(\(Command.all.map(\.name).joined(separator: " ")))"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }

  /// Inside single quotes, and with the characters that specifications are made of taken literally.
  private static func zshQuoted(_ words: String) -> String {
    var quoted = ""
    for character in words {
      switch character {
      case "'": quoted += "'\\''"
      case ":", "[", "]": quoted += "\\\(character)"
      default: quoted.append(character)
      }
    }
    return quoted
  }

  // MARK: fish

  private static var fish: String {
    var script = "# fish completion for copydesk\ncomplete -c copydesk -f\n"
    for command in Command.all {
      script +=
        "complete -c copydesk -n __fish_use_subcommand -a \(command.name) -d '\(fishQuoted(command.summary))'\n"
    }
    for command in Command.all {
      let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.options {
        let short = option.short.map { " -s \($0)" } ?? ""
        let value = option.takesValue ? fishArgument(option.completion) : ""
        script +=
          "complete -c copydesk \(condition) -l \(option.name)\(short)\(value) -d '\(fishQuoted(option.doc))'\n"
      }
      if let operand = command.operand {
        let values = fishValues(operand.completion)
        if !values.isEmpty { script += "complete -c copydesk \(condition)\(values)\n" }
      }
    }
    return script
  }

  private static func fishValues(_ completion: Completion) -> String {
    switch completion {
    case .nothing: ""
    case .files: " -F"
    case .folders: " -a '(__fish_complete_directories)'"
    case .plugins: " -a 'all (\(pluginNames.map { $0 == "'" ? "\"" : String($0) }.joined()))' -F"
    case .commands: " -a '\(Command.all.map(\.name).joined(separator: " "))'"
    case .words(let words): " -a '\(words.joined(separator: " "))'"
    }
  }

  /// An option that takes a value, which may be a file only where it says so.
  private static func fishArgument(_ completion: Completion) -> String {
    switch completion {
    case .files, .plugins: " -r\(fishValues(completion))"
    default: " -x\(fishValues(completion))"
    }
  }

  private static func fishQuoted(_ words: String) -> String {
    words.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}
