internal import CLua

/// A kind of object that the host has defined.
package struct Kind: Equatable, Sendable {
  /// The name that messages and `tostring` show.
  package let name: String
  let number: UInt32

  package static func == (left: Kind, right: Kind) -> Bool { left.number == right.number }
}

/// Some kinds of object, any of which a function takes.
package struct KindSet: Sendable {
  // A state holds at most 64 kinds.
  private var bits: UInt64 = 0

  package init(_ kinds: some Sequence<Kind>) {
    for kind in kinds { bits |= 1 << UInt64(kind.number) }
  }

  package func contains(_ object: Object) -> Bool {
    bits & (1 << UInt64(object.handle.kind)) != 0
  }
}

/// An object of the host's as scripts hold it: a kind and a few integers, copied by value.
///
/// Two objects are equal in Lua where kind, generation and values are.
package struct Object {
  var handle: copydesk_handle

  /// An object that is valid while the interpreter's generation is the given one; 0 is for ever.
  package init(
    _ kind: Kind, generation: UInt32, _ first: Int = 0, _ second: Int = 0, _ third: Int = 0,
    _ fourth: Int = 0
  ) {
    handle = copydesk_handle(
      kind: kind.number, generation: generation,
      values: (Int64(first), Int64(second), Int64(third), Int64(fourth)))
  }

  init(handle: copydesk_handle) { self.handle = handle }

  package var generation: UInt32 { handle.generation }
  package var first: Int { Int(handle.values.0) }
  package var second: Int { Int(handle.values.1) }
  package var third: Int { Int(handle.values.2) }
  package var fourth: Int { Int(handle.values.3) }

  /// Whether the object is of a kind.
  package func isOf(_ kind: Kind) -> Bool { handle.kind == kind.number }
}

/// What scripts can do with a kind of object.
package struct KindDefinition {
  /// A name that scripts can read from an object, or call on it.
  package struct Field {
    package var name: String
    package var access: Access

    package init(_ name: String, _ access: Access) {
      self.name = name
      self.access = access
    }
  }

  /// How a field is answered.
  package enum Access {
    /// One of the object's own integers, 0 to 3, read without leaving C.
    case value(Int)
    /// The words of an object that is a stretch of a text, read without leaving C; see `SpanTable`.
    case spanText
    /// Which item of its layer an object is, counted from 1, read without leaving C.
    case itemIndex
    /// One of a few words, whose number is read from a column of a `SpanTable` without leaving C; the function sets the column when it is
    /// first asked, and answers.
    case word(column: Int, [String], Body)
    /// A Swift function of the object, which pushes the value.
    case getter(Body)
    /// The same for a value that does not change for as long as the object is valid and is the same for all objects of the kind, such as
    /// an article's title: asked for once. It must be one that scripts cannot change.
    case settled(Body)
    /// A function that scripts call with a colon.
    case method(Body)
  }

  package var name: String
  package var fields: [Field]
  /// Answers `object[i]` for integers; gets the object and the integer.
  package var element: Body?
  /// Whether `object[i]` gives items of a layer of a `SpanTable`. The object's integers are the number of its layer,
  /// the index of its first item, and how many there are.
  package var isSequence = false
  /// Answers `#object`.
  package var length: Access?
  /// Answers `object(…)`.
  package var call: Body?

  package init(
    name: String, fields: [Field], element: Body? = nil, length: Access? = nil, call: Body? = nil
  ) {
    self.name = name
    self.fields = fields
    self.element = element
    self.length = length
    self.call = call
  }
}
