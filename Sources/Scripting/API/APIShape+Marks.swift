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
    APIShape(
      name: "Quantity", doc: "A number of a histogram.",
      fields: [PluginKey("value", "number", isRequired: true, "The number.")] + targets),
    APIShape(
      name: "Bin", doc: "A column of a histogram.",
      fields: [
        PluginKey("from", "number", isRequired: true, "The lowest number in it."),
        PluginKey("to", "number", isRequired: true, "The lowest number that is beyond it."),
        PluginKey("count", "integer", isRequired: true, "How many there are."),
      ] + targets),
    APIShape(
      name: "Cell", doc: "A cell of a heat map.",
      fields: [
        PluginKey("row", "string", isRequired: true, "The name of its row."),
        PluginKey("column", "string", isRequired: true, "The name of its column."),
        PluginKey("value", "number", "How much; none is a cell that is left out."),
      ] + targets),
    APIShape(
      name: "Series", doc: "A line of a chart, or one of its small plots.",
      fields: [
        PluginKey("name", "string", isRequired: true, "What it is called."),
        PluginKey(
          "points", "copydesk.Point[] | table<string, number>", isRequired: true, "Its points."),
      ]),
    APIShape(
      name: "Stack", doc: "A bar of parts.",
      fields: [
        PluginKey("name", "string", isRequired: true, "What it stands for."),
        PluginKey(
          "parts", "table<string, number | copydesk.Quantity>", isRequired: true,
          "How much of each part."),
      ] + targets),
  ]

  /// Where a mark leads.
  private static let targets = [
    PluginKey("article", "string", "The id of the article that it leads to."),
    PluginKey("articles", "string[]", "Or the ids of several."),
    PluginKey("others", "integer", "How many articles more there are than these."),
    PluginKey("first", "integer", "Where in the one article's text."),
    PluginKey("last", "integer", "Where that ends."),
  ]
}
