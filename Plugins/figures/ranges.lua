--- What is counted over a run: how many figures of each thing in one unit there are, and between which they lie.
local ranges = {}

local LISTED <const> = 30

--- The figure of two that comes first by an order; of equals that in the article with the least id, and there the first.
local function choose(a, b, before)
  if a.value ~= b.value then return before(a.value, b.value) and a or b end
  if a.article ~= b.article then return a.article < b.article and a or b end
  return a.first <= b.first and a or b
end

local function less(a, b) return a < b end
local function more(a, b) return a > b end

local function join(known, other)
  if not known then return other end
  known.figures, known.articles, known.said = known.figures + other.figures, known.articles + other.articles, known.said + other.said
  known.low, known.high = choose(known.low, other.low, less), choose(known.high, other.high, more)
  return known
end

--- Those of one article, whose marks stand in the order of its figures.
function ranges.of(article, figures)
  local all, id = {}, article.id
  for _, figure in ipairs(figures) do
    if figure.thing then
      local at = { value = figure.value, article = id, first = figure.first, last = figure.last, text = figure.text }
      local key = figure.thing .. "\t" .. (figure.kind == "count" and "" or figure.unit)
      local known = all[key]
      all[key] = join(known, { figures = 1, articles = known and 0 or 1, said = figure.who and 1 or 0, low = at, high = at })
    end
  end
  return all
end

function ranges.merge(a, b)
  for key, other in desk.each(b) do a[key] = join(a[key], other) end
  return a
end

--- Those in most articles, as {thing, unit, figures, articles, said, low, high}.
function ranges.foremost(all)
  local list = {}
  for key, range in desk.each(all) do
    range.thing, range.unit = key:match("^(.*)\t(.*)$")
    range.key = key
    list[#list + 1] = range
  end
  table.sort(list, function(a, b)
    if a.articles ~= b.articles then return a.articles > b.articles end
    return a.key < b.key
  end)
  return table.move(list, 1, math.min(#list, LISTED), 1, {})
end

return ranges
