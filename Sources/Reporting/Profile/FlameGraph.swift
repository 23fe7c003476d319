import Document

/// A flame graph: each function as a bar as wide as its share of the time, above the one that called it.
///
/// One SVG file that needs nothing else. Titles tell a bar's share on hover; a script of a few lines marks those whose name
/// holds what is searched for, and shows nothing less where scripts do not run.
struct FlameGraph {
  private static let width = 1200.0
  private static let row = 18.0
  private static let margin = 10.0
  private static let head = 40.0
  /// Narrower bars are left out: nobody could see or hit them.
  private static let narrowest = 0.2
  private static let letter = 6.7

  private let root: FlameFrame

  init(_ profile: RunProfile) {
    let root = FlameFrame("all plugins")
    for plugin in profile.plugins {
      for sample in plugin.samples where sample.seconds > 0 {
        let names = [plugin.plugin] + sample.frames.map(\.shown)
        root.add(names[...], seconds: sample.seconds, bytes: sample.bytes)
      }
    }
    self.root = root
  }

  var svg: [UInt8] {
    var svg = HTML()
    svg.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let height = Self.head + Double(root.depth) * Self.row + Self.margin
    svg.element(
      "svg", .init("xmlns", "http://www.w3.org/2000/svg"),
      .init("viewBox", "0 0 \(Figures.plain(Self.width)) \(Figures.plain(height))"),
      .init("width", "100%")
    ) { svg in
      svg.element("title", text: "Where plugins spend their time")
      svg.element("style", text: Self.look)
      svg.label("Where plugins spend their time", "name", x: Figures.plain(Self.margin), y: 24)
      svg.label(
        "search", "search", x: Figures.plain(Self.width - Self.margin), y: 24, anchor: "end")
      draw(root, x: Self.margin, depth: 0, on: &svg)
      svg.markup(Self.script)
    }
    svg.markup("\n")
    return svg.take()
  }

  /// What is called stands above: the root is at the bottom.
  private func draw(_ frame: FlameFrame, x: Double, depth: Int, on svg: inout HTML) {
    let width = frame.seconds * scale
    guard width >= Self.narrowest else { return }
    let y = Self.head + Double(root.depth - 1 - depth) * Self.row
    svg.element("g", .init("class", "frame")) { svg in
      svg.element("title", text: title(frame))
      svg.rectangle(
        "tone\(frame.tone)", x: Figures.plain(x), y: y, width: Figures.plain(width),
        height: Self.row - 1)
      let room = Int((width - 6) / Self.letter)
      if room >= 3 {
        let name = DisplayWidth.cut(Printable.string(frame.name), to: room)
        svg.label(name, x: Figures.plain(x + 3), y: y + 12.5)
      }
    }
    var next = x
    for called in frame.called.values.sorted(by: { $0.name < $1.name }) {
      draw(called, x: next, depth: depth + 1, on: &svg)
      next += called.seconds * scale
    }
  }

  private var scale: Double {
    root.seconds > 0 ? (Self.width - 2 * Self.margin) / root.seconds : 0
  }

  private func title(_ frame: FlameFrame) -> String {
    let share = Figures.shown(100 * frame.seconds / root.seconds, digits: 1)
    let allocated = ProfilePage.size(frame.bytes)
    return "\(Printable.string(frame.name)): \(share) %, \(ProfilePage.time(frame.seconds)), "
      + "\(allocated) allocated"
  }

  private static let look = """
    text { font: 11px monospace; fill: #222 } .name { font-size: 15px } .search { cursor: pointer; fill: #06c }
    .tone0 { fill: #f6c177 } .tone1 { fill: #f2a65e } .tone2 { fill: #f4d35e } .tone3 { fill: #ee8959 }
    .tone4 { fill: #e9c46a } .tone5 { fill: #f7b267 } .frame:hover rect { stroke: #222 } .found rect { fill: #b388eb }
    """

  private static let script: StaticString = """
    <script><![CDATA[
    document.querySelector('.search').onclick = function () {
      var words = (prompt('Find functions whose name holds') || '').toLowerCase();
      document.querySelectorAll('.frame').forEach(function (frame) {
        var name = frame.querySelector('title').textContent.toLowerCase();
        frame.classList.toggle('found', words !== '' && name.indexOf(words) >= 0);
      });
    };
    ]]></script>
    """
}

/// A function in the place where it was called.
private final class FlameFrame {
  let name: String
  private(set) var seconds = 0.0
  private(set) var bytes = 0
  private(set) var called: [String: FlameFrame] = [:]

  init(_ name: String) {
    self.name = name
  }

  func add(_ stack: ArraySlice<String>, seconds: Double, bytes: Int) {
    self.seconds += seconds
    self.bytes += bytes
    guard let next = stack.first else { return }
    let frame = called[next] ?? FlameFrame(next)
    called[next] = frame
    frame.add(stack.dropFirst(), seconds: seconds, bytes: bytes)
  }

  var depth: Int { 1 + (called.values.map(\.depth).max() ?? 0) }

  /// The same colour wherever a function stands.
  var tone: Int { Int(name.utf8.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) } % 6) }
}
