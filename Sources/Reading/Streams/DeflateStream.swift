import SystemZlib

/// Unpacks one run of deflated data, as members of ZIP archives are packed.
final class DeflateStream: ByteStream {
  private var input: PackedInput
  private let inflation: Inflation
  private var unpacked = 0
  private var isDone = false
  let place = 0
  let isPacked = true

  init(_ stream: any ByteStream) throws(StreamFault) {
    input = PackedInput(stream, capacity: 64 << 10)
    inflation = try Inflation(.none)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
    while !isDone {
      if input.count == 0 { try input.fill() }
      let step = try input.withBytes { inflation.step($0, into: buffer) }.get()
      input.take(step.taken)
      isDone = step.isEnd
      unpacked += step.made
      guard !Expansion.isBomb(packed: input.taken, unpacked: unpacked) else {
        throw Expansion.fault("ZIP")
      }
      if step.made > 0 { return step.made }
    }
    return 0
  }

  func recover(_: (ArraySlice<UInt8>) -> Bool) -> Bool { false }
}

/// Hands on what another stream gives, and at its end sees whether it was what it should be.
final class CheckedStream: ByteStream {
  private let stream: any ByteStream
  private let checksum: UInt32
  private var left: Int
  private var sum: UInt = 0
  let place = 0
  let isPacked = true

  /// - Parameter checksum: the CRC-32 of all bytes.
  init(_ stream: any ByteStream, checksum: UInt32, count: Int) {
    self.stream = stream
    self.checksum = checksum
    left = count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamFault) -> Int {
    let count = try stream.read(into: buffer)
    left -= count
    if count > 0 {
      let bytes = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      sum = crc32(sum, bytes, UInt32(clamping: count))
    } else if left != 0 || UInt32(truncatingIfNeeded: sum) != checksum {
      throw StreamFault(code: "zip", message: "a member that is damaged")
    }
    return count
  }

  func recover(_: (ArraySlice<UInt8>) -> Bool) -> Bool { false }
}
