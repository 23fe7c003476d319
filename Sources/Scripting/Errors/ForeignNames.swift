internal import Document

/// Names that authors bring along from other languages, or from one object to another.
enum ForeignNames {
  /// What to write in place of a method that strings lack.
  static func remedy(forMethod name: String) -> String? { methods[name] }

  private static let methods = [
    "trim": "write text:match(\"^%s*(.-)%s*$\")",
    "strip": "write text:match(\"^%s*(.-)%s*$\")",
    "split": "write desk.regex(\",\"):split(text), or walk text:gmatch(\"[^,]+\")",
    "startswith": "write text:sub(1, #word) == word",
    "starts_with": "write text:sub(1, #word) == word",
    "endswith": "write text:sub(-#word) == word", "ends_with": "write text:sub(-#word) == word",
    "contains": "write text:find(word, 1, true)", "includes": "write text:find(word, 1, true)",
    "indexOf": "write text:find(word, 1, true)", "replace": "write text:gsub(pattern, word)",
    "substring": "write text:sub(first, last)", "substr": "write text:sub(first, last)",
    "length": "write #text for bytes, utf8.len(text) for characters",
    "size": "write #text for bytes, utf8.len(text) for characters",
    "count": "write select(2, text:gsub(word, \"\"))", "join": "write table.concat(list, \", \")",
    "toLowerCase": "write desk.lower(text)", "toUpperCase": "write desk.upper(text)",
    "title": "desk.upper and desk.lower change case",
  ]

  /// What a member of an object is called here that goes by another name elsewhere.
  static func remedy(forMember name: String, of owner: String) -> String? {
    guard let meant = memberNames[name], let known = members[owner] else { return nil }
    return Suggestions.question(meant.filter(known.contains))
  }

  private static let memberNames = [
    "words": ["word_count", "tokens"], "wordcount": ["word_count"], "length": ["word_count"],
    "body": ["text"], "content": ["text"], "name": ["title"], "date": ["published", "dates"],
    "time": ["published"], "author": ["authors", "byline"], "source": ["publisher"],
    "outlet": ["publisher"], "lang": ["language"], "link": ["url", "links"],
    "summary": ["subtitle"],
    "people": ["entities"], "places": ["entities"], "numbers": ["amounts"], "category": ["section"],
    "emit": ["annotate"], "mark": ["annotate"], "print": ["log"], "result": ["results"],
  ]

  /// What plugins have in place of a module that other Lua programs require.
  static func remedy(forModule name: String) -> String? { modules[name] }

  private static let modules = [
    "lpeg": "it is desk.lpeg here", "re": "it is desk.lpeg here, or desk.regex",
    "rex_pcre2": "it is desk.regex here", "cjson": "it is desk.json here",
    "dkjson": "it is desk.json here", "json": "it is desk.json here", "csv": "it is desk.csv here",
    "date": "it is desk.date here", "utf8": "it is there without require",
    "inspect": "print shows what tables hold", "lfs": "plugins reach no files",
    "io": "plugins reach no files", "socket": "plugins reach no network",
  ]

  /// The object that has a name which another was asked for.
  static func owner(of name: String, insteadOf owner: String) -> String? {
    let other = owner == "article" ? "ctx" : owner == "ctx" ? "article" : ""
    return members[other]?.contains(name) == true ? other : nil
  }

  /// The members of what `analyze` is given, by the names of its parameters.
  private static let members: [String: Set<String>] = {
    var members: [String: Set<String>] = [:]
    for owner in PluginAPI.owners where ["article", "ctx"].contains(owner.name) {
      members[owner.name] = Set(owner.members.map(\.name))
    }
    return members
  }()

  /// What keys of a plugin's table are called elsewhere.
  static let keys = [
    "description": "summary", "desc": "summary", "title": "name", "tags": "categories",
    "category": "categories", "language": "languages", "lang": "languages", "run": "analyze",
    "process": "analyze", "execute": "analyze", "init": "setup", "initialize": "setup",
    "params": "options", "parameters": "options", "settings": "options", "config": "options",
    "files": "resources", "depends": "requires", "dependencies": "requires", "needs": "requires",
    "annotations": "layers", "outputs": "fields", "results": "fields", "returns": "fields",
    "filter": "match", "accept": "match", "reduce": "aggregate",
  ]
}
