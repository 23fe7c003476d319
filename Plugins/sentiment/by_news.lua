--- An article's scores by words of English news: weights that modifiers turn, ease or strengthen, summed by sentence.

local quotations = require "quotations"
local sqrt <const>, exp <const>, round <const> = math.sqrt, math.exp, desk.round

-- The rules and figures with which Sources/Training/Sentiment/train.py fitted the weights.
local NEGATION_REACH <const>, EASING_REACH <const> = 3, 4 -- words from a modifier to what it modifies
local NEGATED_UP <const>, NEGATED_DOWN <const>, EASED <const>, BOOSTED <const> = -1, 0.2, -0.25, 1.3
local SOFTENING <const>, SHORT <const> = 0.075, 5

--- How often the sign of such a score was that of the readers' mean rating.
local function confidence_of(compound) return 1 / (1 + exp(-(0.12 + 3.14 * (compound < 0 and -compound or compound)))) end

local function setup(ctx)
  local lexicon = ctx:lexicon("news", "news_modifiers")
  local kinds = lexicon:column("kind")
  local negates, eases, boosts = {}, {}, {}
  for id, kind in pairs(kinds) do
    negates[id], eases[id], boosts[id] = kind == "negation" or nil, kind == "easing" or nil, kind == "booster" or nil
  end
  local counted = { words = {} }
  local printed, flags, entry, at, found, words = {}, {}, {}, {}, {}, {}
  -- What is kept from article to article is written over by each, so that little is left behind to be collected.
  return {
    lexicon = lexicon, weights = lexicon:column("weight"), kinds = kinds,
    negates = negates, eases = eases, boosts = boosts,
    entry = entry, at = at, found = found, words = words, valences = {}, printed = printed, hits = {}, flags = flags,
    hit_columns = { entry = entry, word = at }, text_columns = { hits = found, words = words },
    -- Where hits, and sentences, begin and end: asked for where there are quotation marks.
    hit_firsts = {}, firsts = {}, lasts = {},
    marks = { valence = printed }, quoted_marks = { valence = printed, quoted = flags },
    numbers = {}, compounds = {}, result = {},
    words_in = function(span)
      lexicon:scan(span, nil, counted)
      return counted.words[1]
    end,
  }
end

--- Weighs the hits from `first` to `last` of one sentence, behind the values already there. Returns the number of
--- values, the sums of the positive and the negative ones, and how many of each there are.
local function weigh(state, first, last, count)
  local entry <const>, at <const>, weights <const>, kinds <const> = state.entry, state.at, state.weights, state.kinds
  local valences <const>, printed <const>, hits <const> = state.valences, state.printed, state.hits
  local negation, easing, booster = -99, -99, -99
  local up, down, ups, before = 0, 0, 0, count
  for m = first, last do
    local id <const>, i <const> = entry[m], at[m]
    local weight = weights[id]
    if weight then
      -- The weights in the list have few digits, what modifiers make of them may have more.
      local shown = weight + 0.0
      if i - negation <= NEGATION_REACH then
        weight = weight * (weight > 0 and NEGATED_UP or NEGATED_DOWN)
        shown = round(weight, 4)
      elseif weight < 0 and i - easing <= EASING_REACH then
        weight = weight * EASED
        shown = round(weight, 4)
      elseif i - booster == 1 then
        weight = weight * BOOSTED
        shown = round(weight, 4)
      end
      count = count + 1
      valences[count], printed[count], hits[count] = weight, shown, m
      if weight > 0 then
        up, ups = up + weight, ups + 1
      else
        down = down + weight
      end
    end
    if kinds[id] then
      if state.negates[id] then
        negation = i
      elseif state.eases[id] then
        easing = i
      elseif state.boosts[id] then
        booster = i
      end
    end
  end
  return count, up, down, ups, count - before - ups
end

local function compound_of(sum, words) return sum / sqrt(sum * sum + SOFTENING * (words + SHORT)) end

local function new_tally() return { words = 0, compound = 0, positive = 0, negative = 0 } end

--- Adds a sentence, or the part of one, to a tally.
local function add(tally, words, compound, positive, negative)
  tally.words = tally.words + words
  tally.compound = tally.compound + compound * words
  tally.positive, tally.negative = tally.positive + positive, tally.negative + negative
end

--- Adds both parts of a sentence that has some words in quotation marks to their tallies.
local function part(state, quotes, first, last, words, inside, outside)
  local valences <const>, flags <const> = state.valences, state.flags
  local inner_sum, inner_ups, inner_downs, outer_sum, outer_ups, outer_downs = 0, 0, 0, 0, 0, 0
  for n = first, last do
    local valence <const> = valences[n]
    local up <const> = valence > 0 and 1 or 0
    if quotes:holds(state.hit_firsts[state.hits[n]]) then
      flags[n] = true
      inner_sum, inner_ups, inner_downs = inner_sum + valence, inner_ups + up, inner_downs + 1 - up
    else
      flags[n] = nil
      outer_sum, outer_ups, outer_downs = outer_sum + valence, outer_ups + up, outer_downs + 1 - up
    end
  end
  local inner <const> = math.min(quotes:words(), words)
  add(inside, inner, compound_of(inner_sum, inner), inner_ups, inner_downs)
  add(outside, words - inner, compound_of(outer_sum, words - inner), outer_ups, outer_downs)
end

--- A tally's scores: compound, and the shares of its words that are positive, negative and neither.
local function result_of(tally)
  local words <const> = tally.words
  if words == 0 then return end
  local positive <const>, negative <const> = tally.positive / words, tally.negative / words
  return round(tally.compound / words, 4), round(positive, 3), round(negative, 3), round(1 - positive - negative, 3)
end

--- Reads the sentences of a text. Returns the tallies of all of it, of what is quoted and of what is not.
local function read_text(state, ctx, article)
  local lexicon <const>, sentences <const> = state.lexicon, article.sentences
  local quotes <const> = quotations.of(article, state.words_in)
  local all, inside, outside = new_tally(), new_tally(), quotes and new_tally()
  local found <const>, words <const>, firsts <const>, lasts <const> = state.found, state.words, state.firsts, state.lasts
  local flags <const>, numbers <const>, compounds <const> = state.flags, state.numbers, state.compounds
  local hit_columns <const>, text_columns <const> = state.hit_columns, state.text_columns
  hit_columns.first = quotes and state.hit_firsts
  text_columns.first, text_columns.last = quotes and firsts, quotes and lasts
  local _, length = lexicon:scan(sentences, hit_columns, text_columns)
  local last, count, toned, positives, negatives = 0, 0, 0, 0, 0
  for s = 1, length do
    local size <const>, first <const>, before <const> = words[s], last + 1, count
    local up, down, compound, positive, negative = 0, 0, 0, 0, 0
    last = last + found[s]
    if first <= last then
      count, up, down, positive, negative = weigh(state, first, last, count)
      compound = compound_of(up + down, size)
    end
    add(all, size, compound, positive, negative)
    if quotes then
      local share <const> = quotes:share(firsts[s], lasts[s])
      if share == "some" then
        part(state, quotes, before + 1, count, size, inside, outside)
      else
        for n = before + 1, count do flags[n] = share == "all" or nil end
        add(share == "all" and inside or outside, size, compound, positive, negative)
      end
    end
    if compound ~= 0 then
      toned = toned + 1
      numbers[toned], compounds[toned] = s, round(compound, 4)
      if compound >= 0.05 then
        positives = positives + 1
      elseif compound <= -0.05 then
        negatives = negatives + 1
      end
    end
  end
  if count > 0 then lexicon:annotate("word", state.hits, count, quotes and state.quoted_marks or state.marks) end
  if toned > 0 then ctx:annotate_each("sentence", sentences, numbers, toned, { compound = compounds }) end
  state.result.sentences = #sentences
  state.result.positive_sentences, state.result.negative_sentences = positives, negatives
  return all, inside, outside or all
end

local function read_headline(state, headline)
  local title = new_tally()
  if headline.last > 0 then
    local hits <const> = state.lexicon:scan(headline, state.hit_columns, state.text_columns)
    local count <const>, up <const>, down <const>, positive <const>, negative <const> = weigh(state, 1, hits, 0)
    local words <const> = state.words[1]
    add(title, words, compound_of(up + down, words), positive, negative)
    if count > 0 then state.lexicon:annotate("word", state.hits, count, state.marks) end
  end
  return title
end

local function analyze(article, ctx, state)
  local r <const> = state.result
  local all <const>, inside <const>, outside <const> = read_text(state, ctx, article)
  r.compound, r.positive, r.negative, r.neutral = result_of(all)
  r.quoted_compound, r.quoted_positive, r.quoted_negative, r.quoted_neutral = result_of(inside)
  r.unquoted_compound, r.unquoted_positive, r.unquoted_negative, r.unquoted_neutral = result_of(outside)
  r.headline_compound, r.headline_positive, r.headline_negative, r.headline_neutral =
    result_of(read_headline(state, article.headline))
  r.coverage = r.neutral and round(1 - r.neutral, 3)
  r.confidence = r.compound and round(confidence_of(r.compound), 3)
  return r
end

return { setup = setup, analyze = analyze }
