--- How positive or negative a story's words are, by VADER (Hutto and Gilbert, 2014).
---
--- Every sentence gets the four scores of the published method: `compound`, from -1 to 1, and the shares of
--- its words that are positive, negative and neutral. An article's scores are the means of its sentences'
--- scores, each weighted by its words, so that a fragment counts for less than a full sentence; an article of
--- one sentence has that sentence's scores. The headline counts as one sentence, apart from the text.
---
--- For quoted and unquoted text a sentence's words are parted by whether they stand between quotation marks;
--- each keeps the valence that the whole sentence gives it. A field is missing where there is no such text.
---
--- The words that made the scores are marked in the layer `word`, each with its valence, and the sentences that
--- are not neutral in the layer `sentence`. By the authors' convention a text is positive from 0.05 on and
--- negative from -0.05 down. The word lists know English only; `convert.py` makes them.

local vader = require "vader"
local emoji = require "emoji"
local quotations = require "quotations"
local scores <const>, round <const> = vader.scores, desk.round

local function score(doc) return { type = "number", merge = "mean", doc = "compound score of " .. doc .. ", -1 to 1" } end
local function share(doc) return { type = "number", merge = "mean", doc = "share of " .. doc .. ", 0 to 1" } end
local function count(doc) return { type = "integer", merge = "sum", doc = doc } end

-- The scores of several texts on their way to a mean, weighted by words: sums, and the scores of the last text, which
-- are the mean, to the last digit, if it is the only one.
local function new_mean() return { texts = 0, words = 0, compound = 0, positive = 0, negative = 0 } end

local function add(mean, words, compound, positive, negative, neutral)
  if words == 0 then return end
  mean.texts, mean.words = mean.texts + 1, mean.words + words
  if neutral == 1 then return end
  mean.compound = mean.compound + compound * words
  mean.positive = mean.positive + positive * words
  mean.negative = mean.negative + negative * words
  mean.last_compound, mean.last_positive, mean.last_negative, mean.last_neutral = compound, positive, negative, neutral
end

-- Rounded as the Python package rounds.
local function put(result, mean, compound, positive, negative, neutral)
  local words = mean.words
  if words == 0 then return end
  if not mean.last_compound then
    result[compound], result[positive], result[negative], result[neutral] = 0.0, 0.0, 0.0, 1.0
  elseif mean.texts == 1 then
    result[compound] = round(mean.last_compound, 4)
    result[positive] = round(mean.last_positive, 3)
    result[negative] = round(mean.last_negative, 3)
    result[neutral] = round(mean.last_neutral, 3)
  else
    local up, down = mean.positive / words, mean.negative / words
    result[compound] = round(mean.compound / words, 4)
    result[positive], result[negative], result[neutral] = round(up, 3), round(down, 3), round(1 - up - down, 3)
  end
end

local function setup(ctx)
  local lexicon = ctx:lexicon("lexicon", "modifiers", "idioms", { words = "spaced", case = "lower", overlaps = true })
  local values, hits, quoted = {}, {}, {}
  return {
    lexicon = lexicon, values = values, hits = hits, quoted = quoted,
    marks = { valence = values }, quoted_marks = { valence = values, quoted = quoted },
    read = vader.reader(lexicon, values, hits),
    words_in = function(span) return (select(2, lexicon:scan(span))) end,
    faces = ctx:lexicon("emoji", { words = "characters", case = "keep" }),
  }
end

--- Marks the words that were just read, at their places where the text had emoji written out. Their scores are made:
--- valences lose the digits behind the fourth.
local function mark(state, ctx, found, place, quoted)
  local values = state.values
  for n = 1, found do values[n] = (values[n] * 10000 + 0.5) // 1 / 10000 end
  if not place then
    return state.lexicon:annotate("word", state.hits, found, quoted and state.quoted_marks or state.marks)
  end
  for n = 1, found do
    local hit = state.lexicon:hit(state.hits[n])
    ctx:annotate("word", place(hit.first, hit.last), { valence = values[n], quoted = quoted and quoted[n] })
  end
end

--- Finds the valences of a text's words: how many there are, how many words, what punctuation adds, and, where the
--- text has emoji, how to find places.
local function read(state, text, has_faces)
  if not has_faces or state.faces:count(text) == 0 then return state.read(text) end
  local expanded, place = emoji.expand(state.faces, text)
  local found, words, emphasis = state.read(expanded)
  return found, words, emphasis, place
end

--- Parts the words just read of a sentence that has some in quotation marks, marks them, and adds both parts' scores.
local function part(state, ctx, quotes, inside, outside, found, words, emphasis, place)
  local values, flags = state.values, state.quoted
  local inner, outer = {}, {}
  for n = 1, found do
    local hit = state.lexicon:hit(state.hits[n])
    if place then hit = place(hit.first, hit.last) end
    flags[n] = quotes:holds(hit.first) or nil
    local list = flags[n] and inner or outer
    list[#list + 1] = values[n]
  end
  mark(state, ctx, found, place, flags)
  local inner_words = math.max(#inner, math.min(quotes:words(), words - #outer))
  add(inside, inner_words, scores(inner, #inner, inner_words, emphasis))
  add(outside, words - inner_words, scores(outer, #outer, words - inner_words, emphasis))
end

local function analyze(article, ctx, state)
  local values = state.values
  local all, inside, outside, title = new_mean(), new_mean(), new_mean(), new_mean()
  local quotes = quotations.of(article, state.words_in)
  local has_faces = state.faces:count(article) > 0
  local sentences, positives, negatives = 0, 0, 0

  for _, sentence in ipairs(article.sentences) do
    local share = quotes and quotes:share(sentence)
    local found, words, emphasis, place = read(state, sentence, has_faces)
    local compound, positive, negative, neutral = scores(values, found, words, emphasis)
    add(all, words, compound, positive, negative, neutral)
    sentences = sentences + 1
    if share == "some" then
      part(state, ctx, quotes, inside, outside, found, words, emphasis, place)
    elseif share then
      add(share == "all" and inside or outside, words, compound, positive, negative, neutral)
    end
    if found > 0 then
      if share == "all" then for n = 1, found do state.quoted[n] = true end end
      if share ~= "some" then mark(state, ctx, found, place, share == "all" and state.quoted or nil) end
      if compound >= 0.05 then
        positives = positives + 1
      elseif compound <= -0.05 then
        negatives = negatives + 1
      end
      if compound ~= 0 then ctx:annotate("sentence", sentence, { compound = round(compound, 4) }) end
    end
  end
  local headline <const> = article.headline
  if headline.last > 0 then
    local found, words, emphasis, place = read(state, headline, state.faces:count(headline) > 0)
    add(title, words, scores(values, found, words, emphasis))
    if found > 0 then mark(state, ctx, found, place) end
  end

  local result = { sentences = sentences, positive_sentences = positives, negative_sentences = negatives }
  put(result, all, "compound", "positive", "negative", "neutral")
  put(result, title, "headline_compound", "headline_positive", "headline_negative", "headline_neutral")
  put(result, inside, "quoted_compound", "quoted_positive", "quoted_negative", "quoted_neutral")
  put(result, quotes and outside or all, "unquoted_compound", "unquoted_positive", "unquoted_negative",
    "unquoted_neutral")
  return result
end

return {
  api = 1, name = "sentiment", version = "1.0.0",
  summary = "How positive or negative a story, its headline and its quotes are",
  license = "MIT", categories = { "tone" },
  languages = { "en" },
  requires = { "sentences", "quoted" },
  layers = {
    word = "a word with a valence, and the valence it has where it stands",
    sentence = "a sentence that is not neutral, and its compound score",
  },
  fields = {
    compound = score("the text"),
    positive = share("positive words in the text"),
    negative = share("negative words in the text"),
    neutral = share("neutral words in the text"),
    headline_compound = score("the headline"),
    headline_positive = share("positive words in the headline"),
    headline_negative = share("negative words in the headline"),
    headline_neutral = share("neutral words in the headline"),
    quoted_compound = score("what stands in quotation marks"),
    quoted_positive = share("positive words in quotation marks"),
    quoted_negative = share("negative words in quotation marks"),
    quoted_neutral = share("neutral words in quotation marks"),
    unquoted_compound = score("the text outside quotation marks"),
    unquoted_positive = share("positive words outside quotation marks"),
    unquoted_negative = share("negative words outside quotation marks"),
    unquoted_neutral = share("neutral words outside quotation marks"),
    sentences = count("sentences"),
    positive_sentences = count("sentences with a compound score of 0.05 or more"),
    negative_sentences = count("sentences with a compound score of -0.05 or less"),
  },
  resources = { lexicon = "lexicon.tsv", modifiers = "modifiers.tsv", idioms = "idioms.tsv", emoji = "emoji.tsv" },
  setup = setup,
  analyze = analyze,
}
