import Document
import Testing

/// What build servers and code hosts read keeps to the schemas that they check it against.
@Suite struct BuildServerTests {
  let folder = Scratch([
    "wrong/plugin.lua": """
    return {
      api = 1, name = "wrong", layers = { hedge = "a hedge" },
      analyze = function(article, ctx)
        local word, title = "é", article.titel
        for hit in desk.lexicon({ "may" }):hits(article) do ctx:annotate("hedge", hit) end
      end,
    }
    """,
    "wrong/tests/wrong.lua": """
    return {
      { name = "a < b & c", text = "It [hedge:might] be." },
      { name = "none", text = "It is." },
    }
    """,
    "no name.lua": "return {",
    "fine.lua":
      "return { api = 1, name = 'fine', analyze = function(article) return {} end }",
    "fine.test.lua": "return { { name = 'nothing', text = 'Rain.', marks = {} } }",
  ])

  // MARK: SARIF

  /// Of the objects of SARIF 2.1.0 that are written: which members the schema knows, and which of them must be there.
  private static let objects: [String: (known: Set<String>, required: Set<String>)] = [
    "log": (["$schema", "version", "runs", "properties"], ["version", "runs"]),
    "run": (["tool", "results", "columnKind", "artifacts", "invocations"], ["tool"]),
    "tool": (["driver", "extensions"], ["driver"]),
    "driver": (["name", "version", "semanticVersion", "informationUri", "rules"], ["name"]),
    "rule": (
      [
        "id", "name", "shortDescription", "fullDescription", "help", "helpUri",
        "defaultConfiguration",
      ],
      ["id"]
    ),
    "configuration": (["level", "enabled", "rank", "parameters"], []),
    "result": (
      ["ruleId", "ruleIndex", "level", "message", "locations", "kind", "partialFingerprints"],
      ["message"]
    ),
    "message": (["text", "markdown", "id", "arguments"], ["text"]),
    "location": (["physicalLocation", "logicalLocations", "message"], []),
    "physical": (["artifactLocation", "region", "contextRegion"], ["artifactLocation"]),
    "artifact": (["uri", "uriBaseId", "index", "description"], []),
    "region": (["startLine", "startColumn", "endLine", "endColumn", "snippet"], ["startLine"]),
    "content": (["text", "binary", "rendered"], []),
  ]

  /// What the members of an object are, by the object's kind.
  private static let members: [String: [String: String]] = [
    "log": ["runs": "run"], "run": ["tool": "tool", "results": "result"],
    "tool": ["driver": "driver"], "driver": ["rules": "rule"],
    "rule": [
      "shortDescription": "message", "fullDescription": "message",
      "defaultConfiguration": "configuration",
    ],
    "result": ["message": "message", "locations": "location"],
    "location": ["physicalLocation": "physical"],
    "physical": ["artifactLocation": "artifact", "region": "region"],
    "region": ["snippet": "content"],
  ]

  private func check(_ value: Value, is kind: String) throws {
    let object = try #require(value.map, "a \(kind) is an object")
    let (known, required) = try #require(Self.objects[kind])
    #expect(Set(object.names).subtracting(known).isEmpty, "\(kind): \(object.names)")
    #expect(required.subtracting(object.names).isEmpty, "\(kind): \(object.names)")
    #expect(Set(object.names).count == object.names.count)
    for (name, inner) in Self.members[kind] ?? [:] {
      guard let member = object[name] else { continue }
      for element in member.list ?? [member] { try check(element, is: inner) }
    }
    switch kind {
    case "run": #expect(object["columnKind"] == "unicodeCodePoints")
    case "configuration", "result":
      #expect(["none", "note", "warning", "error"].contains(object["level"]?.string ?? "warning"))
    case "artifact":
      let address = try #require(object["uri"]?.string)
      #expect(
        address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) })
    case "region":
      for number in object.entries where number.name != "snippet" {
        #expect(number.value.integer ?? 0 >= 1, "\(number.name)")
      }
      if let start = object["startColumn"]?.integer {
        #expect(object["endColumn"]?.integer ?? start >= start)
      }
    default: break
    }
  }

  @Test func `SARIF has no member that its schema lacks, and none missing that it requires`() throws
  {
    let output = Program.run("check", "--format", "sarif", ".", in: folder)
    let log = try JSONParser.parse(output.bytes[...])
    try check(log, is: "log")
    let run = log["runs"]?.list?.first
    let rules = run?["tool"]?["driver"]?["rules"]?.list ?? []
    let results = run?["results"]?.list ?? []
    #expect(Set(rules).count == rules.count)
    #expect(results.count >= 3)
    let names = results.compactMap { result in
      result["locations"]?.list?.first?["physicalLocation"]?["artifactLocation"]?["uri"]?.string
    }
    #expect(names.contains("no%20name.lua"))
    // Columns count code points: é is one.
    let misspelt = results.first { $0["ruleId"] == "unknown-member" }
    let region = misspelt?["locations"]?.list?.first?["physicalLocation"]?["region"]
    #expect(region?["startColumn"]?.integer == 38)
    #expect(region?["endColumn"]?.integer == 43)
  }

  // MARK: JUnit

  /// Elements of Jenkins' schema of JUnit: attributes that may be there and that must, and what may be inside.
  private static let elements:
    [String: (known: Set<String>, required: Set<String>, inner: Set<String>)] = [
      "testsuites": (["name", "time", "tests", "failures", "errors"], [], ["testsuite"]),
      "testsuite": (
        [
          "name", "tests", "failures", "errors", "time", "skipped", "timestamp", "hostname", "id",
          "file",
        ],
        ["name", "tests", "failures", "errors"], ["testcase", "properties", "system-out"]
      ),
      "testcase": (
        ["name", "time", "classname", "group"], ["name"],
        ["failure", "error", "skipped", "system-out"]
      ),
      "failure": (["type", "message"], [], []), "error": (["type", "message"], [], []),
      "system-out": ([], [], []),
    ]

  @Test(arguments: [
    ["check", "--format", "junit", "."], ["check", "--strict", "--format", "junit", "."],
    ["test", "--format", "junit", "."],
  ])
  func `JUnit has the elements and attributes of its schema`(arguments: [String]) throws {
    let output = Program.run(arguments, in: folder)
    var open: [String] = []
    var counts: [String: Int] = [:]
    var told: [String: Int] = [:]
    for tag in Self.tags(of: output.text) {
      if tag.isEnd {
        #expect(open.popLast() == tag.name)
        continue
      }
      let (known, required, _) = try #require(Self.elements[tag.name], "<\(tag.name)>")
      #expect(Set(tag.attributes.keys).subtracting(known).isEmpty, "\(tag)")
      #expect(required.subtracting(tag.attributes.keys).isEmpty, "\(tag)")
      if let outer = open.last { #expect(Self.elements[outer]?.inner.contains(tag.name) == true) }
      if let time = tag.attributes["time"] {
        #expect(time.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }, "\(time)")
      }
      counts[tag.name, default: 0] += 1
      if tag.name == "testsuites" {
        for name in ["tests", "failures", "errors"] { told[name] = Int(tag.attributes[name] ?? "") }
      }
      if !tag.isEmpty { open.append(tag.name) }
    }
    #expect(open.isEmpty)
    #expect(counts["testsuites"] == 1)
    #expect(counts["testsuite"] == 3)
    #expect(told["tests"] == counts["testcase"])
    #expect(told["failures"] == counts["failure"] ?? 0)
    #expect(told["errors"] == counts["error"] ?? 0)
  }

  @Test func `a failed spec says where it stands`() {
    let output = Program.run("test", "--format", "junit", "wrong", in: folder)
    #expect(
      output.text.contains("<testcase name=\"a &lt; b &amp; c\" classname=\"wrong\""))
    #expect(output.text.contains("\">wrong/tests/wrong.lua:2:\n"), "\(output.text)")
  }

  private struct Tag {
    var name = ""
    var attributes: [String: String] = [:]
    var isEnd = false
    /// Whether it ends itself.
    var isEmpty = false
  }

  /// The tags of an XML file that has no comments and no bare `<`.
  private static func tags(of text: String) -> [Tag] {
    text.split(separator: "<").dropFirst().compactMap { piece in
      guard piece.first != "?", let end = piece.firstIndex(of: ">") else { return nil }
      var words = piece[..<end]
      var tag = Tag()
      tag.isEnd = words.first == "/"
      tag.isEmpty = words.last == "/"
      words = words.drop { $0 == "/" }
      if tag.isEmpty { words.removeLast() }
      tag.name = String(words.prefix { $0 != " " })
      var quoted = words.dropFirst(tag.name.count).split(
        separator: "\"", omittingEmptySubsequences: false)[...]
      while quoted.count >= 2 {
        let name = quoted.removeFirst().filter { $0 != " " && $0 != "=" }
        tag.attributes[String(name)] = String(quoted.removeFirst())
      }
      return tag
    }
  }
}
