extension GrammarSource {
  /// What patterns are made of.
  static let trees = #"""
    local byte <const>, char <const>, find <const>, sub <const> = string.byte, string.char, string.find, string.sub
    local unpack <const>, pack <const>, HUGE <const> = table.unpack, table.pack, math.huge
    local text_of_span <const> = ...

    -- A pattern is a tree under a key of ours.
    local TREE <const> = {}
    local methods <const> = {}
    local kind <const> = { __index = methods, __name = "pattern", __metatable = "locked" }

    local function is_pattern(value) return type(value) == "table" and rawget(value, TREE) ~= nil end

    local function pattern(tree) return setmetatable({ [TREE] = tree }, kind) end

    -- Its place is that of the plugin's line: the host leaves out what its own libraries do.
    local function refuse(...) return error(string.format(...), 0) end

    local function node(tag, fields)
      fields.tag = tag
      return fields
    end

    local EMPTY <const>, FAIL <const> = node("empty", {}), node("fail", {})

    local function set_of(bytes) return node("set", { bytes = bytes }) end

    --- The bytes of either set.
    local function union(a, b)
      local bytes = {}
      for code = 0, 255 do bytes[code] = a[code] or b[code] end
      return bytes
    end

    local function any(count)
      if count == 0 then return EMPTY end
      return node("any", { count = count })
    end

    local function literal(text)
      if text == "" then return EMPTY end
      if #text == 1 then return set_of { [byte(text)] = true } end
      return node("literal", { text = text })
    end

    local function sequence(a, b)
      if a.tag == "empty" or b.tag == "fail" then return b end
      if b.tag == "empty" or a.tag == "fail" then return a end
      if a.tag == "literal" and b.tag == "literal" then return literal(a.text .. b.text) end
      return node("sequence", { a, b })
    end

    local function choice(a, b)
      if a.tag == "fail" then return b end
      if b.tag == "fail" or a.tag == "empty" then return a end
      if a.tag == "set" and b.tag == "set" then return set_of(union(a.bytes, b.bytes)) end
      return node("choice", { a, b })
    end

    local grammar

    --- The tree of a value: of a pattern, a literal, so many bytes, always or never, a grammar, or a function that decides.
    local function tree_of(value)
      local form <const> = type(value)
      if is_pattern(value) then return value[TREE] end
      if form == "string" then return literal(value) end
      if form == "boolean" then return value and EMPTY or FAIL end
      if form == "function" then return node("decision", { EMPTY, decide = value }) end
      if form == "table" then return grammar(value) end
      local count <const> = math.tointeger(value)
      if not count then return refuse("expected a pattern, got %s", form == "number" and "a fraction" or form) end
      return count >= 0 and any(count) or node("without", { any(-count) })
    end
    """#
}
