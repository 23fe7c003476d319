/// How much may come out of packed bytes: text packs to a tenth, what packs to a thousandth was made to fill memories.
enum Expansion {
  static let greatestRatio = 250
  private static let allowance = 1 << 20

  /// Whether so much came out of so little that somebody meant harm.
  static func isBomb(packed: Int, unpacked: Int) -> Bool {
    unpacked > allowance && (unpacked - allowance) / greatestRatio > packed
  }

  static func fault(_ what: String) -> StreamFault {
    StreamFault(
      code: "too-large",
      message: "\(what) data that becomes more than \(greatestRatio) times as large")
  }
}
