--- How positive or negative a story's words are, its headline and its quotes apart.
---
--- The method `news`, the default, is made for English news. Every word that carries a tone has a weight; a negation
--- up to three words before it turns it ("not safe"), a word of ending or averting eases what is bad ("fewer deaths",
--- "prevent a war"), and words like "very" strengthen it. The sum s of a sentence of w words makes its compound score,
--- s / sqrt(s² + 0.075 (w + 5)), from -1 to 1, so that long sentences need more words than short ones. The weights
--- come from word ratings and were fitted to sentences that readers had rated; Sources/Training/Sentiment/README.md
--- says from which data, under which licences, and how well that does on sentences not fitted on: r 0.63 with the
--- readers' mean, where VADER has 0.53. `confidence` is how often the sign was right there at such a score.
---
--- The method `vader` is VADER (Hutto and Gilbert, 2014) as the authors' Python package applies it, for scores that
--- compare with published ones; `convert.py` makes its lists.
---
--- An article's scores are the means of its sentences' scores, each weighted by its words. The headline counts as one
--- sentence, apart from the text. For quoted and unquoted text a sentence's words are parted by whether they stand
--- between quotation marks; each keeps the weight that the whole sentence gives it. A field is missing where there is
--- no such text. The words that made the scores are marked in the layer `word`, each with its valence, and the
--- sentences that are not neutral in the layer `sentence`: a sentence's valences add up to its s. By the authors'
--- convention a text is positive from 0.05 on and negative from -0.05 down.
---
--- Limits: English only; no irony; a word has one weight whatever its sense. It measures how a story sounds, which is
--- not whether its author approves: a sober report of a disaster is negative. Names have no weight, but one that is a word, such as
--- Grant, is taken for it.

local function signed(number) return number and ("%+.2f"):format(number):gsub("-", "−") or "–" end

--- Passages with their scores beside them.
local function scored(passages)
  for _, passage in ipairs(passages) do passage.label = signed(passage.value) end
  return passages
end

--- A row for each publisher: how many articles have a score, their mean, that of their headlines and of what they quote.
local function rows_by_publisher(publishers)
  local rows, points = {}, {}
  for _, publisher in ipairs(publishers) do
    local text = publisher.means.compound
    if text then
      local means = publisher.means
      rows[#rows + 1] = {
        publisher.name, text.articles, desk.round(text.value, 3),
        means.headline_compound and desk.round(means.headline_compound.value, 3) or "–",
        means.quoted_compound and desk.round(means.quoted_compound.value, 3) or "–",
      }
      points[#points + 1] = {
        name = ("%s (%d)"):format(publisher.name, text.articles), value = text.value, articles = publisher.examples,
        others = publisher.articles - #publisher.examples,
      }
    end
  end
  return rows, points
end

local function write(report, summary)
  report:heading("Tone")
  if not summary.compound then
    report:text("No article has a score.")
    return
  end
  local sentences = math.max(1, summary.sentences or 0)
  report:text(("The mean tone of the texts is **%s**, of headlines **%s**, of what stands in quotation marks **%s**, of the rest **%s**, on a scale "
    .. "from −1 to 1. Of %s sentences **%d %%** are negative and **%d %%** positive."):format(
    signed(summary.compound), signed(summary.headline_compound), signed(summary.quoted_compound), signed(summary.unquoted_compound),
    desk.grouped(summary.sentences or 0), 100 * (summary.negative_sentences or 0) // sentences, 100 * (summary.positive_sentences or 0) // sentences))
  local rows, points = rows_by_publisher(summary.publishers or {})
  if #rows > 1 then
    report:bar("Tone by publisher", points, { measure = "mean compound score, −1 to 1, of so many articles", limit = 20 })
    report:table("By publisher", { "publisher", "articles", "text", "headlines", "quoted" }, rows, {
      formats = { text = "fixed3", headlines = "fixed3", quoted = "fixed3" },
    })
  end
  local strongest = summary.strongest and summary.strongest.sentence
  if strongest then
    report:passages("The most negative sentences", scored(strongest.lowest))
    report:passages("The most positive sentences", scored(strongest.highest))
  end
  report:kwic("word", { title = "Words with a tone", limit = 20 })
  report:callout("How a story sounds is not whether its author approves: a sober report of a disaster is negative.")
end

local METHODS <const> = { news = require "by_news", vader = require "by_vader" }

-- The marks that fields are made of: words of a part of the story, or its sentences.
local TEXT <const>, HEADLINE <const> = { word = { place = "text" } }, { word = { place = "title" } }
local QUOTED <const>, UNQUOTED <const> = { word = { place = "text", quoted = true } }, { word = { place = "text", quoted = false } }

local function score(doc, from)
  return { type = "number", merge = "mean", from = from, doc = "compound score of " .. doc .. ", -1 to 1" }
end
local function share(doc, from)
  return { type = "number", merge = "mean", from = from, doc = "share of " .. doc .. ", 0 to 1" }
end
local function count(doc) return { type = "integer", merge = "sum", from = "sentence", doc = doc } end

return {
  api = 1, name = "sentiment", version = "2.0.0",
  summary = "How positive or negative a story, its headline and its quotes are",
  license = "MIT", categories = { "tone" },
  languages = { "en" },
  requires = { "sentences", "quoted" },
  layers = {
    word = "a word with a valence, and the valence it has where it stands",
    sentence = "a sentence that is not neutral, and its compound score",
  },
  fields = {
    compound = score("the text", { word = { place = "text" }, sentence = {} }),
    positive = share("positive words in the text", TEXT),
    negative = share("negative words in the text", TEXT),
    neutral = share("neutral words in the text", TEXT),
    headline_compound = score("the headline", HEADLINE),
    headline_positive = share("positive words in the headline", HEADLINE),
    headline_negative = share("negative words in the headline", HEADLINE),
    headline_neutral = share("neutral words in the headline", HEADLINE),
    quoted_compound = score("what stands in quotation marks", QUOTED),
    quoted_positive = share("positive words in quotation marks", QUOTED),
    quoted_negative = share("negative words in quotation marks", QUOTED),
    quoted_neutral = share("neutral words in quotation marks", QUOTED),
    unquoted_compound = score("the text outside quotation marks", UNQUOTED),
    unquoted_positive = share("positive words outside quotation marks", UNQUOTED),
    unquoted_negative = share("negative words outside quotation marks", UNQUOTED),
    unquoted_neutral = share("neutral words outside quotation marks", UNQUOTED),
    coverage = { type = "number", merge = "mean", from = TEXT, doc = "share of words with a valence, 0 to 1; method news" },
    confidence = { type = "number", merge = "mean", from = TEXT, doc = "how sure the sign of compound is, 0.5 to 1; method news" },
    sentences = count("sentences"),
    positive_sentences = count("sentences with a compound score of 0.05 or more"),
    negative_sentences = count("sentences with a compound score of -0.05 or less"),
  },
  judgements = { "compound", "sentence" },
  options = {
    method = { type = "string", default = "news", choices = { "news", "vader" }, doc = "how words are weighed" },
  },
  resources = {
    news = "news.tsv", news_modifiers = "news-modifiers.tsv",
    lexicon = "lexicon.tsv", modifiers = "modifiers.tsv", idioms = "idioms.tsv", emoji = "emoji.tsv",
  },
  setup = function(ctx)
    local method <const> = METHODS[ctx.options.method]
    return { method = method, desk = method.setup(ctx) }
  end,
  analyze = function(article, ctx, state) return state.method.analyze(article, ctx, state.desk) end,
  report = write,
}
