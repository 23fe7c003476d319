/// What a ZIP archive is, told by the names in it: many programs pack their documents so.
extension ZipDirectory {
  /// The kind of document that it is as a whole; nil for an archive of files.
  var document: String? {
    if holds("[Content_Types].xml") { return "an Office document" }
    if holds("META-INF/manifest.xml") { return "an OpenDocument file" }
    return holds("META-INF/MANIFEST.MF") ? "a Java program" : nil
  }

  /// The members to read: all; of a web archive collection (WACZ), the archives without their indexes and lists of pages.
  var articles: [Entry] {
    let archives = entries.filter { $0.name.starts(with: "archive/".utf8) }
    return holds("datapackage.json") && !archives.isEmpty ? archives : entries
  }

  private func holds(_ name: String) -> Bool {
    entries.contains { $0.name.elementsEqual(name.utf8) }
  }
}
