/// How names are written whose case says nothing, such as those of sections: `POLITICS` is `Politics`.
enum Spelling {
  /// The same for all spellings of a name.
  static func folded(_ name: String) -> String { name.lowercased() }

  /// Whether one spelling rather than another stands for both: that which occurs more, of equals the one in small letters.
  static func precedes<Count: Comparable>(
    _ a: (key: String, value: Count), _ b: (key: String, value: Count)
  ) -> Bool {
    a.value != b.value ? a.value > b.value : b.key.utf8.lexicographicallyPrecedes(a.key.utf8)
  }
}
