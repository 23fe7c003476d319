--- Which keywords mark the parts of a run: its publishers and its sections.

local log <const>, sqrt <const> = math.log, math.sqrt

--- Entries of keywords that are kept over all parts; of more, the rarest are forgotten.
local KEPT <const> = 200000
--- Parts and keywords of each that are told, and the least articles of a part and with a keyword in it.
local PARTS <const>, TOLD <const>, ARTICLES <const>, LEAST <const> = 12, 5, 5, 2
--- How many keywords of the whole run each part is taken to have besides its own, and the z-score that chance passes once in twenty times.
local PRIOR <const>, SURE <const> = 100, 1.96
local KINDS <const> = { "publisher", "section" }

local function new_part() return { articles = 0, keywords = 0, entries = 0, counts = {} } end

local function join(a, b)
  if not a then return b end
  a.articles, a.keywords = a.articles + b.articles, a.keywords + b.keywords
  for keyword, count in desk.each(b.counts) do
    if not a.counts[keyword] then a.entries = a.entries + 1 end
    a.counts[keyword] = (a.counts[keyword] or 0) + count
  end
  return a
end

--- Forgets keywords that came no more than so often, once more, until half of the room is free (Manku and Motwani, "Approximate
--- Frequency Counts over Data Streams", 2002).
local function prune(total)
  local entries, least = 0, 0
  for _, kind in ipairs(KINDS) do
    for _, part in desk.each(total[kind]) do entries = entries + part.entries end
  end
  if entries <= KEPT then return end
  repeat
    least, entries = least + 1, 0
    for _, kind in ipairs(KINDS) do
      for _, part in desk.each(total[kind]) do
        for keyword, count in desk.each(part.counts) do
          if count <= least then
            part.counts[keyword] = nil
            part.entries = part.entries - 1
          end
        end
        entries = entries + part.entries
      end
    end
  until entries <= KEPT // 2
  total.lost = total.lost + least
end

--- Log-odds of a keyword in a part against the others with an informative Dirichlet prior, as a z-score (Monroe, Colaresi and
--- Quinn, "Fightin' Words", Political Analysis 16, 2008).
local function z_score(here, elsewhere, all_here, all_elsewhere)
  local prior = PRIOR * (here + elsewhere) / (all_here + all_elsewhere)
  local a, b = here + prior, elsewhere + prior
  local odds = log(a / (all_here + PRIOR - a)) - log(b / (all_elsewhere + PRIOR - b))
  return odds / sqrt(1 / a + 1 / b)
end

--- What marks the largest parts of a kind, each as {name, articles, keyword, here, elsewhere, z}.
local function marks(parts)
  local all, names = new_part(), {}
  for name, part in pairs(parts) do
    all = join(all, part)
    names[#names + 1] = name
  end
  table.sort(names, function(a, b)
    if parts[a].articles ~= parts[b].articles then return parts[a].articles > parts[b].articles end
    return a < b
  end)
  local rows = {}
  for index = 1, math.min(#names, PARTS) do
    local name, part = names[index], parts[names[index]]
    local list = {}
    for keyword, here in desk.each(part.articles >= ARTICLES and part.counts or {}) do
      local elsewhere = all.counts[keyword] - here
      local z = z_score(here, elsewhere, part.keywords, all.keywords - part.keywords)
      if here >= LEAST and z >= SURE then
        list[#list + 1] = { name = name, articles = part.articles, keyword = keyword, here = here, elsewhere = elsewhere, z = z }
      end
    end
    table.sort(list, function(a, b)
      if a.z ~= b.z then return a.z > b.z end
      return a.keyword < b.keyword
    end)
    table.move(list, 1, math.min(#list, TOLD), #rows + 1, rows)
  end
  return rows
end

return {
  new = function() return { publisher = {}, section = {}, lost = 0 } end,

  add = function(total, article, fields)
    for _, kind in ipairs(KINDS) do
      local name = article[kind]
      if name then
        local part = new_part()
        part.articles, part.keywords, part.entries = 1, #fields.keywords, #fields.keywords
        for _, keyword in ipairs(fields.keywords) do part.counts[keyword] = 1 end
        total[kind][name] = part
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
