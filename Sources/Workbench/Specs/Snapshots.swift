import Document

/// What specs with `snapshot = true` found when their author last agreed to it: a text file beside the file of the specs,
/// `tests/hedging.snap`, in which the name of each spec stands above what it found.
struct Snapshots {
  let path: Path
  private var texts: [(name: String, text: String)] = []

  private static let mark = "== "

  /// Reads the snapshots of a file of specs; none where there is no such file.
  init(beside specs: Path) {
    path = specs.folder.appending(specs.stem + Array(".snap".utf8))
    guard let bytes = try? PluginFiles.contents(of: path) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: true)
    {
      if line.hasPrefix(Self.mark) {
        texts.append((String(line.dropFirst(Self.mark.count)), ""))
      } else if !texts.isEmpty {
        texts[texts.count - 1].text += "\(line)\n"
      }
    }
  }

  subscript(name: String) -> String? { texts.first { $0.name == Self.line(name) }?.text }

  /// How what was found differs from the snapshot.
  func difference(of name: String, from found: String) -> Difference? {
    let kept = self[name]
    guard kept != found else { return nil }
    return Difference(
      place: "snapshot",
      expected: kept.map(Self.shown) ?? "none yet; copydesk test --update keeps it",
      found: Self.shown(found))
  }

  /// Takes what specs found now.
  /// - Parameter isWhole: whether these are all specs of the file, so that others are there no longer.
  /// - Returns: whether the file must be written.
  mutating func take(_ cases: [TestedCase], isWhole: Bool) -> Bool {
    let before = text
    let fresh = cases.compactMap { tested in
      tested.snapshot.map { (name: Self.line(tested.name), text: $0) }
    }
    if isWhole {
      texts = fresh
    } else {
      for one in fresh {
        if let index = texts.firstIndex(where: { $0.name == one.name }) {
          texts[index].text = one.text
        } else {
          texts.append(one)
        }
      }
    }
    return text != before
  }

  var text: String { texts.map { "\(Self.mark)\($0.name)\n\($0.text)" }.joined(separator: "\n") }
  var isEmpty: Bool { texts.isEmpty }

  /// Without the last line's end.
  private static func shown(_ text: String) -> String { String(text.dropLast()) }

  private static func line(_ name: String) -> String {
    name.split(separator: "\n").joined(separator: " ")
  }
}
