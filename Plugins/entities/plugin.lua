--- Who and what is named: people, organisations and places over a run, who is named with whom, and where the places are.
---
--- For researchers and monitors who ask whom the news is about. Names are those of the host's layer `entities`, a conditional
--- random field for English; what an article calls by several names is one there. Over a run a name is one person or
--- organisation: two people of one name are one, and one who is written in two ways is two.
--- Two names are together where a sentence has both, or, by the option `together`, an article; only the names that an article
--- has most often count for that (`most`), so that its lists of names do not drown the rest.
---
--- Places are looked up in `places.tsv` and `countries.tsv`, made from GeoNames by `gazetteer.py`: cities from 30,000 inhabitants
--- on, capitals, countries, the states of the United States, and provinces of a score of other countries. Of several that have a name the one with most inhabitants is
--- meant, where those in a country or state that the article names count twenty-fold, and one whose country or state stands
--- right behind it ("Paris, Texas") counts alone. `confidence` is its share of all that has the name, an unlisted namesake of
--- 30,000 inhabitants among them; places below the option `sure` are not located, nor are seas, mountains, streets and the like.
--- Limits: English only; villages, districts and most provinces are in no list. It reads 6 MB/s, of which
--- the layer `entities` takes half.
local gazetteer = require "gazetteer"
local pages = require "pages"
local summing = require "summing"

local LAYERS <const> = { PERSON = "person", ORG = "organisation", LOC = "place" }
local NOWHERE <const> = { continent = true, water = true, mountain = true, road = true, site = true }

--- The names that nobody asks about, ready to be looked up.
local function without(names)
  local set = {}
  for _, name in ipairs(names) do set[desk.fold(name)] = true end
  return set
end

--- What an article names, in the order of first mentions, and the countries and states among it.
local function read(article, left_out)
  local all, by_number, named = {}, {}, {}
  local entities <const> = article.entities
  for index = 1, #entities do
    local entity = entities[index]
    local label, country = entity.label, entity.country
    if country and (label == "NORP" or entity.kind == "country" or entity.kind == "region") then named[country] = true end
    local layer = LAYERS[label]
    if layer then
      local thing = by_number[entity.number]
      if not thing then
        local name = entity.name
        if name:find("[%c]") then name = name:gsub("%s+", " ") end
        thing = { name = name, layer = layer, country = country, kind = entity.kind, mentions = {} }
        by_number[entity.number] = thing
        if not left_out[desk.fold(name)] then all[#all + 1] = thing end
      end
      thing.mentions[#thing.mentions + 1] = entity
    end
  end
  return all, named
end

--- The country or state that stands right behind a mention: "Paris, Texas".
local function beside(article, lists, span)
  if article.text:sub(span.last + 1, span.last + 2) ~= ", " then return nil end
  local after = article:layer("entities", { overlapping = { first = span.last + 3, last = span.last + 3 } })[1]
  if not after or after.label ~= "LOC" then return nil end
  if after.kind == "country" then return after.country end
  return gazetteer.state(lists, after.name)
end

--- Finds where an article's places are; each place gets `at` and `confidence` if it is sure enough.
local function locate(article, lists, all, named, sure)
  for _, thing in ipairs(all) do
    local state = thing.layer == "place" and gazetteer.state(lists, thing.name)
    if state then named[state] = true end
  end
  for _, thing in ipairs(all) do
    if thing.layer == "place" and not NOWHERE[thing.kind or ""] then
      local is_country = thing.kind == "country"
      local name, behind = gazetteer.parts(lists, thing.name)
      if not is_country then behind = behind or beside(article, lists, thing.mentions[1]) end
      local at, confidence = gazetteer.find(lists, name, thing.country, is_country, named, behind)
      if at and confidence >= sure then thing.at, thing.confidence = at, confidence end
    end
  end
end

--- What is said of a place, in marks and in `located`.
local function said_of(thing)
  local at <const> = thing.at
  return {
    name = thing.name, country = at.country, region = at.region, kind = at.kind, latitude = at.latitude, longitude = at.longitude,
    id = at.id, fips = at.fips, confidence = thing.confidence,
  }
end

local function mark(ctx, all)
  for _, thing in ipairs(all) do
    local attributes = thing.at and said_of(thing) or { name = thing.name }
    for _, mention in ipairs(thing.mentions) do ctx:annotate(thing.layer, mention, attributes) end
  end
end

--- The people and organisations that are named most, and at least so many as are asked for; of equals the first.
local function foremost(all, most)
  local list = {}
  for order, thing in ipairs(all) do
    thing.order = order
    if thing.layer ~= "place" then list[#list + 1] = thing end
  end
  table.sort(list, function(a, b)
    if #a.mentions ~= #b.mentions then return #a.mentions > #b.mentions end
    return a.order < b.order
  end)
  return table.move(list, 1, math.min(#list, most), 1, {})
end

--- In how many sentences each pair is named, as {a, b, count, first, last}; the names of a pair stand in their order.
local function pairs_of(article, all, options)
  local list, known = {}, {}
  local function add(a, b, sentence)
    if a.name == b.name then return end
    if b.name < a.name then a, b = b, a end
    local key = a.name .. "\t" .. b.name
    local pair = known[key]
    if not pair then
      pair = { a = a.name, b = b.name, count = 0, first = sentence and sentence.first, last = sentence and sentence.last }
      known[key] = pair
      list[#list + 1] = pair
    end
    pair.count = pair.count + 1
  end
  local things = foremost(all, options.most)
  if options.together == "article" then
    for i, a in ipairs(things) do
      for j = i + 1, #things do add(a, things[j]) end
    end
    return list
  end
  local spans = {}
  for _, thing in ipairs(things) do
    for _, mention in ipairs(thing.mentions) do spans[#spans + 1] = { first = mention.first, thing = thing } end
  end
  table.sort(spans, function(a, b) return a.first < b.first end)
  local sentences <const> = article.sentences
  local number, sentence = 0, nil
  local here = {}
  for _, span in ipairs(spans) do
    while number < #sentences and (not sentence or span.first > sentence.last) do
      number = number + 1
      sentence, here = sentences[number], {}
    end
    if not here[span.thing] then
      for _, other in ipairs(here) do add(other, span.thing, sentence) end
      here[span.thing] = true
      here[#here + 1] = span.thing
    end
  end
  return list
end

local function counted(doc, from) return { type = "map", merge = "top", from = from, doc = doc .. ", with how often each is mentioned" } end

---@type copydesk.Plugin
return {
  api = 1,
  name = "entities",
  version = "1.0.0",
  summary = "People, organisations and places: how often, with whom, and where",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  languages = { "en" },
  requires = { "entities", "sentences" },
  layers = {
    person = "a mention of a person", organisation = "a mention of an organisation",
    place = "a mention of a place, and where it is if that is sure",
  },
  fields = {
    people = counted("people", "person"),
    organisations = counted("organisations", "organisation"),
    places = counted("places", "place"),
    located = { type = "list", merge = "none", from = { place = { id = true } },
      doc = "places as {name (of countries the English one), country, region, kind, latitude, longitude, id, fips, confidence, mentions}; the id is GeoNames', fips the country by FIPS 10-4" },
    unlocated = { type = "integer", merge = "sum", from = { place = { id = false } }, doc = "places that are in no list, or not sure enough" },
    pairs = { type = "list", merge = "none", from = { "person", "organisation" }, doc = "people and organisations named together, as {a, b, count, first, last}" },
  },
  judgements = { "person", "organisation", "place" },
  options = {
    together = { type = "string", default = "sentence", choices = { "sentence", "article" }, doc = "where two names are together" },
    most = { type = "integer", default = 12, min = 2, max = 100, doc = "as many names of an article count for who is named together" },
    without = { type = "list", default = { "Reuter", "Reuters", "AP", "Associated Press", "AFP", "Agence France-Presse", "dpa", "UPI" },
      doc = "names to leave out: unless told, the agencies that sign stories" },
    sure = { type = "number", default = 0.5, min = 0, max = 1, doc = "how sure a place must be to be located" },
  },
  resources = { places = "places.tsv", countries = "countries.tsv" },

  setup = function(ctx)
    local lists = gazetteer.load(ctx)
    lists.without = without(ctx.options.without)
    return lists
  end,

  analyze = function(article, ctx, lists)
    local all, named = read(article, lists.without)
    locate(article, lists, all, named, ctx.options.sure)
    mark(ctx, all)
    local found = { person = {}, organisation = {}, place = {} }
    local located, unlocated = {}, 0
    for _, thing in ipairs(all) do
      local counts = found[thing.layer]
      counts[thing.name] = (counts[thing.name] or 0) + #thing.mentions
      if thing.at then
        local place = said_of(thing)
        place.mentions = #thing.mentions
        if place.kind == "country" then place.name = thing.at.name end
        located[#located + 1] = place
      elseif thing.layer == "place" then
        unlocated = unlocated + 1
      end
    end
    return {
      people = found.person, organisations = found.organisation, places = found.place, located = located, unlocated = unlocated,
      pairs = pairs_of(article, all, ctx.options),
    }
  end,

  aggregate = summing,
  report = pages,
}
