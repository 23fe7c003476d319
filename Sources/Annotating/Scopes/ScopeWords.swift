// The words by which paragraphs of plain text are known to be no part of the story; facts found in any style guide.

/// The words with which editors begin a correction.
enum CorrectionWords {
  /// Whether a paragraph begins as corrections do: `Correction: …`, `An earlier version of this article …`.
  static func begin(_ paragraph: Slice<Bytes>) -> Bool {
    let start = paragraph.prefix(100).loweredString
    return labels.contains { start.hasPrefix($0) && start.dropFirst($0.utf8.count).isLabelEnd }
      || openings.contains { start.hasPrefix($0) }
  }

  /// With a colon, a dash or a date in brackets behind them.
  private static let labels = [
    "correction", "corrections", "clarification", "erratum", "corrigendum", "editor's note",
    "editor’s note", "korrektur", "berichtigung", "richtigstellung", "anmerkung der redaktion",
    "rectificatif", "erratum", "corrección", "fe de errores", "fe de erratas", "rectificación",
    "errata corrige", "rettifica", "correção", "errata", "rectificatie", "correctie",
  ]

  private static let openings = [
    "an earlier version of this", "a previous version of this", "an earlier headline on this",
    "this article has been corrected", "this article was corrected", "this article was amended",
    "this article has been amended", "this story has been corrected", "this story was corrected",
    "this story has been updated to correct", "this post has been corrected",
    "in einer früheren version", "in einer früheren fassung", "dans une version précédente",
    "en una versión anterior", "una versión anterior de est", "una versione precedente",
    "uma versão anterior", "in een eerdere versie",
  ]
}

/// The words in which agencies and papers frame what they say of a picture.
enum CaptionWords {
  /// Whether a paragraph is a caption: `FILE - …`, `Photo: …`, or a line that ends in a picture's credit.
  static func frame(_ paragraph: Slice<Bytes>) -> Bool {
    let start = paragraph.prefix(40).loweredString
    if openings.contains(where: { start.hasPrefix($0) }) { return true }
    guard paragraph.count <= 600 else { return false }
    let end = paragraph.suffix(80).loweredString
    guard end.hasSuffix(")"), let bracket = end.lastIndex(of: "(") else { return false }
    return credits.contains { end[bracket...].dropFirst().hasPrefix($0) }
  }

  private static let openings = [
    "file - ", "file – ", "file — ", "file photo:", "file photo -", "photo:", "photo by ",
    "photograph:", "image:", "picture:", "foto:", "bild:", "photo :",
  ]
  private static let credits = [
    "ap photo", "photo:", "photo by", "photo courtesy", "picture:", "image:", "getty images",
    "foto:", "afp/", "reuters/", "photograph:", "file photo",
  ]
}

extension Slice<Bytes> {
  /// The words in small letters; a character that was cut at either end is left to be a replacement.
  fileprivate var loweredString: String { String(decoding: self, as: UTF8.self).lowercased() }
}

extension Substring {
  /// Whether a label ends here: `:`, ` (March 3):`, ` – `.
  fileprivate var isLabelEnd: Bool {
    let rest = drop { $0 == " " }
    if rest.first == "(", let close = rest.firstIndex(of: ")") {
      return rest[rest.index(after: close)...].isLabelEnd
    }
    return rest.first == ":" || rest.first == "–" || rest.first == "—" || rest.first == "-"
  }
}
