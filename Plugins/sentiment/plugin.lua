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
local scores, emphasis_of, round <const> = vader.scores, vader.emphasis, desk.round

local function share(doc) return { type = "number", merge = "mean", doc = "share of " .. doc .. ", 0 to 1" } end
local function score(doc) return { type = "number", merge = "mean", doc = "compound score of " .. doc .. ", -1 to 1" } end
local function count(doc) return { type = "integer", merge = "sum", doc = doc } end

-- The mean of texts' scores, weighted by words. The first text's scores stay as they are, to the last digit.
local function new_mean() return { words = 0, compound = 0, positive = 0, negative = 0, neutral = 0 } end

local function add(mean, words, compound, positive, negative, neutral)
  if words == 0 then return end
  mean.words = mean.words + words
  local part = words / mean.words
  mean.compound = mean.compound + (compound - mean.compound) * part
  mean.positive = mean.positive + (positive - mean.positive) * part
  mean.negative = mean.negative + (negative - mean.negative) * part
  mean.neutral = mean.neutral + (neutral - mean.neutral) * part
end

-- The quoted stretches of an article, nested ones joined to those around them: two lists, of firsts and lasts.
local function quoted_stretches(article)
  local firsts, lasts, n = {}, {}, 0
  for _, quotation in ipairs(article.quoted) do
    local first, last = quotation.first, quotation.last
    if n > 0 and first <= lasts[n] then
      if last > lasts[n] then lasts[n] = last end
    else
      n = n + 1
      firsts[n], lasts[n] = first, last
    end
  end
  return firsts, lasts, n
end

local function setup(ctx)
  local lexicon = ctx:lexicon("lexicon", "modifiers", "idioms", { words = "spaced", case = "lower", overlaps = true })
  local values, hits = {}, {}
  return {
    lexicon = lexicon,
    values = values, hits = hits,
    read = vader.reader(lexicon, values, hits),
    faces = ctx:lexicon("emoji", { words = "characters", case = "keep" }),
  }
end

local function analyze(article, ctx, state)
  local lexicon, values, hits, read, faces = state.lexicon, state.values, state.hits, state.read, state.faces
  local all, quoted, unquoted, title = new_mean(), new_mean(), new_mean(), new_mean()
  local firsts, lasts, quotations = quoted_stretches(article)
  local next_quotation = 1
  local result = { sentences = 0, positive_sentences = 0, negative_sentences = 0 }

  -- Scores a sentence and marks its words. Those between two quotation marks are added up apart.
  local function sentence(span, mean, has_faces)
    local text, place = span, nil
    if has_faces and faces:count(span) > 0 then text, place = emoji.expand(faces, span) end
    local found, words, exclamations, questions = read(text)
    local emphasis = (exclamations > 0 or questions > 1) and emphasis_of(exclamations, questions) or 0

    local first, last, from, to = nil, nil, nil, nil
    if mean == all then
      first, last = span.first, span.last
      while next_quotation <= quotations and lasts[next_quotation] < first do next_quotation = next_quotation + 1 end
      if next_quotation <= quotations and firsts[next_quotation] <= last then
        from, to = firsts[next_quotation], lasts[next_quotation]
      end
    end

    local sum, positive, negative = 0, 0, 0
    local q_sum, q_positive, q_negative, q_found = 0, 0, 0, 0
    local q = next_quotation
    for n = 1, found do
      local value, hit = values[n], lexicon:hit(hits[n])
      if place then hit = place(hit.first, hit.last) end
      sum = sum + value
      if value > 0 then positive = positive + value + 1 else negative = negative + value - 1 end
      local is_quoted
      if from then
        local at = hit.first
        while q < quotations and lasts[q] < at do q = q + 1 end
        if firsts[q] <= at and at <= lasts[q] then
          is_quoted = true
          q_sum, q_found = q_sum + value, q_found + 1
          if value > 0 then q_positive = q_positive + value + 1 else q_negative = q_negative + value - 1 end
        end
      end
      ctx:annotate("word", hit, { valence = value, quoted = is_quoted })
    end

    local compound, pos, neg, neu = scores(sum, positive, negative, words - found, emphasis)
    add(mean, words, compound, pos, neg, neu)
    if mean == title then return end
    result.sentences = result.sentences + 1
    if compound >= 0.05 then
      result.positive_sentences = result.positive_sentences + 1
    elseif compound <= -0.05 then
      result.negative_sentences = result.negative_sentences + 1
    end
    if found > 0 then ctx:annotate("sentence", span, { compound = round(compound, 4) }) end

    if not from then
      add(unquoted, words, compound, pos, neg, neu)
    elseif from <= first and last <= to then
      add(quoted, words, compound, pos, neg, neu)
    else
      local q_words = 0
      while from and from <= last do
        local _, n = lexicon:scan(article:slice(math.max(first, from), math.min(last, to)))
        q_words = q_words + n
        if to > last or next_quotation == quotations then break end
        next_quotation = next_quotation + 1
        from, to = firsts[next_quotation], lasts[next_quotation]
      end
      q_words = math.max(q_found, math.min(q_words, words))
      add(quoted, q_words, scores(q_sum, q_positive, q_negative, q_words - q_found, emphasis))
      add(unquoted, words - q_words, scores(sum - q_sum, positive - q_positive, negative - q_negative,
        math.max(0, words - q_words - (found - q_found)), emphasis))
    end
  end

  local has_faces = faces:count(article) > 0
  for _, span in ipairs(article.sentences) do sentence(span, all, has_faces) end
  if #article.title > 0 then sentence(article.headline, title, faces:count(article.headline) > 0) end

  -- Rounded as the Python package rounds.
  local function put(prefix, mean)
    if mean.words == 0 then return end
    result[prefix .. "compound"] = round(mean.compound, 4)
    result[prefix .. "positive"] = round(mean.positive, 3)
    result[prefix .. "negative"] = round(mean.negative, 3)
    result[prefix .. "neutral"] = round(mean.neutral, 3)
  end
  put("", all)
  put("headline_", title)
  put("quoted_", quoted)
  put("unquoted_", unquoted)
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
