--- An article's scores by VADER: every sentence gets the four scores of the published method, and an article their
--- means, each weighted by its words.

local vader = require "vader"
local emoji = require "emoji"
local quotations = require "quotations"
local scores <const>, round <const> = vader.scores, desk.round

-- The scores of several texts on their way to a mean, weighted by words: sums, and the scores of the last text that
-- is not neutral, which are the mean, to the last digit, if it is the only one.
local function clear(mean)
  mean.texts, mean.words, mean.compound, mean.positive, mean.negative, mean.is_neutral = 0, 0, 0, 0, 0, true
end

local function new_mean()
  local mean = { last_compound = 0.0, last_positive = 0.0, last_negative = 0.0, last_neutral = 1.0 }
  clear(mean)
  return mean
end

local function add_neutral(mean, texts, words)
  mean.texts, mean.words = mean.texts + texts, mean.words + words
end

local function add(mean, words, compound, positive, negative, neutral)
  if words == 0 then return end
  mean.texts, mean.words = mean.texts + 1, mean.words + words
  if neutral == 1 then return end
  mean.is_neutral = false
  mean.compound = mean.compound + compound * words
  mean.positive = mean.positive + positive * words
  mean.negative = mean.negative + negative * words
  mean.last_compound, mean.last_positive, mean.last_negative, mean.last_neutral = compound, positive, negative, neutral
end

-- The mean's four scores, rounded as the Python package rounds; nothing where there were no words.
local function result_of(mean)
  local words <const> = mean.words
  if words == 0 then return end
  if mean.is_neutral then return 0.0, 0.0, 0.0, 1.0 end
  if mean.texts == 1 then
    return round(mean.last_compound, 4), round(mean.last_positive, 3), round(mean.last_negative, 3),
      round(mean.last_neutral, 3)
  end
  local up, down = mean.positive / words, mean.negative / words
  return round(mean.compound / words, 4), round(up, 3), round(down, 3), round(1 - up - down, 3)
end

-- What is kept from article to article is written over by each, so that little is left behind to be collected.
local function setup(ctx)
  local lexicon = ctx:lexicon("lexicon", "modifiers", "idioms", { words = "spaced", case = "lower", overlaps = true })
  local read, reading = vader.reader(lexicon)
  local quoted, counted = {}, { words = {} }
  return {
    lexicon = lexicon, read = read, reading = reading, quoted = quoted,
    marks = { valence = reading.values }, quoted_marks = { valence = reading.values, quoted = quoted },
    -- Where hits, and texts, begin and end: asked for where there are quotation marks.
    hit_firsts = {}, firsts = {}, lasts = {}, inner = {}, outer = {},
    numbers = {}, compounds = {},
    words_in = function(span)
      lexicon:scan(span, nil, counted)
      return counted.words[1]
    end,
    faces = ctx:lexicon("emoji", { words = "characters", case = "keep" }),
    all = new_mean(), inside = new_mean(), outside = new_mean(), title = new_mean(), result = {},
  }
end

--- Marks the words that were just read, at their places where the text had emoji written out. Their scores are made:
--- valences lose the digits behind the fourth.
local function mark(state, ctx, found, place, quoted)
  local values <const>, places <const> = state.reading.values, state.reading.places
  for n = 1, found do values[n] = (values[n] * 10000 + 0.5) // 1 / 10000 end
  if not place then
    return state.lexicon:annotate("word", places, found, quoted and state.quoted_marks or state.marks)
  end
  for n = 1, found do
    local hit = state.lexicon:hit(places[n])
    ctx:annotate("word", place(hit.first, hit.last), { valence = values[n], quoted = quoted and quoted[n] })
  end
end

--- Parts the words just read of a sentence that has some in quotation marks, and adds both parts' scores.
local function part(state, quotes, first, last, words, emphasis, place)
  local values, places, flags = state.reading.values, state.reading.places, state.quoted
  local inner, outer, inners, outers = state.inner, state.outer, 0, 0
  for n = first, last do
    local byte = state.hit_firsts[places[n]]
    if quotes:holds(place and place(byte, byte).first or byte) then
      inners = inners + 1
      inner[inners], flags[n] = values[n], true
    else
      outers = outers + 1
      outer[outers], flags[n] = values[n], nil
    end
  end
  local inner_words = math.max(inners, math.min(quotes:words(), words - outers))
  add(state.inside, inner_words, scores(inner, 1, inners, inner_words, emphasis))
  add(state.outside, words - inner_words, scores(outer, 1, outers, words - inner_words, emphasis))
end

--- Adds the scores of the sentence just read to those of the quoted text, the unquoted or both.
local function add_by_quotes(state, quotes, share, place, first, last, words, emphasis, ...)
  if share == "some" then return part(state, quotes, first, last, words, emphasis, place) end
  local is_quoted <const> = share == "all" or nil
  for n = first, last do state.quoted[n] = is_quoted end
  add(is_quoted and state.inside or state.outside, words, ...)
end

--- Reads sentences: those of `texts`, of which the first is the one behind the number `before`. Marks their words, and
--- lists those that are not neutral behind the first `toned`. Returns how many are listed then.
local function read_sentences(state, ctx, sentences, quotes, texts, place, before, toned)
  local count <const> = state.read(texts)
  local values <const>, ends <const>, emphases <const> = state.reading.values, state.reading.ends, state.reading.emphases
  local words_of <const>, numbers <const>, compounds <const> = state.reading.texts.words, state.numbers, state.compounds
  local all <const>, firsts <const>, lasts <const> = state.all, state.firsts, state.lasts
  local last, plain, plain_words = 0, 0, 0
  for n = 1, count do
    local first <const>, words <const> = last + 1, words_of[n]
    local compound, positive, negative, neutral, emphasis = 0.0, 0.0, 0.0, 1.0, 0
    last = ends[n]
    if first <= last then
      emphasis = emphases[n]
      compound, positive, negative, neutral = scores(values, first, last, words, emphasis)
      add(all, words, compound, positive, negative, neutral)
      if compound ~= 0 then
        toned = toned + 1
        numbers[toned], compounds[toned] = before + n, compound
      end
    elseif words > 0 then
      plain, plain_words = plain + 1, plain_words + words
    end
    if quotes then
      local sentence <const> = place and sentences[before + n]
      local share <const> = quotes:share(sentence and sentence.first or firsts[n], sentence and sentence.last or lasts[n])
      add_by_quotes(state, quotes, share, place, first, last, words, emphasis, compound, positive, negative, neutral)
    end
  end
  add_neutral(all, plain, plain_words)
  if last > 0 then mark(state, ctx, last, place, quotes and state.quoted) end
  return toned
end

--- Marks the sentences that are listed. Returns how many of them are positive, and how many negative.
local function mark_sentences(state, ctx, sentences, toned)
  local compounds <const> = state.compounds
  local positives, negatives = 0, 0
  for n = 1, toned do
    local compound <const> = compounds[n]
    if compound >= 0.05 then
      positives = positives + 1
    elseif compound <= -0.05 then
      negatives = negatives + 1
    end
    compounds[n] = round(compound, 4)
  end
  if toned > 0 then ctx:annotate_each("sentence", sentences, state.numbers, toned, { compound = compounds }) end
  return positives, negatives
end

local function read_headline(state, ctx, headline)
  local text, place = headline, nil
  if state.faces:count(headline) > 0 then text, place = emoji.expand(state.faces, headline) end
  state.read(text)
  local reading <const> = state.reading
  local words <const>, last <const> = reading.texts.words[1], reading.ends[1]
  add(state.title, words, scores(reading.values, 1, last, words, reading.emphases[1]))
  if last > 0 then mark(state, ctx, last, place) end
end

local function analyze(article, ctx, state)
  local all <const>, inside <const>, outside <const>, title <const> = state.all, state.inside, state.outside, state.title
  local sentences <const>, headline <const> = article.sentences, article.headline
  local quotes <const> = quotations.of(article, state.words_in)
  clear(all)
  clear(title)
  clear(inside)
  if quotes then clear(outside) end
  local hits <const>, texts <const> = state.reading.hits, state.reading.texts
  hits.first, texts.first, texts.last = quotes and state.hit_firsts, quotes and state.firsts, quotes and state.lasts
  local toned = 0
  if state.faces:count(article) == 0 then
    toned = read_sentences(state, ctx, sentences, quotes, sentences, nil, 0, 0)
  else
    -- Emoji are written out, so that each sentence is a text of its own.
    for n, sentence in ipairs(sentences) do
      local text, place = emoji.expand(state.faces, sentence)
      toned = read_sentences(state, ctx, sentences, quotes, text, place, n - 1, toned)
    end
  end
  local positives, negatives = mark_sentences(state, ctx, sentences, toned)
  if headline.last > 0 then read_headline(state, ctx, headline) end

  local r <const> = state.result
  r.sentences, r.positive_sentences, r.negative_sentences = #sentences, positives, negatives
  local compound, positive, negative, neutral = result_of(all)
  r.compound, r.positive, r.negative, r.neutral = compound, positive, negative, neutral
  r.headline_compound, r.headline_positive, r.headline_negative, r.headline_neutral = result_of(title)
  r.quoted_compound, r.quoted_positive, r.quoted_negative, r.quoted_neutral = result_of(inside)
  if quotes then compound, positive, negative, neutral = result_of(outside) end
  r.unquoted_compound, r.unquoted_positive, r.unquoted_negative, r.unquoted_neutral =
    compound, positive, negative, neutral
  return r
end

return { setup = setup, analyze = analyze }
