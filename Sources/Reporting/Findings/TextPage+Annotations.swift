import Document

// The words that a plugin marked, in their context, one below the other.

extension TextPage {
  private static let shownAnnotations = 5

  mutating func annotations(_ layer: AnnotationLayer, of article: Article?) {
    let count = Figures.count(layer.annotations.count, "mark")
    line("    \(Printable.string(layer.name))  " + style.painted(count, .dim))
    guard let article else { return }
    let contexts = layer.annotations.prefix(Self.shownAnnotations).compactMap { annotation in
      let text = annotation.place == .title ? article.title : article.text
      return Context(of: annotation.range, in: text, radius: style.width)
    }
    // Whole sentences or quotations have no line to share.
    let isLong = contexts.reduce(0) { $0 + $1.words.utf8.count } > contexts.count * 40
    for context in contexts {
      let words = DisplayWidth.cut(context.words, to: style.width - 8)
      line("      " + (isLong ? style.marked(words) : keyWord(context)))
    }
    let more = layer.annotations.count - Self.shownAnnotations
    if more > 0 { line("      " + style.painted("… \(Figures.shown(more)) more", .dim)) }
  }

  /// The marked words begin in the same column of every line.
  private func keyWord(_ context: Context) -> String {
    let room = style.width - 6
    let brackets = style.hasColor ? 0 : 2
    let words = DisplayWidth.cut(context.words, to: room / 2)
    let left = (room * 2) / 5
    let before = DisplayWidth.paddedLeft(DisplayWidth.cutStart(context.before, to: left), to: left)
    let rest = max(0, room - left - DisplayWidth.of(words) - brackets)
    return before + style.marked(words) + DisplayWidth.cut(context.after, to: rest)
  }
}
