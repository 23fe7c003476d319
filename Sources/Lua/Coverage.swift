internal import CLua
internal import Glibc

/// How often the lines of scripts ran, in all interpreters that it was given to.
package final class Coverage {
  let counts = copydesk_open_coverage()

  package init() {}

  deinit {
    if let counts { copydesk_close_coverage(counts) }
  }

  /// How often lines of a chunk ran, by their numbers from 1; of lines that never did nothing.
  package subscript(chunk: String) -> [Int: Int] {
    var lines: Int32 = 0
    guard let counts, let start = copydesk_covered(counts, chunk, &lines) else { return [:] }
    var ran: [Int: Int] = [:]
    for line in 1..<max(1, Int(lines)) where start[line] > 0 { ran[line] = Int(start[line]) }
    return ran
  }
}

extension Interpreter {
  /// Counts the lines of all scripts from here on. They run slower, and the same in all else.
  package func cover(_ coverage: Coverage) {
    guard let counts = coverage.counts else { return }
    self.coverage = coverage
    copydesk_cover(shim, counts)
  }

  /// The lines of a chunk on which something can run, from 1; none where it does not compile.
  package static func lines(of chunk: [UInt8]) -> Set<Int> {
    let interpreter = Interpreter()
    guard let function = try? interpreter.load(chunk, name: "chunk") else { return [] }
    var count = 0
    guard let bytes = copydesk_dump(interpreter.shim, function.number, &count) else { return [] }
    defer { free(bytes) }
    var reader = DumpReader(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return reader.lines()
  }
}

/// Reads from a compiled chunk of Lua 5.4 on which lines its instructions stand.
private struct DumpReader {
  private let bytes: [UInt8]
  private var position = 0
  private var found: Set<Int> = []
  private var isBroken = false

  /// Signature, version, format, check bytes, sizes of types, an integer, a number, and the count of upvalues.
  private static let headerBytes = 4 + 1 + 1 + 6 + 3 + 8 + 8 + 1
  /// Says of a difference of lines that it does not fit, and the line stands elsewhere.
  private static let absolute: Int8 = -128

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func lines() -> Set<Int> {
    skip(Self.headerBytes)
    readFunction(depth: 0)
    return isBroken ? [] : found
  }

  private mutating func readFunction(depth: Int) {
    guard depth < 200, !isBroken else { return }
    skipString()
    let definition = integer()
    _ = integer()
    skip(1)
    let isVariadic = byte() != 0
    skip(1)
    skip(4 * integer())
    for _ in 0..<count() { skipConstant() }
    skip(3 * integer())
    for _ in 0..<count() { readFunction(depth: depth + 1) }
    readLines(from: definition, isVariadic: isVariadic)
    for _ in 0..<count() {
      skipString()
      _ = integer()
      _ = integer()
    }
    for _ in 0..<count() { skipString() }
  }

  /// The first instruction of a function with `...` and the last of any are the compiler's own.
  private mutating func readLines(from definition: Int, isVariadic: Bool) {
    let steps = (0..<count()).map { _ in Int8(bitPattern: byte()) }
    var absolutes: [Int: Int] = [:]
    for _ in 0..<count() {
      let instruction = integer()
      absolutes[instruction] = integer()
    }
    var line = definition
    for (instruction, step) in steps.enumerated() {
      line = step == Self.absolute ? absolutes[instruction] ?? line : line + Int(step)
      let isOwn = instruction == 0 && isVariadic || instruction == steps.count - 1
      if !isOwn { found.insert(line) }
    }
  }

  private mutating func skipConstant() {
    switch byte() {
    case 0x03, 0x13: skip(8)
    case 0x04, 0x14: skipString()
    default: break
    }
  }

  private mutating func skipString() {
    let size = integer()
    if size > 0 { skip(size - 1) }
  }

  private mutating func byte() -> UInt8 {
    guard position < bytes.count else {
      isBroken = true
      return 0
    }
    defer { position += 1 }
    return bytes[position]
  }

  /// Seven bits a byte, the first the highest; the last byte has the eighth.
  private mutating func integer() -> Int {
    var value = 0
    while !isBroken {
      let next = byte()
      guard value < 1 << 48 else {
        isBroken = true
        break
      }
      value = value << 7 | Int(next & 0x7F)
      if next & 0x80 != 0 { break }
    }
    return value
  }

  /// How many elements follow; no more than there are bytes.
  private mutating func count() -> Int {
    let count = integer()
    guard count <= bytes.count else {
      isBroken = true
      return 0
    }
    return count
  }

  private mutating func skip(_ count: Int) {
    position += count
    if position > bytes.count { isBroken = true }
  }
}
