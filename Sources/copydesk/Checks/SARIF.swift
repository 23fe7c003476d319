import Document
import Workbench

/// What a check found, as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the code.
struct SARIF {
  private let check: Check
  private let rules = Workbench.diagnosticRules

  init(_ check: Check) {
    self.check = check
  }

  var text: String { String(decoding: JSONWriter.line(log), as: UTF8.self) }

  private var log: Fields {
    let driver: Fields = [
      "name": .string("copydesk"), "version": .string(Version.number),
      "rules": .list(rules.map { .map(rule($0)) }),
    ]
    let run: Fields = [
      "tool": .map(["driver": .map(driver)]), "columnKind": .string("unicodeCodePoints"),
      "results": .list(check.diagnostics.map { .map(result($0)) }),
    ]
    return [
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .string("2.1.0"), "runs": .list([.map(run)]),
    ]
  }

  private func rule(_ rule: DiagnosticRule) -> Fields {
    [
      "id": .string(rule.code), "shortDescription": message(rule.summary),
      "fullDescription": message(rule.help),
      "defaultConfiguration": .map(["level": .string(rule.severity.rawValue)]),
    ]
  }

  private func result(_ diagnostic: Diagnostic) -> Fields {
    let remedy = diagnostic.remedy.map { "; \($0)" } ?? ""
    var result: Fields = ["ruleId": .string(diagnostic.code)]
    if let index = rules.firstIndex(where: { $0.code == diagnostic.code }) {
      result.append("ruleIndex", .integer(Int64(index)))
    }
    result.append("level", .string(diagnostic.severity.rawValue))
    result.append("message", message(diagnostic.message + remedy))
    result.append("locations", .list([.map(["physicalLocation": .map(location(diagnostic))])]))
    return result
  }

  private func location(_ diagnostic: Diagnostic) -> Fields {
    var location: Fields = [
      "artifactLocation": .map(["uri": .string(Self.address(diagnostic.file))])
    ]
    guard let place = diagnostic.place else { return location }
    var region: Fields = ["startLine": .integer(Int64(place.line))]
    if place.column > 0 {
      region.append("startColumn", .integer(Int64(place.column)))
      region.append("endColumn", .integer(Int64(place.column + place.length)))
    }
    region.append("snippet", message(place.words))
    location.append("region", .map(region))
    return location
  }

  private func message(_ words: String) -> Value { .map(["text": .string(words)]) }

  /// A path as a relative reference or, where it is absolute, as a `file` address.
  private static func address(_ path: String) -> String {
    let free = Array("-._~/".utf8)
    var address = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      let isPlain = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || free.contains(byte)
      address += isPlain ? String(Unicode.Scalar(byte)) : "%" + hexadecimal(byte)
    }
    return address
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
