import SystemDeflate
import SystemZlib

/// Unpacks gzip, member by member.
///
/// Members that fit into memory, as those of crawls do, are unpacked whole by libdeflate, twice as fast as zlib; zlib takes
/// on the others piece by piece, and says what is wrong with damaged ones.
final class GzipStream: ByteStream {
  private var input: PackedInput
  private let whole = libdeflate_alloc_decompressor()
  private var inflation: Inflation?
  /// A member unpacked whole, and how much of it has been handed out.
  private var member: [UInt8] = []
  private var handedOut = 0
  private var memberEnd = 0
  private var packedBefore = 0
  private var unpacked = 0
  private(set) var place = 0
  var progress: Int { input.place }
  let isPacked = true
  private var hasBegun = false

  private static let leastMemberBytes = 256 << 10
  private let mostMemberBytes: Int
  /// A member that may be cut by the end of the input at hand is not worth a try.
  private static let worthwhileBytes = 64 << 10

  /// - Parameter mostMemberBytes: how large a member may be, unpacked, to be unpacked in one go.
  init(_ stream: any ByteStream, mostMemberBytes: Int = 4 << 20) {
    self.mostMemberBytes = mostMemberBytes
    input = PackedInput(stream)
    setRoom(Self.leastMemberBytes)
  }

  deinit {
    libdeflate_free_decompressor(whole)
  }

  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B, 8]) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
    while true {
      if handedOut < memberEnd { return handOut(to: buffer) }
      if inflation != nil {
        let count = try inflate(into: buffer)
        if count > 0 { return count }
      } else {
        guard try beginMember() else { return 0 }
      }
    }
  }

  private func handOut(to buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, memberEnd - handedOut)
    member.withUnsafeBytes {
      buffer.copyMemory(from: .init(rebasing: $0[handedOut..<handedOut + count]))
    }
    handedOut += count
    return count
  }

  private func setRoom(_ bytes: Int) {
    member = [UInt8](unsafeUninitializedCapacity: bytes) { $1 = bytes }
  }

  // MARK: Members

  /// Unpacks the next member, or gets ready to; false if there is none.
  private func beginMember() throws(StreamFault) -> Bool {
    if input.count < Self.worthwhileBytes { try input.fill() }
    // Some writers fill up with zeros.
    while hasBegun, input.count > 0, input.bytes.first == 0 {
      input.take(1)
      if input.count == 0 { try input.fill() }
    }
    guard input.count > 0 else { return false }
    guard Self.begins(input.bytes) else { throw .damaged("gzip", "gzip") }
    hasBegun = true
    place = input.place
    if try unpackWhole() { return true }
    inflation = try Inflation(.gzip)
    return true
  }

  /// Whether the member could be unpacked in one go.
  private func unpackWhole() throws(StreamFault) -> Bool {
    while true {
      var (packed, unpacked) = (0, 0)
      let result = input.withBytes { bytes in
        member.withUnsafeMutableBytes { room in
          libdeflate_gzip_decompress_ex(
            whole, bytes.baseAddress, bytes.count, room.baseAddress, room.count, &packed, &unpacked)
        }
      }
      switch result {
      case LIBDEFLATE_SUCCESS:
        input.take(packed)
        (handedOut, memberEnd) = (0, unpacked)
        try account(for: unpacked)
        return true
      case LIBDEFLATE_INSUFFICIENT_SPACE where member.count < mostMemberBytes:
        setRoom(member.count * 4)
      case LIBDEFLATE_BAD_DATA where !input.isFull && !input.isAtEnd: try input.fill()
      default: return false
      }
    }
  }

  private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
    if input.count == 0 { try input.fill() }
    guard input.count > 0, let inflation else { throw .cutShort("gzip", "gzip") }
    let step = try input.withBytes { inflation.step($0, into: buffer) }.get()
    input.take(step.taken)
    if step.isEnd { self.inflation = nil }
    try account(for: step.made)
    return step.made
  }

  private func account(for count: Int) throws(StreamFault) {
    unpacked += count
    guard !Expansion.isBomb(packed: input.taken - packedBefore, unpacked: unpacked) else {
      memberEnd = 0
      throw Expansion.fault("gzip")
    }
  }

  // MARK: Damage

  func recover(_ isBeginning: (ArraySlice<UInt8>) -> Bool) throws(StreamFault) -> Bool {
    (handedOut, memberEnd) = (0, 0)
    inflation = nil
    // What begins at the fault itself is behind us.
    if hasBegun, input.count > 0, input.place == place { input.take(1) }
    while try input.seek([0x1F, 0x8B, 8], behind: 2048) {
      if isBeginning(try beginning()[...]) {
        hasBegun = true
        place = input.place
        (packedBefore, unpacked) = (input.taken, 0)
        return true
      }
      input.take(1)
    }
    return false
  }

  /// The first bytes of the member that the input is at; none if it is no member.
  private func beginning() throws(StreamFault) -> [UInt8] {
    let inflation = try Inflation(.gzip)
    return [UInt8](unsafeUninitializedCapacity: 512) { room, count in
      let step = input.withBytes { inflation.step($0, into: UnsafeMutableRawBufferPointer(room)) }
      count = (try? step.get().made) ?? 0
    }
  }
}
