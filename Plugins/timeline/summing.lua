--- What articles come to over time: by the day of publication, and by the dates that they mention.
local mentions = require "mentions"
local periods = require "periods"

--- As many of the dates that are mentioned the report has, those in most articles first, as many of those ahead, and as many letters
--- of a sentence.
local LISTED <const>, AHEAD <const>, LETTERS <const> = 200, 60, 220
--- As many days before and after the run.
local AROUND <const> = 31
--- Of fewer articles no interval is told: it would be wider than the scale.
local LEAST <const> = 5

local function before(a, b)
  if a.article ~= b.article then return a.article < b.article end
  return a.first < b.first
end

--- Joins what two parts know of a date that is mentioned. Of the sentences those in the articles with the least ids stay, one of
--- an article, so that the order of articles does not matter.
local function join(known, more, most)
  if not known then return more end
  known.articles = known.articles + more.articles
  known.mentions = known.mentions + more.mentions
  local sentences = known.sentences
  for _, sentence in ipairs(more.sentences) do sentences[#sentences + 1] = sentence end
  table.sort(sentences, before)
  for place = #sentences, most + 1, -1 do sentences[place] = nil end
  return known
end

--- The words of a sentence on one line, shortened where it is long.
local function line(text)
  if text:find("[\n\t]") or text:find("  ", 1, true) then text = text:gsub("%s+", " ") end
  -- What has no more bytes has no more letters.
  return #text > LETTERS and desk.text.shorten(text, LETTERS) or text
end

--- Where the sentence around each mention is looked for: mentions come in the order of the text, as sentences do.
local function passages(article)
  local sentences, number = article.sentences, 1
  return function(span)
    if span.place == "title" then return { article = article.id, text = article.title, first = 0, last = 0 } end
    local sentence, first = sentences[number], span.first
    if sentence and sentence.first > first then number, sentence = 1, sentences[1] end
    while sentence and sentence.last < first do
      number = number + 1
      sentence = sentences[number]
    end
    if not sentence or sentence.first > span.last then sentence = span end
    return { article = article.id, text = line(sentence.text), first = sentence.first, last = sentence.last }
  end
end

--- The dates that an article mentions, each with the first sentence that does.
local function mentioned(article)
  local by, passage = { day = {}, month = {}, year = {} }, passages(article)
  for _, mention in ipairs(mentions.latest()) do
    local dates <const> = by[mention.precision]
    local known = dates[mention.iso]
    if known then
      known.mentions = known.mentions + 1
    else
      dates[mention.iso] = { articles = 1, mentions = 1, sentences = { passage(mention.span) } }
    end
  end
  return by
end

local function rounded(number) return number and desk.round(number, 3) end

--- The articles of all days by period, with what their tones come to. Periods without articles are among them.
local function published(days, kind)
  local first, last
  for day in pairs(days) do
    first, last = first or day, day
  end
  if not first then return {}, "day", nil, nil end
  local list, by, starts = {}, {}, nil
  starts, kind = periods.all(first, last, kind)
  for place, start in ipairs(starts) do
    list[place] = { start = start, articles = 0, tones = {} }
    by[start] = list[place]
  end
  for day, known in pairs(days) do
    local period <const> = by[periods.start(day, kind)]
    period.articles = period.articles + known.articles
    period.article = period.article or known.article
    table.move(known.tones, 1, #known.tones, #period.tones + 1, period.tones)
  end
  for _, period in ipairs(list) do
    -- Sums of fractions depend on their order, which is that of the articles.
    table.sort(period.tones)
    period.toned = #period.tones
    period.tone = rounded(desk.stats.mean(period.tones))
    if period.toned >= LEAST then
      local low, high = desk.stats.interval(period.tones)
      period.low, period.high = rounded(low), rounded(high)
    end
    period.tones = nil
  end
  return list, kind, first, last
end

--- How often days in the time of the run and a month before and after it are mentioned, by period.
local function around(days, first, last, kind)
  local from, to = desk.date(first), desk.date(last)
  if not from or not to then return {} end
  local list, by = {}, {}
  for place, start in ipairs((periods.all(from:add(-AROUND).iso, to:add(AROUND).iso, kind))) do
    list[place] = { start = start, mentions = 0 }
    by[start] = list[place]
  end
  for day, known in pairs(days) do
    local period = by[periods.start(day, kind)]
    if period then
      period.mentions = period.mentions + known.mentions
      period.article = period.article or known.sentences[1].article
    end
  end
  return list
end

--- Dates in a list, the first ones by an order, and how many there are.
local function listed(dates, limit, order, wanted)
  local list = {}
  for iso, date in desk.each(dates) do
    if not wanted or wanted(iso) then
      date.iso = iso
      list[#list + 1] = date
    end
  end
  table.sort(list, order)
  return table.move(list, 1, math.min(#list, limit), 1, {}), #list
end

local function by_articles(a, b)
  if a.articles ~= b.articles then return a.articles > b.articles end
  if a.mentions ~= b.mentions then return a.mentions > b.mentions end
  return a.iso < b.iso
end

local function by_date(a, b) return a.iso < b.iso end

return {
  new = function() return { published = {}, undated = 0, mentioned = { day = {}, month = {}, year = {} } } end,

  add = function(total, article, fields, ctx)
    total.mentioned = mentioned(article)
    if fields.undated then
      total.undated = 1
      return
    end
    local tone = ctx:results("sentiment")
    total.published[fields.day] = { articles = 1, article = article.id, tones = { tone and tone.compound } }
  end,

  merge = function(a, b, ctx)
    for day, more in desk.each(b.published) do
      local known = a.published[day]
      if known then
        known.articles = known.articles + more.articles
        if more.article < known.article then known.article = more.article end
        table.move(more.tones, 1, #more.tones, #known.tones + 1, known.tones)
      else
        a.published[day] = more
      end
    end
    for precision, dates in pairs(b.mentioned) do
      local known <const> = a.mentioned[precision]
      for iso, more in desk.each(dates) do known[iso] = join(known[iso], more, ctx.options.examples) end
    end
    a.undated = a.undated + b.undated
    return a
  end,

  finish = function(total, ctx)
    local list, kind, first, last = published(total.published, ctx.options.period)
    local mentioned, all = {}, {}
    for precision, dates in pairs(total.mentioned) do
      mentioned[precision], all[precision] = listed(dates, LISTED, by_articles)
    end
    local ahead, all_ahead = {}, 0
    if last then
      ahead, all_ahead = listed(total.mentioned.day, AHEAD, by_date, function(iso) return iso > last end)
    end
    local near = first and around(total.mentioned.day, first, last, kind) or {}
    return {
      periods = list, around = near, period = kind, first = first, last = last, without_day = total.undated,
      mentioned = mentioned, all_mentioned = all, ahead = ahead, all_ahead = all_ahead,
    }
  end,
}
