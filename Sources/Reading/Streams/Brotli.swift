import SystemBrotli

/// Unpacks Brotli, in which servers send pages.
enum Brotli {
  /// As much as comes out; nil where nothing does, or what comes out is not to be believed.
  static func all(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
    defer { BrotliDecoderDestroyInstance(state) }
    var result: [UInt8] = []
    var status = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT
    bytes.withUnsafeBufferPointer { buffer in
      var left = buffer.count
      var next = buffer.baseAddress
      while status == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT, result.count < limit {
        result += [UInt8](unsafeUninitializedCapacity: 256 << 10) { room, count in
          var free = room.count
          var out = room.baseAddress
          status = BrotliDecoderDecompressStream(state, &left, &next, &free, &out, nil)
          count = room.count - free
        }
      }
    }
    // What is no Brotli at all may give some bytes before the decoder finds out.
    guard status != BROTLI_DECODER_RESULT_ERROR, !result.isEmpty else { return nil }
    return Array(result.prefix(limit))
  }
}
