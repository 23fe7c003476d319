/// Tries terms of word lists and regular expressions without a plugin that uses them.
package enum TermCheck {
  /// What is wrong with the first term of a list that no lexicon takes, and its line, from 1.
  package static func fault(
    ofList bytes: [UInt8], keepsCase: Bool
  ) -> (line: Int, message: String)? {
    var options = Lexicon.Options()
    if keepsCase { options.letterCase = .keep }
    do throws(WordListFault) {
      let list = try WordList(bytes)
      do throws(LexiconFault) { _ = try Lexicon([list], options: options) } catch {
        throw error.fault
      }
      return nil
    } catch { return (error.line, error.message) }
  }

  /// What is wrong with a regular expression, and at which of its bytes, from 0.
  package static func fault(ofPattern pattern: String) -> (offset: Int, message: String)? {
    do throws(RegexFault) {
      var pattern = pattern
      let result = pattern.withUTF8 { bytes in
        Result { () throws(RegexFault) in try Regex(bytes, Regex.Options()) }
      }
      _ = try result.get()
      return nil
    } catch {
      switch error {
      case .pattern(let message, let offset): return (offset, message)
      case .limit(let message): return (0, message)
      case .expired: return (0, "it takes too long")
      }
    }
  }
}
