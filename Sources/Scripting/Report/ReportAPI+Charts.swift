internal import Document
internal import Lua

// `report`: charts of more than one quantity.

extension Session {
  var chartMembers: [APIMember] {
    [
      APIMember(
        "network",
        type: "fun(title: string, ties: copydesk.Tie[] | any[][], "
          + "options?: { measure?: string, nodes?: copydesk.Node[] | string[], limit?: integer })",
        doc: "Things and their ties, laid out so that what is tied is near. Ties are "
          + "`{from = …, to = …, weight = …}` or `{from, to, weight}`; the `limit` weightiest things "
          + "are drawn, 40 unless told, and all are in the data beside them.",
        access: .method(network)),
      APIMember(
        "map",
        type: "fun(title: string, places: copydesk.MapPlace[], options?: { measure?: string })",
        doc: "Places on a map of the world, or of the part that they are in; the area of a mark is "
          + "its value.", access: .method(map)),
    ]
  }

  private func network(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let title = try call.string(2)
    let reader = ReportReader("report:network")
    let options = try options(call, 4, ["measure", "nodes", "limit"], reader)
    try draft.add(.network(try reader.network(title, try value(call, 3, "ties"), options)))
    return 0
  }

  private func map(_ call: Call) throws(Fault) -> Int {
    try begin(call)
    let title = try call.string(2)
    let reader = ReportReader("report:map")
    let options = try options(call, 4, ["measure"], reader)
    let places = try reader.places(try value(call, 3, "places"))
    try draft.add(
      .map(PlaceMap(title: title, measure: try options.string("measure") ?? "", places: places)))
    return 0
  }

  /// The table of options of a block; empty where none is given.
  func options(
    _ call: Call, _ argument: Int, _ known: [String], _ reader: ReportReader
  ) throws(Fault) -> ReportRecord {
    let options = call[argument].isNil ? Value.list([]) : try value(call, argument, "options")
    return try ReportRecord(options, "options", known: known, reader)
  }
}
