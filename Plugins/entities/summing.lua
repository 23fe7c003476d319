--- What entities are over a run: in how many articles, how often, first where, and who is named with whom.

--- As many names of each kind, places and pairs the report has; only among those names it shows who is named together.
local LISTED <const>, LOCATED <const>, PAIRS <const> = 200, 400, 200

--- Whether what leads to one place comes before what leads to another: by article, then by where it ends.
local function comes_before(a, b)
  if a.article ~= b.article then return a.article < b.article end
  return (a.last or 0) < (b.last or 0)
end

--- Adds what is told of a name or pair to what was known. Of the articles that it leads to the one with the least id stays,
--- so that the order of articles does not matter.
local function join(known, more)
  if not known then return more end
  known.articles = known.articles + more.articles
  known.mentions = known.mentions + more.mentions
  if comes_before(more, known) then known.article, known.first, known.last = more.article, more.first, more.last end
  return known
end

--- The entries of a table by name, those in most articles first, as many as asked for.
local function foremost(entries, limit)
  local list = {}
  for key, entry in desk.each(entries) do
    entry.key = key
    list[#list + 1] = entry
  end
  table.sort(list, function(a, b)
    if a.articles ~= b.articles then return a.articles > b.articles end
    if a.mentions ~= b.mentions then return a.mentions > b.mentions end
    return a.key < b.key
  end)
  return table.move(list, 1, math.min(#list, limit), 1, {}), #list
end

--- The pairs among the people and organisations in most articles, those together most often first.
local function ties(all, people, organisations)
  local among = {}
  for _, list in ipairs { people, organisations } do
    for _, entry in ipairs(list) do among[entry.key] = true end
  end
  local list = {}
  for key, pair in desk.each(all) do
    local a, b = key:match("^(.*)\t(.*)$")
    if among[a] and among[b] then
      pair.a, pair.b = a, b
      list[#list + 1] = pair
    end
  end
  table.sort(list, function(x, y)
    if x.mentions ~= y.mentions then return x.mentions > y.mentions end
    if x.a ~= y.a then return x.a < y.a end
    return x.b < y.b
  end)
  return table.move(list, 1, math.min(#list, PAIRS), 1, {})
end

local KINDS <const> = { "people", "organisations", "places" }

return {
  new = function() return { people = {}, organisations = {}, places = {}, located = {}, ties = {} } end,

  add = function(total, article, fields)
    local id <const> = article.id
    for _, kind in ipairs(KINDS) do
      for name, mentions in desk.each(fields[kind]) do
        total[kind][name] = { articles = 1, mentions = mentions, article = id }
      end
    end
    for _, place in ipairs(fields.located) do
      local key = place.name .. "\t" .. place.country .. "\t" .. (place.region or "")
      total.located[key] = join(total.located[key], {
        name = place.name, articles = 1, mentions = place.mentions, article = id, country = place.country,
        kind = place.kind, latitude = place.latitude, longitude = place.longitude, sure = place.confidence,
      })
    end
    for _, pair in ipairs(fields.pairs) do
      total.ties[pair.a .. "\t" .. pair.b] = {
        mentions = pair.count, articles = 1, article = id, first = pair.first, last = pair.last,
      }
    end
  end,

  merge = function(a, b)
    for _, kind in ipairs(KINDS) do
      for name, entry in desk.each(b[kind]) do a[kind][name] = join(a[kind][name], entry) end
    end
    for key, place in desk.each(b.located) do
      local known = a.located[key]
      if known then known.sure = math.min(known.sure, place.sure) end
      a.located[key] = join(known, place)
    end
    for key, pair in desk.each(b.ties) do a.ties[key] = join(a.ties[key], pair) end
    return a
  end,

  finish = function(total)
    local people, all_people = foremost(total.people, LISTED)
    local organisations, all_organisations = foremost(total.organisations, LISTED)
    local located, all_located = foremost(total.located, LOCATED)
    return {
      foremost_people = people, foremost_organisations = organisations, map = located,
      ties = ties(total.ties, people, organisations),
      totals = { people = all_people, organisations = all_organisations, located = all_located },
    }
  end,
}
