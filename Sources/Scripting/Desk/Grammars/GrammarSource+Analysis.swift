extension GrammarSource {
  /// What can be told of a pattern before it is matched.
  static let analysis = #"""
    -- What a tree may do is asked by its tag, in tables of functions; `rules` is the grammar that it stands in, if any. Answers
    -- are kept: with the tree, or with the grammar, since a rule of the same name is another one elsewhere.

    local function remembered(what, tree, rules, find)
      if rules and not rules.is_complete then return find(tree, rules) end
      local answers <const> = rules and rules.answers[what] or tree
      local key <const> = rules and tree or what
      local answer = answers[key]
      if answer == nil then
        answer = find(tree, rules) or false
        answers[key] = answer
      end
      return answer
    end

    local function always() return true end

    -- MARK: Whether a tree may match without consuming anything

    local nullable

    -- A rule that is not known yet consumes something, as far as anybody can tell.
    local NULLABLE <const> = {
      empty = always, upto = always, without = always, ahead = always, behind = always,
      sequence = function(tree, rules) return nullable(tree[1], rules) and nullable(tree[2], rules) end,
      choice = function(tree, rules) return nullable(tree[1], rules) or nullable(tree[2], rules) end,
      loop = function(tree, rules) return tree.least == 0 or nullable(tree[1], rules) end,
      capture = function(tree, rules) return tree[1] == nil or nullable(tree[1], rules) end,
      decision = function(tree, rules) return nullable(tree[1], rules) end,
      grammar = function(tree) return nullable(tree.rules[tree.first], tree) end,
      rule = function(tree, rules) return rules ~= nil and rules.nullable[tree.name] end,
    }

    function nullable(tree, rules)
      local find <const> = NULLABLE[tree.tag]
      return find ~= nil and remembered("is_nullable", tree, rules, find)
    end

    -- MARK: How many bytes a tree always consumes

    local length_of

    local function no_length() return 0 end

    local LENGTH <const> = {
      empty = no_length, fail = no_length, without = no_length, ahead = no_length, behind = no_length,
      set = function() return 1 end,
      any = function(tree) return tree.count end,
      literal = function(tree) return #tree.text end,
      sequence = function(tree)
        local a <const>, b <const> = length_of(tree[1]), length_of(tree[2])
        return a and b and a + b
      end,
      choice = function(tree)
        local a <const>, b <const> = length_of(tree[1]), length_of(tree[2])
        return a == b and a or nil
      end,
    }

    --- Nil where the number differs, or is not known.
    function length_of(tree)
      local count <const> = LENGTH[tree.tag]
      return count and count(tree)
    end

    -- MARK: Which bytes may come first in what a tree consumes, if it consumes anything

    local heads

    local function no_heads() return {} end

    local function heads_of_part(tree, rules) return heads(tree[1], rules) end

    local function either(a, b) return a and b and union(a, b) end

    local HEADS <const> = {
      empty = no_heads, fail = no_heads, without = no_heads, ahead = no_heads, behind = no_heads,
      loop = heads_of_part, upto = heads_of_part,
      set = function(tree) return tree.bytes end,
      literal = function(tree) return { [byte(tree.text)] = true } end,
      choice = function(tree, rules) return either(heads(tree[1], rules), heads(tree[2], rules)) end,
      sequence = function(tree, rules)
        local first <const> = heads(tree[1], rules)
        if not nullable(tree[1], rules) then return first end
        return either(first, heads(tree[2], rules))
      end,
      capture = function(tree, rules)
        if not tree[1] then return {} end
        return heads(tree[1], rules)
      end,
      decision = function(tree, rules) return not nullable(tree[1], rules) and heads(tree[1], rules) end,
      grammar = function(tree) return heads(tree.rules[tree.first], tree) end,
      rule = function(tree, rules)
        if not rules or rules.visiting[tree.name] then return nil end
        rules.visiting[tree.name] = true
        local bytes <const> = heads(rules.rules[tree.name], rules)
        rules.visiting[tree.name] = nil
        return bytes
      end,
    }

    --- Nothing where any may.
    function heads(tree, rules)
      local find <const> = HEADS[tree.tag]
      return find and remembered("heads", tree, rules, find)
    end

    --- The bytes one of which must come for a tree to match; nothing where it may match before any, or at the end.
    local function required(tree, rules) return not nullable(tree, rules) and heads(tree, rules) end

    -- MARK: Whether it captures

    -- A rule may stand for whatever captures.
    local MAY_CAPTURE <const> = { capture = true, decision = true, rule = true, grammar = true }

    local function may_capture(tree)
      if MAY_CAPTURE[tree.tag] then return true end
      for _, part in ipairs(tree) do
        if may_capture(part) then return true end
      end
      return false
    end
    """#
}
