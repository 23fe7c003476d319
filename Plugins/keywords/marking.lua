--- Which keywords mark the parts of a run: its publishers and its sections.

--- Bytes that keywords may take over all parts; of more, the rarest are forgotten.
local ROOM <const> = 8 << 20
--- Parts and keywords of each that are told, and the least articles of a part and with a keyword in it.
local PARTS <const>, TOLD <const>, ARTICLES <const>, LEAST <const> = 12, 5, 5, 2
--- How many keywords of the whole run each part is taken to have besides its own, the z-score that chance passes once in twenty times, and
--- as many keywords of a part as are looked at.
local PRIOR <const>, SURE <const>, MOST <const> = 100, 1.96, 500
local KINDS <const> = { "publisher", "section" }

local function join(a, b)
  if not a then return b end
  a.articles, a.keywords = a.articles + b.articles, a.keywords + b.keywords
  desk.tally.join(a.counts, b.counts)
  return a
end

--- Forgets rare keywords where there is no room for all; each may have come `lost` times more than is known then.
local function prune(total)
  local tallies = {}
  for _, kind in ipairs(KINDS) do
    for name, part in desk.each(total[kind]) do tallies[kind .. "\t" .. name] = part.counts end
  end
  total.lost = total.lost + desk.tally.prune(tallies, ROOM)
end

--- What marks the largest parts of a kind, each as {name, articles, keyword, here, elsewhere, z, ids}.
local function marks(parts)
  local all, names = { articles = 0, keywords = 0, counts = desk.tally.of({}) }, {}
  for name, part in pairs(parts) do
    all = join(all, part)
    names[#names + 1] = name
  end
  table.sort(names, function(a, b)
    if parts[a].articles ~= parts[b].articles then return parts[a].articles > parts[b].articles end
    return a < b
  end)
  all.counts = desk.tally.pack(all.counts)
  local rows = {}
  for index = 1, math.min(#names, PARTS) do
    local name, part = names[index], parts[names[index]]
    local told = 0
    local list = part.articles < ARTICLES and {} or desk.tally.contrast(part.counts, all.counts, {
      prior = PRIOR, words_a = part.keywords, words_b = all.keywords - part.keywords, within = true, z = SURE, limit = MOST,
    })
    for _, found in ipairs(list) do
      if told == TOLD or found.z < 0 then break end
      if found.a >= LEAST then
        told = told + 1
        rows[#rows + 1] = {
          name = name, articles = part.articles, keyword = found.term, here = found.a, elsewhere = found.b, z = found.z, ids = found.ids_a,
        }
      end
    end
  end
  return rows
end

return {
  new = function() return { publisher = {}, section = {}, lost = 0 } end,

  add = function(total, article, fields)
    for _, kind in ipairs(KINDS) do
      local name = article[kind]
      if name then
        total[kind][name] = {
          articles = 1, keywords = #fields.keywords, counts = desk.tally.of(fields.keywords, { id = article.id }),
        }
      end
    end
  end,

  merge = function(a, b)
    for _, kind in ipairs(KINDS) do
      for name, part in desk.each(b[kind]) do a[kind][name] = join(a[kind][name], part) end
    end
    a.lost = a.lost + b.lost
    prune(a)
    return a
  end,

  finish = function(total)
    return { marks = { publisher = marks(total.publisher), section = marks(total.section) }, lost = total.lost }
  end,
}
