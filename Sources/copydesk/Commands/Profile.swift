import Workbench

extension Session {
  func profile() throws -> Int32 {
    let settings = try Settings(arguments)
    var request = try settings.request()
    let (format, file) = try profileFormat()
    let repeats = try self.repeats()
    let narrator = try narrator()
    request.countsInputs = narrator.wantsTotals
    if file == nil { (request.width, request.hasColor) = (self.output.width, self.output.hasColor) }
    let result = try narrator.narrate {
      let output = try file.map { try OutputFile($0) } ?? OutputFile()
      let (profile, result) = try settings.locating {
        try Workbench().profile(request, repeats: repeats, as: format) { narrator.tell($0) }
      }
      guard result.interruption == nil else { return result }
      try output.write(profile[...])
      try output.complete()
      return result
    }
    narrator.finish(result)
    return Self.status(of: result)
  }

  /// What the option says; else what the file's name says; else text.
  private func profileFormat() throws(UsageError) -> (ProfileFormat, file: [UInt8]?) {
    let name = arguments.bytes(.output)
    let file = name == [UInt8(ascii: "-")] ? nil : name
    if let word = try arguments.string(.profileFormat) {
      guard let format = ProfileFormat(rawValue: word) else {
        throw .badChoice(
          .profileFormat, Array(word.utf8), among: ProfileFormat.allCases.map(\.rawValue))
      }
      return (format, file)
    }
    let ending = file.flatMap { $0.split(separator: UInt8(ascii: ".")).last }
    let format = ending.flatMap { ProfileFormat(rawValue: String(decoding: $0, as: UTF8.self)) }
    return (format ?? .text, file)
  }

  private func repeats() throws(UsageError) -> Int {
    guard let bytes = arguments.bytes(.repeats) else { return 1 }
    guard let repeats = Int(String(decoding: bytes, as: UTF8.self)), (1...100_000).contains(repeats)
    else { throw .badValue(.repeats, bytes, expected: "a number from 1 to 100000") }
    return repeats
  }
}
