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
local scores <const>, emphasis_of <const>, round <const> = vader.scores, vader.emphasis, desk.round

local function score(doc) return { type = "number", merge = "mean", doc = "compound score of " .. doc .. ", -1 to 1" } end
local function share(doc) return { type = "number", merge = "mean", doc = "share of " .. doc .. ", 0 to 1" } end
local function count(doc) return { type = "integer", merge = "sum", doc = doc } end

-- The mean of texts' scores, weighted by words. The first text's scores stay as they are, to the last digit.
local function new_mean() return { words = 0, compound = 0, positive = 0, negative = 0, neutral = 0 } end

local function add(mean, words, compound, positive, negative, neutral)
  if words == 0 then return end
  local all = mean.words + words
  local part = words / all
  mean.words = all
  mean.compound = mean.compound + (compound - mean.compound) * part
  mean.positive = mean.positive + (positive - mean.positive) * part
  mean.negative = mean.negative + (negative - mean.negative) * part
  mean.neutral = mean.neutral + (neutral - mean.neutral) * part
end

-- Rounded as the Python package rounds.
local function put(result, mean, compound, positive, negative, neutral)
  if mean.words == 0 then return end
  result[compound] = round(mean.compound, 4)
  result[positive] = round(mean.positive, 3)
  result[negative] = round(mean.negative, 3)
  result[neutral] = round(mean.neutral, 3)
end

local function setup(ctx)
  local lexicon = ctx:lexicon("lexicon", "modifiers", "idioms", { words = "spaced", case = "lower", overlaps = true })
  local state = { lexicon = lexicon, values = {}, hits = {} }
  state.read = vader.reader(lexicon, state.values, state.hits)
  state.words_in = function(span) return (select(2, lexicon:scan(span))) end
  state.faces = ctx:lexicon("emoji", { words = "characters", case = "keep" })
  return state
end

-- The attributes of marks, which are copied when a mark is made.
local word_mark <const>, sentence_mark <const> = { valence = 0, quoted = nil }, { compound = 0 }

--- Scores a text and marks its words. Returns the number of its words and the four scores. Where quotation marks
--- part the text, what they hold and the rest are added to `quoted` and `unquoted`.
local function read(state, ctx, text, has_faces, marks, quoted, unquoted)
  local lexicon, values, hits = state.lexicon, state.values, state.hits
  local source, place = text, nil
  if has_faces and state.faces:count(text) > 0 then source, place = emoji.expand(state.faces, text) end
  local found, words, exclamations, questions = state.read(source)

  local sum, positive, negative = 0, 0, 0
  local inner, inner_sum, inner_positive, inner_negative = 0, 0, 0, 0
  local hit_at <const>, annotate <const> = lexicon.hit, ctx.annotate
  for n = 1, found do
    local value, hit = values[n], hit_at(lexicon, hits[n])
    if place then hit = place(hit.first, hit.last) end
    local up, down = value > 0 and value + 1 or 0, value < 0 and value - 1 or 0
    sum, positive, negative = sum + value, positive + up, negative + down
    local is_quoted = marks and marks:holds(hit.first) or nil
    if is_quoted then
      inner, inner_sum = inner + 1, inner_sum + value
      inner_positive, inner_negative = inner_positive + up, inner_negative + down
    end
    word_mark.valence, word_mark.quoted = value, is_quoted
    annotate(ctx, "word", hit, word_mark)
  end

  local emphasis = (exclamations > 0 or questions > 1) and emphasis_of(exclamations, questions) or 0
  if quoted then
    local inner_words = math.max(inner, math.min(marks:words(), words - (found - inner)))
    add(quoted, inner_words, scores(inner_sum, inner_positive, inner_negative, inner_words - inner, emphasis))
    add(unquoted, words - inner_words, scores(sum - inner_sum, positive - inner_positive, negative - inner_negative,
      words - inner_words - (found - inner), emphasis))
  end
  return words, scores(sum, positive, negative, words - found, emphasis)
end

local function analyze(article, ctx, state)
  local all, quoted, unquoted, title = new_mean(), new_mean(), new_mean(), new_mean()
  local marks = quotations.of(article, state.words_in)
  local has_faces = state.faces:count(article) > 0
  local sentences, positives, negatives = 0, 0, 0

  for _, sentence in ipairs(article.sentences) do
    local share = marks and marks:share(sentence)
    local words, compound, positive, negative, neutral
    if share == "some" then
      words, compound, positive, negative, neutral = read(state, ctx, sentence, has_faces, marks, quoted, unquoted)
    else
      words, compound, positive, negative, neutral = read(state, ctx, sentence, has_faces, share == "all" and marks)
      if marks then add(share == "all" and quoted or unquoted, words, compound, positive, negative, neutral) end
    end
    add(all, words, compound, positive, negative, neutral)
    sentences = sentences + 1
    if compound >= 0.05 then
      positives = positives + 1
    elseif compound <= -0.05 then
      negatives = negatives + 1
    end
    if compound ~= 0 then
      sentence_mark.compound = round(compound, 4)
      ctx:annotate("sentence", sentence, sentence_mark)
    end
  end
  local headline <const> = article.headline
  if headline.last > 0 then
    add(title, read(state, ctx, headline, state.faces:count(headline) > 0))
  end

  local result = { sentences = sentences, positive_sentences = positives, negative_sentences = negatives }
  put(result, all, "compound", "positive", "negative", "neutral")
  put(result, title, "headline_compound", "headline_positive", "headline_negative", "headline_neutral")
  put(result, quoted, "quoted_compound", "quoted_positive", "quoted_negative", "quoted_neutral")
  put(result, marks and unquoted or all, "unquoted_compound", "unquoted_positive", "unquoted_negative",
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
