--- What a story is about, as IPTC Media Topics: the top level, and where sure the levels below.
---
--- For desks that sort news and for studies that compare what is covered. Words and phrases speak for a topic
--- with a weight; each counts by the square root of how often it comes, in the headline three times. Most of them a
--- script has learned from those that were written by hand; Sources/Training/Topics/README.md says how, and how well it does.
--- A story can have several topics, the weightiest first; `score` is a topic's share of all that was counted.
--- Of the levels below the second those are told that the story names, three times, or twice in more than a word, if the
--- top level above them was found; `levels.py` makes their terms from IPTC's labels.
--- Limits: a list of words knows no irony, and no names but those that were written by hand. It is English only.
local labels = require("labels")

local TITLE = 3 -- how often a word in the headline counts
local NAMED = 4 -- how many named terms add their levels
---@type table<any, number>
local STRENGTH = { 0.3, 1, 2.2, 4.6, 8 } -- by the value in terms.tsv

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

--- The terms that stand in a story for levels below the second, with how often, surest first. A term is sure if it is
--- named often enough and one of the story's top levels is above it.
local function named(article, state, chosen)
  local times, found = {}, {}
  for place, weight in pairs { headline = TITLE, text = 1 } do
    local hits = state.levels:scan(place == "text" and article or article.headline, { entry = state.body })
    count(times, state.body, hits, weight)
  end
  for entry, often in desk.each(times) do
    if often >= 2 and chosen[state.path(entry)[1]] then
      local is_phrase = state.levels[entry]:find(" ", 1, true) ~= nil
      if is_phrase or often >= 3 then found[#found + 1] = { entry = entry, times = often } end
    end
  end
  table.sort(found, function(a, b)
    if a.times ~= b.times then return a.times > b.times end
    return a.entry < b.entry
  end)
  return table.move(found, 1, math.min(#found, NAMED), 1, {})
end

--- Marks those of the hits of the last scan that speak for a chosen topic, each with its share of all that was counted.
local function mark_terms(state, chosen, each, total, found, times)
  local marked, numbers, topics, weights = 0, state.numbers, state.marked, state.weights
  for i = 1, found do
    local entry = state.body[i]
    if chosen[state.tops[entry]] then
      marked = marked + 1
      numbers[marked], topics[marked] = i, labels[state.codes[entry]].label
      weights[marked] = desk.round(times * each[entry] / total, 4)
    end
  end
  if marked > 0 then state.terms:annotate("term", numbers, marked, { topic = topics, weight = weights }) end
end

--- Adds the levels that a term names, and those above it, as far as they are not there.
local function add_levels(topics, listed, path, names, score)
  for level = 2, #path do
    local code = path[level]
    if not listed[code] then
      listed[code] = true
      local label = level == 2 and labels[code] and labels[code].label or names[level - 2]
      if label then topics[#topics + 1] = { id = "medtop:" .. code, label = label, score = desk.round(score, 3) } end
    end
  end
end

--- The parts of a text between marks.
local function parts(text, mark)
  local list = {}
  for part in text:gmatch("[^" .. mark .. "]+") do list[#list + 1] = part end
  return list
end

--- A function that tells the parts of the cells of a column, which most runs ask of few.
local function parted(column, mark)
  return function(entry)
    local cell = column[entry]
    if type(cell) == "string" then
      cell = parts(cell, mark)
      column[entry] = cell
    end
    return cell
  end
end

--- Names with how often they occur, in a line.
local function listed(names, limit)
  local words = {}
  for i, name in ipairs(names or {}) do
    if i > limit then break end
    words[i] = ("%s %d"):format(name.name, name.count)
  end
  return #words > 0 and table.concat(words, ", ") or "–"
end

--- How many articles of each publisher have which first topic.
local function cells(publishers)
  local found = {}
  for i, publisher in ipairs(publishers) do
    if i > 16 then break end
    for _, name in ipairs(publisher.names.topic or {}) do
      found[#found + 1] = {
        row = name.name, column = publisher.name, value = name.count, articles = name.articles, others = name.others,
      }
    end
  end
  return found
end

local function write(report, summary)
  report:heading("What the news is about")
  local with = 0
  for _, name in ipairs(summary.topic or {}) do with = with + name.count end
  report:text(("**%s** of %s articles have a topic; a story can have several. Topics are those of IPTC's Media Topics."):format(
    desk.grouped(with), desk.grouped(summary.counts.articles)))
  report:bar("First topics", summary.topic or {}, { measure = "articles by their weightiest topic", limit = 17 })
  report:bar("All topics", summary.topics or {}, { measure = "articles, on any level", limit = 12 })
  local rows = {}
  for _, publisher in ipairs(summary.publishers or {}) do
    rows[#rows + 1] = {
      publisher.name, publisher.articles, listed(publisher.names.topic, 3), listed(publisher.names.topics, 5),
    }
  end
  if #rows > 1 then
    report:heatmap("First topics by publisher", cells(summary.publishers), { measure = "articles" })
    report:table("By publisher", { "publisher", "articles", "first topics", "all topics" }, rows)
  end
  report:kwic("term", { title = "Words that speak for a topic", limit = 20 })
end

---@type copydesk.Plugin
return {
  api = 1,
  name = "topics",
  version = "2.1.0",
  summary = "What a story is about: IPTC Media Topics",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  languages = { "en" },
  layers = {
    term = "a word or phrase that speaks for one of the story's topics; its weight is its part of all that was counted",
    named = "a word or phrase that names a topic below the second level",
  },
  fields = {
    topics = { type = "list", merge = "top", from = { "term", "named" }, doc = "topics as {id, label, score}: top levels by score, then the levels below" },
    topic = { type = "string", merge = "top", from = "term", doc = "the label of the weightiest top level" },
  },
  judgements = { "topics", "topic" },
  options = {
    most = { type = "integer", default = 3, min = 1, max = 17, doc = "the most top levels for one story" },
    share = { type = "number", default = 0.2, min = 0, max = 1, doc = "the least share of what was counted that a further topic needs" },
    minimum = { type = "number", default = 1, min = 0, doc = "the least weight that a story's first topic needs" },
  },
  resources = { terms = "terms.tsv", learned = "learned.tsv", levels = "levels.tsv" },

  setup = function(ctx)
    local terms = ctx:lexicon("terms", "learned")
    local codes = terms:column("topic")
    local values, strengths = terms:column("value"), terms:column("weight")
    local tops, learned = {}, {}
    local spelled = {} -- codes by their numbers
    for entry, number in ipairs(codes) do
      local code = spelled[number] or ("%08d"):format(number)
      if not labels[code] then error(terms[entry] .. ": no topic has the code " .. code) end
      spelled[number], codes[entry] = code, code
      tops[entry] = top(code)
      learned[entry] = strengths[entry] ~= nil
      strengths[entry] = strengths[entry] or STRENGTH[values[entry]]
    end
    local levels = ctx:lexicon("levels")
    return {
      terms = terms, codes = codes, tops = tops, learned = learned, strengths = strengths,
      title = {}, body = {}, numbers = {}, marked = {}, weights = {},
      levels = levels, path = parted(levels:column("path"), " "), names = parted(levels:column("labels"), "|"),
    }
  end,

  analyze = function(article, ctx, state)
    local tally = {}
    local inTitle = state.terms:scan(article.headline, { entry = state.title })
    local inBody = state.terms:scan(article, { entry = state.body })
    count(tally, state.title, inTitle, TITLE)
    count(tally, state.body, inBody, 1)

    local weights, written, below, kinds, each, total = {}, {}, {}, {}, {}, 0
    for entry, times in pairs(tally) do
      local weight = state.strengths[entry] * math.sqrt(times)
      local code, parent = state.codes[entry], state.tops[entry]
      weights[parent] = (weights[parent] or 0) + weight
      if not state.learned[entry] then
        written[parent] = (written[parent] or 0) + weight
        below[code] = (below[code] or 0) + weight
        kinds[code] = (kinds[code] or 0) + 1
      end
      each[entry] = weight / times
      total = total + weight
    end

    local first, chosen, topics, listed = nil, {}, {}, {}
    for _, code in ipairs(ranked(weights)) do
      local share = weights[code] / total
      if #topics >= ctx.options.most or weights[code] < ctx.options.minimum then break end
      if #topics > 0 and share < ctx.options.share then break end
      topics[#topics + 1] = topic(code, share)
      chosen[code] = true
      first = first or labels[code].label
    end
    -- A lower level is sure where more than one term says so and it has most of the weight of those that know lower levels:
    -- words that were learned do not.
    for _, code in ipairs(ranked(below)) do
      local parent = top(code)
      if code ~= parent and chosen[parent] and kinds[code] > 1 and below[code] > 0.5 * written[parent] then
        topics[#topics + 1] = topic(code, below[code] / total)
        listed[code] = true
      end
    end

    -- `scan` keeps the hits of the text, which came last; the headline's are found once more.
    mark_terms(state, chosen, each, total, inBody, 1)
    if inTitle > 0 then
      mark_terms(state, chosen, each, total, state.terms:scan(article.headline, { entry = state.body }), TITLE)
    end
    local is_named = {}
    for _, term in ipairs(named(article, state, chosen)) do
      is_named[term.entry] = true
      local score = math.min(1, STRENGTH[3] * math.sqrt(term.times) / total)
      add_levels(topics, listed, state.path(term.entry), state.names(term.entry), score)
    end
    if next(is_named) then
      for _, place in ipairs { article.headline, article } do
        for hit in state.levels:hits(place) do
          if is_named[hit.entry] then
            local names = state.names(hit.entry)
            ctx:annotate("named", hit, { topic = names[#names] })
          end
        end
      end
    end
    return { topics = topics, topic = first }
  end,

  report = write,
}
