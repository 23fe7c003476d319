/// News agencies and wire services by the names under which they sign datelines.
enum Agencies {
  static func contain(_ name: String) -> Bool {
    known.contains(name.lowercased())
  }

  /// Whether a name is that of a newspaper or the like: it has a word that only those have.
  static func isMedium(_ name: String) -> Bool {
    name.split(separator: " ").contains { mediaWords.contains($0.lowercased()) }
  }

  /// Whether two words that follow a name are an agency's or a newspaper's.
  static func isEmployer(_ words: String) -> Bool { contain(words) || isMedium(words) }

  private static let known: Set<String> = [
    "aa", "aap", "abc news", "abna", "abr", "accesswire", "adnkronos", "af", "afp", "afx",
    "agencies",
    "agence france-presse", "agencia brasil", "agência brasil", "agerpres", "agi", "aka",
    "al jazeera", "ana", "ana-mpa", "anadolu", "anadolu agency", "ani", "anp", "ansa", "antara",
    "ap", "apa", "app", "armenpress", "askanews", "associated press", "ats", "azertac", "bbc",
    "bbc news", "belga", "belta", "bernama", "bloomberg", "bloomberg news", "bss", "bta",
    "business wire", "businesswire", "canadian press", "cbs", "cbs news", "cbs.mw",
    "cbs/ap", "central news agency", "cna", "cnn", "cnn/money", "cnnmoney", "cns", "cnw", "cp",
    "ctk", "deutsche presse-agentur", "dow jones", "dpa", "dpa-afx", "dpa/afp", "dw", "efe", "epd",
    "europa press", "europapress", "ews", "fars", "fides", "fox news", "globe newswire",
    "globenewswire", "gna", "hina", "ians", "ina", "interfax", "interfax-ukraine", "ips", "irin",
    "irna", "isna", "itar-tass", "jiji", "jiji press", "jta", "kap", "kazinform", "kcna",
    "keystone-sda", "kna", "kuna", "kyodo", "kyodo news", "la presse canadienne", "lapresse",
    "lusa", "map", "marketwatch", "marketwired", "mcclatchy", "mehr", "mena", "mna", "montsame",
    "mti", "nan", "nbc news", "newsfile", "notimex", "nova", "npr", "ntb", "nzpa", "omna", "pa",
    "pa media", "pap", "petra", "pna", "pr newswire", "prensa latina", "press association",
    "prnewswire", "pti", "qna", "reuter", "reuters", "reuters breakingviews", "reuters life!",
    "rfe/rl",
    "ria", "ria novosti", "ritzau", "rns", "sana", "sapa", "sda", "servimedia", "sid", "sita",
    "spa",
    "sputnik", "sta", "stt", "tanjug", "tap", "tasnim", "tass", "tasr", "telam",
    "the associated press",
    "the canadian press", "thomson financial", "thomson reuters foundation", "tns", "trend",
    "tribune news service", "tt", "télam", "ukrinform", "unb", "uni", "unian", "upi", "vna", "voa",
    "voa news", "wafa", "wam", "xinhua", "yonhap", "zenit", "čtk",
  ]

  private static let mediaWords: Set<String> = [
    "agencia", "agency", "agenzia", "anzeiger", "bulletin", "chronicle", "courier", "daily",
    "diario", "dispatch", "examiner", "express", "figaro", "gazette", "globe", "guardian", "herald",
    "independent", "journal", "kurier", "magazine", "mail", "media", "mercury", "mirror", "monde",
    "monitor", "nachrichten", "network", "news", "newspaper", "newswire", "observer", "online",
    "post", "press", "radio", "record", "reporter", "review", "sentinel", "service", "standard",
    "star", "sun", "tagblatt", "tageblatt", "telegraph", "times", "today", "tribune", "tv", "voice",
    "weekly", "wire", "zeitung",
  ]
}
