import Agreement
import Document
import Reporting

// The figures of a coded sample for programs.

extension CodedSample {
  /// One JSON document.
  package var json: String {
    var fields: Fields = [
      "schema": "copydesk-agreement/1", "field": .string(field), "plugin": .string(plugin),
      "version": .string(version), "hash": .string(hash),
      "coders": .list(coders.map(Value.string)), "units": .integer(Int64(units)),
      "population": .integer(Int64(population)), "coded": .integer(Int64(coded)),
      "undecided": .integer(Int64(undecided)), "weighted": .bool(isWeighted),
      "figures": .list(figures.map { .map($0.fields) }),
    ]
    if let confusion {
      fields["confusion"] = [
        "labels": .list(confusion.labels.map(Value.string)),
        "counts": .list(confusion.counts.map { .list($0.map { .integer(Int64($0)) }) }),
      ]
    }
    fields["headline"] = headline.map { .map($0.fields) }
    return String(decoding: JSONWriter.line(fields), as: UTF8.self)
  }

  /// To six places, more than any sample tells.
  static func rounded(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }

  /// A row for each figure.
  package var csv: String {
    let columns = ["measure", "of", "among", "value", "low", "high", "interval", "units"]
    let rows = figures.map { figure in columns.map { Cell(figure.fields[$0] ?? .null) } }
    return String(decoding: Table(columns: columns, rows: rows).csv, as: UTF8.self)
  }
}

extension CodedSample.Figure {
  fileprivate var fields: Fields {
    var fields: Fields = [
      "measure": .string(measure.rawValue), "of": .string(of), "among": .string(among),
    ]
    fields["value"] = estimate.map { .number(CodedSample.rounded($0.value)) } ?? .null
    if let interval = estimate?.interval {
      fields["low"] = .number(CodedSample.rounded(interval.low))
      fields["high"] = .number(CodedSample.rounded(interval.high))
      fields["interval"] = .string(interval.method.rawValue)
    }
    fields["units"] = .integer(Int64(units))
    return fields
  }
}
