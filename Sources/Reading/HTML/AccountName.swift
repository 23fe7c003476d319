/// Names of accounts on a site's system, which pages give where nobody filled in who wrote the story.
enum AccountName {
  /// Whether a name is that of a role on the system and of no person: `admin`, `Web Editor 2`.
  static func matches(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    return known.contains(words.joined(separator: " "))
  }

  private static let known: Set<String> = [
    "account", "admin", "administrateur", "administrator", "administrador", "anonymous", "author",
    "contributor", "default", "editor", "editor admin", "editors", "guest", "moderator", "newsdesk",
    "newsroom", "online editor", "owner", "publisher", "redactor", "redakteur", "root",
    "site admin", "site administrator", "site editor", "siteadmin", "staff", "super user",
    "superadmin", "superuser", "support", "sysadmin", "test", "user", "web admin", "web desk",
    "web editor", "web master", "web team", "webadmin", "webdesk", "webeditor", "webmaster",
    "website admin", "webteam", "wordpress", "wp admin", "wpadmin",
  ]
}
