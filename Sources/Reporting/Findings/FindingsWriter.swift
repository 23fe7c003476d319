package import Document

/// Writes the outcomes of a run in one format, one after the other, as they come.
///
/// A writer keeps nothing of what it wrote, so a run of any length needs the memory of one article.
package protocol FindingsWriter {
  /// What it has to be given of each outcome besides its line.
  var needs: FindingsNeeds { get }
  /// The layers that it reads of the article, besides those that plugins require.
  var layers: Set<LayerKind> { get }

  /// Writes what stands before the first outcome.
  mutating func begin(_ plugins: [PluginDescription], to output: inout [UInt8])
  mutating func write(_ entry: FindingsEntry, to output: inout [UInt8])
  /// Writes an outcome of which nothing is needed but its line.
  mutating func write(line: ArraySlice<UInt8>, to output: inout [UInt8])
  /// Writes what stands after the last outcome.
  mutating func end(to output: inout [UInt8])
}

extension FindingsWriter {
  package var layers: Set<LayerKind> { [] }

  package mutating func write(line: ArraySlice<UInt8>, to output: inout [UInt8]) {
    write(FindingsEntry(line: line), to: &output)
  }
}

/// What a writer reads of an outcome; not reading it saves most of the time.
package struct FindingsNeeds: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The outcome, without its annotations, which are most of it.
  package static let outcome = FindingsNeeds(rawValue: 1)
  package static let annotations = FindingsNeeds(rawValue: 2)
  package static let article = FindingsNeeds(rawValue: 4)
}

/// One outcome of a run, as far as the writer needs it.
package struct FindingsEntry: Sendable {
  /// The outcome as its line of JSON, without the line's end.
  package var line: ArraySlice<UInt8>
  package var outcome: Outcome?
  /// The article that the findings are of.
  package var article: Article?

  package init(line: ArraySlice<UInt8>, outcome: Outcome? = nil, article: Article? = nil) {
    self.line = line
    self.outcome = outcome
    self.article = article
  }
}
