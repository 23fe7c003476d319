package import Document

/// One outcome a line, as the worker wrote it.
package struct JSONLinesWriter: FindingsWriter {
  package init() {}

  package var needs: FindingsNeeds { [] }

  package func begin(_ plugins: [PluginDescription], to output: inout [UInt8]) {}

  package func write(_ entry: FindingsEntry, to output: inout [UInt8]) {
    write(line: entry.line, to: &output)
  }

  package func write(line: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output.append(contentsOf: line)
    output.append(UInt8(ascii: "\n"))
  }

  package func end(to output: inout [UInt8]) {}
}
