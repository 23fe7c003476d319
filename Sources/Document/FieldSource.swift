/// Marks of a plugin that a field is made of: those of a layer, or some of them.
public struct FieldSource: Hashable, Sendable {
  /// Without the plugin's name.
  public var layer: String
  /// The plugin that marks it; nil: the field's own.
  public var plugin: String?
  /// Only marks of the text or of the title; nil: of both.
  public var place: Annotation.Place?
  /// Only marks whose attributes have these values, or one of a list of values; a mark without the attribute has `false`, and any other
  /// value is as good as `true`.
  public var attributes: Fields

  public init(
    layer: String, of plugin: String? = nil, place: Annotation.Place? = nil,
    attributes: Fields = [:]
  ) {
    self.layer = layer
    self.plugin = plugin
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
        || wanted.value == true && value != false
    }
  }
}

extension FieldSource {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("layer", layer)
    if let plugin { json.member("plugin", plugin) }
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
      of: json["plugin"]?.string,
      place: json["in"]?.string.flatMap(Annotation.Place.init(rawValue:)),
      attributes: json["attributes"]?.map ?? [:])
  }
}
