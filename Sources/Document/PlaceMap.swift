/// Places of the world with a quantity each.
public struct PlaceMap: Hashable, Sendable {
  public var title: String
  /// What the values are, with their unit: "articles".
  public var measure: String
  public var places: [Place]

  public init(title: String, measure: String = "", places: [Place]) {
    self.title = title
    self.measure = measure
    self.places = places
  }

  /// One place, drawn as a circle whose area is its value.
  public struct Place: Hashable, Sendable {
    public var name: String
    /// Degrees north of the equator, −90…90.
    public var latitude: Double
    /// Degrees east of Greenwich, −180…180.
    public var longitude: Double
    /// Nil where there is nothing but the place to show.
    public var value: Double?
    public var targets: Targets

    public init(
      name: String, latitude: Double, longitude: Double, value: Double? = nil,
      targets: Targets = []
    ) {
      self.name = name
      self.latitude = latitude
      self.longitude = longitude
      self.value = value
      self.targets = targets
    }
  }
}
