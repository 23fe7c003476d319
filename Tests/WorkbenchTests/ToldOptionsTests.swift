import Document
import Testing

@testable import Workbench

/// What outputs say of the options of a run.
@Suite struct ToldOptionsTests {
  private let model = String(repeating: "term\t1\n", count: 200)

  @Test func `short values are told as they are`() {
    let told = ToldOptions(["trial": ["least": 0.5, "name": "a"]])
    #expect(told["trial"] == ["least": 0.5, "name": "a"])
    #expect(told["other"] == [:])
  }

  @Test func `of a long text its file, size and digest are told`() {
    var request = RunRequest(inputs: [], options: ["trial": ["model": .string(model)]])
    request.optionFiles = ["trial": ["model": "models/mine.tsv"]]
    #expect(
      ToldOptions(of: request)["trial"]["model"] == [
        "file": "models/mine.tsv", "bytes": 1400,
        "sha256": "fe8f2ccf62d70d8f2a3c3ce093e4e4de9f0c2eaa454f289a12eeb516e3a0dab0",
      ])
  }

  @Test func `another text has another digest`() {
    #expect(ToldOptions.told(.string(model)) == ToldOptions.told(.string(model)))
    #expect(ToldOptions.told(.string(model)) != ToldOptions.told(.string(model + "x")))
  }
}
