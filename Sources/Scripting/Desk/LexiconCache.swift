internal import Lua

/// What a lexicon is made of.
struct LexiconKey: Hashable {
  enum List: Hashable {
    case resource(String)
    case inline([UInt8])
    /// The text of a word list, such as an option holds.
    case text([UInt8])
  }

  var lists: [List] = []
  var options = Lexicon.Options()
  /// Words before a hit that turn it around or weigh it, and within how many words.
  var negators: List?
  var intensifiers: List?
  var window = 3
}

/// The lexicons that a plugin has made, for its next state to use: building takes about a millisecond.
final class LexiconCache {
  private var lexicons: [LexiconKey: Lexicon] = [:]

  /// The lexicon for a key, built where it is new.
  func lexicon(
    _ key: LexiconKey, resource: (String) throws(Fault) -> [UInt8]
  ) throws(Fault) -> Lexicon {
    if let known = lexicons[key] { return known }
    var lists: [WordList] = []
    for list in key.lists { lists.append(try read(list, resource)) }
    let context = try context(key, resource)
    do throws(LexiconFault) {
      let lexicon = try Lexicon(lists, options: key.options, context: context)
      if lexicons.count < Session.maximumLexicons { lexicons[key] = lexicon }
      return lexicon
    } catch {
      throw Fault(Self.words(for: error.fault, in: key.lists[error.list]))
    }
  }

  private func context(
    _ key: LexiconKey, _ resource: (String) throws(Fault) -> [UInt8]
  ) throws(Fault) -> LexiconContext? {
    guard key.negators != nil || key.intensifiers != nil else { return nil }
    func lexicon(_ list: LexiconKey.List?) throws(Fault) -> Lexicon? {
      guard let list else { return nil }
      return try self.lexicon(LexiconKey(lists: [list]), resource: resource)
    }
    return LexiconContext(
      negators: try lexicon(key.negators), intensifiers: try lexicon(key.intensifiers),
      window: key.window)
  }

  private func read(
    _ list: LexiconKey.List, _ resource: (String) throws(Fault) -> [UInt8]
  ) throws(Fault) -> WordList {
    let bytes: [UInt8]
    switch list {
    case .inline(let written), .text(let written): bytes = written
    case .resource(let name): bytes = try resource(name)
    }
    do throws(WordListFault) {
      return try WordList(bytes)
    } catch {
      throw Fault(Self.words(for: error, in: list))
    }
  }

  private static func words(for fault: WordListFault, in list: LexiconKey.List) -> String {
    switch list {
    case .inline: "the list of words: \(fault.message)"
    case .text where fault.line > 0: "the word list, line \(fault.line): \(fault.message)"
    case .text: "the word list: \(fault.message)"
    case .resource(let name) where fault.line > 0:
      "the resource \"\(name)\", line \(fault.line): \(fault.message)"
    case .resource(let name): "the resource \"\(name)\": \(fault.message)"
    }
  }
}
