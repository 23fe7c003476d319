import Document
import Glibc
import Workbench

// Plugins of others: installed, removed, updated.

extension Command {
  static let install = Command(
    "install", summary: "Install plugins that others wrote",
    discussion: [
      "A plugin is a folder, a file, or a ZIP archive of either. What it may use is shown before it is "
        + "installed: the layers and plugins that it reads, what it marks and returns, its options and "
        + "files. A worker that is locked down reads that; none of the plugin's functions runs.",
      "Plugins are put into $XDG_DATA_HOME/copydesk/plugins, and the hashes of their files into "
        + "copydesk.lock beside them; a plugin whose files are others later does not load. A name may "
        + "have that of a team before it, desk-team/hedges.",
    ],
    operand: Operand("SOURCE…", doc: "plugin folders, plugin files or ZIP archives"),
    options: [.yes, .into],
    examples: [
      Example(line: "copydesk install hedges.zip", doc: "A plugin that somebody sent"),
      Example(
        line: "copydesk install --yes --into plugins ../shared/hedges", doc: "For a project"),
    ])

  static let remove = Command(
    "remove", summary: "Remove plugins that were installed",
    operand: Operand("NAME…", doc: "names of installed plugins", completion: .plugins),
    options: [.into],
    examples: [Example(line: "copydesk remove desk-team/hedges", doc: "One plugin")])

  static let update = Command(
    "update", summary: "Install plugins again that have changed where they came from",
    discussion: ["Without names, all that are installed. Those whose source is gone stay."],
    operand: Operand(
      "NAME…", doc: "names of installed plugins", count: 0...Int.max, completion: .plugins),
    options: [.yes, .into],
    examples: [Example(line: "copydesk update", doc: "All that are installed")])
}

extension Option {
  static let json = Option("json", doc: "print the list for programs: JSON, an object a line")
  static let yes = Option("yes", short: "y", doc: "do not ask")
  static let into = Option(
    "into", "FOLDER", doc: "the folder of plugins (default: the user's own)", completion: .folders)
}

extension Session {
  func install() throws -> Int32 {
    try sharing {
      var store = try PluginStore(Workbench(), at: arguments.bytes(.into))
      for source in arguments.operands {
        let parcel = try store.parcel(at: source)
        if store.has(parcel) {
          let state = "is installed already with the same files; others would replace them"
          _ = print("\(parcel.name.tamed): \(state)\n")
          continue
        }
        let status = try put(parcel, from: source, into: &store)
        guard status == ExitStatus.success else { return status }
      }
      return ExitStatus.success
    }
  }

  func remove() throws -> Int32 {
    try sharing {
      var store = try PluginStore(Workbench(), at: arguments.bytes(.into))
      for name in arguments.operands {
        try store.remove(FileName.shown(name))
        if !isQuiet { _ = print("\(FileName.shown(name).tamed): removed\n") }
      }
      return ExitStatus.success
    }
  }

  func update() throws -> Int32 {
    try sharing {
      var store = try PluginStore(Workbench(), at: arguments.bytes(.into))
      let names =
        arguments.operands.isEmpty ? store.names : arguments.operands.map(FileName.shown)
      if names.isEmpty, !isQuiet {
        let message = Message(
          .note, at: [store.path], "no plugin was installed here", remedy: "copydesk install SOURCE"
        )
        console.write(message.rendered(for: console))
      }
      for name in names {
        guard let source = store.source(of: name) else {
          throw SharingFault.notInstalled(
            name, suggestions: Suggestions.like(name, among: store.names))
        }
        guard FileName.exists(source) else {
          let message = Message(
            .warning, at: [name], "\(FileName.shown(source)) is there no longer; it stays as it is")
          console.write(message.rendered(for: console))
          continue
        }
        let parcel = try store.parcel(at: source)
        if store.has(parcel) {
          if !isQuiet { _ = print("\(name.tamed): unchanged\n") }
          continue
        }
        let status = try put(parcel, from: source, into: &store)
        guard status == ExitStatus.success else { return status }
      }
      return ExitStatus.success
    }
  }

  /// Shows a plugin, asks, and installs it.
  private func put(
    _ parcel: PluginParcel, from source: [UInt8], into store: inout PluginStore
  ) throws -> Int32 {
    for error in parcel.errors { console.write(Message(error).rendered(for: console)) }
    guard parcel.errors.isEmpty, let description = parcel.description else {
      return ExitStatus.plugin
    }
    if !isQuiet {
      _ = print(
        ParcelPage(parcel, description, before: store.version(of: parcel.name), output).text)
    }
    guard try isWanted(store) else { return ExitStatus.usage }
    try store.install(parcel, from: source)
    if !isQuiet { _ = print("\(parcel.name.tamed): installed into \(store.path.tamed)\n") }
    return ExitStatus.success
  }

  /// Whether the user says so, on the command line or when asked.
  private func isWanted(_ store: PluginStore) throws -> Bool {
    if arguments.has(.yes) { return true }
    guard console.isTerminal, isatty(0) == 1 else {
      _ = fail(
        Message(
          .error, "nobody to ask whether to install it", remedy: "--yes says that it is wanted"))
      return false
    }
    console.write("install into \(store.path.tamed)? [y/N] ")
    let answer = readLine() ?? ""
    if ["y", "yes"].contains(answer.lowercased()) { return true }
    _ = fail(Message(.note, "not installed"))
    return false
  }

  private func sharing(_ work: () throws -> Int32) throws -> Int32 {
    do { return try work() } catch let fault as SharingFault { return fail(Message(fault)) }
  }
}

extension Message {
  init(_ fault: SharingFault) {
    switch fault {
    case .noPlugin(let source):
      self.init(
        .error, at: [source], "holds no plugin",
        remedy:
          "name a folder with plugin.lua, a file that ends in .lua, .tsv or .toml, or a ZIP of one")
    case .unreadable(let source, let message): self.init(.error, at: [source], message)
    case .taken(let path):
      self.init(
        .error, at: [path], "is there, and was not installed", remedy: "move it away first")
    case .notInstalled(let name, let suggestions):
      self.init(
        .error, "'\(name)' is not installed",
        remedy: Suggestions.question(suggestions) ?? "copydesk plugins lists what is there")
    case .lock(let message):
      self.init(.error, message, remedy: "mend the file, or remove it to begin anew")
    case .homeless:
      self.init(
        .error, "no place for plugins: $HOME is not set", remedy: "--into names a folder")
    }
  }
}

/// What a plugin may use, before it is trusted.
struct ParcelPage {
  private let parcel: PluginParcel
  private let description: PluginDescription
  private let before: String?
  private let terminal: Terminal

  init(
    _ parcel: PluginParcel, _ description: PluginDescription, before: String?, _ terminal: Terminal
  ) {
    self.parcel = parcel
    self.description = description
    self.before = before
    self.terminal = terminal
  }

  var text: String {
    var text = terminal.styled(description.versionedName.tamed, .bold)
    if let before, before != description.version { text += ", \(before.tamed) before" }
    if !description.summary.isEmpty { text += ": \(description.summary.tamed)" }
    text += "\n"
    for (label, words) in rows where !words.isEmpty {
      let pad = String(repeating: " ", count: 11 - label.count)
      text += "  \(terminal.styled(label, .faint))\(pad)\(words.joined(separator: ", ").tamed)\n"
    }
    return text
  }

  private var rows: [(String, [String])] {
    let files = parcel.files.map(\.name)
    return [
      ("author", [description.author].compactMap(\.self)),
      ("license", [description.license].compactMap(\.self)),
      ("languages", description.languages ?? []), ("reads", description.requires),
      ("marks", description.layers.map(\.name)), ("returns", description.fields.map(\.name)),
      ("options", description.options.map(\.name)),
      ("files", files.prefix(12) + (files.count > 12 ? ["and \(files.count - 12) more"] : [])),
      ("size", [Count.bytes(parcel.size)]), ("hash", [description.hash]),
    ]
  }
}
