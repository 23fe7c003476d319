internal import Document

// What tables hold that are written where a call takes them: the words of a lexicon, the attributes of a mark.

extension Inspection {
  func checkTables(_ call: Expression, _ file: SourceFile) {
    switch call.kind {
    case .method(let object, let name, let arguments):
      guard case .object("copydesk.Context") = typing.type(object).present else { return }
      if name.text == "lexicon" { checkWords(arguments, file) }
      if name.text == "annotate", arguments.count > 2 { checkAttributes(arguments[2], file) }
    case .call(_, let arguments) where functionName(of: call) == "desk.lexicon":
      checkWords(arguments, file)
    default: break
    }
  }

  // MARK: Words

  /// The last of several tables may hold options.
  private func checkWords(_ arguments: [Expression], _ file: SourceFile) {
    for argument in arguments.count > 1 ? arguments.dropLast() : arguments[...] {
      guard case .table(let items) = argument.kind else { continue }
      for item in items { checkWord(item, file) }
    }
  }

  private func checkWord(_ item: TableItem, _ file: SourceFile) {
    let type = typing.type(item.value)
    let remedy = "a list of words is { \"may\", might = 0.5 }"
    switch item.key {
    case .position where !typing.fits(type, .string) || type.isNumber:
      add(
        .argumentType, file, item.value.bytes, "a word should be a string, not \(type.withArticle)",
        remedy)
    case .name(let word) where word.text != "tsv" && (type.isString || !typing.fits(type, .number)):
      add(
        .argumentType, file, item.value.bytes,
        "the weight of '\(word.text)' should be a number, not \(type.withArticle)", remedy)
    default: break
    }
  }

  // MARK: Attributes

  private func checkAttributes(_ attributes: Expression, _ file: SourceFile) {
    guard case .table(let items) = attributes.kind else { return }
    for item in items {
      if case .name(let name) = item.key { checkAttribute(name, item.value, file) }
    }
  }

  private func checkAttribute(_ name: Name, _ value: Expression, _ file: SourceFile) {
    let type = typing.type(value).present
    let path = value.path ?? "x"
    let remedy: String?
    switch type {
    case .closure, .signature, .function: remedy = value.path.map { "call it: \($0)(…)" }
    case .list(.object(let item)) where Vocabulary.isSpan(item): remedy = "take their texts"
    case .object(let className) where typing.vocabulary.owners[className]?.isTable == false:
      remedy =
        typing.member("text", of: type).type == .string ? "its words are \(path).text" : nil
    default: return
    }
    add(
      .argumentType, file, value.bytes,
      "the attribute '\(name.text)' cannot be \(type.withArticle)",
      remedy ?? "attributes hold strings, numbers, truth values, and lists and tables of them")
  }
}
