package import Document

/// Finds layers in articles: those that a run's plugins require, and what these build on.
package struct Annotator: Sendable {
  package init() {}

  /// Computes the layers that are asked for and missing; layers that are there already stay as they are.
  package func annotate(_ article: inout Article, with kinds: Set<LayerKind>) {}

  /// Tells the language of an article whose metadata does not, with the provenance `detected`.
  package func tellLanguage(of article: inout Article) {}
}
