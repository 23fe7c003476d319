import Testing

/// Plugins that others wrote: `install`, `update`, `remove`, and the lock.
@Suite struct SharingTests {
  private let folder = Scratch([
    "shared/hedges/plugin.lua": """
    --- Counts hedges.
    return {
      api = 1, name = "desk-team/hedges", version = "1.0.0", summary = "Counts hedges",
      layers = { hedge = "a hedge" },
      fields = { hedges = { type = "integer", merge = "sum", doc = "hedges" } },
      resources = { words = "words.tsv" },
      setup = function(ctx) return ctx:lexicon("words") end,
      analyze = function(article, ctx, lexicon) return { hedges = lexicon:count(article) } end,
    }

    """,
    "shared/hedges/words.tsv": "may\t1\n",
    "shared/hedges/tests/hedges.lua": "return {}\n",
    "shared/mood.tsv": "good\t1\n",
    "story.txt": "Rates may fall. All is good.\n",
  ])

  private func run(_ arguments: String...) -> Program.Output {
    Program.run(arguments, in: folder, environment: ["XDG_DATA_HOME": "\(folder.path)/data"])
  }

  private var store: String { "data/copydesk/plugins" }

  @Test func `what a plugin may use is shown, and nobody is taken to agree`() {
    let output = run("install", "shared/hedges")
    #expect(
      output.text.hasPrefix(
        """
        desk-team/hedges 1.0.0: Counts hedges
          marks      hedge
          returns    hedges
          files      plugin.lua, tests/hedges.lua, words.tsv

        """), "\(output.text)")
    #expect(output.errors.contains("nobody to ask whether to install it; --yes"))
    #expect(output.status == 2)
    #expect(folder.read("\(store)/copydesk.lock") == nil)
  }

  @Test func `an installed plugin runs by its whole name until it is removed`() {
    #expect(run("install", "--yes", "shared/hedges", "shared/mood.tsv").status == 0)
    let output = run("run", "-p", "desk-team/hedges,mood", "--format", "jsonl", "story.txt")
    #expect(
      output.text.contains("\"desk-team/hedges\":{\"fields\":{\"hedges\":1}"),
      "\(output.text)\(output.errors)")
    #expect(output.text.contains("\"mood\":{\"fields\":{\"count\":1,"))
    let again = run("install", "--yes", "shared/hedges")
    #expect(again.text.hasPrefix("desk-team/hedges: is installed already with the same files; "))
    #expect(
      run("run", "-p", "hedges", "story.txt").errors
        == "error: no plugin or category 'hedges'; did you mean 'desk-team/hedges'?\n")
    let list = run("plugins", "--json")
    #expect(list.lines.contains { $0.hasPrefix("{\"name\":\"desk-team/hedges\",") })
    #expect(run("test", "desk-team/hedges").text.contains("ok, 0 specs"))
    #expect(run("remove", "desk-team/hedges", "mood").status == 0)
    #expect(folder.read("\(store)/desk-team/hedges/plugin.lua") == nil)
    #expect(run("run", "-p", "mood", "story.txt").errors.contains("no plugin or category 'mood'"))
    #expect(run("remove", "mood").errors.contains("'mood' is not installed"))
  }

  @Test func `a plugin that was changed does not load, and an update mends it`() {
    _ = run("install", "--yes", "shared/hedges")
    folder.write("\(store)/desk-team/hedges/words.tsv", "may\t1\nmight\t1\n")
    let changed = run("run", "-p", "desk-team/hedges", "story.txt")
    #expect(
      changed.errors.contains(
        "words.tsv was changed after it was installed; install it again, or copydesk remove desk-team/hedges"
      ),
      "\(changed.errors)")
    #expect(changed.status == 4)
    #expect(run("update", "--yes").text.contains("desk-team/hedges: installed into"))
    #expect(run("run", "-p", "desk-team/hedges", "story.txt").status == 0)
    #expect(run("update").text == "desk-team/hedges: unchanged\n")
  }

  @Test func `an update of nothing says so`() {
    let output = run("update")
    #expect(output.status == 0 && output.text == "")
    #expect(
      output.errors.contains(
        "copydesk/plugins: no plugin was installed here; copydesk install SOURCE"))
    #expect(run("update", "--quiet").errors == "")
  }

  @Test func `an update takes what has changed at the source`() {
    _ = run("install", "--yes", "shared/hedges")
    let plugin = folder.read("shared/hedges/plugin.lua") ?? ""
    folder.write("shared/hedges/plugin.lua", plugin + "-- newer\n")
    #expect(run("update").errors.contains("--yes"))
    #expect(run("update", "--yes", "desk-team/hedges").status == 0)
    #expect(folder.read("\(store)/desk-team/hedges/plugin.lua")?.hasSuffix("-- newer\n") == true)
  }

  @Test func `a lock that cannot be read trusts nothing`() {
    _ = run("install", "--yes", "shared/hedges")
    folder.write(
      "\(store)/other.lua", "return { api = 1, name = \"other\", analyze = function() end }\n")
    #expect(run("run", "-p", "other", "story.txt").status == 0)
    folder.write("\(store)/copydesk.lock", "[[plugin]\n")
    let output = run("run", "-p", "other", "story.txt")
    #expect(output.errors.contains("copydesk.lock:1: expected ']]'"), "\(output.errors)")
    #expect(output.status == 4)
    #expect(run("install", "--yes", "shared/mood.tsv").status == 2)
  }

  @Test(arguments: [
    ("story.txt", "holds no plugin"), ("nothing.zip", "no such file or directory"),
    ("bad.zip", "error: bad.zip: is no ZIP archive, or a damaged one\n"),
  ])
  func `what holds no plugin is refused`(source: String, message: String) {
    folder.write("bad.zip", "PK no archive")
    let output = run("install", "--yes", source)
    #expect(output.errors.contains(message), "\(output.errors)")
    #expect(output.status == 2)
  }

  @Test func `nothing that was put there by hand is written over`() {
    folder.write("\(store)/mood.tsv", "bad\n")
    let output = run("install", "--yes", "shared/mood.tsv")
    #expect(output.errors.contains("is there, and was not installed; move it away first"))
  }

  @Test func `an archive may hold the plugin in a folder of any name`() {
    // hedges-1/plugin.lua, and ../out.lua, which leads elsewhere; stored, as `zip -0` writes it.
    folder.write(
      Array("hedges.zip".utf8),
      Archive.zip([
        ("hedges-1/plugin.lua", "return { api = 1, name = \"hedges\", analyze = function() end }"),
        ("../out.lua", "return {}"),
      ]))
    #expect(run("install", "--yes", "hedges.zip").status == 0)
    #expect(folder.read("\(store)/hedges/plugin.lua") != nil)
    #expect(folder.read("\(store)/out.lua") == nil)
    #expect(folder.read("data/copydesk/out.lua") == nil)
  }
}

/// Archives as others write them.
private enum Archive {
  /// A ZIP archive whose members are stored.
  static func zip(_ files: [(name: String, text: String)]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in files {
      let (name, bytes) = (Array(name.utf8), Array(text.utf8))
      let offset = archive.count
      let common =
        little(0, 2) + little(0, 2) + little(0, 4) + little(crc(bytes), 4)
        + little(bytes.count, 4) + little(bytes.count, 4) + little(name.count, 2) + little(0, 2)
      archive += little(0x0403_4B50, 4) + little(20, 2) + common + name + bytes
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + common + little(0, 10)
        + little(offset, 4) + name
    }
    let start = archive.count
    return archive + directory + little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2)
      + little(files.count, 2) + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
  }

  private static func crc(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(sum ^ 0xFFFF_FFFF)
  }
}
