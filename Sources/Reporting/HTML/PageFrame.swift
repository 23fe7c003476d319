/// What every page of the program has around its content: the policy, the one look, the nameplate.
package struct PageFrame: Sendable {
  private let house: House
  private let css: String
  private let policy: String
  private let js: String?

  /// - Parameter hasScript: whether the page's script finds and orders what is in it.
  init(_ house: House, hasScript: Bool) {
    self.init(house, stylesheet: "", script: hasScript ? Script.js : nil)
  }

  /// - Parameters:
  ///   - stylesheet: what comes after the one look.
  ///   - script: the page's own.
  init(_ house: House, stylesheet: String, script: String?) {
    self.house = house
    css = Stylesheet.css + stylesheet + house.css
    js = script
    policy = ContentSecurityPolicy.allowing(
      stylesheet: css, script: js, pictures: house.logo != nil)
  }

  /// All that stands before a document's heading.
  func begin(_ title: String, label: String = "News analysis", in html: inout HTML) {
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.void(
      "meta", .init("http-equiv", "Content-Security-Policy"), .init("content", policy))
    html.markup("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.markup("<meta name=\"referrer\" content=\"no-referrer\">\n")
    html.element("title", text: "\(title) · \(house.name)")
    html.markup("\n<style>")
    html.verbatim(css)
    html.markup("</style>\n</head>\n")
    html.markup("<body>\n<a class=\"skip\" href=\"#report\">Skip to the content</a>\n")
    html.markup("<div class=\"page\">\n<header>\n")
    writeNameplate(label, in: &html)
  }

  private func writeNameplate(_ label: String, in html: inout HTML) {
    html.element("p", .init("class", "nameplate")) { plate in
      if let logo = house.logo {
        plate.void(
          "img", .init("src", logo.url), .init("alt", house.name),
          .init("width", logo.size.width), .init("height", logo.size.height))
      } else {
        plate.element("b", text: house.name)
      }
      plate.element("span", text: label)
    }
    html.markup("\n")
  }

  /// Between a document's head and what it tells.
  func beginContent(in html: inout HTML) {
    html.markup("</header>\n<main id=\"report\">\n")
  }

  func end(in html: inout HTML) {
    html.markup("</div>\n")
    if let js {
      html.markup("<script>")
      html.verbatim(js)
      html.markup("</script>\n")
    }
    html.markup("</body>\n</html>\n")
  }
}

/// Pages of the program's own documentation, in the look of its reports.
package struct ManualFrame: Sendable {
  private let frame = PageFrame(House(), hasScript: false)

  package init() {}

  /// - Parameters:
  ///   - ways: what the page leads to, each with its address.
  ///   - body: markup that the program has made from its own words.
  package func page(
    _ title: String, label: String, ways: [(address: String, words: String)], body: String
  ) -> String {
    var html = HTML()
    frame.begin(title, label: label, in: &html)
    html.element("h1", text: title)
    if !ways.isEmpty {
      html.markup("<nav class=\"contents\" aria-label=\"Contents\"><ul>")
      for way in ways { html.element("li") { $0.link(to: way.address, way.words) } }
      html.markup("</ul></nav>\n")
    }
    frame.beginContent(in: &html)
    html.markup("<div class=\"manual\">\n")
    html.verbatim(body)
    html.markup("</div>\n</main>\n<footer>Written by <code>copydesk doc</code>.</footer>\n")
    frame.end(in: &html)
    return String(decoding: html.bytes, as: UTF8.self)
  }
}
