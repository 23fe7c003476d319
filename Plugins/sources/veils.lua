--- Who a speaker without a name is, by the words that stand for one.
local veils = {}

local PRONOUNS <const> = {
  he = "he", she = "she", they = "they", il = "he", elle = "she", er = "he", sie = false, ["él"] = "he", ella = "she", lui = "he", lei = "she",
}
local BARE <const> = { it = true, who = true, which = true, i = true, we = true, you = true, one = true, that = true, those = true }

local LONGEST <const> = 5 -- bytes of a pronoun

function veils.load(ctx)
  local lexicon = ctx:lexicon("speakers")
  local kinds = lexicon:column("kind")
  return { lexicon = lexicon, kinds = kinds, requests = ctx:lexicon("requests"), preposition = desk.regex("(?<=\\s)(?:at|for|from|in|of|on|with|who|that)\\s", "i") }
end

--- `he`, `she` or `they` where a speaker's words are just that; true for other pronouns, nil for all else.
function veils.pronoun(words)
  if #words > LONGEST then return nil end
  local fold <const> = desk.lower(words)
  if PRONOUNS[fold] ~= nil then return PRONOUNS[fold] or true end
  return BARE[fold]
end

--- The kind of a speaker without a name and the word that shows it: the last one before a preposition, for "a source at the bank" is
--- a source, and "official figures" are figures. nil where no word of the list stands there.
function veils.kind(state, speaker)
  local limit, kind, shown
  for hit in state.lexicon:hits(speaker) do
    if not limit then
      local preposition = state.preposition:find(speaker)
      limit = preposition and preposition.first or speaker.last
    end
    if hit.first < limit then kind, shown = state.kinds[hit.entry], hit end
  end
  return kind, shown
end

--- The sentences in which words say that a name is kept back, as {first, last, hit}.
function veils.requests(state, article)
  local found = {}
  for hit in state.requests:hits(article) do
    local sentence = article:layer("sentences", { overlapping = hit })[1] or hit
    found[#found + 1] = { first = sentence.first, last = sentence.last, hit = hit }
  end
  return found
end

--- The request in a sentence that a quote or its speaker stands in.
function veils.requested(requests, quote)
  local speaker = quote.speaker or quote
  for _, request in ipairs(requests) do
    if speaker.first <= request.last and speaker.last >= request.first then return request end
  end
end

return veils
