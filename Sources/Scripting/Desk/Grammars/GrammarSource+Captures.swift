extension GrammarSource {
  /// What comes of what was captured.
  static let captures = #"""
    -- A list of captures has four elements for each: its tree, where it begins, where its match ends, and behind which
    -- element those within it end. Those that have no text are as long as they are empty.

    local value_of

    --- The values of the captures behind an element, up to another: appended to a list. Returns its new length.
    local function nested_values(c, from, to, list, count)
      local at = from
      while at < to do
        count = value_of(c, at, list, count)
        at = c[at + 4]
      end
      return count
    end

    local function text_at(c, at) return sub(c.subject, c[at + 2], c[at + 3] - 1) end

    --- The values within a capture; its text where there are none.
    local function inner_values(c, at, list, count)
      local new <const> = nested_values(c, at + 4, c[at + 4], list, count)
      if new > count then return new end
      list[count + 1] = text_at(c, at)
      return count + 1
    end

    --- The last group of a name before a capture that stands in none that was complete by then.
    local function find_group(c, name, before)
      local found
      local at, stop = 0, before
      while at < stop do
        local behind <const> = c[at + 4]
        if behind > before then
          -- It holds the reference: what comes before is within it.
          at = at + 4
        else
          local tree <const> = c[at + 1]
          if tree.form == "group" and tree.name == name then found = at end
          at = behind
        end
      end
      return found
    end

    local function append(list, count, ...)
      local more <const> = select("#", ...)
      for n = 1, more do list[count + n] = (select(n, ...)) end
      return count + more
    end

    --- The text that stands for a capture in a longer one: of its first value.
    local function replacement(c, at, what)
      local list = {}
      local count <const> = value_of(c, at, list, 0)
      if count == 0 then return nil end
      local form <const> = type(list[1])
      if form == "string" or form == "number" then return list[1] end
      return refuse("a %s takes a string or a number, got %s", what, form)
    end

    --- What `%0` to `%9` stand for: the whole match and each capture in it, those in captured texts too. As functions, since
    --- only what is asked for must have a text.
    local function add_texts(c, at, texts)
      texts[#texts + 1] = function() return text_at(c, at) end
      local inner = at + 4
      while inner < c[at + 4] do
        local place <const> = inner
        if c[place + 1].form == "text" then
          add_texts(c, place, texts)
        else
          texts[#texts + 1] = function()
            return replacement(c, place, "string capture") or refuse("a string capture refers to a capture without values")
          end
        end
        inner = c[inner + 4]
      end
    end

    local VALUES <const> = {
      text = function(c, at, list, count)
        list[count + 1] = text_at(c, at)
        return nested_values(c, at + 4, c[at + 4], list, count + 1)
      end,
      group = function(c, at, list, count, tree)
        if tree.name ~= nil then return count end
        return inner_values(c, at, list, count)
      end,
      constants = function(_, _, list, count, tree) return append(list, count, unpack(tree.values, 1, tree.values.n)) end,
      position = function(c, at, list, count)
        list[count + 1] = c[at + 2] + c.base
        return count + 1
      end,
      argument = function(c, _, list, count, tree)
        if tree.number > c.arguments.n then refuse("there is no extra argument #%d of the match", tree.number) end
        list[count + 1] = c.arguments[tree.number]
        return count + 1
      end,
      reference = function(c, at, list, count, tree)
        local group <const> = find_group(c, tree.name, at)
        if not group then refuse("there is no group '%s' before the reference to it", tostring(tree.name)) end
        return inner_values(c, group, list, count)
      end,
      table = function(c, at, list, count)
        local result, length, inner = {}, 0, at + 4
        while inner < c[at + 4] do
          local tree <const> = c[inner + 1]
          if tree.form == "group" and tree.name ~= nil then
            local values = {}
            if inner_values(c, inner, values, 0) > 0 then result[tree.name] = values[1] end
          else
            length = value_of(c, inner, result, length)
          end
          inner = c[inner + 4]
        end
        list[count + 1] = result
        return count + 1
      end,
      fold = function(c, at, list, count, tree)
        local stop <const>, inner = c[at + 4], at + 4
        local first = {}
        if inner >= stop or value_of(c, inner, first, 0) == 0 then refuse("a fold has no first value") end
        local result = first[1]
        inner = c[inner + 4]
        while inner < stop do
          local values = {}
          result = tree.with(result, unpack(values, 1, value_of(c, inner, values, 0)))
          inner = c[inner + 4]
        end
        list[count + 1] = result
        return count + 1
      end,
      substitution = function(c, at, list, count)
        local pieces, from, inner = {}, c[at + 2], at + 4
        while inner < c[at + 4] do
          local value <const> = replacement(c, inner, "substitution")
          if value ~= nil then
            pieces[#pieces + 1] = sub(c.subject, from, c[inner + 2] - 1)
            pieces[#pieces + 1] = value
            from = c[inner + 3]
          end
          inner = c[inner + 4]
        end
        pieces[#pieces + 1] = sub(c.subject, from, c[at + 3] - 1)
        list[count + 1] = table.concat(pieces)
        return count + 1
      end,
      string = function(c, at, list, count, tree)
        local texts = {}
        add_texts(c, at, texts)
        list[count + 1] = string.gsub(tree.with, "%%(.?)", function(what)
          if what == "%" then return what end
          local number <const> = math.tointeger(tonumber(what))
          if not number then refuse("'%%' in a string capture stands before a digit or '%%'") end
          if not texts[number + 1] then refuse("a string capture has no capture %%%d", number) end
          return texts[number + 1]()
        end)
        return count + 1
      end,
      number = function(c, at, list, count, tree)
        if tree.with == 0 then return count end
        local values = {}
        if inner_values(c, at, values, 0) < tree.with then refuse("there is no capture %d", tree.with) end
        list[count + 1] = values[tree.with]
        return count + 1
      end,
      query = function(c, at, list, count, tree)
        local values = {}
        inner_values(c, at, values, 0)
        local value <const> = tree.with[values[1]]
        if value == nil then return count end
        list[count + 1] = value
        return count + 1
      end,
      call = function(c, at, list, count, tree)
        local values = {}
        return append(list, count, tree.with(unpack(values, 1, inner_values(c, at, values, 0))))
      end,
    }

    function value_of(c, at, list, count)
      local tree <const> = c[at + 1]
      return VALUES[tree.form](c, at, list, count, tree)
    end
    """#
}
