--- The words and phrases that say what a story is about, found in the story alone.
---
--- Candidates are runs of up to three words without a common word or punctuation between. A word weighs by the root of how
--- often it comes, more if it comes in many sentences, early, in the headline, or with a capital within sentences; a
--- phrase weighs the sum of its words by the root of their number, less if it comes but twice. Of candidates that share most of their words the
--- heaviest stays. Method: after YAKE (Campos and others, 2020), whose marks of a keyword these are, with simpler sums.
--- `keywords` has the story's; over a run they are counted by story, and those that mark a publisher or a section are told by log-odds
--- with an informative Dirichlet prior (Monroe, Colaresi and Quinn, 2008). Their places are marked in the layer `keyword`.
--- Limits: within a story it compares with nothing, so what every story of a run has stands in each. Common words are known for
--- English; elsewhere those of up to two letters are left out. What a dateline says is of no keyword. Words and phrases are counted by the host (`desk.terms`).

local sqrt <const>, log <const>, min <const> = math.sqrt, math.log, math.min

--- Words of a phrase, and letters of a word at least.
local LONGEST <const>, LETTERS <const> = 3, 3

--- What the host fills for each story: what is known of each term, by rows, and where it stands.
---@type table<string, table<any, any>>
local terms <const> = {
  term = {}, words = {}, head = {}, tail = {}, times = {}, texts = {}, text = {}, capitals = {}, titled = {},
}
local places <const> = { term = {}, first = {}, last = {} }
--- What each row weighs: a word by itself, a phrase by the sum of its words.
local sums <const>, weights <const> = {}, {}

local function weigh(count, sentences)
  local words, head, tail, times, texts, text = terms.words, terms.head, terms.tail, terms.times, terms.texts, terms.text
  local capitals, titled = terms.capitals, terms.titled
  for row = 1, count do
    local length, often = words[row], times[row]
    if length == 1 then
      local weight = sqrt(often) * (1 + texts[row] / sentences) / log(2.5 + text[row])
      if titled[row] then weight = weight * 1.5 end
      if capitals[row] * 2 > often then weight = weight * 1.2 end
      sums[row], weights[row] = weight, weight
    else
      local sum = sums[head[row]] + sums[tail[row]]
      sums[row], weights[row] = sum, sum / sqrt(length) * min(1, 0.6 + 0.2 * often)
    end
  end
end

--- The rows of a phrase's words.
local function words_of(row)
  local words = {}
  while terms.words[row] > 1 do
    words[#words + 1] = terms.tail[row]
    row = terms.head[row]
  end
  words[#words + 1] = row
  return words
end

--- Whether most of a phrase's words, or of a chosen one's, are the other's.
local function is_said(words, chosen)
  for _, other in ipairs(chosen) do
    local shared = 0
    for _, word in ipairs(words) do
      for _, same in ipairs(other) do
        if word == same then shared = shared + 1 end
      end
    end
    if shared * 2 >= min(#words, #other) and shared > 0 then return true end
  end
  return false
end

--- The rows of the heaviest that do not say the same. A word is said by any phrase that has it.
local function choose(rows, most)
  local lengths, chosen, of_chosen, is_taken = terms.words, {}, {}, {}
  for _, row in ipairs(rows) do
    if #chosen == most then break end
    local words
    if lengths[row] > 1 then
      words = words_of(row)
      if is_said(words, of_chosen) then words = nil end
    elseif not is_taken[row] then
      words = { row }
    end
    if words then
      chosen[#chosen + 1], of_chosen[#of_chosen + 1] = row, words
      for _, word in ipairs(words) do is_taken[word] = true end
    end
  end
  return chosen
end

--- Marks where the chosen stand.
local function mark(ctx, chosen, found)
  local name_of, of_places, numbers, names, count = {}, places.term, {}, {}, 0
  for _, row in ipairs(chosen) do name_of[row] = terms.term[row] end
  for place = 1, found do
    local name = name_of[of_places[place]]
    if name then
      count = count + 1
      numbers[count], names[count] = place, name
    end
  end
  ctx:annotate_each("keyword", places, numbers, count, { keyword = names })
end

---@type copydesk.Plugin
return {
  api = 1,
  name = "keywords",
  version = "1.3.0",
  summary = "The words and phrases that say what a story is about",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  requires = { "sentences" },
  layers = { keyword = "a place of one of the story's keywords" },
  fields = {
    keywords = { type = "list", merge = "top", doc = "keywords in small letters, the heaviest first" },
    weights = { type = "map", merge = "none", doc = "what each weighs" },
  },
  options = { most = { type = "integer", default = 10, min = 1, max = 100, doc = "how many keywords" } },
  resources = { common = "common.tsv" },

  setup = function(ctx) return { common = ctx:lexicon("common") } end,

  analyze = function(article, ctx, state)
    local sentences, dateline = article.sentences, article.dateline
    local count, found = desk.terms(sentences, {
      words = LONGEST, letters = LETTERS, hyphens = true, without = state.common, except = dateline and dateline.span,
      title = article.title, least = 2,
    }, terms, places)
    weigh(count, #sentences)
    local chosen = choose(desk.largest(weights, { names = terms.term, count = count }), ctx.options.most)
    mark(ctx, chosen, found)
    local names, weight_of = {}, {}
    for index, row in ipairs(chosen) do
      names[index] = terms.term[row]
      weight_of[names[index]] = desk.round(weights[row], 3)
    end
    return { keywords = names, weights = weight_of }
  end,

  aggregate = require "marking",
  report = require "pages",
}
