--- An article's scores by words of English news: weights that modifiers turn, ease or strengthen, summed by sentence.

local quotations = require "quotations"
local sqrt <const>, exp <const>, round <const> = math.sqrt, math.exp, desk.round

-- The rules and figures with which Sources/Training/Sentiment/train.py fitted the weights.
local NEGATION_REACH <const>, EASING_REACH <const> = 3, 4 -- words from a modifier to what it modifies
local NEGATED_UP <const>, NEGATED_DOWN <const>, EASED <const>, BOOSTED <const> = -1, 0.2, -0.25, 1.3
local SOFTENING <const>, SHORT <const> = 0.075, 5

--- How often the sign of such a score was that of the readers' mean rating.
local function confidence_of(compound) return 1 / (1 + exp(-(0.10 + 3.15 * (compound < 0 and -compound or compound)))) end

local function setup(ctx)
  local lexicon = ctx:lexicon("news", "news_modifiers")
  local kinds = lexicon:column("kind")
  local negates, eases, boosts = {}, {}, {}
  for id, kind in pairs(kinds) do
    negates[id], eases[id], boosts[id] = kind == "negation" or nil, kind == "easing" or nil, kind == "booster" or nil
  end
  local counted = { words = {} }
  local valences, flags = {}, {}
  return {
    lexicon = lexicon, weights = lexicon:column("weight"),
    negates = negates, eases = eases, boosts = boosts,
    entry = {}, at = {}, found = {}, words = {}, valences = valences, hits = {}, flags = flags,
    marks = { valence = valences }, quoted_marks = { valence = valences, quoted = flags },
    numbers = {}, compounds = {}, result = {},
    words_in = function(span)
      lexicon:scan(span, nil, counted)
      return counted.words[1]
    end,
  }
end

--- Weighs the hits from `first` to `last` of one sentence, behind the values already there. Returns the number of
--- values, and the sums of the positive and the negative ones.
local function weigh(state, first, last, count)
  local entry <const>, at <const>, weights <const> = state.entry, state.at, state.weights
  local negates <const>, eases <const>, boosts <const> = state.negates, state.eases, state.boosts
  local valences <const>, hits <const> = state.valences, state.hits
  local negation, easing, booster = -99, -99, -99
  local up, down = 0, 0
  for m = first, last do
    local id <const>, i <const> = entry[m], at[m]
    local weight = weights[id]
    if weight then
      if i - negation <= NEGATION_REACH then
        weight = weight * (weight > 0 and NEGATED_UP or NEGATED_DOWN)
      elseif weight < 0 and i - easing <= EASING_REACH then
        weight = weight * EASED
      elseif i - booster == 1 then
        weight = weight * BOOSTED
      end
      count = count + 1
      valences[count], hits[count] = weight, m
      if weight > 0 then up = up + weight else down = down + weight end
    end
    if negates[id] then
      negation = i
    elseif eases[id] then
      easing = i
    elseif boosts[id] then
      booster = i
    end
  end
  return count, up, down
end

local function compound_of(sum, words) return sum / sqrt(sum * sum + SOFTENING * (words + SHORT)) end

local function new_tally() return { words = 0, compound = 0, positive = 0, negative = 0 } end

--- Adds a sentence, or the part of one, to a tally.
local function add(tally, words, compound, positive, negative)
  tally.words = tally.words + words
  tally.compound = tally.compound + compound * words
  tally.positive, tally.negative = tally.positive + positive, tally.negative + negative
end

--- How many of the values are positive, and how many negative.
local function signs(valences, first, last)
  local positive = 0
  for n = first, last do
    if valences[n] > 0 then positive = positive + 1 end
  end
  return positive, last - first + 1 - positive
end

--- Adds both parts of a sentence that has some words in quotation marks to their tallies.
local function part(state, quotes, first, last, words, inside, outside)
  local valences <const>, flags <const> = state.valences, state.flags
  local sums, counts = { [true] = 0, [false] = 0 }, { [true] = { 0, 0 }, [false] = { 0, 0 } }
  for n = first, last do
    local quoted <const>, valence <const> = quotes:holds(state.lexicon:hit(state.hits[n]).first), valences[n]
    flags[n] = quoted or nil
    sums[quoted] = sums[quoted] + valence
    local sign <const> = valence > 0 and 1 or 2
    counts[quoted][sign] = counts[quoted][sign] + 1
  end
  local inner <const> = math.min(quotes:words(), words)
  add(inside, inner, compound_of(sums[true], inner), counts[true][1], counts[true][2])
  add(outside, words - inner, compound_of(sums[false], words - inner), counts[false][1], counts[false][2])
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
  local lexicon <const>, valences <const> = state.lexicon, state.valences
  local sentences <const> = article.sentences
  local quotes <const> = quotations.of(article, state.words_in)
  local all, inside, outside = new_tally(), new_tally(), quotes and new_tally()
  local found <const>, words <const> = state.found, state.words
  lexicon:scan(sentences, { entry = state.entry, word = state.at }, { hits = found, words = words })
  local last, count, toned, positives, negatives = 0, 0, 0, 0, 0
  for s = 1, #sentences do
    local first <const>, before <const> = last + 1, count
    local up, down, compound = 0, 0, 0
    last = last + found[s]
    if first <= last then
      count, up, down = weigh(state, first, last, count)
      compound = compound_of(up + down, words[s])
    end
    local positive <const>, negative <const> = signs(valences, before + 1, count)
    add(all, words[s], compound, positive, negative)
    if quotes then
      local share <const> = quotes:share(sentences[s])
      if share == "some" then
        part(state, quotes, before + 1, count, words[s], inside, outside)
      else
        for n = before + 1, count do state.flags[n] = share == "all" or nil end
        add(share == "all" and inside or outside, words[s], compound, positive, negative)
      end
    end
    if compound ~= 0 then
      toned = toned + 1
      state.numbers[toned], state.compounds[toned] = s, round(compound, 4)
      if compound >= 0.05 then
        positives = positives + 1
      elseif compound <= -0.05 then
        negatives = negatives + 1
      end
    end
  end
  for n = 1, count do valences[n] = round(valences[n], 4) end
  if count > 0 then lexicon:annotate("word", state.hits, count, quotes and state.quoted_marks or state.marks) end
  if toned > 0 then ctx:annotate_each("sentence", sentences, state.numbers, toned, { compound = state.compounds }) end
  state.result.sentences = #sentences
  state.result.positive_sentences, state.result.negative_sentences = positives, negatives
  return all, inside, outside or all
end

local function read_headline(state, headline)
  local title = new_tally()
  if headline.last > 0 then
    local lexicon <const>, valences <const> = state.lexicon, state.valences
    local hits = lexicon:scan(headline, { entry = state.entry, word = state.at }, { words = state.words })
    local count <const>, up <const>, down <const> = weigh(state, 1, hits, 0)
    local words <const> = state.words[1]
    add(title, words, compound_of(up + down, words), signs(valences, 1, count))
    for n = 1, count do valences[n] = round(valences[n], 4) end
    if count > 0 then lexicon:annotate("word", state.hits, count, state.marks) end
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
