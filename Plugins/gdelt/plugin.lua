--- Each article as a record like those of GDELT's Global Knowledge Graph (GKG) 2.1, for who wants to compare.
---
--- The fields are those of the codebook of 19 February 2015, by its terms: themes, counts, locations, persons, organizations, tone, dates,
--- quotations, names and amounts, with offsets in characters of the text from 0. `--format gkg` writes them in GDELT's columns; what is like
--- them and what is not, column by column, says the page on formats for other programs. In short:
---   themes      GDELT's names for what the words of `themes.tsv` stand for, some 100 of its thousands, then the media topics of `topics`
---   counts      KILL, WOUND, ARREST, KIDNAP, PROTEST and AFFECT, of `figures`, with the place named nearest
---   locations   of `entities`: countries by FIPS 10-4; regions by GeoNames' codes, of which most are FIPS', ids by GeoNames, not GNS
---   tone        of `sentiment`: positive − negative, positive, negative, their sum (polarity), each in percent of the words, then the
---               densities of activity and of self and group reference by `activity.tsv`, and the words
--- Limits: English. GDELT's lists are not public, so shares and scores differ from its own by method, and must not be put into one series
--- with them; order and direction can be compared. The headline is not part of the text here, as it is in GDELT's where pages have it.
local pages = require "pages"
local places = require "places"

local COUNTS <const> = {
  dead = "KILL", injured = "WOUND", arrested = "ARREST", kidnapped = "KIDNAP", protesters = "PROTEST", displaced = "AFFECT",
}

--- A function that turns bytes of the text, from 1, to characters from 0. Bytes are to be asked about in rising order now and then:
--- it goes on where it was, and begins anew for one before.
local function offsets(text)
  if utf8.len(text) == #text then return function(byte) return byte - 1 end end
  local at, count = 1, 0
  return function(byte)
    if byte < at then at, count = 1, 0 end
    count, at = count + utf8.len(text, at, byte - 1, true), byte
    return count
  end
end

--- Mentions of people, of organisations, and of both and places, each as {name, offset}.
local function names(article, offset)
  local all, by_label = {}, { PERSON = {}, ORG = {} }
  for _, entity in ipairs(article.entities) do
    local label = entity.label
    if label ~= "NORP" then
      local mention, list = { name = entity.name, offset = offset(entity.first) }, by_label[label]
      all[#all + 1] = mention
      if list then list[#list + 1] = mention end
    end
  end
  return by_label.PERSON, by_label.ORG, all
end

--- Themes in the order of the text, GDELT's before the media topics; marks GDELT's.
local function themes(article, ctx, state, offset)
  local list = {}
  for hit in state.themes:hits(article) do
    local theme = state.names[hit.entry]
    list[#list + 1] = { theme = theme, offset = offset(hit.first) }
    ctx:annotate("theme", hit, { theme = theme })
  end
  local ids, topics = {}, ctx:results("topics").topics or {}
  for _, topic in ipairs(topics) do ids[topic.label] = topic.id end
  local seen = {}
  for _, layer in ipairs { "topics.term", "topics.named" } do
    for _, term in ipairs(article:layer(layer)) do
      local id = term.place == "text" and ids[term.attributes.topic]
      if id then
        seen[id] = true
        list[#list + 1] = { theme = id, offset = offset(term.first) }
      end
    end
  end
  -- A topic may be told by words that the headline alone has, or that stand for one below it.
  for _, topic in ipairs(topics) do
    if not seen[topic.id] then list[#list + 1] = { theme = topic.id } end
  end
  return list
end

--- Tolls and the like of `figures`, with the place named nearest.
local function tallies(article, ctx, locations, offset)
  local list = {}
  for _, figure in ipairs(article:layer("figures.figure")) do
    local said = figure.attributes
    local kind = said.kind == "count" and COUNTS[said.thing or ""]
    if kind then
      local at = offset(figure.first)
      list[#list + 1] = { type = kind, number = said.value, object = said.unit, place = places.nearest(locations, at), offset = at }
      ctx:annotate("count", figure, { type = kind, number = said.value })
    end
  end
  return list
end

--- `{resolution, month, day, year, offset}`: a year alone is 1, a month 2, a day 3, a day without a year 4.
local function dates(article, offset)
  local list = {}
  for _, date in ipairs(article.dates) do
    local iso <const> = date.iso
    local year, month, day = iso:match("^(%d%d%d%d)%-?(%d?%d?)%-?(%d?%d?)")
    local resolution
    if year then
      resolution = day ~= "" and 3 or month ~= "" and 2 or 1
    else
      month, day = iso:match("^%-%-(%d%d)%-(%d%d)")
      year, resolution = 0, month and 4
    end
    if resolution then
      list[#list + 1] = {
        resolution = resolution, year = tonumber(year), month = tonumber(month) or 0, day = tonumber(day) or 0, offset = offset(date.first),
      }
    end
  end
  return list
end

local function quotations(article, offset)
  local list = {}
  for _, quote in ipairs(article.quotes) do
    local first = offset(quote.first)
    list[#list + 1] = {
      offset = first, length = offset(quote.last + 1) - first, verb = quote.cue and quote.cue.text or "", quote = quote.text,
    }
  end
  return list
end

local function amounts(article, offset)
  local list = {}
  for _, amount in ipairs(article.amounts) do
    list[#list + 1] = { amount = amount.value, object = amount.unit, offset = offset(amount.first) }
  end
  return list
end

--- In percent, with two decimals.
local function percent(share) return desk.round(100 * share, 2) end

--- The six numbers of tone, and the words.
local function tone(article, ctx, state)
  local found, words = ctx:results("sentiment"), article.word_count
  local positive, negative = found.positive or 0, found.negative or 0
  local counts, hits = { active = 0, self = 0 }, state.activity:scan(article, { entry = state.entries })
  for hit = 1, hits do
    local kind = state.kinds[state.entries[hit]]
    counts[kind] = counts[kind] + 1
  end
  words = math.max(1, words)
  return {
    tone = percent(positive - negative), positive = percent(positive), negative = percent(negative), polarity = percent(positive + negative),
    activity = percent(counts.active / words), self = percent(counts.self / words),
  }
end

--- Each theme once, without the media topics.
local function kinds(list)
  local seen, all = {}, {}
  for _, entry in ipairs(list) do
    if not seen[entry.theme] and not entry.theme:find(":", 1, true) then
      seen[entry.theme] = true
      all[#all + 1] = entry.theme
    end
  end
  return all
end

--- The countries of an article, each once.
local function countries(locations)
  local seen, all = {}, {}
  for _, place in ipairs(locations) do
    if place.country and not seen[place.country] then
      seen[place.country] = true
      all[#all + 1] = place.country
    end
  end
  return all
end

local function records(doc, from) return { type = "list", merge = "none", from = from or {}, doc = doc } end
local function mean(doc, from) return { type = "number", merge = "mean", from = from or {}, doc = doc .. ", in percent of the words" } end
local VALENCES <const> = { ["sentiment.word"] = { place = "text" } }

---@type copydesk.Plugin
return {
  api = 1,
  name = "gdelt",
  version = "1.0.0",
  summary = "Each article as a record of GDELT's Global Knowledge Graph, for comparison",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  languages = { "en" },
  requires = { "entities", "quotes", "amounts", "dates", "entities.place", "figures", "sentiment", "topics" },
  layers = { theme = "words that stand for a theme of GDELT's", count = "a number of people who were killed, wounded, arrested and the like" },
  fields = {
    themes = records("themes as {theme, offset}: GDELT's, then media topics, which may have no place in the text", { "theme", "topics.term" }),
    kinds = { type = "list", merge = "top", from = "theme", doc = "GDELT's themes, each once" },
    tallies = records("counts as {type, number, object, place, offset}", "count"),
    locations = records("mentions of places as {type, name, country, region, latitude, longitude, id, offset}", "entities.place"),
    countries = { type = "list", merge = "top", from = { ["entities.place"] = { country = true } }, doc = "countries by FIPS 10-4, each once" },
    persons = records("mentions of people as {name, offset}", "entities.person"),
    organizations = records("mentions of organisations as {name, offset}", "entities.organisation"),
    names = records("mentions of people, organisations and places as {name, offset}", { "entities.person", "entities.organisation", "entities.place" }),
    dates = records("dates as {resolution, month, day, year, offset}"),
    quotations = records("quotes as {offset, length, verb, quote}"),
    amounts = records("amounts as {amount, object, offset}"),
    tone = mean("positive − negative words", VALENCES),
    positive = mean("positive words", VALENCES),
    negative = mean("negative words", VALENCES),
    polarity = mean("positive + negative words", VALENCES),
    activity = mean("words of doing"),
    self = mean("words by which speakers mean themselves or their group"),
  },
  judgements = { "kinds", "theme", "count" },
  resources = { themes = "themes.tsv", activity = "activity.tsv" },

  setup = function(ctx)
    local themes, activity = ctx:lexicon("themes"), ctx:lexicon("activity")
    return { themes = themes, names = themes:column("theme"), activity = activity, kinds = activity:column("kind"), entries = {} }
  end,

  analyze = function(article, ctx, state)
    local offset = offsets(article.text)
    local fields = tone(article, ctx, state)
    fields.locations = places.of(article, offset)
    fields.themes = themes(article, ctx, state, offset)
    fields.tallies = tallies(article, ctx, fields.locations, offset)
    fields.kinds, fields.countries = kinds(fields.themes), countries(fields.locations)
    fields.persons, fields.organizations, fields.names = names(article, offset)
    fields.dates, fields.quotations, fields.amounts = dates(article, offset), quotations(article, offset), amounts(article, offset)
    return fields
  end,

  aggregate = {
    new = function() return { counted = {} } end,
    add = function(total, article, fields)
      for _, tally in ipairs(fields.tallies) do
        local known = total.counted[tally.type] or { counts = 0, articles = 1, largest = -1 }
        known.counts = known.counts + 1
        if tally.number > known.largest then
          known.largest, known.object, known.article = tally.number, tally.object, article.id
        end
        total.counted[tally.type] = known
      end
    end,
    merge = function(a, b)
      for kind, more in pairs(b.counted) do
        local known = a.counted[kind]
        if not known then
          a.counted[kind] = more
        else
          known.counts, known.articles = known.counts + more.counts, known.articles + more.articles
          if more.largest > known.largest or more.largest == known.largest and more.article < known.article then
            known.largest, known.object, known.article = more.largest, more.object, more.article
          end
        end
      end
      return a
    end,
  },

  report = pages,
}
