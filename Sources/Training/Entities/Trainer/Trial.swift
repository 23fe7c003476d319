import Annotating
import Document

/// A model that is tried on texts before the program embeds it.
struct Trial {
  private let model: [UInt8]

  init(model: String) { self.model = bytes(of: model) }

  /// Writes each text with its entities, as `copydesk read` does.
  func run(on texts: String) throws {
    var out = JSONWriter()
    for row in try rows(of: texts) {
      guard let string = row["text"]?.string else { continue }
      let text = Text(string)
      let layer = model.withUnsafeBytes { base in
        base.baseAddress.map { EntityExamples.entities(in: text, model: $0) } ?? Layer()
      }
      out.beginObject()
      out.key("id")
      out.value(row["id"]?.string ?? "")
      out.key("text")
      out.value(text)
      out.key("layers")
      out.beginObject()
      out.key("entities")
      out.beginArray()
      for (range, entity) in zip(layer.ranges, layer.notes) {
        out.beginObject()
        out.key("range")
        out.value(range)
        out.key("label")
        out.value(entity.label.rawValue)
        out.endObject()
      }
      out.endArray()
      out.endObject()
      out.endObject()
      out.endLine()
    }
    save(out.bytes, to: "/dev/stdout")
  }
}
