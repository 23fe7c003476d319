package import Document
import Reporting
import Scripting

// The plugin API for those who write plugins: its reference, and types for their editors.

extension Workbench {
  /// Every name that a plugin can use.
  package static var reference: APIReference { PluginAPI.sections }

  /// Why plugins do without a name that other programs in Lua have, and what to do instead.
  package static func absence(of path: String) -> (reason: String, remedy: String?)? {
    PluginAPI.absence(of: path)
  }

  /// How pages of the reference are written.
  package enum PageFormat: String, CaseIterable { case html, markdown }

  /// Writes the reference as pages into a folder, which is made where there is none.
  package func writeReference(as format: PageFormat, into folder: [UInt8]) throws(WorkbenchError) {
    let pages = format == .html ? Self.htmlPages : PluginAPI.markdownPages
    let folder = Path(folder)
    try makeFolder(folder)
    for page in pages { try write(page.text, to: folder.appending(page.name)) }
  }

  /// The reference in the look of reports.
  private static var htmlPages: [APIPage] {
    let frame = ManualFrame()
    return PluginAPI.htmlPages { title, ways, body in
      frame.page(title, label: "Plugin API \(reference.version)", ways: ways, body: body)
    }
  }

  /// The API as a file of LuaCATS annotations.
  package static var stubs: String { PluginAPI.stubs }

  /// The folder of the stubs in a folder of plugins.
  package static let typesFolder = ".copydesk/types"

  /// Writes the stubs and the settings of the Lua language server into a folder of plugins. Settings that are there
  /// already are somebody's own, and left alone.
  /// - Returns: the files, as messages name them, and whether they were written.
  package func writeTypes(
    into folder: [UInt8]
  ) throws(WorkbenchError) -> [(name: String, isWritten: Bool)] {
    let folder = Path(folder)
    let stubs = folder.appending("\(Self.typesFolder)/copydesk.lua")
    try makeFolder(stubs.folder)
    try write(PluginAPI.stubs, to: stubs)
    let settings = folder.appending(".luarc.json")
    let isNew = (try? FileStatus(of: settings)) == nil
    if isNew {
      try write(PluginAPI.editorSettings(library: Self.typesFolder), to: settings)
    }
    return [(stubs.shown, true), (settings.shown, isNew)]
  }

  private func makeFolder(_ folder: Path) throws(WorkbenchError) {
    do { try folder.makeFolders() } catch {
      throw .output(path: folder.shown, errno: error.errno)
    }
  }

  private func write(_ text: String, to path: Path) throws(WorkbenchError) {
    let file = try OutputFile(path.bytes)
    try file.write(Array(text.utf8)[...])
    try file.complete()
  }
}
