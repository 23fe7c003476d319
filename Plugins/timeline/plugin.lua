--- When articles were published and in which tone, and which dates they mention: volume and tone over time, and what happened or
--- will happen on the days that are written about.
---
--- For researchers who compare coverage over time, and for editors who look for anniversaries and what is ahead. The dates that a text
--- mentions are those of the host's layer `dates`, relative ones ("last Tuesday") told from the article's own; each is as precise as it is
--- written, and days, months and years are counted apart. A mention is ahead if it lies behind the last day on which an article was published.
---
--- Over time, articles are put into days, ISO weeks or months, by how long the run is (option `period`). A period without articles is a gap,
--- not nought: nothing is known of it. Articles without a date of publication are counted apart and in no period. Beside every mean of the
--- tone stands how many articles it is of, and from five on its 95 % interval by Student's t, which takes articles for independent: copies of
--- one story are not. With the plugin `sentiment` in the run there is a tone, with `stories` the number of unique stories.
--- What people could find to be otherwise is the layer `date` (`copydesk sample --marks timeline.date.iso`) and the
--- article's own day, from which the relative ones are told; how often each is mentioned follows from these.
--- Limits: dates in the languages that the layer `dates` reads; times of the day and years without a century do not count.
local mentions = require "mentions"
local pages = require "pages"
local summing = require "summing"

--- The day of an article, from its metadata or its dateline; nil where neither tells one.
local function day_of(article)
  local dateline = article.dateline
  local date = article.published or (dateline and dateline.date)
  return date and date:match("^%d%d%d%d%-%d%d%-%d%d")
end

---@type copydesk.Plugin
return {
  api = 1,
  name = "timeline",
  version = "1.0.1",
  summary = "Volume and tone over time, and the dates that articles mention",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  requires = { "dates", "sentences", "sentiment?", "stories?" },
  layers = { date = "a date that the text mentions" },
  fields = {
    day = { type = "string", merge = "none", from = {}, doc = "the day of publication, or of the dateline" },
    undated = { type = "boolean", merge = "none", from = {}, doc = "whether the article has no such day" },
    mentions = { type = "integer", merge = "sum", from = "date", doc = "dates that are mentioned" },
    relative = { type = "integer", merge = "sum", from = { date = { relative = true } }, doc = "of these, dates told from the article's own, such as \"last Tuesday\"" },
    days = { type = "map", merge = "top", from = { date = { precision = "day" } }, doc = "days that are mentioned, with how often" },
    months = { type = "map", merge = "top", from = { date = { precision = "month" } }, doc = "months that are mentioned as such, with how often" },
    years = { type = "map", merge = "top", from = { date = { precision = "year" } }, doc = "years that are mentioned as such, with how often" },
  },
  judgements = { "date", "day" },
  options = {
    period = { type = "string", default = "auto", choices = { "auto", "day", "week", "month" }, doc = "what articles are put together by" },
    examples = { type = "integer", default = 3, min = 1, max = 10, doc = "as many sentences are kept of each day that is mentioned" },
  },

  analyze = function(article, ctx)
    local day = day_of(article)
    local counts = { day = {}, month = {}, year = {} }
    local list, relative = mentions.find(article, day), 0
    local numbers, isos, precisions, relatives = {}, {}, {}, {}
    for place, mention in ipairs(list) do
      local iso, precision = mention.iso, mention.precision
      numbers[place], isos[place], precisions[place], relatives[place] = mention.number, iso, precision, mention.relative
      counts[precision][iso] = (counts[precision][iso] or 0) + 1
      if mention.relative then relative = relative + 1 end
    end
    if #list > 0 then
      ctx:annotate_each("date", article.dates, numbers, #list, { iso = isos, precision = precisions, relative = relatives })
    end
    return {
      day = day, undated = day == nil, mentions = #list, relative = relative,
      days = counts.day, months = counts.month, years = counts.year,
    }
  end,

  aggregate = summing,
  report = pages,
}
