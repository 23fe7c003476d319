--- What sources are over a run: of each speaker, of each outlet, of each kind of speaker without a name.

local LISTED <const> = 100
local NOBODY <const> = "no publisher"

--- Adds numbers by name, and tables of numbers below them.
local function add(sums, more)
  for name, value in desk.each(more) do
    if type(value) == "table" then
      sums[name] = add(sums[name] or {}, value)
    elseif type(value) == "number" then
      sums[name] = (sums[name] or 0) + value
    end
  end
  return sums
end

--- Adds what is told of a speaker. The place that it leads to is that in the article with the least id.
local function join(known, more)
  if not known then return more end
  local at = more.at.article < known.at.article and more.at or known.at
  known.at, more.at = nil, nil
  local group, gender = known.group or more.group, known.gender or more.gender
  known, known.at, known.group, known.gender = add(known, more), at, group, gender
  return known
end

--- The key with the largest number; of equals the first.
local function foremost(counts)
  local best
  for key, count in pairs(counts) do
    if not best or count > counts[best] then best = key end
  end
  return best
end

local function ranked(speakers)
  local list = {}
  for name, speaker in desk.each(speakers) do
    list[#list + 1] = {
      name = name, words = speaker.words, quotes = speaker.quotes, direct = speaker.direct, articles = speaker.articles,
      role = foremost(speaker.roles), pronoun = speaker.gender or foremost(speaker.pronouns), group = speaker.group, at = speaker.at,
    }
  end
  table.sort(list, function(a, b)
    if a.words ~= b.words then return a.words > b.words end
    return a.name < b.name
  end)
  return table.move(list, 1, math.min(#list, LISTED), 1, {}), #list
end

local function increase(counts, key) counts[key] = (counts[key] or 0) + 1 end

--- Counts a quote for its outlet.
local function count(outlet, entry)
  outlet.quotes, outlet.words = outlet.quotes + 1, outlet.words + entry.words
  increase(outlet, entry.kind)
  increase(outlet, entry.source)
  if entry.anonymous then increase(outlet, "anonymous") end
  if entry.stance then increase(outlet.stances, entry.stance) end
end

return {
  new = function() return { people = {}, outlets = {}, groups = {}, genders = {} } end,

  add = function(total, article, fields)
    local outlet = { articles = 1, quotes = 0, words = 0, stances = {} }
    for index, entry in ipairs(fields.ledger) do
      count(outlet, entry)
      if entry.source == "named" then
        local name = entry.speaker
        total.people[name] = join(total.people[name], {
          words = entry.words, quotes = 1, direct = entry.kind == "direct" and 1 or 0, articles = total.people[name] and 0 or 1,
          roles = entry.role and { [entry.role] = 1 } or {}, pronouns = entry.pronoun and { [entry.pronoun] = 1 } or {},
          group = entry.group, gender = entry.gender, at = { article = article.id, mark = index },
        })
      end
      if entry.group then add(total.groups, { [entry.group] = entry.words }) end
    end
    for gender, words in pairs(fields.genders) do add(total.genders, { [gender] = words }) end
    total.outlets[article.publisher or NOBODY] = outlet
  end,

  merge = function(a, b)
    for name, speaker in desk.each(b.people) do a.people[name] = join(a.people[name], speaker) end
    add(a.outlets, b.outlets)
    add(a.groups, b.groups)
    add(a.genders, b.genders)
    return a
  end,

  finish = function(total)
    local people, all = ranked(total.people)
    local all_outlets = {}
    for _, outlet in pairs(total.outlets) do add(all_outlets, outlet) end
    return { ranked = people, named = all, outlets = total.outlets, whole = all_outlets, groups = total.groups, by_gender = total.genders }
  end,
}
