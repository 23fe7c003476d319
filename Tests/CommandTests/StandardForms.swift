import Document

/// The form that a standard gives a value: of an object, its members and which of them it must have. None may be there besides.
indirect enum Form: Sendable {
  case text
  /// An absolute address, or one relative to it.
  case address
  /// By RFC 3339.
  case dateTime
  case number(ClosedRange<Int64>)
  case oneOf([String])
  /// At least so many.
  case list(Form, least: Int = 0)
  case object([String: Form], required: [String])
  /// Any of these.
  case choice([Form])
  case anything

  /// What is wrong with a value, each with its place.
  func faults(in value: Value?, at place: String = "$") -> [String] {
    switch (self, value) {
    case (.anything, _): return []
    case (.choice(let forms), _):
      let faults = forms.map { $0.faults(in: value, at: place) }
      return faults.contains([]) ? [] : faults[0]
    case (.text, .string(let text)?): return text.isEmpty ? ["\(place): empty"] : []
    case (.address, .string(let text)?):
      let isAddress = text.utf8.allSatisfy {
        $0 > 0x20 && $0 < 0x7F && !#"<>"{}|\^`"#.utf8.contains($0)
      }
      return isAddress && !text.isEmpty ? [] : ["\(place): no address: \(text)"]
    case (.dateTime, .string(let text)?):
      let form = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/
      return text.wholeMatch(of: form) == nil ? ["\(place): no time: \(text)"] : []
    case (.number(let range), .integer(let number)?):
      return range.contains(number) ? [] : ["\(place): \(number) is not in \(range)"]
    case (.oneOf(let words), .string(let word)?):
      return words.contains(word) ? [] : ["\(place): \(word)"]
    case (.list(let form, let least), .list(let values)?):
      let faults = values.enumerated().flatMap { form.faults(in: $1, at: "\(place)[\($0)]") }
      return values.count < least ? faults + ["\(place): too few"] : faults
    case (.object(let members, let required), .map(let fields)?):
      let missing = required.filter { fields[$0] == nil }.map { "\(place): no \($0)" }
      return missing
        + fields.entries.flatMap { entry in
          members[entry.name]?.faults(in: entry.value, at: "\(place).\(entry.name)")
            ?? ["\(place): \(entry.name) is no member"]
        }
    default: return ["\(place): of another type: \(value.map { "\($0)" } ?? "nothing")"]
    }
  }
}

// MARK: Static Analysis Results Interchange Format (SARIF) 2.1.0, OASIS Standard of 2020

extension Form {
  /// What of a log a check needs: 3.13 the log, 3.14 runs, 3.19 their tools, 3.27 results, 3.30 regions, 3.49 rules.
  static let sarif: Form = {
    let message = object(["text": text, "id": text], required: ["text"])
    let configuration = object(
      ["level": oneOf(["none", "note", "warning", "error"]), "enabled": anything], required: [])
    let rule = object(
      [
        "id": text, "name": text, "shortDescription": message, "fullDescription": message,
        "help": message, "helpUri": address, "defaultConfiguration": configuration,
      ], required: ["id"])
    let driver = object(
      ["name": text, "version": text, "informationUri": address, "rules": list(rule)],
      required: ["name"])
    let region = object(
      [
        "startLine": number(1...Int64.max), "startColumn": number(1...Int64.max),
        "endLine": number(1...Int64.max), "endColumn": number(1...Int64.max),
        "snippet": object(["text": anything], required: []),
      ], required: ["startLine"])
    let location = object(
      [
        "physicalLocation": object(
          ["artifactLocation": object(["uri": address], required: []), "region": region],
          required: ["artifactLocation"])
      ], required: [])
    let result = object(
      [
        "ruleId": text, "ruleIndex": number(0...Int64.max), "message": message,
        "level": oneOf(["none", "note", "warning", "error"]), "locations": list(location),
      ], required: ["message"])
    let run = object(
      [
        "tool": object(["driver": driver], required: ["driver"]), "results": list(result),
        "columnKind": oneOf(["utf16CodeUnits", "unicodeCodePoints"]),
      ], required: ["tool"])
    return object(
      ["$schema": address, "version": oneOf(["2.1.0"]), "runs": list(run)],
      required: ["version", "runs"])
  }()
}

// MARK: ninjs 3.0, IPTC

extension Form {
  /// What of its schema is for texts.
  static let ninjs: Form = {
    let named = object(
      ["name": text, "rel": text, "uri": address, "literal": text], required: [])
    let headline = object(
      ["role": text, "contentType": text, "value": text], required: ["value"])
    let body = object(
      [
        "role": text, "contentType": text, "charCount": number(0...Int64.max),
        "wordCount": number(0...Int64.max), "value": text,
      ], required: ["value"])
    let subject = object(
      [
        "name": text, "rel": text, "uri": address, "literal": text, "creator": text,
        "relevance": number(0...100), "confidence": number(0...100),
      ], required: [])
    return object(
      [
        "uri": address, "type": oneOf(["text"]), "firstCreated": dateTime,
        "versionCreated": dateTime, "language": text, "by": text, "located": text,
        "headlines": list(headline), "bodies": list(body), "people": list(named),
        "organisations": list(named), "places": list(named), "subjects": list(subject),
        "infoSources": list(
          object(["name": text, "role": text, "uri": address, "literal": text], required: [])),
        "altIds": list(object(["role": text, "value": text], required: [])),
        "standard": object(["name": text, "version": text, "schema": address], required: []),
      ], required: ["uri"])
  }()
}

// MARK: Web Annotation Data Model, W3C Recommendation of 2017

extension Form {
  /// A collection (5.1) with its one page (5.2), and annotations (3.1) on stretches of texts (4.2.4, 4.2.5).
  static let annotations: Form = {
    let position = object(
      [
        "type": oneOf(["TextPositionSelector"]), "start": number(0...Int64.max),
        "end": number(0...Int64.max),
      ], required: ["type", "start", "end"])
    let quote = object(
      [
        "type": oneOf(["TextQuoteSelector"]), "exact": text, "prefix": anything,
        "suffix": anything,
      ], required: ["type", "exact"])
    let source = object(
      ["id": address, "type": oneOf(["Text"]), "format": text, "language": text],
      required: ["id"])
    let target = object(
      [
        "type": oneOf(["SpecificResource"]), "source": source, "scope": address,
        "selector": list(choice([position, quote]), least: 1),
      ], required: ["source"])
    let body = object(
      ["type": oneOf(["TextualBody"]), "purpose": text, "value": text, "attributes": anything],
      required: ["type", "value"])
    let annotation = object(
      [
        "id": address, "type": oneOf(["Annotation"]), "motivation": oneOf(["tagging"]),
        "generator": object(
          ["type": oneOf(["Software"]), "name": text], required: ["type", "name"]),
        "body": body, "target": target,
      ], required: ["id", "type", "target"])
    let page = object(
      [
        "type": oneOf(["AnnotationPage"]), "startIndex": number(0...Int64.max),
        "items": list(annotation), "id": address, "partOf": address,
      ], required: ["type", "id", "items"])
    return object(
      [
        "@context": anything, "type": oneOf(["AnnotationCollection"]), "first": page,
        "total": number(0...Int64.max), "id": address,
      ], required: ["@context", "id", "type", "total", "first"])
  }()
}
