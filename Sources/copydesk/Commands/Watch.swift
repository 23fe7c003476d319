import Document
import Workbench

extension Session {
  /// `run --watch`: findings once, then after each change of a file what has changed in them.
  func watch() throws -> Int32 {
    for option in [Option.explain, .run, .dryRun, .output, .timings, .status]
    where arguments.has(option) {
      throw UsageError.conflict(.watch, option)
    }
    if let input = arguments.operands.first(where: { $0 == [UInt8(ascii: "-")] }) {
      throw UsageError.badOperand(input, expected: "files or folders to watch")
    }
    var settings = try Settings(arguments)
    let request = try watchRequest(settings)
    let isForPrograms = request.format == .jsonl
    let file = OutputFile()
    let narrator = try Narrator(console, isQuiet: isQuiet, style: try progressStyle())
    let watch = try settings.locating {
      try Watch(request, settings: settings.files) {
        settings = try Settings(self.arguments)
        return try watchRequest(settings)
      }
    }
    let signal = try watch.run {
      bytes throws(WorkbenchError) in
      try file.write(bytes)
    } events: { event throws(WorkbenchError) in
      switch event {
      case .run(.progress), .run(.asked): break
      case .run(let event): narrator.tell(event)
      case .fault(let error):
        for message in Self.messages(of: settings.located(error)) { narrator.write(message) }
      case .round(let round):
        let words = WatchWords(round, self.output)
        try file.write(Array((isForPrograms ? words.json : words.text).utf8)[...])
        narrator.forget()
        narrator.write(Message(.note, words.summary))
      }
    }
    return signal.map(ExitStatus.signal) ?? ExitStatus.success
  }

  private func watchRequest(_ settings: Settings) throws -> RunRequest {
    var request = try settings.request()
    request.format = try OutputChoice(
      arguments, formats: [.text, .jsonl], option: .findingsFormat, default: nil
    ).format
    (request.width, request.hasColor) = (output.width, output.hasColor)
    return request
  }
}

/// What a change of files has changed in the findings, in words.
struct WatchWords {
  private static let shownMarks = 10
  /// The members of a mark that are no attributes of the plugin's.
  private static let ownMembers: Set = ["range", "in", Watch.words]

  private let round: Watch.Round
  private let terminal: Terminal

  init(_ round: Watch.Round, _ terminal: Terminal) {
    self.round = round
    self.terminal = terminal
  }

  /// `3 articles again in 12 ms: 1 changed`.
  var summary: String {
    let milliseconds = Int((round.seconds * 1000).rounded(.up))
    var parts: [String] = []
    if !round.changes.isEmpty { parts.append("\(Count.grouped(round.changes.count)) changed") }
    if !round.gone.isEmpty { parts.append("\(Count.grouped(round.gone.count)) gone") }
    return "\(Count.of(round.articles, "input", "inputs")) again in \(milliseconds) ms: "
      + (parts.isEmpty ? "nothing changed" : parts.joined(separator: ", "))
  }

  var text: String {
    round.changes.map(text).joined()
      + round.gone.map { terminal.styled($0.tamed, .bold) + "  gone\n" }.joined()
  }

  var json: String {
    round.changes.map { ChangeWords.json($0) }.joined()
      + round.gone.map { source in
        let gone: Fields = ["source": .string(source), "gone": true]
        return String(decoding: JSONWriter.line(gone), as: UTF8.self)
      }.joined()
  }

  private func text(_ change: FindingsChange) -> String {
    let isNew = round.new.contains(change.source)
    var text = terminal.styled(change.source.tamed, .bold)
    if !change.title.isEmpty { text += "  \(change.title.tamed)" }
    if isNew { text += "  new" }
    text += "\n"
    for part in change.parts {
      if part.kind == .layer {
        text += marks(of: part)
      } else if !(isNew && part.kind == .plugin) {
        text += "  \(ChangeWords.name(part))  \(ChangeWords.words(part))\n"
      }
    }
    return text
  }

  private func marks(of part: FindingsChange.Part) -> String {
    let (old, new) = (part.old?.list ?? [], part.new?.list ?? [])
    let (before, after) = (Set(old), Set(new))
    return lines(old.filter { !after.contains($0) }, "-", .red, ChangeWords.name(part))
      + lines(new.filter { !before.contains($0) }, "+", .green, ChangeWords.name(part))
  }

  private func lines(
    _ marks: [Value], _ sign: String, _ style: Style, _ name: String
  ) -> String {
    var text = ""
    for mark in marks.prefix(Self.shownMarks) {
      let words = mark[Watch.words]?.string ?? ""
      text += "  \(terminal.styled(sign, style)) \(name)  \(place(of: mark)) “\(cut(words.tamed))”"
      for entry in mark.map?.entries ?? [] where !Self.ownMembers.contains(entry.name) {
        text += "  \(entry.name.tamed) \(ChangeWords.short(entry.value).tamed)"
      }
      text += "\n"
    }
    let more = marks.count - Self.shownMarks
    return more > 0 ? text + "  \(sign) \(name)  … \(Count.grouped(more)) more\n" : text
  }

  private func place(of mark: Value) -> String {
    let ends = (mark["range"]?.list ?? []).compactMap(\.integer).map(String.init)
    return (mark["in"]?.string == "title" ? "title " : "") + ends.joined(separator: "–")
  }

  private func cut(_ words: String) -> String {
    words.count > 60 ? "\(words.prefix(59))…" : words
  }
}
