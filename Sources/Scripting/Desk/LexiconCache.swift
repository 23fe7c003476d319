internal import Lua

/// What a lexicon is made of.
struct LexiconKey: Hashable {
  enum List: Hashable {
    case resource(String)
    case inline([UInt8])
  }

  var lists: [List] = []
  var options = Lexicon.Options()
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
    do throws(LexiconFault) {
      let lexicon = try Lexicon(lists, options: key.options)
      if lexicons.count < Session.maximumLexicons { lexicons[key] = lexicon }
      return lexicon
    } catch {
      throw Fault(Self.words(for: error.fault, in: key.lists[error.list]))
    }
  }

  private func read(
    _ list: LexiconKey.List, _ resource: (String) throws(Fault) -> [UInt8]
  ) throws(Fault) -> WordList {
    let bytes: [UInt8]
    switch list {
    case .inline(let written): bytes = written
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
    case .resource(let name) where fault.line > 0:
      "the resource \"\(name)\", line \(fault.line): \(fault.message)"
    case .resource(let name): "the resource \"\(name)\": \(fault.message)"
    }
  }
}
