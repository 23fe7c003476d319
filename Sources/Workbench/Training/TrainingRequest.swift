package import Learning

/// All that training is asked to do.
package struct TrainingRequest: Sendable {
  /// The labelled articles and how they are read.
  package var run: RunRequest
  /// The folder that the plugin is written to; its last name is the plugin's.
  package var folder: [UInt8]
  /// The member that holds the label or labels; nil: `label`, `labels`, or the article's tags or section.
  package var labelMember: String?
  /// Whether articles without a label are not labelled yet, rather than of none of the labels.
  package var leavesUnlabelledOut = false
  /// How many parts the articles are cut into for cross-validation; 0: none is made.
  package var folds = 5
  /// A label is learned from so many articles on.
  package var leastArticles = 5
  package var settings = LinearClassifier.Settings()

  package init(run: RunRequest, folder: [UInt8]) {
    self.run = run
    self.folder = folder
  }
}

/// What training made.
package struct Training {
  package var name: String
  /// Where the plugin lies.
  package var folder: String
  package var texts: LabelledTexts
  /// Articles without a label where every other has one.
  package var unlabelled: Int
  /// What cross-validation found; nil where it was not asked for.
  package var figures: Figures?
}
