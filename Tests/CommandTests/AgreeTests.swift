import Testing

/// `copydesk agree`: what coders say against what the plugin says.
@Suite struct AgreeTests {
  private static func key(
    _ values: [String], answer: String = "one", labels: String = #"["dry","wet"]"#,
    unit: String = "field", field: String = "weather.kind", more: String = "",
    none: Bool = true
  ) -> String {
    let head =
      #"{"schema":"copydesk-key/1","sample":"0a1b","field":"\#(field)","unit":"\#(unit)","#
      + #""plugin":"weather","version":"1.2.0","hash":"abc","options":{},"path":"./weather.lua","#
      + #""question":"Wet or dry","answer":"\#(answer)","labels":\#(labels),"none":\#(none),"seed":"1","#
      + #""strata":[{"name":"","population":400,"units":\#(values.count)}]\#(more),"command":""}"#
    let units = values.enumerated().map { number, value in
      #"{"unit":"u\#(number)","value":\#(value),"source":"s:\#(number)","article":"a\#(number)"}"#
    }
    return ([head] + units).joined(separator: "\n") + "\n"
  }

  private static func sheet(_ codes: [String]) -> String {
    "unit,code,comment\r\n"
      + codes.enumerated().map { "u\($0),\"\($1)\",\r\n" }.joined()
  }

  /// Ten units: the plugin is right of eight.
  private static let values = (0..<10).map { $0 < 6 ? #"["wet"]"# : #"["dry"]"# }
  private static let codes = ["wet", "wet", "wet", "wet", "wet", "dry", "dry", "dry", "dry", "wet"]

  let folder = Scratch([
    "s.key.jsonl": key(values), "s/sheet.csv": sheet(codes), "ada.csv": sheet(codes),
    "bo.csv": sheet(["Wet", "wet", "wet", "wet", "dry", "dry", "dry", "?", "", "-"]),
  ])

  private func agree(_ arguments: String...) -> Program.Output {
    Program.run(["agree"] + arguments, in: folder)
  }

  @Test func `one coder tells how often the plugin is right`() {
    let told = agree("s/sheet.csv")
    #expect(told.errors == "")
    #expect(told.status == 0)
    #expect(
      told.text == """
        weather.kind, weather 1.2.0: 10 of 10 units coded by 1 coder (sheet)

        The plugin against what coders agree upon        95 % interval  units
        accuracy                                   0.80  0.49–0.94         10
        micro-F1                                   0.80  0.50–1.00         10
        macro-F1                                   0.79  0.44–1.00         10

        label  precision         recall            F1
        dry    0.75 (0.30–0.95)  0.75 (0.30–0.95)  0.75 (0.00–1.00)
        wet    0.83 (0.44–0.97)  0.83 (0.44–0.97)  0.83 (0.50–1.00)

        Agreement                                                    95 % interval  units
        Krippendorff's alpha, nominal, the plugin with coders  0.60  -0.06 to 1.00     10

        coders say ↓, the plugin →  1  2
        1 dry                       3  1
        2 wet                       1  5

        Intervals: of shares Wilson's; of others percentiles of 2,000 resamples of the articles.

        """)
  }

  @Test func `several coders agree more or less, and what more than half say is right`() {
    let told = agree("--kappa", "-k", "s.key.jsonl", "--format", "json", "ada.csv", "bo.csv")
    #expect(told.errors == "")
    #expect(
      told.text.contains(
        #""coders":["ada","bo"],"units":10,"population":400,"coded":10,"undecided":2"#))
    // Eight units have two codes; of these six are the same.
    #expect(told.text.contains(#"{"measure":"kappa","of":"","among":"ada and bo","value":"#))
    #expect(told.text.contains(#""measure":"alpha","of":"nominal","among":"coders""#))
    #expect(told.text.contains(#""confusion":{"labels":["dry","wet"],"counts":[[3,1],[0,4]]}"#))
    #expect(
      told.text
        == agree("--kappa", "-k", "s.key.jsonl", "--format", "json", "ada.csv", "bo.csv").text)
  }

  @Test func `sheets of spreadsheets and of several coders are read`() {
    folder.write(
      "both.csv",
      "\u{FEFF}Unit;Code;Coder\r\nu0;wet;Ada\r\nu1;'-;Ada\r\nu0; WET ;Bo\r\nu1;dry;Bo\r\n")
    let told = agree("-k", "s.key.jsonl", "--format", "csv", "both.csv")
    #expect(told.errors == "")
    #expect(told.text.hasPrefix("measure,of,among,value,low,high,interval,units\r\n"))
    #expect(told.text.contains("alpha,nominal,coders,"))
  }

  @Test func `numbers are compared as numbers`() {
    folder.write("n.key.jsonl", Self.key(["0.5", "1", "2", "3"], answer: "number", labels: "[]"))
    folder.write("n.csv", "unit,code\nu0,0.5\nu1,\"1,5\"\nu2,2\nu3,−1\n")
    let told = agree("-k", "n.key.jsonl", "n.csv")
    #expect(told.text.contains("correlation"))
    #expect(told.text.contains("absolute error"))
    #expect(told.text.contains("Krippendorff's alpha, interval, the plugin with coders"))
  }

  @Test func `classes of numbers have an order`() {
    folder.write(
      "c.key.jsonl",
      Self.key(
        ["-0.5", "0", "0.5", "0.7"], labels: #"["negative","neutral","positive"]"#,
        more: #","ordered":true,"cuts":[-0.05,0.05]"#, none: false))
    folder.write("c.csv", "unit,code\nu0,negative\nu1,neutral\nu2,positive\nu3,neutral\n")
    let told = agree("-k", "c.key.jsonl", "c.csv")
    #expect(told.text.contains("accuracy                                   0.75"))
    #expect(told.text.contains("Krippendorff's alpha, ordinal"))
  }

  @Test func `several labels of a unit count one by one`() {
    folder.write(
      "m.key.jsonl",
      Self.key(
        [#"["wet","heavy"]"#, "[]", #"["wet"]"#], answer: "many", labels: #"["heavy","wet"]"#))
    folder.write("m.csv", "unit,code\nu0,wet; heavy\nu1,-\nu2,heavy\n")
    let told = agree("-k", "m.key.jsonl", "--format", "json", "m.csv")
    #expect(told.text.contains(#"{"measure":"accuracy","of":"","among":"plugin","value":0.666667"#))
    #expect(told.text.contains(#"{"measure":"F1","of":"micro","among":"plugin","value":0.666667"#))
    #expect(!told.text.contains("confusion"))
  }

  @Test func `marks have a precision and no recall`() {
    folder.write(
      "p.key.jsonl",
      Self.key(
        Array(repeating: #"["yes"]"#, count: 4), labels: #"["yes","no"]"#, unit: "marks",
        field: "weather.rain", none: false))
    folder.write("p.csv", "unit,code\nu0,yes\nu1,no\nu2,yes\nu3,yes\n")
    let told = agree("-k", "p.key.jsonl", "p.csv")
    #expect(
      told.text == """
        weather.rain, weather 1.2.0: 4 of 4 units coded by 1 coder (p)

        label  precision
        yes    0.75 (0.30–0.95)

        Intervals: of shares Wilson's.

        """)
  }

  @Test func `everything that is wrong with sheets is said, with its place`() {
    folder.write(
      "bad.csv", "unit,code\nu0,wett\nu1,wet\nu1,dry\nx9,wet\nu2,\"wet\ndry\"\n")
    let told = agree("-k", "s.key.jsonl", "bad.csv")
    #expect(
      told.errors == """
        error: bad.csv:2: 'wett' is no code; did you mean 'wet'?
        error: bad.csv:4: unit 'u1' was coded in line 3 already; leave one of the two
        error: bad.csv:5: no unit 'x9' in the key; the sheet is of another sample, or the column was changed
        error: bad.csv:6: 'wet\\ndry' is no code; expected one of dry, wet; - where none fits; ? where you cannot tell

        """)
    #expect(told.text == "")
    #expect(told.status == 2)
  }

  @Test(arguments: [
    (
      ["-k", "s.key.jsonl", "none.csv"],
      "error: none.csv: nothing is coded; fill in the column 'code': one of dry, wet; - where none fits; ? where you cannot tell"
    ),
    (
      ["-k", "s.key.jsonl", "table.csv"],
      "error: table.csv:1: has no column 'code'; it needs the columns 'unit' and 'code', as copydesk sample writes them"
    ),
    (["-k", "s.key.jsonl", "missing.csv"], "error: missing.csv: no such file or directory"),
    (
      ["-k", "ada.csv", "ada.csv"],
      "error: ada.csv: expected the schema copydesk-key/1; name the key that copydesk sample has written"
    ),
    (
      ["ada.csv"],
      "error: no key beside the sheets; name the one that copydesk sample has written: --key FILE"
    ),
    (
      ["-k", "s.key.jsonl", "--level", "ordinal", "ada.csv"],
      "error: --level: the labels of weather.kind have no order; draw the sample with --ordered, or leave it out"
    ),
    (
      ["-k", "s.key.jsonl", "ada.csv", "s/../ada.csv"],
      "error: s/../ada.csv:2: unit 'u0' was coded by 'ada' in another sheet; give coders different names, in the column 'coder' or by their files"
    ),
    (
      ["-k", "s.key.jsonl"], "error: expected SHEET…; name sheets in CSV that coders have filled in"
    ),
  ])
  func `what cannot be told is said`(arguments: [String], message: String) {
    folder.write("none.csv", "unit,code\nu0,\n")
    folder.write("table.csv", "unit,answer\nu0,wet\n")
    let told = Program.run(["agree"] + arguments, in: folder)
    #expect(told.errors.split(separator: "\n").first.map(String.init) == message)
    #expect(told.status == 2)
  }
}
