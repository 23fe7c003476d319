import Glibc

/// A file whose text a plugin's option is set to: `-O sources.people=@people.csv`.
package enum OptionFile {
  /// Its text, without a byte order mark.
  /// - Throws: `WorkbenchError.input` where it cannot be read or is not UTF-8.
  package static func text(_ path: [UInt8]) throws(WorkbenchError) -> String {
    let path = Path(path)
    let bytes: [UInt8]
    do { bytes = try PluginFiles.contents(of: path) } catch {
      throw .input(path: path.shown, errno: error.errno)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      throw .input(path: path.shown, errno: EILSEQ)
    }
    return text
  }
}
