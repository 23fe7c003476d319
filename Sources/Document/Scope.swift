/// A part of an article by the role that it plays.
public struct Scope: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The title; its range is one of the title's text.
    case headline
    /// What of the text is the story: all but captions and corrections.
    case body
    /// The first paragraph of the story.
    case lead
    /// A heading between paragraphs.
    case heading
    /// Words of others: between quotation marks, which are included, or set off as a block.
    case quote
    /// What of the story is no quote.
    case unquoted
    /// What is said of a picture.
    case caption
    /// What an editor says of a mistake in the story.
    case correction
  }

  public var kind: Kind
  /// Whether the range is one of the article's text or of its title.
  public var place: Annotation.Place

  public init(_ kind: Kind, in place: Annotation.Place = .text) {
    self.kind = kind
    self.place = place
  }
}
