--- A summary of a story in its own sentences, kept where they stand.
---
--- News says the most important first, so a sentence starts with a weight that falls from the lead on; it gains by the
--- words that the story repeats, each by the root of how often it comes and more if the headline has it, in proportion to the
--- sentence's length. Words of sentences that were taken count half. Short scraps, questions and quotations
--- without a frame are left to the end. The sentences chosen are marked in the layer `summary` in their order.
--- Method: lead and centroid (Radev and others, 2004) with maximal marginal relevance (Carbonell and Goldstein, 1998).
--- Limits: it writes nothing of its own, and what one sentence needs of another may be missing. Languages: any whose
--- words stand apart; the common words that are left out are English, and elsewhere those that are short.

local sqrt <const>, min <const>, max <const> = math.sqrt, math.min, math.max
local LEAD <const> = 2        -- the weight of standing first
local REPEATED <const> = 1    -- the weight of the words that a story repeats
local AGAIN <const> = 0.5     -- what is left of a word's weight when a sentence with it was taken
local ENOUGH <const> = 8      -- words of a sentence that says something
local LETTERS <const> = 3     -- letters of a word that does
local QUESTION <const>, COLON <const> = ("?:"):byte(1, 2)

--- What the host fills for each story: what is known of each word, by rows, where it stands, and what is known of each sentence.
---@type table<string, table<any, number>>
local terms <const> = { texts = {}, titled = {} }
local places <const> = { term = {}, text = {} }
local counts <const> = { words = {}, last = {} }

--- What each word of a story weighs, by how many sentences have it and whether the headline does.
local function weigh(count)
  local weights = {}
  for row = 1, count do
    local often = terms.texts[row]
    weights[row] = (often > 1 and sqrt(often) or 0.2) + (terms.titled[row] and 1.5 or 0)
  end
  return weights
end

--- What a sentence would add to what was taken.
local function gain(sentence, weights, taken)
  local new = 0
  for _, word in ipairs(sentence.words) do
    new = new + (taken[word] and AGAIN or 1) * weights[word]
  end
  return sentence.standing + REPEATED * new / sqrt(ENOUGH + #sentence.words) * sentence.whole
end

---@return table?
local function best(sentences, weights, taken)
  local found, most
  for _, sentence in ipairs(sentences) do
    if not sentence.is_taken then
      local value = gain(sentence, weights, taken)
      if not most or value > most then found, most = sentence, value end
    end
  end
  return found
end

--- The sentences, each with the words that carry meaning, each once; and how many such words the story has.
local function survey(article, common)
  local count, found, texts = desk.terms(article.sentences, {
    letters = LETTERS, figures = true, without = common, title = article.title,
  }, terms, places, counts)
  local sentences, text, seen = {}, article.text, {}
  for i = 1, texts do
    local mark = text:byte(counts.last[i])
    local is_whole = counts.words[i] >= ENOUGH and mark ~= QUESTION and mark ~= COLON
    sentences[i] = { words = {}, index = i, whole = is_whole and 1 or 0.3, standing = is_whole and LEAD / sqrt(i) or 0 }
  end
  for place = 1, found do
    local row, index = places.term[place], places.text[place]
    if seen[row] ~= index then
      local words = sentences[index].words
      words[#words + 1], seen[row] = row, index
    end
  end
  return sentences, count
end

---@type copydesk.Plugin
return {
  api = 1,
  name = "summary",
  version = "1.1.0",
  summary = "The sentences that say what a story is about",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  requires = { "sentences" },
  layers = { summary = "a sentence of the summary" },
  fields = {
    summary = { type = "string", merge = "none", doc = "the sentences chosen, in the order of the story" },
    kept = { type = "number", merge = "mean", doc = "sentences chosen / sentences" },
  },
  options = { sentences = { type = "integer", default = 3, min = 1, max = 50, doc = "how many sentences to choose" } },
  resources = { common = "common.tsv" },

  setup = function(ctx) return { common = ctx:lexicon("common") } end,

  analyze = function(article, ctx, state)
    local sentences, count = survey(article, state.common)
    if #sentences == 0 then return {} end
    local weights, taken, chosen = weigh(count), {}, {}
    for _ = 1, min(ctx.options.sentences, #sentences) do
      local sentence = best(sentences, weights, taken)
      sentence.is_taken = true
      for _, word in ipairs(sentence.words) do taken[word] = true end
      chosen[#chosen + 1] = sentence
    end
    table.sort(chosen, function(a, b) return a.index < b.index end)
    local texts = {}
    for i, sentence in ipairs(chosen) do
      local span = article.sentences[sentence.index]
      ctx:annotate("summary", span)
      texts[i] = span.text:gsub("%s+", " ")
    end
    return { summary = table.concat(texts, " "), kept = desk.round(#chosen / max(1, #sentences), 3) }
  end,

  report = function(report, summary, ctx)
    report:heading("Summaries")
    report:text("Sentences of the stories themselves, chosen by where they stand and by the words that a story repeats.")
    report:kwic("summary", { limit = 30, title = "Chosen sentences" })
  end,
}
