package import Document

/// All outcomes as one JSON array, each on a line of its own.
package struct JSONArrayWriter: FindingsWriter {
  private var isFirst = true

  package init() {}

  package var needs: FindingsNeeds { [] }

  package mutating func begin(_ plugins: [PluginDescription], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
  }

  package mutating func write(_ entry: FindingsEntry, to output: inout [UInt8]) {
    output.append(contentsOf: isFirst ? "\n".utf8 : ",\n".utf8)
    output.append(contentsOf: entry.line)
    isFirst = false
  }

  package mutating func end(to output: inout [UInt8]) {
    output.append(contentsOf: isFirst ? "]\n".utf8 : "\n]\n".utf8)
  }
}
