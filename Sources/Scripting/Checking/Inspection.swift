internal import Document

/// Looks into a plugin's source for what is wrong or looks wrong, without running it.
///
/// What it tells is evident from the source and the declaration of the API; where a value could be anything it says
/// nothing, so that what it says can be believed.
final class Inspection {
  let files: [SourceFile]
  let typing: Typing
  let declarations: Declarations
  var isFolder: Bool { package.isFolder }
  /// The name of the plugin by its file or folder.
  let plugin: String
  /// The plugin's files.
  let package: PluginPackage
  private(set) var diagnostics: [Diagnostic] = []

  var main: SourceFile { files[0] }

  init(_ source: PluginSource) {
    plugin = source.name
    package = source.package
    files = source.codeFiles.map { SourceFile(path: $0.path, module: $0.module, $0.bytes) }
    declarations = Declarations(files[0])
    typing = Typing(files, Vocabulary())
    prepare()
  }

  /// Makes known what the plugin's declarations say of types.
  private func prepare() {
    for (path, body) in declarations.functions {
      typing.entries[ObjectIdentifier(body)] = Vocabulary.parameters(ofPluginFunction: path)
    }
    if let requires = declarations.requires {
      typing.optionalPlugins = Set(
        PluginDescription(name: plugin, requires: requires.names).optionalPlugins)
    }
    if let options = declarations.options { typing.vocabulary.setOptions(options.names) }
    if let setup = declarations.functions["setup"] {
      setParameter(2, of: "analyze", to: typing.returned(by: setup))
    }
    guard let fields = declarations.fields else { return }
    setParameter(2, of: "aggregate.add", to: .table(with: fields.names))
    // Of what `aggregate` adds to a summary nothing is known.
    if !declarations.hasAggregate {
      let more = ["counts", "publishers", "outermost", "strongest"]
      setParameter(1, of: "report", to: .table(with: fields.names + more))
    }
  }

  /// Makes known what one of the plugin's functions is given at a place.
  private func setParameter(_ place: Int, of function: String, to type: ValueType) {
    guard let body = declarations.functions[function],
      let parameters = typing.entries[ObjectIdentifier(body)], place < parameters.count
    else { return }
    typing.entries[ObjectIdentifier(body)]?[place] = type
  }

  /// Everything that is found.
  func inspect() -> [Diagnostic] {
    for file in files { checkSyntax(file) }
    guard diagnostics.isEmpty else { return diagnostics }
    checkModules()
    for file in files {
      checkNames(file)
      checkLocals(file)
      checkFlow(file)
      for placed in file.scopes.expressions { check(placed.part, in: file) }
      checkLoops(file)
      checkWrites(file)
    }
    if declarations.isFound {
      checkResults()
      checkUse()
      checkWordLists()
    }
    let allowed = files.map(Allowances.init)
    diagnostics = allowed.reduce(diagnostics) { $1.filter($0) }
    return diagnostics
  }

  func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.sorted { order($0) < order($1) }
  }

  /// By place, the files as they are.
  private func order(_ diagnostic: Diagnostic) -> (Int, Int, Int, String) {
    let file = files.firstIndex { $0.path == diagnostic.file } ?? files.count
    return (file, diagnostic.place?.line ?? 0, diagnostic.place?.column ?? 0, diagnostic.code)
  }

  private func checkSyntax(_ file: SourceFile) {
    for fault in file.chunk.faults + file.scopes.faults {
      add(.syntax, file, fault.bytes, fault.message, fault.remedy)
    }
  }

  func add(
    _ rule: Rule, _ file: SourceFile, _ bytes: Range<Int>, _ message: String,
    _ remedy: String? = nil
  ) {
    add(rule, file.path, file.place(bytes), message, remedy)
  }

  func add(
    _ rule: Rule, _ file: String, _ place: Diagnostic.Place, _ message: String, _ remedy: String?
  ) {
    let diagnostic = Diagnostic(
      rule.severity, rule.rawValue, file: file, place: place, message, remedy: remedy)
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}

extension SourceFile {
  /// A stretch as diagnostics show it: what of it is on its first line.
  func place(_ bytes: Range<Int>) -> Diagnostic.Place {
    let (line, column) = chunk.position(of: bytes.lowerBound)
    let words = chunk.words(ofLine: line)
    let width = chunk.words(bytes).prefix { $0 != "\n" && $0 != "\r\n" }.unicodeScalars.count
    return Diagnostic.Place(line: line, column: column, length: max(1, width), words: words)
  }
}

extension Vocabulary {
  /// Gives `ctx.options` the names that a plugin declares.
  mutating func setOptions(_ names: [String]) {
    var owner = Owner()
    for name in names { owner.add(name, .any) }
    set(owner, for: "copydesk.Options")
    setMember("options", of: "copydesk.Context", .object("copydesk.Options"))
  }
}
