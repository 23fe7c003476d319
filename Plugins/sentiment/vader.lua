--- VADER: the valence of the words of a sentence, and the scores that are made of them.
---
--- Rules, constants and order are those of C.J. Hutto and E.E. Gilbert, "VADER: A Parsimonious Rule-based
--- Model for Sentiment Analysis of Social Media Text" (ICWSM 2014), as the authors' Python package
--- vaderSentiment 3.3.2 applies them, so that scores compare with published ones. Where the package does
--- something odd, a comment says so, and we do it too.
---
--- The host finds the words of the lists and says which word of the sentence each is; the rules see these
--- alone, since no rule asks for any other word.

local CAPITALS <const> = 0.733     -- a word in capitals among words that are not
local NEGATION <const> = -0.74     -- what a negation makes of a valence
local EMPHATIC <const> = 1.25      -- and a "never so"
local ALPHA <const> = 15           -- how soon the compound score nears its ends

local sqrt <const> = math.sqrt

local vader = {}

--- The scores of a text: compound, positive, negative, neutral. Of its words the values from `first` to `last` are
--- the valences that are not zero.
function vader.scores(values, first, last, words, emphasis)
  if words == 0 then return 0.0, 0.0, 0.0, 0.0 end
  if last < first then return 0.0, 0.0, 0.0, 1.0 end
  local sum, positive, negative = 0, 0, 0
  for n = first, last do
    local value = values[n]
    sum = sum + value
    -- Each word counts one more, as the neutral ones count one.
    if value > 0 then positive = positive + value + 1 else negative = negative + value - 1 end
  end
  if sum > 0 then
    sum = sum + emphasis
  elseif sum < 0 then
    sum = sum - emphasis
  end
  if positive > -negative then
    positive = positive + emphasis
  elseif positive < -negative then
    negative = negative - emphasis
  end
  local neutral = words - (last - first + 1)
  local total = positive - negative + neutral
  return sum / sqrt(sum * sum + ALPHA), positive / total, -negative / total, neutral / total
end

-- What exclamation marks (four count at most) and question marks (from two on) add to a sum.
local function emphasis_of(exclamations, questions)
  local emphasis = (exclamations < 4 and exclamations or 4) * 0.292
  if questions < 2 then return emphasis end
  return emphasis + (questions < 4 and questions * 0.18 or 0.96)
end

--- Makes a function that reads a text, or each text of a layer, and returns how many texts there are; and what it reads:
---
--- - `values`: the valences that are not zero, and `places`: the hits of the scan that they belong to;
--- - by text `ends`: the last of its values, and `emphases`: what its punctuation adds, where it has values;
--- - `hits` and `texts`: the columns of the scan. Who asks for more adds lists to them, which `lexicon:scan` fills.
function vader.reader(lexicon)
  local valence, boost, idiom = lexicon:column("valence"), lexicon:column("boost"), lexicon:column("idiom")
  local negates, length = {}, {}                           -- lengths of phrases, in words
  for id, kind in pairs(lexicon:column("kind")) do
    negates[id] = kind == "negation" or nil
  end
  for _, column in ipairs { boost, idiom } do
    for id in pairs(column) do
      local spaces = select(2, lexicon[id]:gsub(" ", ""))
      length[id] = spaces > 0 and spaces + 1 or nil
    end
  end
  local NO <const>, OR <const>, NOR <const> = lexicon:entry("no"), lexicon:entry("or"), lexicon:entry("nor")
  local SO <const>, THIS <const>, NEVER <const> = lexicon:entry("so"), lexicon:entry("this"), lexicon:entry("never")
  local WITHOUT <const>, DOUBT <const> = lexicon:entry("without"), lexicon:entry("doubt")
  local LEAST <const>, AT <const>, VERY <const> = lexicon:entry("least"), lexicon:entry("at"), lexicon:entry("very")
  local BUT <const>, KIND_OF <const> = lexicon:entry("but"), lexicon:entry("kind of")

  -- The hits of the scan: entries, positions in words, and whether they are in capitals.
  local entry, at, capital = {}, {}, {}
  -- Its texts: how many hits, words, words in capitals, and marks.
  local found, words, capitals, exclamations, questions = {}, {}, {}, {}, {}
  local values, places, ends, emphases = {}, {}, {}, {}
  local reading <const> = {
    values = values, places = places, ends = ends, emphases = emphases,
    hits = { entry = entry, word = at, capitals = capital },
    texts = { hits = found, words = words, capitals = capitals, exclamations = exclamations, questions = questions },
  }

  --- What a phrase that begins at a word and has so many words says in a column; nil if there is none.
  local function phrase(column, position, words, first, last)
    for k = first, last do
      local id = entry[k]
      if at[k] == position and length[id] == words and column[id] then return column[id] end
    end
  end

  --- An idiom sets the valence, whatever it was; "sort of" and its like are added, whatever the sign.
  local function with_idioms(value, i, first, last)
    local function says(column, position, words) return phrase(column, position, words, first, last) end
    value = says(idiom, i - 1, 2) or says(idiom, i - 2, 3) or says(idiom, i - 2, 2)
      or says(idiom, i - 3, 3) or says(idiom, i - 3, 2) or value
    value = says(idiom, i, 2) or value
    value = says(idiom, i, 3) or value
    return value + (says(boost, i - 3, 3) or 0) + (says(boost, i - 3, 2) or 0) + (says(boost, i - 2, 2) or 0)
  end

  --- A valence with what a modifier before the word adds to it, damped by its distance.
  local function boosted(value, k, damping, differs)
    local by = boost[entry[k]]
    if not by then return value end
    if value < 0 then by = -by end
    if capital[k] and differs then by = value > 0 and by + CAPITALS or by - CAPITALS end
    return value + by * damping
  end

  --- The valence of a hit, given its neighbours: the hits from `first` to `last`.
  local function word_valence(m, first, last, differs)
    local id, i = entry[m], at[m]
    local value = valence[id]

    -- Of the three words before, those that the lists have: hits k1 to k3, entries w1 to w3.
    local k1, k2, k3, w1, w2, w3, phrases
    local k = m - 1
    while k >= first and at[k] >= i - 3 do
      local before, other = i - at[k], entry[k]
      if length[other] then
        phrases = true
      elseif before == 1 then
        k1, w1 = k, other
      elseif before == 2 then
        k2, w2 = k, other
      elseif before == 3 then
        k3, w3 = k, other
      end
      k = k - 1
    end
    k = m + 1
    while k <= last and at[k] == i do
      if entry[k] == KIND_OF then return 0 end
      phrases, k = true, k + 1
    end

    -- "No" before a word with a valence turns that word and has none itself.
    if id == NO and k <= last and at[k] == i + 1 and valence[entry[k]] then value = 0 end
    if NO == w1 or NO == w2 or (NO == w3 and (w1 == OR or w1 == NOR)) then value = valence[id] * NEGATION end
    if differs and capital[m] then value = value > 0 and value + CAPITALS or value - CAPITALS end

    -- A word with a valence of its own modifies nothing.
    if w1 and not valence[w1] then
      value = boosted(value, k1, 1, differs)
      if negates[w1] then value = value * NEGATION end
    end
    if w2 and not valence[w2] then
      value = boosted(value, k2, 0.95, differs)
      if w2 == NEVER and (w1 == SO or w1 == THIS) then
        value = value * EMPHATIC
      elseif negates[w2] and not (w2 == WITHOUT and w1 == DOUBT) then
        value = value * NEGATION
      end
    end
    if i > 3 and not (w3 and valence[w3]) then
      if w3 then value = boosted(value, k3, 0.9, differs) end
      -- A "so" or "this" right before is enough here; "never" is not asked for.
      if w1 == SO or w1 == THIS or (w3 == NEVER and (w2 == SO or w2 == THIS)) then
        value = value * EMPHATIC
      elseif w3 and negates[w3] and not (w3 == WITHOUT and (w2 == DOUBT or w1 == DOUBT)) then
        value = value * NEGATION
      end
      if phrases then value = with_idioms(value, i, first, last) end
    end
    if w1 == LEAST and w2 ~= AT and w2 ~= VERY then value = value * NEGATION end
    return value
  end

  --- What comes before a "but" counts half, what comes after it half as much again. The package looks each
  --- valence up by its value, so that of equal ones the first is changed in place of the later.
  local function weigh_clauses(from, to, but)
    for n = from, to do
      local equal = from
      while values[equal] ~= values[n] do equal = equal + 1 end
      local i = at[places[equal]]
      if i < but then
        values[equal] = values[equal] * 0.5
      elseif i > but then
        values[equal] = values[equal] * 1.5
      end
    end
  end

  local function read(text)
    local count <const> = select(2, lexicon:scan(text, reading.hits, reading.texts))
    -- What is a function's own is looked up faster.
    local entry <const>, at <const>, capital <const>, valence <const> = entry, at, capital, valence
    local values <const>, places <const>, ends <const>, found <const> = values, places, ends, found
    local filled, last = 0, 0
    for n = 1, count do
      local hits <const> = found[n]
      if hits > 0 then
        local first <const>, from <const> = last + 1, filled + 1
        last = last + hits
        local differs <const> = capitals[n] > 0 and capitals[n] < words[n]
        local but
        for m = first, last do
          local id <const> = entry[m]
          local value = valence[id]
          if value then
            -- Most words stand alone: nothing of the lists is near, and rules that ask for neighbours need not be asked.
            if hits > 1 or differs then
              local i <const> = at[m]
              if (m > first and at[m - 1] >= i - 3) or (m < last and at[m + 1] <= i + 1) or (differs and capital[m]) then
                value = word_valence(m, first, last, differs)
              end
            end
            if value ~= 0 then
              filled = filled + 1
              values[filled], places[filled] = value, m
            end
          elseif id == BUT then
            but = but or at[m]
          end
        end
        if filled >= from then
          if but then weigh_clauses(from, filled, but) end
          local shouts <const>, asks <const> = exclamations[n], questions[n]
          emphases[n] = (shouts > 0 or asks > 1) and emphasis_of(shouts, asks) or 0
        end
      end
      ends[n] = filled
    end
    return count
  end

  return read, reading
end

return vader
