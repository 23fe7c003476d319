extension GrammarSource {
  /// Patterns made into functions: each takes the subject, a position and the captures so far, and gives the
  /// position behind its match, or nil.
  static let matching = #"""
    local compile

    --- A class of Lua's patterns for bytes; where most are in it, of those that are not.
    local function class_of(bytes)
      local count = 0
      for code = 0, 255 do count = count + (bytes[code] and 1 or 0) end
      local inverts <const> = count > 128
      local parts = { inverts and "[^" or "[" }
      for code = 0, 255 do
        if (bytes[code] ~= nil) ~= inverts then
          local letter <const> = char(code)
          parts[#parts + 1] = find(letter, "^%p") and "%" .. letter or letter
        end
      end
      parts[#parts + 1] = "]"
      if count == 256 then return "." end
      if count == 0 then return "[^%z\1-\255]" end
      return table.concat(parts)
    end

    --- Goes on, byte by byte, to where a pattern matches that begins with one of some bytes.
    --- Where `is_stop`, what stands before the match is what is matched, to the end of the text if there is none.
    local function search(matches, bytes, is_stop)
      local class <const> = class_of(bytes)
      return function(s, i, c)
        local mark <const> = c.n
        while true do
          i = find(s, class, i)
          if not i then return is_stop and #s + 1 or nil end
          local j <const> = matches(s, i, c)
          if j then
            if is_stop then
              c.n = mark
              return i
            end
            return j
          end
          c.n = mark
          i = i + 1
        end
      end
    end

    --- The parts of parts of one tag.
    local function parts_of(tree, tag, list)
      if tree.tag ~= tag then
        list[#list + 1] = tree
        return list
      end
      parts_of(tree[1], tag, list)
      return parts_of(tree[2], tag, list)
    end

    local function compiled_parts(tree, rules)
      local list <const> = parts_of(tree, tree.tag, {})
      for n, part in ipairs(list) do list[n] = compile(part, rules) end
      return list
    end

    --- Tries, of several, those that can begin with the byte that comes.
    local function choose(alternatives, rules)
      local by_byte, at_end = {}, {}
      for code = 0, 255 do by_byte[code] = {} end
      for _, alternative in ipairs(alternatives) do
        local matches <const>, bytes <const> = compile(alternative, rules), required(alternative, rules)
        if not bytes then at_end[#at_end + 1] = matches end
        for code = 0, 255 do
          if not bytes or bytes[code] then table.insert(by_byte[code], matches) end
        end
      end
      return function(s, i, c)
        local list <const>, mark <const> = by_byte[byte(s, i)] or at_end, c.n
        local count <const> = #list
        for n = 1, count - 1 do
          local j <const> = list[n](s, i, c)
          if j then return j end
          c.n = mark
        end
        if count > 0 then return list[count](s, i, c) end
      end
    end

    local function is_one(tree) return tree.tag == "any" and tree.count == 1 end

    --- What `1 - p` tells not to match, of a tree that is that.
    local function until_of(tree)
      if tree.tag == "sequence" and tree[1].tag == "without" and is_one(tree[2]) then return tree[1][1] end
    end

    --- Goes over as many of a pattern as there are, where each is one byte and has no captures; nothing for other patterns.
    local function skipping(part, rules)
      if part.tag == "set" then
        local class <const> = "^" .. class_of(part.bytes) .. "*"
        return function(s, i)
          local _, last = find(s, class, i)
          return last + 1
        end
      end
      if is_one(part) then return function(s) return #s + 1 end end
      local wanted <const> = until_of(part)
      local bytes <const> = wanted and required(wanted, rules)
      return bytes and search(compile(wanted, rules), bytes, true)
    end

    --- Looks ahead and stays, if what is asked for is there or is not.
    local function looking(is_wanted)
      return function(tree, rules)
        local a <const> = compile(tree[1], rules)
        return function(s, i, c)
          local mark <const> = c.n
          local j <const> = a(s, i, c)
          c.n = mark
          if (not j) ~= is_wanted then return i end
        end
      end
    end

    local COMPILE <const> = {
      empty = function() return function(_, i) return i end end,
      fail = function() return function() end end,
      set = function(tree)
        local bytes <const> = tree.bytes
        return function(s, i) return bytes[byte(s, i)] and i + 1 end
      end,
      any = function(tree)
        local count <const> = tree.count
        return function(s, i)
          if i + count <= #s + 1 then return i + count end
        end
      end,
      literal = function(tree)
        local text <const>, more <const>, first <const> = tree.text, #tree.text - 1, byte(tree.text)
        return function(s, i)
          if byte(s, i) == first and sub(s, i, i + more) == text then return i + more + 1 end
        end
      end,
      range = function(tree)
        local from <const>, to <const> = tree.from, tree.to
        return function(s, i)
          local last <const> = i <= #s and utf8.offset(s, 2, i)
          -- What is no character of UTF-8 has none of the code points.
          if not last or not utf8.len(s, i, last - 1) then return end
          local code <const> = utf8.codepoint(s, i)
          if code >= from and code <= to then return last end
        end
      end,
      sequence = function(tree, rules)
        local parts <const> = compiled_parts(tree, rules)
        local a <const>, b <const>, count <const> = parts[1], parts[2], #parts
        if count == 2 then
          return function(s, i, c)
            local j <const> = a(s, i, c)
            if j then return b(s, j, c) end
          end
        end
        local last <const> = parts[count]
        return function(s, i, c)
          for n = 1, count - 1 do
            i = parts[n](s, i, c)
            if not i then return end
          end
          return last(s, i, c)
        end
      end,
      choice = function(tree, rules)
        local alternatives <const> = parts_of(tree, tree.tag, {})
        local bytes <const> = required(alternatives[1], rules)
        if #alternatives > 2 or not bytes then return choose(alternatives, rules) end
        local a <const>, b <const> = compile(alternatives[1], rules), compile(alternatives[2], rules)
        return function(s, i, c)
          if bytes[byte(s, i)] then
            local mark <const> = c.n
            local j <const> = a(s, i, c)
            if j then return j end
            c.n = mark
          end
          return b(s, i, c)
        end
      end,
      loop = function(tree, rules)
        local least <const>, skip <const> = tree.least, skipping(tree[1], rules)
        if skip and least == 0 then return skip end
        if skip then
          return function(s, i, c)
            local j <const> = skip(s, i, c)
            if j - i >= least then return j end
          end
        end
        local one <const> = compile(tree[1], rules)
        return function(s, i, c)
          for _ = 1, least do
            i = one(s, i, c)
            if not i then return end
          end
          while true do
            local mark <const> = c.n
            local j <const> = one(s, i, c)
            if not j or j == i then
              c.n = mark
              return i
            end
            i = j
          end
        end
      end,
      upto = function(tree, rules)
        local one <const>, most <const> = compile(tree[1], rules), tree.most
        return function(s, i, c)
          for _ = 1, most do
            local mark <const> = c.n
            local j <const> = one(s, i, c)
            if not j then
              c.n = mark
              break
            end
            i = j
          end
          return i
        end
      end,
      without = looking(false), ahead = looking(true),
      behind = function(tree, rules)
        local a <const>, length <const> = compile(tree[1], rules), tree.length
        return function(s, i, c)
          if i > length and a(s, i - length, c) then return i end
        end
      end,
      rule = function(tree, rules)
        local name <const>, compiled <const> = tree.name, rules.compiled
        return function(s, i, c) return compiled[name](s, i, c) end
      end,
      grammar = function(tree)
        tree.compiled = {}
        for _, name in ipairs(tree.names) do
          local rule <const> = tree.rules[name]
          -- A rule that matches something or else looks one byte further.
          local further <const> = rule.tag == "choice" and rule[2]
          local searches <const> = further and further.tag == "sequence" and is_one(further[1])
            and further[2].tag == "rule" and further[2].name == name
          local bytes <const> = searches and required(rule[1], tree)
          tree.compiled[name] = bytes and search(compile(rule[1], tree), bytes) or compile(rule, tree)
        end
        return tree.compiled[tree.first]
      end,
      capture = function(tree, rules)
        if not tree[1] then
          return function(_, i, c)
            local at <const> = c.n
            c[at + 1], c[at + 2], c[at + 3], c[at + 4], c.n = tree, i, i, at + 4, at + 4
            return i
          end
        end
        local a <const> = compile(tree[1], rules)
        return function(s, i, c)
          local at <const> = c.n
          c[at + 1], c[at + 2], c[at + 3], c[at + 4], c.n = tree, i, i, HUGE, at + 4
          local j <const> = a(s, i, c)
          if j then c[at + 3], c[at + 4] = j, c.n end
          return j
        end
      end,
      decision = function(tree, rules)
        local a <const>, decide <const> = compile(tree[1], rules), tree.decide
        local function settle(s, j, c, at, answer, ...)
          c.n = at
          if not answer then return end
          if answer ~= true then
            if math.type(answer) ~= "integer" or answer - c.base < j or answer - c.base > #s + 1 then
              refuse("a match-time capture gives true, false or a position from the current one on")
            end
            j = answer - c.base
          end
          if select("#", ...) > 0 then
            c[at + 1], c[at + 3], c[at + 4], c.n = { form = "constants", values = pack(...) }, j, at + 4, at + 4
          end
          return j
        end
        return function(s, i, c)
          local at <const> = c.n
          c[at + 1], c[at + 2], c[at + 3], c[at + 4], c.n = tree, i, i, HUGE, at + 4
          local j <const> = a(s, i, c)
          if not j then return end
          c[at + 3], c[at + 4] = j, c.n
          local values = {}
          local count <const> = inner_values(c, at, values, 0)
          return settle(s, j, c, at, decide(s, j + c.base, unpack(values, 1, count)))
        end
      end,
    }

    function compile(tree, rules) return remembered("run", tree, rules, COMPILE[tree.tag]) end
    """#
}
