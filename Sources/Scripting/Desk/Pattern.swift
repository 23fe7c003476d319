/// A regular expression that a user has written: PCRE2 with Unicode properties, as in plugins.
///
/// The program has no threads, so that a pattern, whose memory of the last match is its own, can be shared.
package final class Pattern: @unchecked Sendable {
  /// What is wrong with a pattern, at a byte of it.
  package struct Fault: Error, Hashable {
    package var offset: Int
    package var message: String
  }

  private let regex: Regex

  package init(_ pattern: String) throws(Fault) {
    var pattern = pattern
    let result: Result<Regex, RegexFault> = pattern.withUTF8 { utf8 in
      Result { () throws(RegexFault) in try Regex(utf8, Regex.Options()) }
    }
    switch result {
    case .success(let regex): self.regex = regex
    case .failure(.pattern(let message, let offset)):
      throw Fault(offset: offset, message: message)
    case .failure(.limit(let message)): throw Fault(offset: 0, message: message)
    case .failure(.expired): throw Fault(offset: 0, message: "takes too long")
    }
  }

  /// Whether it matches anywhere; a search that goes beyond its limits does not.
  package func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { utf8 in
      (try? regex.find(in: utf8, from: 0, isExpired: { false })) ?? false
    }
  }
}
