internal import Lua

// Counters and sets: tables with methods, written in Lua, so that they count against the plugin's memory and are
// collected like any other.

extension Session {
  var collectionMembers: [APIMember] {
    [
      APIMember(
        "counter", type: "fun(list?: any[]): copydesk.Counter",
        doc: "A new counter, which counts a list's elements if it is given one.", access: nil),
      APIMember(
        "set", type: "fun(list?: any[]): copydesk.Set",
        doc: "A new set, of a list's elements if it is given one.", access: nil),
    ]
  }

  var tableOwners: [APIOwner] { [counterOwner, setOwner] }

  private var counterOwner: APIOwner {
    APIOwner(
      table: "counter", doc: "Counts how often keys occur: strings, numbers or truth values.",
      members: [
        APIMember(
          "add", type: "fun(key: any, count?: number): copydesk.Counter",
          doc: "Counts a key once more, or by a number.", access: nil),
        APIMember("get", type: "fun(key: any): number", doc: "A key's count, or 0.", access: nil),
        APIMember("total", type: "fun(): number", doc: "The sum of all counts.", access: nil),
        APIMember("size", type: "fun(): integer", doc: "How many keys there are.", access: nil),
        APIMember(
          "top", type: "fun(limit?: integer): { key: any, count: number }[]",
          doc: "The keys with their counts, the most frequent first, equals in the order of keys.",
          access: nil),
        APIMember(
          "merge", type: "fun(other: copydesk.Counter): copydesk.Counter",
          doc: "Adds another counter's counts.", access: nil),
        APIMember(
          "map", type: "fun(): table<any, number>",
          doc: "The counts by key as a plain table, such as a field of type `map` takes.",
          access: nil),
      ])
  }

  private var setOwner: APIOwner {
    APIOwner(
      table: "set", doc: "A set of strings, numbers or truth values.",
      members: [
        APIMember(
          "add", type: "fun(key: any): boolean", doc: "Adds a key; whether it is new.", access: nil),
        APIMember(
          "remove", type: "fun(key: any): boolean", doc: "Removes a key; whether it was there.",
          access: nil),
        APIMember(
          "has", type: "fun(key: any): boolean", doc: "Whether a key is in it.", access: nil),
        APIMember("size", type: "fun(): integer", doc: "How many keys there are.", access: nil),
        APIMember("list", type: "fun(): any[]", doc: "The keys in their order.", access: nil),
        APIMember(
          "union", type: "fun(other: copydesk.Set): copydesk.Set",
          doc: "A new set of the keys in either.", access: nil),
        APIMember(
          "intersection", type: "fun(other: copydesk.Set): copydesk.Set",
          doc: "A new set of the keys in both.", access: nil),
        APIMember(
          "difference", type: "fun(other: copydesk.Set): copydesk.Set",
          doc: "A new set of the keys that are not in the other.", access: nil),
      ])
  }

  /// Defines what is written in Lua.
  func definePrelude() {
    interpreter.define("each", in: "desk") { $0.pushEach() }
    do throws(ScriptError) {
      let chunk = try interpreter.load(Array(Prelude.source.utf8), name: "desk")
      let names = [
        ("counter", "desk"), ("set", "desk"), ("join", "desk.tally"), ("prune", "desk.tally"),
      ]
      let functions = try interpreter.call(chunk, results: names.count) { results in
        names.indices.map { results[$0 + 1].reference(in: interpreter) }
      }
      for ((name, library), function) in zip(names, functions) {
        interpreter.define(name, in: library) { $0.push(function) }
      }
    } catch {
      preconditionFailure("desk: \(error.located)")
    }
  }
}

/// The part of the API that is written in Lua.
enum Prelude {
  static let source = """
    local function key_of(key)
      local kind = type(key)
      if kind == "string" or kind == "boolean" or (kind == "number" and key == key) then return key end
      error("a key is a string, a number or a boolean, not " .. kind, 3)
    end

    local function elements(list)
      if list == nil then return {} end
      if type(list) ~= "table" then error("expected a list, got " .. type(list), 3) end
      return list
    end

    local each = desk.each

    local Counter = {}
    local counter_kind = { __index = Counter, __name = "counter", __metatable = "locked" }

    local function new_counter() return setmetatable({ counts = {} }, counter_kind) end

    local function counts_of(counter)
      if type(counter) == "table" and type(counter.counts) == "table" then return counter.counts end
      error("expected a counter, got " .. type(counter) .. "; call methods with a colon", 3)
    end

    function Counter:add(key, count)
      local own = counts_of(self)
      if count == nil then count = 1 end
      if type(count) ~= "number" then error("expected a number, got " .. type(count), 2) end
      key = key_of(key)
      own[key] = (own[key] or 0) + count
      return self
    end

    function Counter:get(key) return counts_of(self)[key] or 0 end

    function Counter:total()
      local total = 0
      for _, count in pairs(counts_of(self)) do total = total + count end
      return total
    end

    function Counter:size()
      local size = 0
      for _ in each(counts_of(self)) do size = size + 1 end
      return size
    end

    function Counter:top(limit)
      local list = {}
      for key, count in pairs(counts_of(self)) do
        list[#list + 1] = { key = key, count = count, place = #list }
      end
      table.sort(list, function(a, b)
        if a.count ~= b.count then return a.count > b.count end
        return a.place < b.place
      end)
      for i = #list, (limit or #list) + 1, -1 do list[i] = nil end
      for _, item in ipairs(list) do item.place = nil end
      return list
    end

    function Counter:merge(other)
      local own = counts_of(self)
      for key, count in each(counts_of(other)) do own[key] = (own[key] or 0) + count end
      return self
    end

    function Counter:map()
      local map = {}
      for key, count in each(counts_of(self)) do map[key] = count end
      return map
    end

    local Set = {}
    local set_kind = { __index = Set, __name = "set", __metatable = "locked" }

    local function new_set() return setmetatable({ keys = {} }, set_kind) end

    local function keys_of(set)
      if type(set) == "table" and type(set.keys) == "table" then return set.keys end
      error("expected a set, got " .. type(set) .. "; call methods with a colon", 3)
    end

    function Set:add(key)
      local own = keys_of(self)
      key = key_of(key)
      local is_new = not own[key]
      own[key] = true
      return is_new
    end

    function Set:remove(key)
      local own = keys_of(self)
      local had = own[key] or false
      if had then own[key] = nil end
      return had
    end

    function Set:has(key) return keys_of(self)[key] or false end

    function Set:size()
      local size = 0
      for _ in each(keys_of(self)) do size = size + 1 end
      return size
    end

    function Set:list()
      local list = {}
      for key in pairs(keys_of(self)) do list[#list + 1] = key end
      return list
    end

    local function choose(from, is_wanted, into)
      local own = keys_of(into)
      for key in each(from) do if is_wanted(key) then own[key] = true end end
      return into
    end

    local function always() return true end

    function Set:union(other)
      local both = choose(keys_of(self), always, new_set())
      return choose(keys_of(other), always, both)
    end

    function Set:intersection(other)
      local others = keys_of(other)
      return choose(keys_of(self), function(key) return others[key] end, new_set())
    end

    function Set:difference(other)
      local others = keys_of(other)
      return choose(keys_of(self), function(key) return not others[key] end, new_set())
    end

    local pack = desk.tally.pack

    local function texts_of(tally)
      if type(tally) == "table" and type(tally.texts) == "table" then return tally.texts end
      error("expected a tally, got " .. type(tally), 3)
    end

    local function size_of(tally)
      local first = texts_of(tally)[1]
      return first and #first + (tally.fresh or 0) or 0
    end

    -- Texts are packed when those that came later are large beside the first: each is read a few times only.
    local function join(a, b)
      local texts, more = texts_of(a), texts_of(b)
      local fresh = a.fresh or 0
      for index = 1, #more do
        if #texts > 0 then fresh = fresh + #more[index] end
        texts[#texts + 1] = more[index]
      end
      if fresh > 32768 and fresh * 2 > #texts[1] then
        a.texts, fresh = pack(a).texts, 0
      end
      a.fresh = fresh
      return a
    end

    local function prune(tallies, room)
      local size, lost = 0, 0
      for _, tally in each(tallies) do size = size + size_of(tally) end
      if size <= room then return 0 end
      -- Nothing is lost where packing alone is enough.
      repeat
        size, lost = 0, lost + 1
        for _, tally in each(tallies) do
          tally.texts, tally.fresh = pack(tally, lost).texts, 0
          size = size + size_of(tally)
        end
      until size <= room // 2 or size == 0
      return lost - 1
    end

    return function(list)
      local counter = new_counter()
      for _, key in ipairs(elements(list)) do counter:add(key) end
      return counter
    end, function(list)
      local set = new_set()
      for _, key in ipairs(elements(list)) do set:add(key) end
      return set
    end, join, prune
    """
}
