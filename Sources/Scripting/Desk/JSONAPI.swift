internal import Document
internal import Lua

// `desk.json`.

extension Session {
  var jsonOwner: APIOwner {
    APIOwner(
      library: "desk.json", doc: "Reads and writes JSON.",
      members: [
        APIMember(
          "encode", type: "fun(value: any): string",
          doc:
            "A value as compact JSON, members in the order of their names. A table with keys 1 to n is a "
            + "list, and so is an empty one; one whose keys are names is an object.",
          access: .method(encode)),
        APIMember(
          "decode", type: "fun(json: string): any",
          doc:
            "The value that a JSON text holds; null becomes nil. Wrong JSON is an error that says where.",
          access: .method(decode)),
      ])
  }

  /// The longest JSON that is read, in bytes.
  private static let maximumJSON = 4 << 20

  private func encode(_ call: Call) throws(Fault) -> Int {
    let value: Value
    do throws(ConversionFault) {
      value = try call[1].value(named: "value")
    } catch {
      throw Fault("\(error.path): \(error.problem)")
    }
    var writer = JSONWriter()
    writer.value(value)
    call.push(writer.bytes[...])
    return 1
  }

  private func decode(_ call: Call) throws(Fault) -> Int {
    let parsed = try call.bytes(1) { (bytes) throws(Fault) in
      guard bytes.count <= Self.maximumJSON else {
        throw Fault("JSON of more than \(Self.maximumJSON >> 20) MB")
      }
      do throws(JSONParser.Fault) {
        return try JSONParser.parse(Array(bytes))
      } catch {
        throw Fault("no JSON at byte \(error.offset + 1): \(error.message)")
      }
    }
    try call.push(value: parsed)
    return 1
  }
}
