internal import Lua

/// The kinds of objects that the API gives to plugins, by the names that messages use.
enum KindName: Int, CaseIterable {
  case article, ctx, report, sequence
  case span, paragraph, sentence, token, quotation, quote, entity, amount, date, link, scope,
    annotation
  // Of `desk`. A find is a hit in a string of the plugin's own.
  case lexicon, hit, find, regex, civilDate

  /// The kinds that are stretches of an article's text or title; `Object.range` and `Object.place` read them.
  static let spans: [KindName] = [
    .span, .paragraph, .sentence, .token, .quotation, .quote, .entity, .amount, .date, .link,
    .scope, .annotation, .hit,
  ]

  var name: String {
    switch self {
    case .find: "hit"
    case .civilDate: "date"
    default: "\(self)"
    }
  }
}

extension KindName {
  /// The class of its objects in types: `copydesk.Sentence`.
  var className: String {
    switch self {
    case .ctx: return "copydesk.Context"
    default:
      let name = "\(self)"
      return "copydesk.\(name.prefix(1).uppercased())\(name.dropFirst())"
    }
  }
}

/// The kinds that one interpreter knows.
struct Kinds {
  private var kinds: [Kind?] = Array(repeating: nil, count: KindName.allCases.count)
  /// All stretches of text.
  private(set) var spans = KindSet([])

  subscript(name: KindName) -> Kind {
    get {
      guard let kind = kinds[name.rawValue] else { preconditionFailure("no kind '\(name)'") }
      return kind
    }
    set {
      kinds[name.rawValue] = newValue
      spans = KindSet(KindName.spans.compactMap { kinds[$0.rawValue] })
    }
  }
}
