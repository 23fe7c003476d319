--- What a figure counts, by the words around it.
local things = {}

local REACH <const>, DETOUR <const> = 60, 25 -- bytes to a word that says what is counted; how much further one behind a comma counts
local LETTER <const> = { count = "c", percent = "p", money = "m" }

function things.load(ctx)
  local lexicon = ctx:lexicon("things")
  local persons, of = {}, lexicon:column("of")
  local names, people = lexicon:column("thing"), lexicon:column("people")
  local compared = lexicon:column("compare")
  for entry = 1, #lexicon do
    if names[entry] == "person" then persons[lexicon[entry]] = true end
  end
  return {
    lexicon = lexicon, names = names, of = of, people = people, compared = compared, persons = persons,
    hits = { entry = {}, first = {}, last = {} },
    -- "5% of voters", "$3m in aid", "a £10bn transport plan"
    behind = desk.regex("^\\s+(?:(?:of|in|for)\\s+(?:(?:the|its|his|her|their|all|a|an|new|annual|total)\\s+)*)?(\\p{Ll}[\\p{L}-]+(?:\\s(?!in\\b|of\\b|for\\b|on\\b|by\\b|"
      .. "to\\b|and\\b|from\\b|at\\b|with\\b|was\\b|were\\b|is\\b|are\\b|have\\b|has\\b|had\\b|will\\b|who\\b|that\\b|over\\b|said\\b)\\p{Ll}[\\p{L}-]+)?)"),
    idle = desk.regex("^(?:in|on|at|by|to|from|and|or|but|as|with|who|that|which|of|for|more|less|higher|lower|after|before|a|an|the|"
      .. "over|under|was|were|is|are|has|had|have|will|would|last|this|next|per|each|when|while|said|compared|since|during|between|if)\\b"),
  }
end

--- Finds the words of the list in an article; `of` reads them.
function things.scan(state, article)
  state.found = state.lexicon:scan(article, state.hits)
  state.next = 1
end

--- Whether a word behind a sum or a percentage belongs to it: "5% inflation", "a 5% rise in sales".
local function follows(between)
  return between:find("^%s*$") ~= nil or between:find("^%s+of%s[%l%s]*$") ~= nil or between:find("^%s+in%s[%l%s]*$") ~= nil
    or between:find("^%s+%l+%s+in%s[%l%s]*$") ~= nil
end

--- How far a hit is from a figure; nil where it does not belong to it.
local function distance(state, text, amount, hit, letter)
  local entry <const> = state.hits.entry[hit]
  if not state.of[entry]:find(letter, 1, true) then return nil end
  local first <const>, last <const> = state.hits.first[hit], state.hits.last[hit]
  if first >= amount.first and last <= amount.last then return 0 end
  local isBehind <const> = first > amount.last
  local between <const> = isBehind and text:sub(amount.last + 1, first - 1) or text:sub(last + 1, amount.first - 1)
  if between:find("[%.;:!?]%s") or between:find("\n", 1, true) then return nil end
  if letter ~= "c" and isBehind and not follows(between) then return nil end
  local far = #between
  if between:find(",", 1, true) or between:find(" and ", 1, true) then far = far + DETOUR end
  return far <= REACH and far or nil
end

--- What a figure counts, and whether other articles' figures of it can be compared: that is so for some things of the list.
--- Figures are to be asked about in their order.
function things.of(state, text, amount)
  local letter <const> = LETTER[amount.kind]
  local unit <const> = amount.unit
  if letter then
    local firsts <const> = state.hits.first
    while state.next <= state.found and firsts[state.next] < amount.first - REACH - 40 do state.next = state.next + 1 end
    local best, near
    for hit = state.next, state.found do
      if firsts[hit] > amount.last + REACH then break end
      local far = distance(state, text, amount, hit, letter)
      local entry = state.hits.entry[hit]
      local isAsked = state.people[entry] ~= 1 or unit == "" or state.persons[unit] or far == 0
      if far and isAsked and (not near or far < near) then best, near = entry, far end
    end
    if best then return state.names[best], state.compared[best] == 1 end
  end
  if amount.kind == "count" or amount.kind == "measure" then return unit ~= "" and unit or nil, false end
  -- A slice may end within a letter, which goes.
  local after = text:sub(amount.last + 1, amount.last + REACH):gsub("[\xC2-\xF4][\x80-\xBF]*$", "")
  local match = state.behind:match(after)
  if match and not state.idle:test(match) then return match, false end
end

return things
