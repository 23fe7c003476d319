--- A briefing on a run: what was published when, on what, in which tone, who spoke, which places came up.
---
--- It finds nothing of its own. It gathers what `sentiment`, `topics` and `sources` found and what the host knows
--- of places, and writes one section that reads like a morning briefing. Copy it to begin a report of your own.

local KEPT = 8 -- passages at each end
local NAMED <const> = 5 -- articles of a day
local SENTENCES <const> = { ["sentiment.sentence"] = { place = "text" } }
local VALENCES <const> = { ["sentiment.word"] = { place = "text" } }

--- The day of an article, from its metadata or its dateline; nil where neither tells one.
local function day(article)
  local dateline = article.dateline
  local date = article.published or (dateline and dateline.date)
  return date and date:match("^%d%d%d%d%-%d%d%-%d%d")
end

--- The places that an article mentions, each once.
local function places(article)
  local seen, names = {}, {}
  for _, entity in ipairs(article.entities) do
    if entity.label == "LOC" and not seen[entity.name] then
      seen[entity.name] = true
      names[#names + 1] = entity.name
    end
  end
  return names
end

--- The ids of some articles of both lists, always the same ones.
local function least(a, b)
  local ids = table.move(b, 1, #b, #a + 1, a)
  table.sort(ids)
  return table.move(ids, 1, math.min(#ids, NAMED), 1, {})
end

local function passage(sentence, tone)
  return { text = sentence.text, tone = tone, first = sentence.first, last = sentence.last }
end

--- Joins two lists of passages and keeps the first ones by an order; ties by article and place.
local function keep(a, b, before)
  local all = {}
  for _, list in ipairs({ a, b }) do
    for _, passage in ipairs(list) do all[#all + 1] = passage end
  end
  table.sort(all, function(x, y)
    if x.tone ~= y.tone then return before(x.tone, y.tone) end
    if x.article ~= y.article then return x.article < y.article end
    return x.first < y.first
  end)
  for i = #all, KEPT + 1, -1 do all[i] = nil end
  return all
end

local function lower(x, y) return x < y end
local function higher(x, y) return x > y end

--- Passages as a report shows them.
local function shown(passages)
  local list = {}
  for i, passage in ipairs(passages) do
    list[i] = {
      text = passage.text, label = ("%+.2f"):format(passage.tone), article = passage.article,
      first = passage.first, last = passage.last,
    }
  end
  return list
end

---@type copydesk.Plugin
return {
  api = 1,
  name = "briefing",
  version = "1.0.0",
  summary = "A report on the whole run: dates, topics, tone, voices, places, the strongest sentences",
  author = "Copydesk",
  license = "MIT",
  categories = { "report" },
  requires = { "sentiment", "topics", "sources", "entities" },
  fields = {
    date = { type = "string", merge = "none", doc = "the day of publication, or of the dateline" },
    tone = { type = "number", merge = "mean", from = VALENCES, doc = "the compound score of `sentiment`" },
    places = { type = "list", merge = "top", doc = "the places mentioned" },
    lowest = { type = "map", merge = "none", from = SENTENCES, doc = "the most negative sentence: {text, tone, first, last}" },
    highest = { type = "map", merge = "none", from = SENTENCES, doc = "the most positive sentence: {text, tone, first, last}" },
  },

  analyze = function(article, ctx)
    local lowest, highest
    for _, sentence in ipairs(article:layer("sentiment.sentence")) do
      if sentence.place == "text" then
        local tone = sentence.attributes.compound
        if not lowest or tone < lowest.tone then lowest = passage(sentence, tone) end
        if not highest or tone > highest.tone then highest = passage(sentence, tone) end
      end
    end
    return {
      date = day(article), tone = ctx:results("sentiment").compound, places = places(article),
      lowest = lowest, highest = highest,
    }
  end,

  aggregate = {
    new = function() return { days = {}, lowest = {}, highest = {} } end,
    add = function(total, article, fields)
      local tone = fields.tone
      if fields.date then
        total.days[fields.date] = { articles = 1, toned = tone and 1 or 0, tone = tone or 0, ids = { article.id } }
      end
      local function one(passage)
        if not passage then return {} end
        passage.article = article.id
        return { passage }
      end
      local low, high = fields.lowest, fields.highest
      total.lowest = one(low and low.tone < 0 and low)
      total.highest = one(high and high.tone > 0 and high)
    end,
    merge = function(a, b)
      for date, day in pairs(b.days) do
        local known = a.days[date] or { articles = 0, toned = 0, tone = 0, ids = {} }
        known.articles = known.articles + day.articles
        known.toned = known.toned + day.toned
        known.tone = known.tone + day.tone
        known.ids = least(known.ids, day.ids)
        a.days[date] = known
      end
      a.lowest = keep(a.lowest, b.lowest, lower)
      a.highest = keep(a.highest, b.highest, higher)
      return a
    end,
  },

  report = function(report, summary, ctx)
    report:heading("Briefing")
    local days, tones, dated = {}, {}, 0
    for date, day in pairs(summary.days or {}) do
      local others <const> = day.articles - #day.ids
      days[#days + 1] = { date = date, value = day.articles, articles = day.ids, others = others }
      tones[#tones + 1] = { date = date, value = day.toned > 0 and day.tone / day.toned or nil, articles = day.ids, others = others }
      dated = dated + day.articles
    end
    report:text(("**%s** articles were read; **%s** of them say when they were published."):format(
      desk.grouped(summary.counts.articles), desk.grouped(dated)))
    if #days > 0 then
      report:bar("Articles by date", days, { measure = "articles" })
      report:line("Tone over time", tones, { measure = "mean compound score, −1 to 1" })
    end
    report:bar("Topics", ctx:summary("topics").topic or {}, { measure = "articles by their first topic", limit = 12 })
    report:bar("Most quoted", ctx:summary("sources").speakers or {}, { measure = "words", limit = 12 })
    report:bar("Places most mentioned", summary.places or {}, { measure = "articles", limit = 12 })
    report:passages("The most negative sentences", shown(summary.lowest or {}))
    report:passages("The most positive sentences", shown(summary.highest or {}))
  end,
}
