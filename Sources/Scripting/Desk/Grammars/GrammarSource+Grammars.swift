extension GrammarSource {
  /// Rules that refer to one another.
  static let grammars = #"""
    -- Grammars: rules by their names, the first of which is matched.

    --- Refuses rules that are not there, and repetitions that would never end.
    local function check_rules(tree, rules, name)
      if tree.tag == "rule" and not rules.rules[tree.name] then
        refuse("rule '%s' is not defined in the grammar", tostring(tree.name))
      elseif tree.tag == "loop" and nullable(tree[1], rules) then
        refuse("a repetition in rule '%s' may match nothing, endlessly", tostring(name))
      end
      for _, part in ipairs(tree) do check_rules(part, rules, name) end
    end

    --- Refuses rules that would begin with themselves: `open` are those that are being tried where a tree begins.
    local function check_left(tree, rules, open)
      local name <const> = tree.name
      if tree.tag == "rule" then
        if open[name] then refuse("rule '%s' is left recursive: it may begin with itself", tostring(name)) end
        if rules.sound[name] then return end
        open[name] = true
        check_left(rules.rules[name], rules, open)
        open[name], rules.sound[name] = nil, true
      elseif tree.tag == "sequence" then
        check_left(tree[1], rules, open)
        if nullable(tree[1], rules) then check_left(tree[2], rules, open) end
      else
        for _, part in ipairs(tree) do check_left(part, rules, open) end
      end
    end

    --- Finds out which rules may consume nothing; those that refer to one another are asked until no answer changes.
    local function find_nullable(tree)
      local changes
      repeat
        changes = false
        for _, name in ipairs(tree.names) do
          if not tree.nullable[name] and nullable(tree.rules[name], tree) then
            tree.nullable[name], changes = true, true
          end
        end
      until not changes
      tree.is_complete = true
    end

    function grammar(source)
      local first = source[1]
      if first == nil then refuse("a grammar's first element is its first rule, or that rule's name") end
      local is_named <const> = type(first) == "string" or type(first) == "number"
      if is_named and source[first] == nil then refuse("the first rule '%s' is not defined in the grammar", tostring(first)) end
      local tree <const> = node("grammar", {
        first = is_named and first or 1, rules = {}, names = {}, nullable = {}, visiting = {}, sound = {},
        answers = { is_nullable = {}, heads = {}, run = {} },
      })
      for name, value in pairs(source) do
        if name ~= 1 or not is_named then
          tree.names[#tree.names + 1] = name
          tree.rules[name] = tree_of(value)
        end
      end
      find_nullable(tree)
      for _, name in ipairs(tree.names) do check_rules(tree.rules[name], tree, name) end
      for _, name in ipairs(tree.names) do check_left({ tag = "rule", name = name }, tree, {}) end
      return tree
    end
    """#
}
