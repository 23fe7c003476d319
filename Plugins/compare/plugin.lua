--- Two parts of a run compared: outlets, sections, authors, times, or whatever a field tells apart.
---
--- Words and pairs of words by log-odds with an informative Dirichlet prior and their z-scores (Monroe, Colaresi and Quinn,
--- "Fightin' Words", 2008); means of other plugins' numbers with Welch's interval and Hedges' g; shares of their labels with Newcombe's interval.
--- Each figure has the articles behind it, on either side, and leads to some: those with the least ids that have a word or a label,
--- and for a mean to the one in which its side differs most. `sentiment`, `topics`, `readability`, `sources` and `style` are compared where
--- they run too.
---
--- `-O compare.by=section` says by what: publisher (unless told otherwise), section, language, author, or a field such as `topics.topic`;
--- `-O 'compare.a=Gazette; Courier' -O compare.b=Mirror` which parts, else the largest against all others;
--- `-O compare.date=2026-03-01` compares what was published before a day, month or year with what came from then on.
--- Limits: words are taken for independent, though they come in clumps; a pair of words may stand for more than the two.
--- Over a large run rare words are forgotten, and the report says how far counts may be too low. Words are counted by the host
--- (`desk.tally`).

local counting = require "counting"
local choosing = require "choosing"

--- Numbers and labels of other plugins that are compared where these run.
local NUMBERS <const> = {
  sentiment = { "compound", "headline_compound", "quoted_compound", "unquoted_compound" },
  readability = { "words", "sentence_words", "flesch", "lix" },
  sources = { "quotes", "quoted_share", "unattributed_share", "anonymous_share" },
  style = { "hedges", "loaded", "cliches", "absolutes", "passives" },
}
local LABELS <const> = { topics = { "topic" } }

local function of_plugins(ctx, fields, take)
  for plugin, names in pairs(fields) do
    local results = ctx:results(plugin)
    for _, name in ipairs(names) do
      if results and results[name] ~= nil then take(plugin .. "." .. name, results[name]) end
    end
  end
end

---@type copydesk.Plugin
return {
  api = 1,
  name = "compare",
  version = "1.1.0",
  summary = "Two parts of a run compared: words, numbers, labels",
  author = "Copydesk",
  license = "MIT",
  categories = { "report" },
  requires = { "sentences", "sentiment?", "topics?", "readability?", "sources?", "style?" },
  fields = {
    part = { type = "string", merge = "top", doc = "the part of the run that the article is in" },
    numbers = { type = "map", merge = "none", doc = "numbers of other plugins, as they are compared" },
    labels = { type = "map", merge = "none", doc = "labels of other plugins, as they are compared" },
  },
  options = {
    by = { type = "string", default = "publisher", doc = "publisher, section, language, author or a field, such as topics.topic" },
    a = { type = "string", default = "", doc = "the first side: one part or several, joined by ';'; empty: the largest" },
    b = { type = "string", default = "", doc = "the second side; empty: all others" },
    date = { type = "string", default = "", doc = "a day, month or year from which on articles are the second side" },
    prior = { type = "number", default = 500, min = 1, doc = "how many words of the whole run each side is taken to have besides its own" },
    least = { type = "integer", default = 3, min = 1, doc = "the least articles with a word" },
    common = { type = "number", default = 0.5, min = 0, max = 1, doc = "words in a larger share of articles are left out" },
  },

  analyze = function(article, ctx)
    local numbers, labels = {}, {}
    of_plugins(ctx, NUMBERS, function(name, value) numbers[name] = value end)
    of_plugins(ctx, LABELS, function(name, value) labels[name] = { value } end)
    return { part = choosing.part(article, ctx), numbers = numbers, labels = labels }
  end,

  aggregate = {
    new = counting.aggregate.new, add = counting.aggregate.add, merge = counting.aggregate.merge,
    finish = require "comparing",
  },
  report = require "pages",
}
