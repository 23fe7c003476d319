import Workbench

extension Session {
  /// `run --explain`: instead of findings the spans that some fields were made of.
  func explain() throws -> Int32 {
    for option in [Option.run, .dryRun, .timings, .trust] + Option.screening
    where arguments.has(option) {
      throw UsageError.conflict(.explain, option)
    }
    let settings = try Settings(arguments)
    let fields = try settings.explained()
    var request = try settings.request()
    let choice = try OutputChoice(
      arguments, formats: [.text, .json, .jsonl], option: .findingsFormat, default: nil)
    request.format = choice.format
    return try perform(request, into: choice.file) { request, sink, events in
      try settings.locating {
        try Workbench().explain(request, fields, to: sink, events: events)
      }
    }
  }
}
