import Document
import Glibc

/// A whole file; the program ends if it cannot be read.
func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else {
    perror(path)
    exit(2)
  }
  defer { fclose(file) }
  var result: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 20)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    result += buffer[..<count]
  }
  return result
}

/// The lines of a file of JSON objects.
func rows(of path: String) throws -> [Value] {
  try bytes(of: path).split(separator: UInt8(ascii: "\n")).map { try JSONParser.parse($0) }
}

func save(_ bytes: [UInt8], to path: String) {
  guard let file = fopen(path, "wb") else {
    perror(path)
    exit(2)
  }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}
