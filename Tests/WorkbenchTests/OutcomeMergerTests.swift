import Document
import Testing

@testable import Workbench

/// A lane is believed in what concerns its own plugins, and in nothing else.
@Suite struct OutcomeMergerTests {
  private let merger: OutcomeMerger

  init() {
    let plugins = ["mine", "theirs"].map { PluginDescription(name: $0) }
    let lanes = Lane.lanes(for: plugins, WorkerConfiguration()) { $0.name == "mine" }
    merger = OutcomeMerger(LanePlan(plugins: plugins, lanes: lanes))
  }

  private func part(_ line: String, errors: [PluginError] = []) -> PieceState.Held {
    var header = OutcomeHeader(index: 0, kind: .findings, payloads: 1)
    header.errors = errors
    return PieceState.Held(header: header, payloads: [Array(line.utf8)])
  }

  private static let own =
    #"{"schema":"copydesk/1","id":"a","title":"T","hash":"h","plugins":{"mine":{"fields":{"x":0.5}}}}"#

  private func merged(_ other: PieceState.Held?) throws -> (OutcomeHeader, String) {
    let (header, payloads) = try merger.merge([part(Self.own), other])
    return (header, String(decoding: payloads[0], as: UTF8.self))
  }

  @Test func `results stand in the order in which plugins run`() throws {
    let (_, line) = try merged(
      part(#"{"id":"a","hash":"h","title":"forged","plugins":{"theirs":{"fields":{"y":1}}}}"#))
    #expect(
      line == #"{"schema":"copydesk/1","id":"a","title":"T","hash":"h","#
        + #""plugins":{"mine":{"fields":{"x":0.5}},"theirs":{"fields":{"y":1}}}}"#)
  }

  @Test func `what a lane says of another's plugins is passed over`() throws {
    let blame = PluginError(plugin: "mine", phase: "analyze", kind: .error, message: "blamed")
    let (header, line) = try merged(
      part(
        #"{"id":"a","hash":"h","plugins":{"mine":{"fields":{"x":9}},"theirs":{"fields":{}}}}"#,
        errors: [blame]))
    #expect(line.contains(#""mine":{"fields":{"x":0.5}}"#))
    #expect(header.errors.isEmpty)
  }

  @Test(arguments: [
    "rubbish", #"{"id":"b","hash":"h","plugins":{}}"#, #"{"id":"a","hash":"g","plugins":{}}"#, nil,
  ])
  func `a lane that has nothing to say of the article fails alone`(line: String?) throws {
    let (header, merged) = try merged(line.map { part($0) })
    #expect(header.errors.map(\.plugin) == ["theirs"])
    #expect(
      merged.contains(
        #""mine":{"fields":{"x":0.5}},"theirs":{"fields":{},"annotations":{},"error":{"#))
  }

  @Test func `a trusted plugin is trusted no more than what it requires`() {
    let plugins = [
      PluginDescription(name: "stranger"), PluginDescription(name: "free"),
      PluginDescription(name: "bound", requires: ["sentences", "stranger"]),
    ]
    let lanes = Lane.lanes(for: plugins, WorkerConfiguration()) { $0.name != "stranger" }
    #expect(lanes.map(\.names) == [["free"], ["stranger"], ["bound"]])
    #expect(
      lanes.map { $0.loaded.map(\.name) } == [["free"], ["stranger"], ["stranger", "bound"]])
  }
}
