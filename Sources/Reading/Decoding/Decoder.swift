import Document

/// The text of an input in valid UTF-8, before anything else is mended.
struct Decoded {
  var utf8: ArraySlice<UInt8>
  var warnings: [Warning] = []
  /// Whether the input was in units wider than bytes, so that its line ends are no bytes of it.
  var isWide = false
}

/// Turns bytes into UTF-8: by a byte order mark, else by the encoding that was asked for, else by what they look like.
struct Decoder {
  /// What to assume where no byte order mark says otherwise.
  let assumed: SourceEncoding?

  func decode(_ bytes: ArraySlice<UInt8>) -> Decoded {
    if let mark = ByteOrderMark(of: bytes) {
      return decode(bytes.dropFirst(mark.length), as: mark.encoding)
    }
    if let assumed { return decode(bytes, as: assumed) }
    return bytes.withUnsafeBufferPointer { buffer in
      if let wide = WideText(guessing: buffer) {
        var decoded = decode(bytes, as: .wide(wide))
        decoded.warnings.insert(.encoding("no byte order mark; read as UTF-16"), at: 0)
        return decoded
      }
      return detect(bytes, buffer)
    }
  }

  private func decode(_ bytes: ArraySlice<UInt8>, as encoding: SourceEncoding) -> Decoded {
    bytes.withUnsafeBufferPointer { buffer in
      switch encoding {
      case .utf8: return repair(bytes, buffer, UTF8Survey(buffer))
      case .windows1252(let isLatin1):
        return Decoded(utf8: Windows1252.decode(buffer, isLatin1: isLatin1)[...])
      case .wide(let wide):
        let (utf8, faults) = wide.decode(buffer)
        return Decoded(
          utf8: utf8[...],
          warnings: .invalid(faults, "UTF-\(wide.unitBytes * 8) code unit"),
          isWide: true)
      case .legacy(let converter):
        guard let (utf8, faults) = LegacyEncodings.decode(buffer, converter: converter) else {
          return detect(bytes, buffer)
        }
        return Decoded(
          utf8: utf8[...], warnings: .invalid(faults, "\(converter) sequence"))
      }
    }
  }

  private func detect(
    _ bytes: ArraySlice<UInt8>, _ buffer: UnsafeBufferPointer<UInt8>
  ) -> Decoded {
    let survey = UTF8Survey(buffer)
    if survey.isASCII, let switching = LegacyEncodings.switchingConverter(in: buffer) {
      return decode(bytes, switching: switching)
    }
    guard !survey.isMostlyUTF8 else { return repair(bytes, buffer, survey) }
    if let declared = HTMLEncoding.declared(in: bytes) {
      return survey.isUTF8(despite: declared)
        ? repair(bytes, buffer, survey) : decode(bytes, as: declared)
    }
    if let guess = EncodingGuess(buffer, firstFault: survey.firstFault) {
      var decoded = decode(bytes, as: .legacy(guess.converter))
      let message = "not UTF-8; read as \(guess.converter) by its letters"
      decoded.warnings.insert(.encoding(message), at: 0)
      return decoded
    }
    guard !survey.isDamagedUTF8 else { return repair(bytes, buffer, survey) }
    let isLatin1 = survey.undefined > 0
    var decoded = decode(bytes, as: .windows1252(isLatin1: isLatin1))
    let name = isLatin1 ? "Latin-1" : "Windows-1252"
    // In western Europe few letters have accents.
    let doubt = survey.faults * 4 > bytes.count ? ", which it may not be" : ""
    decoded.warnings = [.encoding("not UTF-8; read as \(name)\(doubt)")]
    return decoded
  }

  /// Decodes what switches by escape sequences, with a warning unless the page says that it does.
  private func decode(_ bytes: ArraySlice<UInt8>, switching converter: String) -> Decoded {
    var decoded = decode(bytes, as: .legacy(converter))
    let declared = HTMLEncoding.name(in: bytes).flatMap(LegacyEncodings.switchingConverter(of:))
    if declared == nil {
      decoded.warnings.insert(.encoding("read as \(converter) by its escape sequences"), at: 0)
    }
    return decoded
  }

  private func repair(
    _ bytes: ArraySlice<UInt8>, _ buffer: UnsafeBufferPointer<UInt8>, _ survey: UTF8Survey
  ) -> Decoded {
    guard !survey.isValid else { return Decoded(utf8: bytes) }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + 2 * survey.faults)
    var index = 0
    while index < buffer.count {
      let step = UTF8Step(buffer, at: index)
      if step.scalar == nil {
        utf8.appendReplacementCharacter()
      } else {
        utf8.append(contentsOf: buffer[index..<index + step.length])
      }
      let start = index + step.length
      index = buffer.endOfASCII(from: start)
      utf8.append(contentsOf: buffer[start..<index])
    }
    return Decoded(
      utf8: utf8[...],
      warnings: .invalid(survey.faults, "UTF-8 sequence", "; try --encoding windows-1252"))
  }
}

extension Warning {
  static func encoding(_ message: String) -> Warning {
    Warning(code: "encoding", message: "\(message); --encoding says otherwise")
  }

}

extension [Warning] {
  /// A warning that counts what became U+FFFD, unless nothing did.
  static func invalid(_ count: Int, _ what: String, _ remedy: String = "") -> [Warning] {
    guard count > 0 else { return [] }
    let message = "\(counted(count, "invalid \(what)")) became U+FFFD\(remedy)"
    let name = what.prefix { $0 != " " }.lowercased().filter { $0 != "-" }
    return [Warning(code: "invalid-\(name)", message: message)]
  }
}

/// A number with what it counts, for messages.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
