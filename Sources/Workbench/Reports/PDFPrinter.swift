import CProcess
import Glibc

/// Has the user's Chromium print a report, and draw pictures of its charts.
///
/// It gets a profile of its own that is thrown away, and no network.
struct PDFPrinter {
  /// Names that Chromium and its kin go by.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome",
    "brave-browser", "microsoft-edge-stable", "microsoft-edge",
  ]
  /// Seconds that it may take to start and print.
  private static let patience = 300.0

  private let browser: Path

  /// Looks for the browser: `$CHROMIUM`, a name or a path, else the usual names.
  init() throws(WorkbenchError) {
    if let named = Path.environment("CHROMIUM") {
      guard let found = Self.found(named) else {
        throw .printing(
          "CHROMIUM names no program: \(Path(named).shown)", remedy: "name Chromium or its path")
      }
      browser = found
    } else if let found = Self.names.lazy.compactMap({ Self.found(Array($0.utf8)) }).first {
      browser = found
    } else {
      throw .printing(
        "a PDF is printed by Chromium, and there is none",
        remedy: "install the package chromium, or say where it is: CHROMIUM=/path/to/chrome")
    }
  }

  private static func found(_ name: [UInt8]) -> Path? {
    let folders = (Path.environment("PATH") ?? []).split(separator: UInt8(ascii: ":"))
    let places =
      name.contains(UInt8(ascii: "/"))
      ? [Path(name)] : folders.map { Path(Array($0)).appending(name) }
    return places.first { path in
      (try? FileStatus(of: path))?.kind == .file && path.withCString { access($0, X_OK) } == 0
    }
  }

  /// Prints a page into a file that appears when it is whole.
  func print(_ page: Path, to file: Path, stop: StopSignal) throws(WorkbenchError) {
    let folder = try Self.temporaryFolder()
    defer { folder.withCString(copydesk_remove_tree) }
    let raw = folder.appending("page.pdf")
    try run(page, [Array("--print-to-pdf=".utf8) + raw.bytes], in: folder, stop)
    guard stop.caught == nil else { return }
    var bytes = try read(raw, "PDF")
    Self.removeTimes(&bytes)
    try Self.write(bytes, to: file)
  }

  /// Draws a picture, in pixels, into a file that appears when it is whole.
  func draw(
    _ picture: Path, to file: Path, width: Int, height: Int, stop: StopSignal
  ) throws(WorkbenchError) {
    let folder = try Self.temporaryFolder()
    defer { folder.withCString(copydesk_remove_tree) }
    let raw = folder.appending("picture.png")
    let options = [
      "--window-size=\(width),\(height)", "--hide-scrollbars", "--force-device-scale-factor=1",
    ]
    try run(
      picture, [Array("--screenshot=".utf8) + raw.bytes] + options.map { Array($0.utf8) },
      in: folder, stop)
    guard stop.caught == nil else { return }
    try Self.write(try read(raw, "picture"), to: file)
  }

  private func read(_ file: Path, _ what: String) throws(WorkbenchError) -> [UInt8] {
    do {
      let descriptor = try Descriptor(opening: file, O_RDONLY)
      return try descriptor.read(FileStatus(of: descriptor.number).bytes, at: 0)
    } catch { throw .printing("\(browser.shown) has written no \(what)", remedy: nil) }
  }

  private static func write(_ bytes: [UInt8], to file: Path) throws(WorkbenchError) {
    let output = try OutputFile(file.bytes)
    try output.write(bytes[...])
    try output.complete()
  }

  // MARK: The browser

  private func run(
    _ page: Path, _ output: [[UInt8]], in folder: Path, _ stop: StopSignal
  ) throws(WorkbenchError) {
    let pid = try start(page.resolved ?? page, output, in: folder)
    let deadline = Double(copydesk_monotonic()) + Self.patience * 1e9
    var status: Int32 = 0
    while true {
      let ended = retryingInterrupted { waitpid(pid, &status, WNOHANG) }
      if ended == pid { break }
      if stop.caught != nil || Double(copydesk_monotonic()) > deadline {
        // The browser's own processes are of its group.
        kill(-pid, SIGKILL)
        _ = retryingInterrupted { waitpid(pid, &status, 0) }
        if stop.caught != nil { return }
        throw .printing(
          "\(browser.shown) did not print within \(Int(Self.patience)) s", remedy: nil)
      }
      usleep(20_000)
    }
    guard status == 0 else {
      let words = status & 0x7F == 0 ? "ended with status \(status >> 8)" : "crashed"
      throw .printing(
        "\(browser.shown) \(words)",
        remedy: "see whether it prints by hand: \(browser.shown) --headless --print-to-pdf …")
    }
  }

  private func start(
    _ page: Path, _ output: [[UInt8]], in folder: Path
  ) throws(WorkbenchError) -> pid_t {
    var arguments: [[UInt8]] = [
      "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--no-first-run", "--no-default-browser-check", "--no-pdf-header-footer",
      "--host-resolver-rules=MAP * ~NOTFOUND",
    ].map { Array($0.utf8) }
    // Chromium refuses to lock its processes down for the superuser.
    if geteuid() == 0 { arguments.append(Array("--no-sandbox".utf8)) }
    arguments.append(Array("--user-data-dir=".utf8) + folder.appending("profile").bytes)
    arguments += output
    arguments.append(Self.address(of: page))
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var words = ([browser.bytes] + arguments).map(Self.cString) + [nil]
    var environment = Self.environment(home: folder).map(Self.cString) + [nil]
    defer { for pointer in words + environment { free(pointer) } }
    var pid: pid_t = 0
    let result = browser.withCString {
      posix_spawn(&pid, $0, &actions, &attributes, &words, &environment)
    }
    guard result == 0 else {
      throw .printing(
        "\(browser.shown) cannot be started: \(String(cString: strerror(result)))", remedy: nil)
    }
    return pid
  }

  /// What bears on how a page looks and where programs are, and no more; the time zone is always the same.
  private static func environment(home: Path) -> [[UInt8]] {
    let kept = ["PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH"]
      .compactMap { name in Path.environment(name).map { Array("\(name)=".utf8) + $0 } }
    return kept + [Array("TZ=UTC".utf8), Array("HOME=".utf8) + home.bytes]
  }

  /// `file:///…`, with all but letters, digits and a few signs as their bytes.
  private static func address(of page: Path) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return Array("file://".utf8)
      + page.bytes.flatMap { byte in
        let isPlain =
          byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "/-._~".utf8.contains(byte)
        return isPlain
          ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
  }

  private static func cString(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
    strdup(String(decoding: bytes, as: UTF8.self))
  }

  // MARK: What it leaves

  private static func temporaryFolder() throws(WorkbenchError) -> Path {
    let parent = Path(Path.environment("TMPDIR") ?? Array("/tmp".utf8))
    var template =
      parent.appending("copydesk-print-XXXXXX").bytes.map { CChar(bitPattern: $0) } + [0]
    guard mkdtemp(&template) != nil else { throw .output(path: parent.shown, errno: errno) }
    return Path(template.dropLast().map { UInt8(bitPattern: $0) })
  }

  /// Blanks out when the file was made, so that the same page gives the same bytes. Nothing moves, for the file's table of
  /// contents is by byte.
  static func removeTimes(_ bytes: inout [UInt8]) {
    for name in ["/CreationDate (", "/ModDate ("] {
      let name = Array(name.utf8)
      var start = bytes.startIndex
      while let found = bytes[start...].firstRange(of: name) {
        // `/CreationDate (D:20260309120000+00'00')`
        let end = bytes[found.upperBound...].prefix(40).firstIndex(of: UInt8(ascii: ")"))
        guard let end else { break }
        for index in found.lowerBound...end { bytes[index] = UInt8(ascii: " ") }
        start = end
      }
    }
  }
}
