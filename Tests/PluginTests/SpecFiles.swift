import Document
import Glibc
import Lua

@testable import Scripting

/// The plugins of the project and their specs.
enum SpecFiles {
  /// The project's folder.
  static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  /// Where plugins are.
  private static let places = ["Plugins", "Examples/plugins"]

  /// All plugins by their names.
  static let plugins: [String: PluginPackage] = {
    var plugins: [String: PluginPackage] = [:]
    for place in places {
      for name in names(in: place) {
        if name.hasSuffix(".lua"), let main = read("\(place)/\(name)") {
          plugins[String(name.dropLast(4))] = package("\(place)/\(name)", main, isFolder: false)
        } else if let main = read("\(place)/\(name)/plugin.lua") {
          plugins[name] = package("\(place)/\(name)", main, isFolder: true)
        }
      }
    }
    return plugins
  }()

  /// All specs; a file that cannot be read is a spec that says so.
  static let specs: [Result<Spec, SpecFault>] = {
    var specs: [Result<Spec, SpecFault>] = []
    for (name, plugin) in plugins.sorted(by: { $0.key < $1.key }) where plugin.isFolder {
      for file in names(in: "\(plugin.path)/tests") where file.hasSuffix(".lua") {
        do throws(SpecFault) {
          specs += try read(specs: "\(plugin.path)/tests/\(file)", of: name).map { .success($0) }
        } catch {
          specs.append(.failure(error))
        }
      }
    }
    return specs
  }()

  private static func read(specs file: String, of plugin: String) throws(SpecFault) -> [Spec] {
    guard let source = read(file) else { throw SpecFault("\(file): unreadable") }
    return try parse(source, file, of: plugin)
  }

  /// Runs a file of specs and reads the list that it returns.
  private static func parse(
    _ source: [UInt8], _ file: String, of plugin: String
  ) throws(SpecFault) -> [Spec] {
    let interpreter = Interpreter()
    let value: Result<Value, ConversionFault>
    do throws(ScriptError) {
      let chunk = try interpreter.load(source, name: file)
      value = try interpreter.call(chunk) { results in
        Result { () throws(ConversionFault) in try results[1].convert(named: "specs") }
      }
    } catch {
      throw SpecFault(error.located)
    }
    guard case .success(.list(let list)) = value else {
      throw SpecFault("\(file): a file of specs returns a list of them")
    }
    var specs: [Spec] = []
    for spec in list { specs.append(try Spec(spec, plugin: plugin, file: file)) }
    return specs
  }

  /// The plugin of the tutorial and its specs, from the page's code blocks.
  static func tutorial() throws(SpecFault) -> (plugin: PluginPackage, specs: [Spec]) {
    let page = String(
      decoding: read("Sources/Scripting/Scripting.docc/WritingAPlugin.md") ?? [], as: UTF8.self)
    var files: [String: [UInt8]] = [:]
    var name: Substring?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- hedges/") {
        name = line.dropFirst("-- hedges/".count)
      } else if line == "```" {
        name = nil
      } else if let name {
        files[String(name), default: []] += Array((line + "\n").utf8)
      }
    }
    let found = files
    let plugin = PluginPackage(
      path: "hedges", main: found["plugin.lua"] ?? [], isFolder: true
    ) { name in
      guard let bytes = found[name] else { throw SpecFault("\(name): unreadable") }
      return bytes
    }
    return (plugin, try parse(found["tests/hedges.lua"] ?? [], "hedges.lua", of: "hedges"))
  }

  private static func package(
    _ path: String, _ main: [UInt8], isFolder: Bool
  ) -> PluginPackage {
    PluginPackage(path: path, main: main, isFolder: isFolder) { name in
      guard let bytes = read("\(path)/\(name)") else { throw SpecFault("\(name): unreadable") }
      return bytes
    }
  }

  /// What a folder of the project's holds.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir("\(root)/\(folder)") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// A file of the project's.
  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen("\(root)/\(path)", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return ferror(file) == 0 ? bytes : nil
  }
}
