import Document
import Glibc
import Scripting

/// The files that a benchmark works on, read before the clock starts.
enum Corpus {
  /// The bytes of all regular files of a folder, in the order of their names; nil where there is no folder.
  static func files(in folder: String) -> [[UInt8]]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().compactMap { bytes(of: "\(folder)/\($0)") }
  }

  /// A plugin as the host takes it: `name.lua` alone, or `name/plugin.lua` with its folder.
  static func plugin(at path: String) -> PluginPackage? {
    guard let main = bytes(of: path) else { return nil }
    let folder = String(path.reversed().drop { $0 != "/" }.reversed())
    let isFolder = path.hasSuffix("/plugin.lua")
    let shown = isFolder ? String(folder.dropLast()) : path
    return PluginPackage(path: shown, main: main, isFolder: isFolder) { name in
      guard let bytes = bytes(of: folder + name) else { throw Missing() }
      return bytes
    }
  }

  private struct Missing: Error {}

  private static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }
}

/// Seconds of a clock that never goes back.
func monotonicSeconds() -> Double { seconds(of: CLOCK_MONOTONIC) }

/// Seconds that this process had a processor, which other processes disturb less.
func processorSeconds() -> Double { seconds(of: CLOCK_PROCESS_CPUTIME_ID) }

private func seconds(of clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

extension Value {
  /// The value of a line of JSON; null where it is none.
  init(line: ArraySlice<UInt8>) {
    self = (try? JSONParser.parse(line)) ?? .null
  }
}

extension [PluginDescription] {
  /// The plugins and fields that the first article's findings show.
  init(foundIn lines: [ArraySlice<UInt8>]) {
    let plugins = lines.first.map(Value.init(line:))?["plugins"]?.map?.entries ?? []
    self = plugins.map { plugin in
      PluginDescription(
        name: plugin.name,
        fields: (plugin.value["fields"]?.map?.names ?? []).map {
          FieldDescription(name: $0, type: .number, merge: .none, doc: "")
        })
    }
  }
}
