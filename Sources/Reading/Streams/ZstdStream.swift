import SystemZstd

/// Unpacks Zstandard, frame by frame.
///
/// An archive may begin with a frame that holds the dictionary of all others, as the WARC specification for Zstandard has it: a
/// skippable frame, in which the dictionary may itself be packed.
final class ZstdStream: ByteStream {
  private var input: PackedInput
  private let context = ZSTD_createDCtx()
  private var isInFrame = false
  private var packedBefore = 0
  private var unpacked = 0
  private(set) var place = 0
  var progress: Int { input.place }
  let isPacked = true

  /// Larger windows than text needs would take more memory than an input may.
  private static let windowLog: Int32 = 27
  private static let mark: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
  private static let dictionaryMark: [UInt8] = [0x5D, 0x2A, 0x4D, 0x18]
  /// What the first block of a frame may take, before which nothing comes out.
  static let blockBytes = 160 << 10
  private static let dictionaryLimit = 16 << 20

  /// - Parameter source: where the bytes lie, for a stream that begins behind the frame with the dictionary.
  init(_ stream: any ByteStream, dictionaryOf source: (any ByteSource)? = nil) throws(StreamFault) {
    input = PackedInput(stream)
    _ = ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowLog)
    if let source {
      try loadDictionary(PackedInput(SourceStream(source)))
    } else {
      input = try loadDictionary(input)
    }
  }

  deinit {
    ZSTD_freeDCtx(context)
  }

  /// Whether bytes begin with a frame, be it one to skip.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: mark)
      || bytes.first.map { 0x50...0x5F ~= $0 } == true
        && bytes.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
    while true {
      if input.count == 0 { try input.fill() }
      guard input.count > 0 || isInFrame else { return 0 }
      if !isInFrame { try beginFrame() }
      let (count, hasEnded) = try step(into: buffer)
      isInFrame = !hasEnded
      unpacked += count
      guard !Expansion.isBomb(packed: input.taken - packedBefore, unpacked: unpacked) else {
        throw Expansion.fault("zstd")
      }
      if count > 0 { return count }
    }
  }

  private func beginFrame() throws(StreamFault) {
    if input.count < 4 { try input.fill() }
    guard Self.begins(input.bytes) else { throw .damaged("zstd", "zstd") }
    place = input.place
  }

  private func step(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(StreamFault) -> (made: Int, hasEnded: Bool) {
    var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
    var taken = 0
    let status = input.withBytes { bytes in
      var packed = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
      defer { taken = packed.pos }
      return ZSTD_decompressStream(context, &output, &packed)
    }
    input.take(taken)
    guard ZSTD_isError(status) == 0 else {
      isInFrame = false
      throw Self.fault(status)
    }
    if status > 0, taken == 0, output.pos == 0, input.isAtEnd { throw .cutShort("zstd", "zstd") }
    return (output.pos, status == 0)
  }

  private static func fault(_ status: Int) -> StreamFault {
    switch ZSTD_getErrorCode(status) {
    case ZSTD_error_dictionary_wrong:
      StreamFault(
        code: "zstd", message: "zstd data that needs a dictionary which is not in it",
        remedy: "unpack it with zstd -D")
    case ZSTD_error_frameParameter_windowTooLarge:
      StreamFault(
        code: "too-large", message: "zstd data that needs too much memory to unpack",
        remedy: "pack it without --long or --ultra")
    default: .damaged("zstd", "zstd")
    }
  }

  // MARK: Dictionary

  /// Loads the dictionary with which a file begins.
  /// - Returns: the input behind it.
  @discardableResult
  private func loadDictionary(_ bytes: PackedInput) throws(StreamFault) -> PackedInput {
    var input = bytes
    try input.fill()
    guard input.bytes.starts(with: Self.dictionaryMark), input.count >= 8 else { return input }
    let size = input.bytes.dropFirst(4).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard size <= Self.dictionaryLimit else {
      throw StreamFault(code: "too-large", message: "a zstd dictionary of \(size) bytes")
    }
    input.take(8)
    var content: [UInt8] = []
    while content.count < size {
      if input.count == 0 { try input.fill() }
      guard input.count > 0 else { throw .cutShort("zstd", "zstd") }
      let part = input.bytes.prefix(size - content.count)
      content += part
      input.take(part.count)
    }
    load(content.starts(with: Self.mark) ? try Self.unpack(content) : content)
    return input
  }

  private func load(_ dictionary: [UInt8]) {
    _ = dictionary.withUnsafeBytes { ZSTD_DCtx_loadDictionary(context, $0.baseAddress, $0.count) }
  }

  private static func unpack(_ packed: [UInt8]) throws(StreamFault) -> [UInt8] {
    let window = Window(try ZstdStream(Window(SourceStream(BytesInMemory(packed)))))
    while window.count <= dictionaryLimit, try window.readMore() {}
    return Array(window.bytes.prefix(dictionaryLimit))
  }

  // MARK: Damage

  func recover(_ isBeginning: (ArraySlice<UInt8>) -> Bool) throws(StreamFault) -> Bool {
    if isInFrame || input.place == place, input.count > 0 { input.take(1) }
    isInFrame = false
    while true {
      ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
      guard try input.seek(Self.mark, behind: Self.blockBytes) else { return false }
      if isBeginning(beginning()[...]) { break }
      input.take(1)
    }
    ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
    place = input.place
    (packedBefore, unpacked) = (input.taken, 0)
    return true
  }

  /// The first bytes of the frame that the input is at; none if it is no frame.
  private func beginning() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 512) { room, count in
      var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
      input.withBytes { bytes in
        var packed = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
        while output.pos < output.size, packed.pos < packed.size {
          let before = (output.pos, packed.pos)
          let status = ZSTD_decompressStream(context, &output, &packed)
          if ZSTD_isError(status) != 0 || status == 0 { break }
          if before == (output.pos, packed.pos) { break }
        }
      }
      count = output.pos
    }
  }
}
