import Document

/// What the tagger says of a token: outside, or beginning or inside of an entity of one kind.
enum EntityTag: Int, CaseIterable {
  case outside
  case beginPerson, insidePerson
  case beginOrganization, insideOrganization
  case beginLocation, insideLocation

  var label: Entity.Label? {
    switch self {
    case .outside: nil
    case .beginPerson, .insidePerson: .person
    case .beginOrganization, .insideOrganization: .organization
    case .beginLocation, .insideLocation: .location
    }
  }

  var isInside: Bool {
    self == .insidePerson || self == .insideOrganization || self == .insideLocation
  }

  static func begin(_ label: Entity.Label) -> Self {
    switch label {
    case .person: .beginPerson
    case .organization: .beginOrganization
    case .location: .beginLocation
    case .nationality: .outside
    }
  }

  /// The tag for a token after the first of an entity.
  static func inside(_ label: Entity.Label) -> Self {
    switch label {
    case .person: .insidePerson
    case .organization: .insideOrganization
    case .location: .insideLocation
    case .nationality: .outside
    }
  }
}
