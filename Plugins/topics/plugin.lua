--- What a story is about, as IPTC Media Topics: the top level, and where sure the level below.
---
--- For desks that sort news and for studies that compare what is covered. Words and phrases speak for a topic
--- with a weight; each counts by the square root of how often it comes, in the headline three times.
--- A story can have several topics, the weightiest first; `score` is a topic's share of all that was counted.
--- Limits: a list of words knows no irony and no names that it was not told. It is English only.
---@type copydesk.Plugin
local labels = require("labels")

local TITLE = 3 -- how often a word in the headline counts
local STRENGTH = { 0.3, 1, 2.2, 4.6, 8 } -- by the weight in terms.tsv

--- The top level of a code.
local function top(code) return labels[code].parent or code end

--- Adds what was found to the tally of each entry.
local function count(tally, entries, found, weight)
  for i = 1, found do
    local entry = entries[i]
    tally[entry] = (tally[entry] or 0) + weight
  end
end

--- The codes of a table of weights, heaviest first.
local function ranked(weights)
  local codes = {}
  for code in desk.each(weights) do codes[#codes + 1] = code end
  table.sort(codes, function(a, b)
    if weights[a] ~= weights[b] then return weights[a] > weights[b] end
    return a < b
  end)
  return codes
end

local function topic(code, share)
  return { id = "medtop:" .. code, label = labels[code].label, score = desk.round(share, 3) }
end

return {
  api = 1,
  name = "topics",
  version = "1.0.0",
  summary = "What a story is about: IPTC Media Topics",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  languages = { "en" },
  layers = { term = "a word or phrase that speaks for one of the story's topics" },
  fields = {
    topics = { type = "list", merge = "top", doc = "topics as {id, label, score}: top levels by score, then the level below" },
    topic = { type = "string", merge = "top", doc = "the label of the weightiest top level" },
  },
  options = {
    most = { type = "integer", default = 3, min = 1, max = 17, doc = "the most top levels for one story" },
    share = { type = "number", default = 0.2, min = 0, max = 1, doc = "the least share of what was counted that a further topic needs" },
    minimum = { type = "number", default = 1, min = 0, doc = "the least weight that a story's first topic needs" },
  },
  resources = { terms = "terms.tsv" },

  setup = function(ctx)
    local terms = ctx:lexicon("terms")
    local codes = terms:column("topic")
    local strengths = terms:column("value")
    local tops = {}
    for entry, code in ipairs(codes) do
      codes[entry] = tostring(code)
      if not labels[codes[entry]] then error(terms[entry] .. ": no topic has the code " .. codes[entry]) end
      tops[entry] = top(codes[entry])
      strengths[entry] = STRENGTH[strengths[entry]]
    end
    return { terms = terms, codes = codes, tops = tops, strengths = strengths, title = {}, body = {} }
  end,

  analyze = function(article, ctx, state)
    local tally = {}
    local inTitle = state.terms:scan(article.headline, { entry = state.title })
    local inBody = state.terms:scan(article, { entry = state.body })
    count(tally, state.title, inTitle, TITLE)
    count(tally, state.body, inBody, 1)

    local weights, below, kinds, total = {}, {}, {}, 0
    for entry, times in pairs(tally) do
      local weight = state.strengths[entry] * math.sqrt(times)
      local code, parent = state.codes[entry], state.tops[entry]
      weights[parent] = (weights[parent] or 0) + weight
      below[code] = (below[code] or 0) + weight
      kinds[code] = (kinds[code] or 0) + 1
      total = total + weight
    end

    local first, chosen, topics = nil, {}, {}
    for _, code in ipairs(ranked(weights)) do
      local share = weights[code] / total
      if #topics >= ctx.options.most or weights[code] < ctx.options.minimum then break end
      if #topics > 0 and share < ctx.options.share then break end
      topics[#topics + 1] = topic(code, share)
      chosen[code] = true
      first = first or labels[code].label
    end
    -- A lower level is sure where most of its topic's weight is its own and more than one term says so.
    for _, code in ipairs(ranked(below)) do
      local parent = top(code)
      if code ~= parent and chosen[parent] and kinds[code] > 1 and below[code] > 0.5 * weights[parent] then
        topics[#topics + 1] = topic(code, below[code] / total)
      end
    end

    -- `scan` keeps the hits of the text, which came last; the headline's are found once more.
    for i = 1, inBody do
      local entry = state.body[i]
      if chosen[state.tops[entry]] then
        ctx:annotate("term", state.terms:hit(i), { topic = labels[state.codes[entry]].label })
      end
    end
    for hit in state.terms:hits(article.headline) do
      if chosen[state.tops[hit.entry]] then
        ctx:annotate("term", hit, { topic = labels[state.codes[hit.entry]].label })
      end
    end
    return { topics = topics, topic = first }
  end,
}
