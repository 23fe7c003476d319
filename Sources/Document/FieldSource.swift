/// Marks of a plugin that a field is made of: those of a layer, or some of them.
public struct FieldSource: Hashable, Sendable {
  /// Without the plugin's name.
  public var layer: String
  /// Only marks of the text or of the title; nil: of both.
  public var place: Annotation.Place?
  /// Only marks whose attributes have these values, or one of a list of values; a mark without the attribute has `false`.
  public var attributes: Fields

  public init(layer: String, place: Annotation.Place? = nil, attributes: Fields = [:]) {
    self.layer = layer
    self.place = place
    self.attributes = attributes
  }

  /// What in place of an attribute's name says where marks stand.
  public static let placeName = "place"

  /// Whether a mark of the layer is among them.
  public func includes(_ annotation: Annotation) -> Bool {
    guard place == nil || annotation.place == place else { return false }
    return attributes.entries.allSatisfy { wanted in
      let value = annotation.attributes[wanted.name] ?? false
      return value == wanted.value || wanted.value.list?.contains(value) == true
    }
  }
}

extension FieldSource {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("layer", layer)
    if let place { json.member("in", place.rawValue) }
    if !attributes.isEmpty {
      json.key("attributes")
      json.value(attributes)
    }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(
      layer: try json.require("layer").string(at: "from.layer"),
      place: json["in"]?.string.flatMap(Annotation.Place.init(rawValue:)),
      attributes: json["attributes"]?.map ?? [:])
  }
}
