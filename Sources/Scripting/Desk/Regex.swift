internal import SystemPCRE2

/// Why a regular expression cannot be used.
enum RegexFault: Error, Hashable {
  /// The pattern is wrong at a byte of it.
  case pattern(message: String, offset: Int)
  /// Matching would take more steps or memory than is allowed.
  case limit(String)
  /// The script's time is used up.
  case expired
}

/// A compiled regular expression over UTF-8: PCRE2 with Unicode properties, its just-in-time compiler, and limits on
/// what a match may take.
final class Regex {
  struct Options: Hashable, Sendable {
    /// `i`: upper and lower case are one.
    var ignoresCase = false
    /// `m`: `^` and `$` match at line breaks.
    var isMultiline = false
    /// `s`: the dot matches line breaks.
    var dotMatchesAll = false
    /// `x`: white space and comments in the pattern are passed over.
    var isExtended = false
  }

  /// The longest pattern, in bytes.
  static let maximumPattern = 10_000
  /// Steps of one search, of the kind that backtracking multiplies.
  private static let matchLimit: UInt32 = 1_000_000
  /// Kilobytes of one search.
  private static let heapLimit: UInt32 = 16_384
  /// Texts up to this size are searched in one go; in longer ones the time is looked at in between.
  private static let wholeSearch = 64 << 10

  private let code: OpaquePointer
  private let data: OpaquePointer
  private let context: OpaquePointer
  private let stack: OpaquePointer?
  /// The number of groups.
  let groupCount: Int
  /// The names of groups, in the order of their numbers.
  let groupNames: [(name: String, number: Int)]

  init(_ pattern: UnsafeBufferPointer<UInt8>, _ options: Options) throws(RegexFault) {
    code = try Self.compile(pattern, options)
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil),
      let context = pcre2_match_context_create_8(nil)
    else { fatalError("no memory for a regular expression") }
    self.data = data
    self.context = context
    pcre2_set_match_limit_8(context, Self.matchLimit)
    pcre2_set_heap_limit_8(context, Self.heapLimit)
    // Without a compiler for this processor the interpreter does the work.
    stack =
      pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0
      ? pcre2_jit_stack_create_8(32 << 10, 512 << 10, nil) : nil
    if let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
    groupCount = Int(Self.info(code, PCRE2_INFO_CAPTURECOUNT))
    groupNames = Self.names(code)
  }

  deinit {
    if let stack { pcre2_jit_stack_free_8(stack) }
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(data)
    pcre2_code_free_8(code)
  }

  /// Searches a text of valid UTF-8 from an offset.
  /// - Parameter isExpired: asked now and then in long texts.
  /// - Returns: whether there is a match; `range(of:)` tells where.
  func find(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, mayBeEmpty: Bool = true,
    isExpired: () -> Bool
  ) throws(RegexFault) -> Bool {
    var begin = start
    let step =
      text.count <= Self.wholeSearch ? text.count : max(64, (64 << 20) / max(text.count, 1))
    repeat {
      let last = min(begin + step, text.count)
      pcre2_set_offset_limit_8(context, last)
      if try search(text, from: begin, mayBeEmpty) { return true }
      begin = last
      while begin < text.count, text[begin] & 0xC0 == 0x80 { begin -= 1 }
      if last < text.count, isExpired() { throw .expired }
      if last == text.count { return false }
    } while true
  }

  private func search(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ mayBeEmpty: Bool
  ) throws(RegexFault) -> Bool {
    // PCRE2 wants an address even for nothing.
    var nothing: UInt8 = 0
    let options =
      PCRE2_NO_UTF_CHECK
      | (mayBeEmpty ? 0 : UInt32(PCRE2_NOTEMPTY_ATSTART) | PCRE2_ANCHORED)
    let result = withUnsafePointer(to: &nothing) { nothing in
      pcre2_match_8(
        code, text.baseAddress ?? nothing, text.count, start, options, data, context)
    }
    if result >= 0 { return true }
    switch result {
    case PCRE2_ERROR_NOMATCH: return false
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT:
      throw .limit("the search backtracks too much")
    case PCRE2_ERROR_JIT_STACKLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY:
      throw .limit("the search needs too much memory")
    default: throw .limit(Self.message(result))
    }
  }

  /// Where a group of the last match lies, 0 being the whole; nil where it took no part.
  func range(of group: Int) -> Range<Int>? {
    guard group < Int(pcre2_get_ovector_count_8(data)),
      let ends = pcre2_get_ovector_pointer_8(data)
    else { return nil }
    let lower = ends[group * 2]
    let upper = ends[group * 2 + 1]
    // `\K` in a lookahead may let a match begin after its end.
    guard lower != Int.max, lower != -1, lower <= upper else { return nil }
    return Int(lower)..<Int(upper)
  }
}

// MARK: Compiling

extension Regex {
  private static func compile(
    _ pattern: UnsafeBufferPointer<UInt8>, _ options: Options
  ) throws(RegexFault) -> OpaquePointer {
    guard pattern.count <= maximumPattern else {
      throw .pattern(message: "longer than \(maximumPattern) bytes", offset: maximumPattern)
    }
    var flags = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT
    if options.ignoresCase { flags |= PCRE2_CASELESS }
    if options.isMultiline { flags |= PCRE2_MULTILINE }
    if options.dotMatchesAll { flags |= PCRE2_DOTALL }
    if options.isExtended { flags |= PCRE2_EXTENDED }
    var number: Int32 = 0
    var offset = 0
    var nothing: UInt8 = 0
    let code = withUnsafePointer(to: &nothing) { nothing in
      pcre2_compile_8(
        pattern.baseAddress ?? nothing, pattern.count, flags, &number, &offset, nil)
    }
    if let code { return code }
    throw .pattern(message: message(number), offset: Int(offset))
  }

  private static func message(_ number: Int32) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
      let count = pcre2_get_error_message_8(number, buffer.baseAddress, buffer.count)
      return String(decoding: buffer[..<max(0, Int(count))], as: UTF8.self)
    }
  }

  private static func info(_ code: OpaquePointer, _ what: Int32) -> UInt32 {
    var value: UInt32 = 0
    _ = pcre2_pattern_info_8(code, UInt32(what), &value)
    return value
  }

  /// Reads PCRE2's table of names: records of one size, each a number in two bytes and a name that ends in NUL.
  private static func names(_ code: OpaquePointer) -> [(name: String, number: Int)] {
    let count = Int(info(code, PCRE2_INFO_NAMECOUNT))
    let size = Int(info(code, PCRE2_INFO_NAMEENTRYSIZE))
    var table: UnsafePointer<UInt8>?
    _ = pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table else { return [] }
    let names = (0..<count).map { index in
      let record = table + index * size
      let number = Int(record[0]) << 8 | Int(record[1])
      return (name: String(cString: record + 2), number: number)
    }
    return names.sorted { $0.number < $1.number }
  }
}
