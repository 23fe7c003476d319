extension Decoder {
  /// Decodes what a header declares an encoding of.
  ///
  /// UTF-8 is what it is, whatever a header says; else the header knows more than the content does. Only here are encodings
  /// read that switch by escape sequences, as mail in Japanese has them to this day.
  func decode(_ bytes: ArraySlice<UInt8>, declared name: String?) -> Decoded {
    guard assumed == nil, let name, ByteOrderMark(of: bytes) == nil else { return decode(bytes) }
    if let switching = LegacyEncodings.switchingConverter(of: name), bytes.contains(0x1B) {
      return Decoder(assumed: .legacy(switching)).decode(bytes)
    }
    guard let encoding = SourceEncoding(name: name) else { return decode(bytes) }
    switch encoding {
    case .utf8: return decode(bytes)
    case .wide: return Decoder(assumed: encoding).decode(bytes)
    case .windows1252, .legacy:
      let survey = bytes.withUnsafeBufferPointer(UTF8Survey.init)
      guard !survey.isUTF8(despite: encoding) else { return decode(bytes) }
      // As browsers do, what calls itself Latin-1 is read as Windows-1252.
      if case .windows1252 = encoding {
        return Decoder(assumed: .windows1252(isLatin1: false)).decode(bytes)
      }
      return Decoder(assumed: encoding).decode(bytes)
    }
  }
}
