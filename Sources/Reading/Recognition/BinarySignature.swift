/// Tells files that are no text by the bytes they begin with.
enum BinarySignature {
  private static let known: [(bytes: [UInt8], name: String)] = [
    ([0x7F, 0x45, 0x4C, 0x46], "an ELF program"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF87a".utf8), "a GIF picture"), (Array("GIF89a".utf8), "a GIF picture"),
    (Array("II*\0".utf8), "a TIFF picture"), (Array("MM\0*".utf8), "a TIFF picture"),
    (Array("%PDF-".utf8), "a PDF document"),
    (Array("BZh".utf8), "bzip2 data"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    (Array("Rar!\u{1A}\u{7}".utf8), "a RAR archive"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document"),
    (Array("SQLite format 3\0".utf8), "an SQLite database"),
    (Array("{\\rtf".utf8), "an RTF document"), (Array("%!PS".utf8), "a PostScript document"),
    (Array("OggS".utf8), "Ogg sound or film"), (Array("ID3".utf8), "MP3 sound"),
    (Array("fLaC".utf8), "FLAC sound"), (Array("wOFF".utf8), "a web font"),
    (Array("wOF2".utf8), "a web font"), ([0xCA, 0xFE, 0xBA, 0xBE], "a Java class"),
    ([0xCF, 0xFA, 0xED, 0xFE], "a Mach-O program"), (Array("\0asm".utf8), "a WebAssembly module"),
    (Array("\u{1B}Lua".utf8), "compiled Lua"), (Array("PAR1".utf8), "a Parquet table"),
  ]

  /// What the bytes are, if a signature says so; nil for text and for what is not known.
  static func name(of bytes: ArraySlice<UInt8>) -> String? {
    guard let first = bytes.first else { return nil }
    if let (_, name) = known.first(where: { $0.bytes[0] == first && bytes.starts(with: $0.bytes) })
    {
      return name
    }
    if bytes.starts(with: "RIFF".utf8), bytes.count >= 12 { return "a RIFF picture, sound or film" }
    if bytes.dropFirst(4).starts(with: "ftyp".utf8) { return "an MP4 film or a HEIF picture" }
    if bytes.starts(with: "MZ".utf8), bytes.prefix(256).contains(0) { return "a Windows program" }
    return nil
  }

  /// Whether bytes without a known signature are no text all the same: too many characters that no writer types.
  static func isLikely(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.prefix(8192).withUnsafeBufferPointer { sample in
      var (odd, nulls) = (0, 0)
      var index = 0
      while index < sample.count {
        // Text is free of control characters for dozens of bytes at a time.
        index = sample.endOfNoControls(from: index)
        guard index < sample.count else { break }
        let byte = sample[index]
        if byte == 0 { nulls += 1 } else if !(9...13 ~= byte), byte != 0x1B { odd += 1 }
        index += 1
      }
      // Of random bytes one in ten is a control character. NUL alone may also be padding of a text.
      return odd * 20 > sample.count || nulls * 10 > sample.count * 3
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first control character at or after another.
  fileprivate func endOfNoControls(from start: Int) -> Int {
    firstIndex(from: start, marks: \.isControl) { $0 < 0x20 }
  }
}
