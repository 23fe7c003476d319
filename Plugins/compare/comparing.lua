--- The two sides of a comparison, and how they differ.

local statistics = require "statistics"
local choosing = require "choosing"
local counting = require "counting"

local SHOWN <const>, LABELS <const>, NAMED <const> = 20, 15, 10
local SURE <const> = 1.96 -- the z-score that chance passes once in twenty times
local MOST <const> = 2000 -- words and phrases of a side that are looked at

--- The parts of a run by size, those that are left over last.
local function by_size(parts)
  local names = {}
  for name in desk.each(parts) do names[#names + 1] = name end
  table.sort(names, function(a, b)
    if (a == counting.OTHERS) ~= (b == counting.OTHERS) then return b == counting.OTHERS end
    if parts[a].articles ~= parts[b].articles then return parts[a].articles > parts[b].articles end
    return a < b
  end)
  return names
end

--- Some parts as one.
local function joined(parts, names, label)
  local all = counting.part()
  for _, name in ipairs(names) do all = counting.join(all, parts[name]) end
  all.name = label
  return all
end

--- Words and phrases by z-score, those that mark the first part and those that mark the second; and how many were looked at.
local function ranked(a, b, options)
  return desk.tally.contrast(a.terms, b.terms, {
    prior = options.prior, words_a = a.words, words_b = b.words, texts = options.least,
    most = math.floor(options.common * (a.articles + b.articles)), z = SURE, limit = MOST,
  })
end

--- Whether a word is said by a phrase that marks a part as strongly, or the other way round.
local function is_said(term, chosen)
  for _, other in ipairs(chosen) do
    local padded, inner = " " .. other.term .. " ", " " .. term .. " "
    if padded:find(inner, 1, true) or inner:find(padded, 1, true) then return true end
  end
  return false
end

--- The strongest of one side.
local function strongest(list, sign)
  local chosen = {}
  for index = 1, #list do
    local entry = sign > 0 and list[index] or list[#list + 1 - index]
    if #chosen >= SHOWN or entry.z * sign < SURE then break end
    if not is_said(entry.term, chosen) then chosen[#chosen + 1] = entry end
  end
  return chosen
end

--- How the means of other plugins' numbers differ, by field.
local function numbers(a, b)
  local list = {}
  for field, of_a in pairs(a.numbers) do
    local of_b = b.numbers[field]
    local found = of_b and statistics.means(of_a, of_b)
    if found then
      found.field, found.a, found.b = field, of_a.mean, of_b.mean
      found.count_a, found.count_b = of_a.count, of_b.count
      -- Those that the difference is made of: the highest of the side whose mean is higher, the lowest of the other one.
      local is_higher = of_a.mean > of_b.mean
      found.article_a = is_higher and of_a.highest or of_a.lowest
      found.article_b = is_higher and of_b.lowest or of_b.highest
      list[#list + 1] = found
    end
  end
  return list
end

--- How the shares of labels differ, by field, the most frequent first.
local function labels(a, b)
  local list = {}
  for field, of_a in pairs(a.labels) do
    local of_b = b.labels[field]
    if of_b then
      local counts = desk.counter()
      for _, side in ipairs { of_a, of_b } do
        for label, count in desk.each(side.counts) do counts:add(label, count) end
      end
      for _, entry in ipairs(counts:top(LABELS)) do
        local x, y = of_a.counts[entry.key] or 0, of_b.counts[entry.key] or 0
        local found = statistics.shares(x, of_a.articles, y, of_b.articles)
        if found then
          found.field, found.label, found.a, found.b = field, entry.key, x, y
          found.count_a, found.count_b = of_a.articles, of_b.articles
          found.ids_a, found.ids_b = of_a.ids[entry.key] or {}, of_b.ids[entry.key] or {}
          list[#list + 1] = found
        end
      end
    end
  end
  return list
end

--- The names of the parts of each side: those that the options name, or the largest part against all others.
local function sides(parts, names, options)
  if options.date ~= "" then
    local before, from = choosing.times(options.date)
    return { before }, { from }
  end
  local first, second = choosing.list(options.a), choosing.list(options.b)
  if #first == 0 then first = { names[1] } end
  if #second > 0 then return first, second end
  local taken = desk.set(first)
  for _, name in ipairs(names) do
    if not taken:has(name) then second[#second + 1] = name end
  end
  return first, second, #second > 1 and "all others" or nil
end

local function known(parts, names)
  local list = {}
  for _, name in ipairs(names) do
    if parts[name] then list[#list + 1] = name end
  end
  return list
end

local function head(side) return { name = side.name, articles = side.articles, words = side.words } end

--- What the report shows of all that was counted.
return function(total, ctx)
  local parts, options = total.parts, ctx.options
  local names = by_size(parts)
  local result = { lost = total.lost, names = table.move(names, 1, math.min(#names, NAMED), 1, {}) }
  if #names == 0 then return result end
  local first, second, label = sides(parts, names, options)
  local a = joined(parts, known(parts, first), table.concat(first, ", "))
  local b = joined(parts, known(parts, second), label or table.concat(second, ", "))
  result.a, result.b = head(a), head(b)
  if a.articles == 0 or b.articles == 0 then return result end
  local list, terms = ranked(a, b, options)
  result.marks_a, result.marks_b = strongest(list, 1), strongest(list, -1)
  result.terms, result.means, result.shares = terms, numbers(a, b), labels(a, b)
  return result
end
