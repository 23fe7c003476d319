import Document
import Reporting

extension Workbench {
  /// Reads coded sheets and tells how far coders agree, and how far the plugin agrees with them.
  /// - Throws: `codes` with all that is wrong with the sheets; nothing is told of spoilt ones.
  package func agreement(
    _ request: AgreementRequest
  ) throws(WorkbenchError) -> CodedSample {
    let key = try SampleKey(file: Path(request.key))
    var sheets = CodedSheets(key, labels: request.labels)
    for sheet in request.sheets { try sheets.read(Path(sheet)) }
    guard sheets.faults.isEmpty else { throw .codes(sheets.faults) }
    guard !sheets.coders.isEmpty else {
      throw .sampling(
        Path(request.sheets[0]).shown, "nothing is coded",
        remedy: "fill in the column 'code': \(key.codebook.rule)")
    }
    return try AgreementTally(key, sheets)
      .sample(level: request.level, wantsKappa: request.wantsKappa)
  }
}

extension SampleKey {
  init(file path: Path) throws(WorkbenchError) {
    let bytes: [UInt8]
    do { bytes = try Descriptor.contents(of: path) } catch {
      throw .input(path: path.shown, errno: error.errno)
    }
    do { try self.init(bytes) } catch {
      throw .sampling(
        path.shown, error.message, remedy: "name the key that copydesk sample has written")
    }
  }
}
