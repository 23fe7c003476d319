--- The tone towards each person and organisation of a story: negative, neutral or positive, and how sure that is.
---
--- Each mention is looked at in its sentence: the words of tone before and behind it, near and far, turned by negations,
--- whether it stands in a quotation, and what single words say about whom they stand with. A small linear model weighs
--- these; Sources/Training/Sentiment/README.md is its card. It was fitted to NewsMTSC, sentences of American political
--- news that people labelled, and answers as they did with a macro-F1 of 0.64 over three classes on articles not fitted
--- on; large neural models reach 0.8. `confidence` is the model's share for its answer, between 0.33 and 1.
---
--- A name's mentions count together. "He", "she", "him", "her", "his" count for the person named last, up to one sentence
--- before; where nobody is named the pronoun stands for itself. Each mention is marked in the layer `mention` with its own tone.
--- Limits: English only; tone is told from words, so irony and praise of an enemy are missed; reported speech counts
--- like the author's own words. Look at many mentions, and at the words, before you say that an outlet is against somebody.
--- It reads 3 to 4 MB/s, for every mention is looked at, and the layer `entities` comes first.
local model = require "model"

local TONES <const> = { "negative", "neutral", "positive" }
local NEGATION_REACH <const>, FADE <const>, CLOSE <const> = 3, 8, 4 -- as targets.py has them
local NEGATED_UP <const>, NEGATED_DOWN <const> = -1, 0.2
local exp <const>, min <const>, sqrt <const> = math.exp, math.min, math.sqrt

local function squash(value, softness) return value / sqrt(value * value + softness) end

-- Sums of tone on one side of a mention: all, fading with distance, and close by; each upward, then downward.
local ALL <const>, FADING <const>, NEAR <const> = 0, 2, 4
local UP <const>, DOWN <const> = 1, 2

local function add(side, weight, distance)
  local way <const> = weight > 0 and UP or DOWN
  side[ALL + way] = side[ALL + way] + weight
  side[FADING + way] = side[FADING + way] + weight / (1 + distance / FADE)
  if distance <= CLOSE then side[NEAR + way] = side[NEAR + way] + weight end
end

--- What the words of the scanned sentence say of a mention that has so many words before it and is so long: both sides,
--- and for each tone the sum of single words.
local function look(state, hits, before, long)
  local entry, at, weights, negates = state.entry, state.at, state.weight, state.negates
  local negative, neutral, positive = state.tones[1], state.tones[2], state.tones[3]
  local front, back, seen = { 0, 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0, 0 }, {}
  local said_negative, said_neutral, said_positive = 0, 0, 0
  local negation, is_behind = -99, false
  for m = 1, hits do
    local id, i = entry[m], at[m]
    if i > before and not is_behind then negation, is_behind = -99, true end
    if i <= before or i > before + long then
      local weight = weights[id]
      if weight then
        if i - negation <= NEGATION_REACH then weight = weight * (weight > 0 and NEGATED_UP or NEGATED_DOWN) end
        if i <= before then add(front, weight, before - i + 1) else add(back, weight, i - before - long) end
      end
      if not seen[id] then
        seen[id] = true
        said_negative = said_negative + (negative[id] or 0)
        said_neutral = said_neutral + (neutral[id] or 0)
        said_positive = said_positive + (positive[id] or 0)
      end
      if negates[id] then negation = i end
    end
  end
  return front, back, { said_negative, said_neutral, said_positive }
end

--- The three scores of a mention.
local function scores_of(state, hits, before, long, behind, is_quoted)
  local front, back, said = look(state, hits, before, long)
  local up, down = front[ALL + UP] + back[ALL + UP], front[ALL + DOWN] + back[ALL + DOWN]
  local near = front[FADING + UP] + front[FADING + DOWN] + back[FADING + UP] + back[FADING + DOWN]
  local figures = {
    up, down, front[FADING + UP], front[FADING + DOWN], back[FADING + UP], back[FADING + DOWN],
    front[NEAR + UP], front[NEAR + DOWN], back[NEAR + UP], back[NEAR + DOWN],
    squash(up + down, 1), squash(near, 0.3), min(before, 20) / 20, min(behind, 30) / 30, is_quoted and 1 or 0,
  }
  local scores = {}
  for tone, name in ipairs(TONES) do
    local weights = model[name]
    local score = weights[1] + said[tone]
    for i = 1, #figures do score = score + weights[i + 1] * figures[i] end
    scores[tone] = score
  end
  return scores
end

--- The tone that scores speak for, and its share.
local function answer(scores)
  local best, total = 1, 0
  for tone = 1, 3 do
    if scores[tone] > scores[best] then best = tone end
  end
  for tone = 1, 3 do total = total + exp(scores[tone] - scores[best]) end
  return TONES[best], desk.round(1 / total, 3)
end

--- The mentions of a sentence in their order, as {span, name, label, key}. `last` is the person named last, with its sentence.
--- Whom a dateline names, the agency for one, does nothing in the story, which begins at `start`.
local function mentions_in(sentence, state, last, start)
  local found = {}
  for _, entity in ipairs(sentence.entities) do
    if entity.first >= start and (entity.label == "PERSON" or entity.label == "ORG") then
      found[#found + 1] = { span = entity, name = entity.name, label = entity.label, key = entity.number }
    end
  end
  for pronoun in state.pronouns:hits(sentence) do
    found[#found + 1] = { span = pronoun, name = desk.lower(pronoun.text), label = "pronoun" }
  end
  table.sort(found, function(a, b) return a.span.first < b.span.first end)
  for _, mention in ipairs(found) do
    if mention.label == "PERSON" then
      last.name, last.key, last.sentence = mention.name, mention.key, sentence.index
    elseif mention.label == "pronoun" then
      if last.key and sentence.index - last.sentence <= 1 then
        mention.name, mention.key, mention.label = last.name, last.key, "PERSON"
        last.sentence = sentence.index
      else
        mention.key = mention.name
      end
    end
  end
  return found
end

--- Adds a mention's scores to those of its target; targets stand in the order of their first mentions.
local function count(targets, mention, scores)
  local target = targets[mention.key]
  if not target then
    target = { name = mention.name, label = mention.label, mentions = 0, sums = { 0, 0, 0 } }
    targets[mention.key] = target
    targets.order[#targets.order + 1] = target
  end
  target.mentions = target.mentions + 1
  for tone = 1, 3 do target.sums[tone] = target.sums[tone] + scores[tone] end
end

local function words_in(state, article, first, last)
  if last < first then return 0 end
  state.lexicon:scan(article:slice(first, last), nil, state.counted)
  return state.counted.words[1]
end

local function read(article, ctx, state, sentence, found, targets)
  local hits = state.lexicon:scan(sentence, { entry = state.entry, word = state.at }, state.counted)
  local words = state.counted.words[1]
  for _, mention in ipairs(found) do
    local span = mention.span
    local before = words_in(state, article, sentence.first, span.first - 1)
    local long = words_in(state, article, span.first, span.last)
    local is_quoted = #article:layer("quoted", { overlapping = span }) > 0
    local scores = scores_of(state, hits, before, long, words - before - long, is_quoted)
    local tone, confidence = answer(scores)
    ctx:annotate("mention", span, { tone = tone, confidence = confidence, target = mention.name })
    count(targets, mention, scores)
  end
end

--- Targets as {name, kind, tone, confidence, mentions}, and the names of those with either tone.
local function result_of(targets)
  local list, names = {}, { negative = {}, neutral = {}, positive = {} }
  for _, target in ipairs(targets.order) do
    local scores = {}
    for tone = 1, 3 do scores[tone] = target.sums[tone] / target.mentions end
    local tone, confidence = answer(scores)
    list[#list + 1] = {
      name = target.name, kind = target.label, tone = tone, confidence = confidence, mentions = target.mentions,
    }
    if target.label ~= "pronoun" then names[tone][#names[tone] + 1] = target.name end
  end
  return { targets = list, negative = names.negative, positive = names.positive, neutral = names.neutral }
end

local function names(tone)
  return {
    type = "list", merge = "top", from = { mention = { tone = tone } },
    doc = ("people and organisations with a %s tone"):format(tone),
  }
end

---@type copydesk.Plugin
return {
  api = 1,
  name = "targets",
  version = "1.0.1",
  summary = "The tone towards each person and organisation of a story",
  author = "Copydesk",
  license = "MIT",
  categories = { "tone" },
  languages = { "en" },
  requires = { "sentences", "entities", "quoted" },
  layers = { mention = "a mention of a person or organisation, and the tone of its sentence towards it" },
  fields = {
    targets = { type = "list", merge = "none", from = "mention", doc = "targets as {name, kind, tone, confidence, mentions}; the tone is negative, neutral or positive" },
    negative = names("negative"),
    neutral = names("neutral"),
    positive = names("positive"),
  },
  judgements = { "mention" },
  resources = { words = "words.tsv" },

  setup = function(ctx)
    local lexicon = ctx:lexicon("words")
    local tones = {}
    for tone, name in ipairs(TONES) do tones[tone] = lexicon:column(name) end
    return {
      lexicon = lexicon, weight = lexicon:column("weight"), negates = lexicon:column("negates"), tones = tones,
      pronouns = ctx:lexicon { "he", "she", "him", "her", "his" },
      entry = {}, at = {}, counted = { words = {} },
    }
  end,

  analyze = function(article, ctx, state)
    local targets, last = { order = {} }, {}
    local dateline = article.dateline
    local start = dateline and dateline.span and dateline.span.last + 1 or 1
    for _, sentence in ipairs(article.sentences) do
      local found = mentions_in(sentence, state, last, start)
      if #found > 0 then read(article, ctx, state, sentence, found, targets) end
    end
    return result_of(targets)
  end,

  report = function(report, summary, ctx)
    report:heading("Tone towards people and organisations")
    report:text(
      "Told from the words around each mention, as negative, neutral or positive. How often a tone is right for one "
        .. "mention is in the plugin's help; many stories say more than one.")
    report:bar("Most often with a negative tone", summary.negative or {}, { measure = "stories", limit = 15 })
    report:bar("Most often with a positive tone", summary.positive or {}, { measure = "stories", limit = 15 })
    report:kwic("mention", { limit = 12 })
  end,
}
