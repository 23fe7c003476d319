--- The words and phrases that say what a story is about, found in the story alone.
---
--- Candidates are runs of up to three words without a common word or punctuation between. A word weighs by the root of how
--- often it comes, more if it comes in many sentences, early, in the headline, or with a capital within sentences; a
--- phrase weighs the sum of its words by the root of their number, less if it comes but twice. Of candidates that share most of their words the
--- heaviest stays. Method: after YAKE (Campos and others, 2020), whose marks of a keyword these are, with simpler sums.
--- `keywords` has the story's; over a run they are counted by story, and those that mark a publisher or a section are told by log-odds
--- with an informative Dirichlet prior (Monroe, Colaresi and Quinn, 2008). Their places are marked in the layer `keyword`.
--- Limits: within a story it compares with nothing, so what every story of a run has stands in each. Common words are known for
--- English; elsewhere those of up to two letters are left out. It reads 2 to 3 MB/s, for it looks at every word.

local sqrt <const>, log <const>, min <const> = math.sqrt, math.log, math.min
local LONGEST <const> = 3 -- words of a phrase

local WORD <const> = "()([%w\x80-\xff][%w\x80-\xff%-]*)()"
local LONG <const> = 60 -- bytes; what is longer is no word

local function lower(word) return word:find("[\x80-\xff]") and desk.lower(word) or word:lower() end

--- The text with its punctuation beyond ASCII as full stops, byte by byte, so that places stay.
local function plain(text)
  if not text:find("[\xc2\xe2]") then return text end
  local marks = text:gsub("\xe2[\x80\x81][\x80-\xbf]", "...")
  return (marks:gsub("\xc2[\x80-\xbf]", ".."))
end

--- Runs of words with one blank and no common word between, each a list of {word, first, last, capital}.
local function runs(span, common, add)
  local text, base, run, behind = plain(span.text), span.first - 1, {}, 0
  local function finish()
    if #run > 0 then add(run) end
    run = {}
  end
  for first, spelled, past in text:gmatch(WORD) do
    local word = lower(spelled)
    if first ~= behind + 1 or text:byte(behind) ~= 32 then finish() end
    if #word < 3 or #word > LONG or common[word] or word:find("^%d+$") then
      finish()
    else
      local is_capital = first > 1 and spelled:find("^%u") ~= nil
      run[#run + 1] = { word = word, first = base + first, last = base + past - 1, capital = is_capital }
    end
    behind = past
  end
  finish()
end

--- Counts the words and phrases of a text: {times, sentences, early, capitals} by word, {times, words, spans} by phrase.
local function survey(article, state)
  local words, phrases = {}, {}
  for index, sentence in ipairs(article.sentences) do
    runs(sentence, state.common, function(run)
      for i = 1, #run do
        local part = run[i]
        local known = words[part.word] or { times = 0, sentences = 0, early = index, last = 0, capitals = 0 }
        words[part.word] = known
        known.times = known.times + 1
        if known.last ~= index then known.sentences, known.last = known.sentences + 1, index end
        if part.capital then known.capitals = known.capitals + 1 end
        local name, list = "", {}
        for j = i, min(#run, i + LONGEST - 1) do
          name, list[#list + 1] = j == i and part.word or name .. " " .. run[j].word, run[j].word
          local phrase = phrases[name] or { name = name, times = 0, words = table.move(list, 1, #list, 1, {}), spans = {} }
          phrases[name] = phrase
          phrase.times = phrase.times + 1
          phrase.spans[#phrase.spans + 1] = { first = part.first, last = run[j].last }
        end
      end
    end)
  end
  return words, phrases
end

local function weigh(words, in_title, sentences)
  for word, known in desk.each(words) do
    known.weight = sqrt(known.times) * (1 + known.sentences / sentences) / log(2.5 + known.early)
      * (in_title[word] and 1.5 or 1) * (known.capitals * 2 > known.times and 1.2 or 1)
  end
end

--- The phrases by weight; of several words only those that come again or stand in the headline.
local function ranked(phrases, words, title)
  local list = {}
  for name, phrase in desk.each(phrases) do
    local count = #phrase.words
    if count == 1 or phrase.times > 1 or title:find(name, 1, true) then
      local sum = 0
      for _, word in ipairs(phrase.words) do sum = sum + words[word].weight end
      phrase.weight = sum / sqrt(count) * (count == 1 and 1 or min(1, 0.6 + 0.2 * phrase.times))
      list[#list + 1] = phrase
    end
  end
  table.sort(list, function(a, b)
    if a.weight ~= b.weight then return a.weight > b.weight end
    return a.name < b.name
  end)
  return list
end

--- Whether most of a phrase's words, or of a chosen one's, are the other's.
local function is_said(phrase, chosen)
  for _, other in ipairs(chosen) do
    local shared = 0
    for _, word in ipairs(phrase.words) do
      for _, same in ipairs(other.words) do
        if word == same then shared = shared + 1 end
      end
    end
    if shared * 2 >= min(#phrase.words, #other.words) and shared > 0 then return true end
  end
  return false
end

---@type copydesk.Plugin
return {
  api = 1,
  name = "keywords",
  version = "1.2.0",
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

  setup = function(ctx)
    local common, lexicon = {}, ctx:lexicon("common")
    for i = 1, #lexicon do common[lexicon[i]] = true end
    return { common = common }
  end,

  analyze = function(article, ctx, state)
    local words, phrases = survey(article, state)
    local title, in_title = desk.lower(article.title), {}
    for _, word in ipairs(desk.words(title)) do in_title[word] = true end
    weigh(words, in_title, #article.sentences)
    local chosen, names, weights = {}, {}, {}
    for _, phrase in ipairs(ranked(phrases, words, title)) do
      if #chosen >= ctx.options.most then break end
      if not is_said(phrase, chosen) then
        chosen[#chosen + 1], names[#names + 1] = phrase, phrase.name
        weights[phrase.name] = desk.round(phrase.weight, 3)
        for _, span in ipairs(phrase.spans) do ctx:annotate("keyword", article:slice(span.first, span.last), { keyword = phrase.name }) end
      end
    end
    return { keywords = names, weights = weights }
  end,

  aggregate = require "marking",
  report = require "pages",
}
