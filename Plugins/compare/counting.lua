--- What a run's parts are made of: words and phrases, numbers and labels of other plugins, each with its articles.

--- Entries of words and phrases that are kept over all parts; more than that, and the rarest are forgotten.
local KEPT <const> = 250000
--- Parts that are kept apart; of more, the smallest become one.
local PARTS <const> = 400
local OTHERS <const> = "(all others)"

--- How often a word came, and in how many articles: one integer, so that many fit.
local ARTICLE <const> = 1 << 32
local function times(entry) return entry & 0xFFFFFFFF end
local function articles(entry) return entry >> 32 end

local M = {}

local function new_part() return { articles = 0, words = 0, entries = 0, terms = {}, numbers = {}, labels = {} } end

function M.new() return { parts = {}, without = 0, lost = 0 } end

--- Counts a text's words, and the pairs of them that stand together in a sentence. Words have three letters or more, of which one is none of
--- a number.
local function survey(article)
  local terms, words = {}, 0
  for _, sentence in ipairs(article.sentences) do
    local before
    for _, word in ipairs(desk.words(desk.lower(sentence))) do
      words = words + 1
      if #word < 3 or #word > 40 or word:find("^%d") then
        before = nil
      else
        terms[word] = (terms[word] or 0) + 1
        if before then
          local pair = before .. " " .. word
          terms[pair] = (terms[pair] or 0) + 1
        end
        before = word
      end
    end
  end
  return terms, words
end

--- The part of one article alone.
function M.add(total, article, fields)
  local name = fields.part
  if not name then
    total.without = 1
    return
  end
  local part = new_part()
  local terms, words = survey(article)
  part.articles, part.words = 1, words
  for term, count in desk.each(terms) do
    part.terms[term] = ARTICLE + count
    part.entries = part.entries + 1
  end
  for field, number in desk.each(fields.numbers) do
    part.numbers[field] = { count = 1, mean = number, squares = 0 }
  end
  for field, labels in desk.each(fields.labels) do
    part.labels[field] = { articles = 1, counts = {} }
    for _, label in ipairs(labels) do part.labels[field].counts[label] = 1 end
  end
  total.parts[name] = part
end

--- Chan, Golub and LeVeque's rule for the mean and the sum of squared distances from it.
local function join_numbers(a, b)
  if not a then return b end
  local count, distance = a.count + b.count, b.mean - a.mean
  a.squares = a.squares + b.squares + distance * distance * a.count * b.count / count
  a.mean = a.mean + distance * b.count / count
  a.count = count
  return a
end

local function join_labels(a, b)
  if not a then return b end
  a.articles = a.articles + b.articles
  for label, count in desk.each(b.counts) do a.counts[label] = (a.counts[label] or 0) + count end
  return a
end

local function join_parts(a, b)
  if not a then return b end
  a.articles, a.words = a.articles + b.articles, a.words + b.words
  for term, entry in desk.each(b.terms) do
    local known = a.terms[term]
    if not known then a.entries = a.entries + 1 end
    a.terms[term] = (known or 0) + entry
  end
  for name, numbers in desk.each(b.numbers) do a.numbers[name] = join_numbers(a.numbers[name], numbers) end
  for name, labels in desk.each(b.labels) do a.labels[name] = join_labels(a.labels[name], labels) end
  return a
end

--- Forgets words and phrases that came no more than so often, once more, until half of the room is free (Manku and Motwani, "Approximate
--- Frequency Counts over Data Streams", 2002). What is kept may have come `lost` times more than is known.
local function prune(total)
  local entries = 0
  for _, part in desk.each(total.parts) do entries = entries + part.entries end
  if entries <= KEPT then return end
  local least = 0
  repeat
    least, entries = least + 1, 0
    for _, part in desk.each(total.parts) do
      for term, entry in desk.each(part.terms) do
        if times(entry) <= least then
          part.terms[term] = nil
          part.entries = part.entries - 1
        end
      end
      entries = entries + part.entries
    end
  until entries <= KEPT // 2
  total.lost = total.lost + least
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
  OTHERS = OTHERS, join = join_parts, part = new_part, times = times, articles = articles,
  aggregate = { new = M.new, add = M.add, merge = M.merge },
}
