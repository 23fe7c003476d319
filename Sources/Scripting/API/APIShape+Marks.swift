extension APIShape {
  /// Every table of the API that is only data.
  static let all = plugin + values + marks

  /// The marks of charts that have more than a name and a number.
  static let marks = [
    APIShape(
      name: "Node", doc: "A thing of a network.",
      fields: [
        PluginKey("name", "string", isRequired: true, "What it is called; ties name it."),
        PluginKey("value", "number", "How much it weighs; the sum of its ties unless told."),
        PluginKey("group", "string", "Things of a group have one colour."),
      ] + targets),
    APIShape(
      name: "Tie", doc: "What two things of a network have to do with each other.",
      fields: [
        PluginKey("from", "string", isRequired: true, "The one."),
        PluginKey("to", "string", isRequired: true, "The other."),
        PluginKey("weight", "number", "How strongly; 1 unless told."),
      ] + targets),
    APIShape(
      name: "MapPlace", doc: "A place on a map.",
      fields: [
        PluginKey("name", "string", isRequired: true, "What it is called."),
        PluginKey("lat", "number", isRequired: true, "Degrees north, −90 to 90."),
        PluginKey("lon", "number", isRequired: true, "Degrees east, −180 to 180."),
        PluginKey("value", "number", "How much there is of what is measured."),
      ] + targets),
  ]

  /// Where a mark leads.
  private static let targets = [
    PluginKey("article", "string", "The id of the article that it leads to."),
    PluginKey("articles", "string[]", "Or the ids of several."),
    PluginKey("first", "integer", "Where in the one article's text."),
    PluginKey("last", "integer", "Where that ends."),
  ]
}
