import Glibc
import Reporting

/// The files of a large report that hold its articles' texts; they take their names together with the report's.
struct SheetFolder {
  private var files: [OutputFile] = []

  /// Writes all pages.
  /// - Parameter writer: what has written the report itself, and knows which passages that leads to.
  init(_ folder: Path, _ writer: HTMLReport, _ pages: PageSpool) throws(WorkbenchError) {
    do { try folder.makeFolders() } catch { throw .output(path: folder.shown, errno: error.errno) }
    var writer = writer
    var files: [OutputFile] = []
    var output: [UInt8] = []
    try pages.read { (page) throws(WorkbenchError) in
      let sheet = Sheets.sheet(of: page.number)
      if sheet > files.count {
        if let last = files.last {
          writer.endSheet(files.count, to: &output)
          try last.write(output[...])
          last.close()
          output.removeAll(keepingCapacity: true)
        }
        files.append(try OutputFile(folder.appending(Sheets.name(sheet)).bytes))
        writer.beginSheet(sheet, to: &output)
      }
      writer.write(page, to: &output)
      try files.last?.write(output[...])
      output.removeAll(keepingCapacity: true)
    }
    writer.endSheet(files.count, to: &output)
    try files.last?.write(output[...])
    files.last?.close()
    self.files = files
  }

  func complete() throws(WorkbenchError) {
    for file in files { try file.complete(isDurable: false) }
  }
}
