import Workbench

/// A command line taken apart. Values and operands are bytes, as file names are.
struct Arguments: Sendable {
  var command: Command
  var operands: [[UInt8]] = []
  private var values: [String: [[UInt8]]] = [:]

  init(_ command: Command) {
    self.command = command
  }

  mutating func add(_ value: [UInt8], to option: Option) {
    values[option.name, default: []].append(value)
  }

  func has(_ option: Option) -> Bool { values[option.name] != nil }
  func all(_ option: Option) -> [[UInt8]] { values[option.name] ?? [] }

  /// Takes over what another command line says and this one does not, operands too.
  mutating func add(from other: Arguments, but left: [Option]) {
    for (name, values) in other.values where !left.contains(where: { $0.name == name }) {
      if self.values[name] == nil { self.values[name] = values }
    }
    if operands.isEmpty { operands = other.operands }
  }

  /// Puts other values in the place of those of some options.
  mutating func change(_ options: [Option], _ changed: ([UInt8]) -> [UInt8]) {
    for option in options { values[option.name] = values[option.name]?.map(changed) }
  }

  /// The value given last.
  func bytes(_ option: Option) -> [UInt8]? { values[option.name]?.last }

  /// The value given last, as text.
  func string(_ option: Option) throws(UsageError) -> String? {
    guard let bytes = bytes(option) else { return nil }
    guard let string = String(validating: bytes, as: UTF8.self) else {
      throw .badValue(option, bytes, expected: "UTF-8")
    }
    return string
  }
}

extension Arguments {
  /// The options that bear on results.
  private static let lasting =
    Option.running.filter { $0.name != Option.trust.name }
    + Option.screening.filter { $0.name != Option.summaryLine.name }
    + [.also, .reportTemplate, .pages, .pdf, .charts, .grouping, .map, .encoding, .maximumInput]
    + [.field, .marks, .size, .seed, .labels, .ordered, .cuts, .question, .fromRun]
    + Option.configuring

  /// The command line that gives the same results, as a shell takes it: without where they go and how progress is told.
  /// - Parameter configuration: the file of settings that was found, as no option names one.
  func repetition(with configuration: [UInt8]?) -> String {
    var arguments = self
    if let configuration { arguments.add(configuration, to: .config) }
    var words = ["copydesk", command.name]
    for option in Self.lasting {
      for value in arguments.all(option) {
        words.append("--\(option.name)")
        if option.takesValue { words.append(Self.quoted(value)) }
      }
    }
    if operands.contains(where: { $0.first == UInt8(ascii: "-") && $0.count > 1 }) {
      words.append("--")
    }
    return (words + operands.map(Self.quoted)).joined(separator: " ")
  }

  private static func quoted(_ word: [UInt8]) -> String {
    let isPlain =
      !word.isEmpty
      && word.allSatisfy {
        $0 >= 0x80 || $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A
          || "_-./,:=%+@".utf8.contains($0)
      }
    let text = String(decoding: word, as: UTF8.self)
    if isPlain { return text }
    return
      "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
  }
}

/// What is wrong with a command line.
enum UsageError: Error {
  case noCommand
  case unknownCommand([UInt8])
  case unknownOption([UInt8], Command)
  case missingValue(Option, Command)
  case unwantedValue(Option)
  case badValue(Option, [UInt8], expected: String)
  case badChoice(Option, [UInt8], among: [String])
  case badOperand([UInt8], expected: String)
  case missingOperand(Command)
  case unwantedOperand([UInt8], Command)
  case noPlugins
  /// Nothing is said to be sampled.
  case noTarget
  /// Sheets without a key.
  case noKey
  case conflict(Option, Option)
  /// An option that means nothing without another.
  case missingCompanion(Option, Option)
  /// A format that cannot go to standard output.
  case noStream(FindingsFormat)
}

/// Reads the arguments of one command: options anywhere, the last of a kind counting, `--name=value` or `--name value`, short ones joined, `--` before
/// operands that begin with a dash.
struct Parser {
  private let command: Command
  private var rest: ArraySlice<[UInt8]>
  private var arguments: Arguments

  private static let dash = UInt8(ascii: "-")

  static func parse(_ words: ArraySlice<[UInt8]>, as command: Command) throws(UsageError)
    -> Arguments
  {
    var parser = Parser(command, words)
    return try parser.parse()
  }

  private init(_ command: Command, _ words: ArraySlice<[UInt8]>) {
    self.command = command
    rest = words
    arguments = Arguments(command)
  }

  private mutating func parse() throws(UsageError) -> Arguments {
    while let word = rest.popFirst() {
      if word == [Self.dash, Self.dash] {
        arguments.operands += rest
        break
      }
      if word.starts(with: [Self.dash, Self.dash]) {
        try takeLong(word)
      } else if word.first == Self.dash, word.count > 1 {
        try takeShort(word)
      } else {
        arguments.operands.append(word)
      }
    }
    // Whoever asks for help gets it, whatever else is missing.
    if !arguments.has(.help) { try checkOperands() }
    return arguments
  }

  private mutating func takeLong(_ word: [UInt8]) throws(UsageError) {
    let body = word.dropFirst(2)
    let equals = body.firstIndex(of: UInt8(ascii: "="))
    let name = String(decoding: body[..<(equals ?? body.endIndex)], as: UTF8.self)
    guard let option = command.options.first(where: { $0.name == name }) else {
      throw .unknownOption(Array("--\(name)".utf8), command)
    }
    try take(option, attached: equals.map { Array(body[($0 + 1)...]) })
  }

  /// `-p all`, `-pall`, `-p=all` and, of flags, `-qh`.
  private mutating func takeShort(_ word: [UInt8]) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      let short = Character(Unicode.Scalar(letter))
      guard let option = command.options.first(where: { $0.short == short }) else {
        throw .unknownOption(letter < 0x80 ? [Self.dash, letter] : word, command)
      }
      guard option.takesValue, !letters.isEmpty else {
        try take(option, attached: nil)
        continue
      }
      if letters.first == UInt8(ascii: "=") { letters.removeFirst() }
      return try take(option, attached: Array(letters))
    }
  }

  private mutating func take(_ option: Option, attached: [UInt8]?) throws(UsageError) {
    guard option.takesValue else {
      guard attached == nil else { throw .unwantedValue(option) }
      return arguments.add([], to: option)
    }
    guard let value = attached ?? rest.popFirst() else { throw .missingValue(option, command) }
    arguments.add(value, to: option)
  }

  private func checkOperands() throws(UsageError) {
    let allowed = command.operand?.count ?? 0...0
    if arguments.operands.count < allowed.lowerBound, !arguments.goesOn {
      throw .missingOperand(command)
    }
    if arguments.operands.count > allowed.upperBound {
      throw .unwantedOperand(arguments.operands[allowed.upperBound], command)
    }
  }
}
