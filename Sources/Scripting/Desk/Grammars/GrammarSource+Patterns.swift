extension GrammarSource {
  /// What scripts see.
  static let patterns = #"""
    local lpeg <const> = {}

    local function start_of(init, base, length)
      if init == nil then return 1 end
      if math.type(init) ~= "integer" then refuse("expected an integer to begin at, got %s", type(init)) end
      if init < 0 then return math.max(1, length + 1 + init) end
      return math.max(1, math.min(init - base, length + 1))
    end

    --- A rule that a tree refers to and no grammar in it defines.
    local function open_rule(tree)
      if tree.tag == "rule" then return tree end
      if tree.tag == "grammar" then return nil end
      for _, part in ipairs(tree) do
        local rule <const> = open_rule(part)
        if rule then return rule end
      end
    end

    local function ready(tree)
      local rule <const> = open_rule(tree)
      if rule then refuse("rule '%s' is used outside a grammar", tostring(rule.name)) end
      return compile(tree)
    end

    function lpeg.match(self, subject, init, ...)
      local tree <const> = tree_of(self)
      local run <const> = tree.run or ready(tree)
      local s, base = subject, 0
      if type(subject) ~= "string" then s, base = text_of_span(self, subject) end
      local c <const> = { n = 0, subject = s, base = base, arguments = pack(...) }
      local j <const> = run(s, start_of(init, base, #s), c)
      if not j then return nil end
      if c.n == 0 then return j + base end
      local list = {}
      local count <const> = nested_values(c, 0, c.n, list, 0)
      if count == 0 then return j + base end
      return unpack(list, 1, count)
    end

    methods.match = lpeg.match

    -- MARK: What makes patterns

    function lpeg.P(value) return is_pattern(value) and value or pattern(tree_of(value)) end

    function lpeg.S(letters)
      if type(letters) ~= "string" then refuse("expected a string, got %s", type(letters)) end
      local bytes = {}
      for n = 1, #letters do bytes[byte(letters, n)] = true end
      return pattern(set_of(bytes))
    end

    function lpeg.R(...)
      local bytes = {}
      for n = 1, select("#", ...) do
        local range <const> = (select(n, ...))
        if type(range) ~= "string" or #range ~= 2 then refuse("a range is a string of two characters, such as 'az'") end
        for code = byte(range, 1), byte(range, 2) do bytes[code] = true end
      end
      return pattern(set_of(bytes))
    end

    function lpeg.utfR(from, to)
      for _, code in ipairs { from, to } do
        if math.type(code) ~= "integer" or code < 0 or code > 0x10FFFF then refuse("code points are integers from 0 to 0x10FFFF") end
      end
      return pattern(node("range", { from = from, to = to }))
    end

    function lpeg.V(name)
      if name == nil then refuse("a rule has a name") end
      return pattern(node("rule", { name = name }))
    end

    function lpeg.B(value)
      local tree <const> = tree_of(value)
      if may_capture(tree) then refuse("what is looked for behind cannot have captures or rules") end
      local length <const> = length_of(tree)
      if not length then refuse("what is looked for behind must always be of one length") end
      return pattern(node("behind", { tree, length = length }))
    end

    function lpeg.type(value) return is_pattern(value) and "pattern" or nil end

    function lpeg.locale(classes)
      classes = classes or {}
      local letters = {
        alnum = "%w", alpha = "%a", cntrl = "%c", digit = "%d", graph = "%g", lower = "%l", print = "[%g ]", punct = "%p",
        space = "%s", upper = "%u", xdigit = "%x",
      }
      for name, class in pairs(letters) do
        local bytes = {}
        for code = 0, 127 do bytes[code] = find(char(code), class) and true or nil end
        classes[name] = pattern(set_of(bytes))
      end
      return classes
    end

    -- MARK: What captures

    local function capture(form, fields)
      fields.form = form
      return pattern(node("capture", fields))
    end

    local function function_of(value)
      if type(value) ~= "function" then refuse("expected a function, got %s", type(value)) end
      return value
    end

    function lpeg.C(value) return capture("text", { tree_of(value) }) end
    function lpeg.Cp() return capture("position", {}) end
    function lpeg.Cc(...)
      if select("#", ...) == 0 then return pattern(EMPTY) end
      return capture("constants", { values = pack(...) })
    end
    function lpeg.Cg(value, name) return capture("group", { tree_of(value), name = name }) end
    function lpeg.Ct(value) return capture("table", { tree_of(value) }) end
    function lpeg.Cs(value) return capture("substitution", { tree_of(value) }) end
    function lpeg.Cf(value, with) return capture("fold", { tree_of(value), with = function_of(with) }) end

    function lpeg.Cb(name)
      if name == nil then refuse("a reference has the name of a group") end
      return capture("reference", { name = name })
    end

    function lpeg.Carg(number)
      if math.type(number) ~= "integer" or number < 1 then refuse("extra arguments are counted from 1") end
      return capture("argument", { number = number })
    end

    function lpeg.Cmt(value, decide)
      return pattern(node("decision", { tree_of(value), decide = function_of(decide) }))
    end

    -- MARK: Operators

    function kind.__add(a, b) return pattern(choice(tree_of(a), tree_of(b))) end
    function kind.__mul(a, b) return pattern(sequence(tree_of(a), tree_of(b))) end
    function kind.__unm(a) return pattern(node("without", { tree_of(a) })) end
    function kind.__len(a) return pattern(node("ahead", { tree_of(a) })) end

    function kind.__sub(a, b)
      local from <const>, what <const> = tree_of(a), tree_of(b)
      if from.tag ~= "set" or what.tag ~= "set" then return pattern(sequence(node("without", { what }), from)) end
      local bytes = {}
      for code in pairs(from.bytes) do bytes[code] = not what.bytes[code] or nil end
      return pattern(set_of(bytes))
    end

    function kind.__pow(a, count)
      local tree <const> = tree_of(a)
      if math.type(count) ~= "integer" then refuse("a pattern is repeated an integer of times, not %s", type(count)) end
      if count < 0 then return pattern(node("upto", { tree, most = -count })) end
      if nullable(tree) then refuse("what is repeated may match nothing, endlessly") end
      return pattern(node("loop", { tree, least = count }))
    end

    local BY_TYPE <const> = { string = "string", number = "number", table = "query", ["function"] = "call" }

    function kind.__div(a, with)
      local tree <const>, form <const> = tree_of(a), BY_TYPE[type(with)]
      if not form or is_pattern(with) then
        refuse("a capture is turned by a string, a number, a table or a function, not %s", is_pattern(with) and "pattern" or type(with))
      end
      if form == "number" and (math.type(with) ~= "integer" or with < 0) then refuse("captures are counted from 0") end
      return capture(form, { tree, with = with })
    end

    return lpeg
    """#
}
