import Document
import Scripting

/// A condition on values that have names, as users write it: `sentiment.compound < -0.5 and language = 'en'`.
///
/// `CommandLine.md` specifies the language. A comparison with something that is not there does not hold; a list is compared
/// element by element, and holds where one element does.
package struct Expression: Sendable {
  /// As it was written.
  package let text: String
  let root: Node

  /// What is wrong with an expression, at a byte offset.
  package struct Fault: Error, Hashable, Sendable {
    package var offset: Int
    package var message: String
    package var remedy: String?

    init(_ offset: Int, _ message: String, remedy: String? = nil) {
      self.offset = offset
      self.message = message
      self.remedy = remedy
    }
  }

  /// A name of dotted parts, and where it stands.
  struct Name: Hashable, Sendable {
    var parts: [String]
    var offset: Int

    var text: String { parts.joined(separator: ".") }
  }

  enum Comparison: String, CaseIterable, Sendable {
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case less = "<"
    case more = ">"
    case contains, matches
  }

  enum Operation: Character, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }

  indirect enum Node: Sendable {
    case literal(Value)
    /// As precise as it is written; what it is compared with is cut to that.
    case date(String)
    case name(Name)
    /// `new(sources.speakers)`.
    case call(String, Name, offset: Int)
    case not(Node)
    case and(Node, Node)
    case or(Node, Node)
    case compare(Comparison, Node, Node, offset: Int)
    case match(Node, Pattern)
    case calculate(Operation, Node, Node, offset: Int)
    case negate(Node)
  }

  package init(_ text: String) throws(Fault) {
    self.text = text
    var parser = try ExpressionParser(text)
    root = try parser.expression()
  }

  /// All names, in the order written, with the function that each is given to.
  var names: [(name: Name, function: String?)] { Self.names(in: root) }

  static func names(in node: Node) -> [(name: Name, function: String?)] {
    var names: [(name: Name, function: String?)] = []
    func collect(_ node: Node) {
      switch node {
      case .literal, .date: break
      case .name(let name): names.append((name, nil))
      case .call(let function, let name, _): names.append((name, function))
      case .not(let a), .negate(let a), .match(let a, _): collect(a)
      case .and(let a, let b), .or(let a, let b), .compare(_, let a, let b, _),
        .calculate(_, let a, let b, _):
        collect(a)
        collect(b)
      }
    }
    collect(node)
    return names
  }
}
