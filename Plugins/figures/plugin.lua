--- The figures of the news: every sum of money, percentage and count, what it counts, who said it, and which contradict each other.
---
--- For checkers and editors. The amounts are those of the host's layer `amounts`. What a figure counts is told by the words beside it:
--- first those of `things.tsv` ("18 people were killed" counts the dead, "inflation rose to 3%" inflation), within sixty bytes of the
--- same clause; else a count's own noun, or the words right behind a sum or a percentage. Who said it is the speaker of the quote that holds
--- it, "according to" included; of quotes within quotes the shortest.
---
--- Contradictions are looked for among the things of `things.tsv` that an article seldom has more than one of (tolls, arrests, turnout,
--- inflation, not profits or prices): figures of one unit, in articles of one day (of publication, else of
--- the dateline) that have a city, region, person or organisation among the five that each names most, and a country only where they
--- name nothing else (rates, such as inflation, only a place). Two articles contradict each other if no figure of one agrees with any of the other: "at least" and "up to" leave room
--- on one side, "about" a tenth. They are places to look at, not verdicts: a toll may have risen in between, or two fires may
--- be meant. Each leads to the words.
--- It reads 5 MB/s, of which the layers take more than half. Limits: English; headlines are not read; figures below zero and ranges are taken as single numbers.
local claims = require "claims"
local pages = require "pages"
local ranges = require "ranges"
local things = require "things"

local ANCHORS <const> = 5 -- names of an article by which it is compared with others
local AGENCIES <const> = { reuter = true, reuters = true, ap = true, ["associated press"] = true, afp = true, dpa = true, upi = true }
local NOBODY <const> = { it = true, they = true, he = true, she = true, who = true, which = true, we = true, i = true, that = true }

--- The day of an article, from its metadata or its dateline; nil where neither tells one.
local function day_of(article)
  local dateline = article.dateline
  local date = article.published or (dateline and dateline.date)
  return date and date:match("^%d%d%d%d%-%d%d%-%d%d")
end

--- The first of a list of names, those that occur most often first.
local function foremost(names, counts)
  local place = {}
  for index, name in ipairs(names) do place[name] = index end
  table.sort(names, function(a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    return place[a] < place[b]
  end)
  return table.move(names, 1, math.min(#names, ANCHORS), 1, {})
end

--- The names that an article has most often, countries only where it has no others; and the places among all.
local function anchors_of(article)
  local counts, others, countries, places = {}, {}, {}, {}
  for _, entity in ipairs(article.entities) do
    if entity.label ~= "NORP" then
      local name = entity.name
      if not counts[name] and not AGENCIES[desk.fold(name)] then
        local list = entity.kind == "country" and countries or others
        list[#list + 1] = name
        if entity.label == "LOC" then places[#places + 1] = name end
      end
      counts[name] = (counts[name] or 0) + 1
    end
  end
  return foremost(#others > 0 and others or countries, counts), foremost(places, counts)
end

--- A function that tells who says what stands at a span: the speaker of the shortest quote that holds it. Spans are to be asked about in
--- their order.
local function speakers(article, sure)
  local quotes <const> = article.quotes
  local next = 1
  return function(span)
    while next <= #quotes and quotes[next].last < span.first do next = next + 1 end
    local best
    for index = next, #quotes do
      local quote = quotes[index]
      if quote.first > span.first then break end
      if quote.last >= span.last and quote.confidence >= sure and (not best or quote.last - quote.first < best.last - best.first) then
        best = quote
      end
    end
    if not best then return nil, false end
    local who, speaker = best.speaker_name, best.speaker
    if not who and speaker and not NOBODY[desk.fold(speaker)] then
      who = desk.text.shorten(speaker, 80):gsub("^The ", "the ")
    end
    return who, true
  end
end

local function integer(doc, kind)
  return { type = "integer", merge = "sum", from = { figure = { kind = kind } }, doc = doc }
end

---@type copydesk.Plugin
return {
  api = 1,
  name = "figures",
  version = "1.0.0",
  summary = "Every sum, percentage and count: of what, who said it, and which contradict each other",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  languages = { "en" },
  requires = { "amounts", "quotes", "entities" },
  layers = { figure = "a sum, a percentage, a measure or a count, what it counts and who said it" },
  fields = {
    figures = { type = "list", merge = "none", doc = "figures as {value, unit, kind, thing, who, bound, text, first, last}" },
    count = integer("figures"),
    money = integer("sums of money", "money"),
    percentages = integer("percentages", "percent"),
    counted = integer("counts of things", "count"),
    attributed = integer("figures that somebody is said to have given"),
    things = { type = "map", merge = "top", doc = "what is counted, with how many figures" },
    who = { type = "map", merge = "top", doc = "figures by who gives them" },
    claims = { type = "list", merge = "none", doc = "figures that can be compared: {thing, unit, value, bound, who, first, last, text}" },
    anchors = { type = "list", merge = "none", doc = "the names by which the article's figures are compared with those of others" },
    places = { type = "list", merge = "none", doc = "the places by which its rates are" },
  },
  judgements = { "figure" },
  options = {
    measures = { type = "boolean", default = false, doc = "count lengths, weights, times and the like too" },
    sure = { type = "number", default = 0.6, min = 0, max = 1, doc = "how sure the host must be of a quote for its speaker to count" },
  },
  resources = { things = "things.tsv" },

  setup = function(ctx) return things.load(ctx) end,

  analyze = function(article, ctx, state)
    local text <const> = article.text
    local list, comparable, by_thing, by_speaker = {}, {}, {}, {}
    local kinds, attributed = { money = 0, percent = 0, count = 0, measure = 0 }, 0
    local said = speakers(article, ctx.options.sure)
    if #article.amounts > 0 then things.scan(state, article) end
    for _, amount in ipairs(article.amounts) do
      if amount.kind ~= "measure" or ctx.options.measures then
        local thing, isComparable = things.of(state, text, amount)
        local who, isSaid = said(amount)
        local figure = {
          value = amount.value, unit = amount.unit, kind = amount.kind, thing = thing, who = who, text = amount.text,
          first = amount.first, last = amount.last,
          bound = claims.bound(text:sub(math.max(1, amount.first - 24), amount.first - 1)),
        }
        list[#list + 1] = figure
        kinds[amount.kind] = kinds[amount.kind] + 1
        if isSaid then attributed = attributed + 1 end
        if thing then by_thing[thing] = (by_thing[thing] or 0) + 1 end
        if who then by_speaker[who] = (by_speaker[who] or 0) + 1 end
        if isComparable then
          comparable[#comparable + 1] = {
            thing = thing, unit = amount.kind == "count" and "" or amount.unit, value = amount.value, bound = figure.bound, who = who,
            first = amount.first, last = amount.last, text = amount.text,
          }
        end
        ctx:annotate("figure", amount, { kind = amount.kind, value = amount.value, unit = amount.unit, thing = thing, who = who })
      end
    end
    local anchors, places = {}, {}
    if #comparable > 0 then anchors, places = anchors_of(article) end
    return {
      figures = list, count = #list, money = kinds.money, percentages = kinds.percent, counted = kinds.count, attributed = attributed,
      things = by_thing, who = by_speaker, claims = comparable, anchors = anchors, places = places,
    }
  end,

  aggregate = {
    new = function() return { groups = {}, ranges = {} } end,
    add = function(total, article, fields)
      total.ranges = ranges.of(article, fields.figures)
      local id <const>, day <const> = article.id, day_of(article)
      if not day or #fields.claims == 0 then return end
      for _, claim in ipairs(fields.claims) do
        for _, anchor in ipairs(claim.unit == "%" and fields.places or fields.anchors) do
          local key = table.concat({ day, claim.thing, claim.unit, anchor }, "\t")
          local group = total.groups[key] or {}
          group[#group + 1] = {
            article = id, value = claim.value, bound = claim.bound, who = claim.who, first = claim.first, last = claim.last,
            text = claim.text,
          }
          total.groups[key] = group
        end
      end
    end,
    merge = function(a, b)
      ranges.merge(a.ranges, b.ranges)
      for key, group in desk.each(b.groups) do
        local known = a.groups[key]
        if known then table.move(group, 1, #group, #known + 1, known) else a.groups[key] = group end
      end
      return a
    end,
    finish = function(total)
      local list, count = claims.contradictions(total.groups)
      return { contradictions = list, contradictory = count, ranges = ranges.foremost(total.ranges) }
    end,
  },

  report = pages,
}
