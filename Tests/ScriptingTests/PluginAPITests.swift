import Lua
import Testing

@testable import Scripting

@Suite struct PluginAPITests {
  @Test func `the listing of API 1 is what was promised`() {
    Golden("Tests/Golden/plugin-api-1.txt").expect(PluginAPI.listing)
  }

  @Test func `the reference is up to date`() {
    Golden("Sources/Scripting/Scripting.docc/PluginAPI.md").expect(PluginAPI.reference)
  }

  @Test func `the stubs are Lua that does nothing`() throws {
    let stubs = PluginAPI.stubs
    _ = try Interpreter().load(Array(stubs.utf8), name: "copydesk.lua")
    #expect(stubs.hasPrefix("---@meta\n"))
    #expect(stubs.contains("---@field hits fun(self: copydesk.Lexicon, text: "))
    #expect(stubs.contains("---@class (exact) copydesk.Sentence: copydesk.Span\n"))
  }

  @Test func `every class that a type names is declared`() {
    let stubs = PluginAPI.stubs
    let declared = Set(
      stubs.split(separator: "\n").filter { $0.hasPrefix("---@class") }.compactMap {
        $0.split(separator: " ").dropFirst(2).first.map { $0.filter { $0 != ":" } }
      })
    let named = Set(stubs.matches(of: /copydesk\.[A-Z][A-Za-z]*/).map { String($0.output) })
    #expect(named.subtracting(declared) == [])
  }

  @Test func `every name has a type and a sentence`() {
    for owner in PluginAPI.owners {
      #expect(owner.doc.hasSuffix("."), "\(owner.name)")
      for member in owner.members {
        #expect(member.doc.hasSuffix("."), "\(owner.name).\(member.name)")
        #expect(!member.type.isEmpty)
      }
      let names = owner.members.map(\.name)
      #expect(Set(names).count == names.count, "\(owner.name)")
    }
  }
}
