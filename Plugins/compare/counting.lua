--- What a run's parts are made of: words and phrases, numbers and labels of other plugins, each with a few of its articles.

--- Bytes that the words and phrases of all parts may take; of more, the rarest are forgotten.
local ROOM <const> = 12 << 20
--- Parts that are kept apart; of more, the smallest become one.
local PARTS <const> = 400
local OTHERS <const> = "(all others)"
--- Words of a phrase, and the letters of a word at least.
local WORDS <const>, LETTERS <const> = 2, 3
--- As many articles with a label are kept to lead to.
local IDS <const> = 3

local M = {}

local function new_part() return { articles = 0, words = 0, terms = desk.tally.of({}), numbers = {}, labels = {} } end

function M.new() return { parts = {}, without = 0, lost = 0 } end

--- The part of one article alone: its words, and the pairs of them that stand together in a sentence, and what else it has.
function M.add(total, article, fields)
  local name = fields.part
  if not name then
    total.without = 1
    return
  end
  local part, id = new_part(), article.id
  part.articles = 1
  part.terms, part.words = desk.tally.words(article.sentences, { words = WORDS, letters = LETTERS, id = id })
  for field, number in desk.each(fields.numbers) do
    part.numbers[field] = { count = 1, mean = number, squares = 0, low = number, high = number, lowest = id, highest = id }
  end
  for field, labels in desk.each(fields.labels) do
    part.labels[field] = { articles = 1, counts = {}, ids = {} }
    for _, label in ipairs(labels) do
      part.labels[field].counts[label], part.labels[field].ids[label] = 1, { id }
    end
  end
  total.parts[name] = part
end

--- Which of two articles has the lower number; of equal ones that with the lesser id, so that their order does not matter.
local function lower(number, id, other, other_id)
  if number ~= other then return number < other end
  return id < other_id
end

--- Chan, Golub and LeVeque's rule for the mean and the sum of squared distances from it; and the articles at both ends.
local function join_numbers(a, b)
  if not a then return b end
  if lower(b.low, b.lowest, a.low, a.lowest) then a.low, a.lowest = b.low, b.lowest end
  if lower(-b.high, b.highest, -a.high, a.highest) then a.high, a.highest = b.high, b.highest end
  local count, distance = a.count + b.count, b.mean - a.mean
  a.squares = a.squares + b.squares + distance * distance * a.count * b.count / count
  a.mean = a.mean + distance * b.count / count
  a.count = count
  return a
end

--- The least ids of two lists.
local function least(a, b)
  if not a then return b end
  table.move(b, 1, #b, #a + 1, a)
  table.sort(a)
  for place = #a, IDS + 1, -1 do a[place] = nil end
  return a
end

local function join_labels(a, b)
  if not a then return b end
  a.articles = a.articles + b.articles
  for label, ids in desk.each(b.ids) do a.ids[label] = least(a.ids[label], ids) end
  for label, count in desk.each(b.counts) do a.counts[label] = (a.counts[label] or 0) + count end
  return a
end

local function join_parts(a, b)
  if not a then return b end
  a.articles, a.words = a.articles + b.articles, a.words + b.words
  desk.tally.join(a.terms, b.terms)
  for name, numbers in desk.each(b.numbers) do a.numbers[name] = join_numbers(a.numbers[name], numbers) end
  for name, labels in desk.each(b.labels) do a.labels[name] = join_labels(a.labels[name], labels) end
  return a
end

--- Forgets rare words and phrases where there is no room for all. What is kept may have come `lost` times more than is known.
local function prune(total)
  local tallies = {}
  for name, part in desk.each(total.parts) do tallies[name] = part.terms end
  total.lost = total.lost + desk.tally.prune(tallies, ROOM)
end

--- Makes one of the smallest parts where there are too many to keep apart.
local function fold(total)
  local names = {}
  for name in desk.each(total.parts) do names[#names + 1] = name end
  if #names <= PARTS then return end
  local parts = total.parts
  table.sort(names, function(a, b)
    if (a == OTHERS) ~= (b == OTHERS) then return b == OTHERS end
    if parts[a].articles ~= parts[b].articles then return parts[a].articles > parts[b].articles end
    return a < b
  end)
  for index = #names, PARTS // 2, -1 do
    local name = names[index]
    if name ~= OTHERS then
      parts[OTHERS] = join_parts(parts[OTHERS], parts[name])
      parts[name] = nil
    end
  end
end

function M.merge(a, b)
  a.without, a.lost = a.without + b.without, a.lost + b.lost
  for name, part in pairs(b.parts) do a.parts[name] = join_parts(a.parts[name], part) end
  fold(a)
  prune(a)
  return a
end

return {
  OTHERS = OTHERS, join = join_parts, part = new_part,
  aggregate = { new = M.new, add = M.add, merge = M.merge },
}
