import Annotating
import Document
import Testing

@testable import Scripting

/// Plugins are tested in Lua, beside the plugin; <doc:WritingAPlugin> says how.
@Suite struct SpecTests {
  @Test func `bundled plugins have specs`() {
    let tested = SpecFiles.specs.compactMap { try? $0.get().plugin }
    #expect(Set(tested).isSuperset(of: ["briefing", "sentiment", "sources", "topics"]))
  }

  @Test(arguments: SpecFiles.specs.indices)
  func `a plugin does what its spec says`(number: Int) throws {
    let spec = try SpecFiles.specs[number].get()
    try check(spec, with: try packages(for: spec.plugin))
  }

  @Test func `the tutorial's plugin does what its specs say`() throws {
    let (plugin, specs) = try SpecFiles.tutorial()
    #expect(specs.count == 3)
    for spec in specs { try check(spec, with: [plugin]) }
  }

  private func check(_ spec: Spec, with packages: [PluginPackage]) throws {
    let found = try run(spec, with: packages)
    if let error = spec.error {
      #expect(found.error?.message.contains(error) == true, "\(spec.place)")
      return
    }
    #expect(found.error?.message == nil, "\(spec.place)")
    #expect(found.skipped == spec.skipped, "\(spec.place)")
    for field in spec.fields.entries {
      let value = found.fields[field.name]
      #expect(value.agrees(with: field.value), "\(spec.place): \(field.name)")
    }
    for name in spec.missing {
      #expect(found.fields[name] == nil, "\(spec.place): \(name)")
    }
    for layer in spec.marks.entries { compare(layer, found, spec) }
  }

  private func run(_ spec: Spec, with packages: [PluginPackage]) throws -> PluginFindings {
    let host = try PluginHost(packages, options: [spec.plugin: spec.options])
    var article = spec.article
    Annotator().annotate(&article, with: host.layers)
    return try #require(host.analyze(article).first { $0.plugin == spec.plugin })
  }

  /// A plugin and those that it requires.
  private func packages(for name: String) throws -> [PluginPackage] {
    var packages: [PluginPackage] = []
    var wanted = [name]
    var known: Set<String> = []
    while let next = wanted.popLast() {
      guard known.insert(next).inserted, let package = SpecFiles.plugins[next] else { continue }
      packages.append(package)
      wanted += try PluginHost.describe(package).requires
    }
    return packages
  }

  private func compare(_ layer: Fields.Entry, _ found: PluginFindings, _ spec: Spec) {
    let marks = found.annotations.first { $0.name == layer.name }?.annotations ?? []
    let place = "\(spec.place): \(layer.name)"
    let expected = layer.value.list ?? []
    let words = marks.map { spec.article.words(of: $0) }
    #expect(words == expected.map { $0.string ?? $0["text"]?.string ?? "" }, "\(place)")
    for (mark, expected) in zip(marks, expected) {
      for attribute in expected.asMap?.entries ?? [] where attribute.name != "text" {
        let value = mark.attributes[attribute.name]
        #expect(value.agrees(with: attribute.value), "\(place): \(attribute.name)")
      }
    }
  }
}

extension Article {
  fileprivate func words(of mark: Annotation) -> String {
    mark.place == .text ? text[mark.range] : title[mark.range]
  }
}

extension Value? {
  /// Whether a value is the expected one; numbers to four decimals, of tables the members that are expected.
  fileprivate func agrees(with expected: Value) -> Bool {
    guard let self else { return false }
    switch (self, expected) {
    case (.map, .map(let members)):
      return members.entries.allSatisfy { self[$0.name].agrees(with: $0.value) }
    case (.list(let elements), .list(let others)):
      return elements.count == others.count
        && zip(elements, others).allSatisfy { Optional($0).agrees(with: $1) }
    default:
      if let number = self.number, let other = expected.number { return abs(number - other) < 5e-5 }
      return self == expected
    }
  }
}
