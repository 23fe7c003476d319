--- The section of the timeline in a run's report.

local SHOWN <const>, DATES <const>, AHEAD <const>, BARS <const> = 60, 10, 15, 24
local EACH <const> = { day = "day", week = "week from Monday", month = "month" }

local function count(number, one, many) return ("**%s** %s"):format(desk.grouped(number), number == 1 and one or many) end

--- How many stories a period has: its articles without those that copy another one of it; nil where nobody counted them.
local function unique(period, kind, stories)
  return stories and period.articles - (stories.repeated[kind][period.start] or 0)
end

--- Says what everything below is of.
local function denominators(report, summary, kind)
  local gaps, dated = 0, 0
  for _, period in ipairs(summary.periods) do
    dated = dated + period.articles
    if period.articles == 0 then gaps = gaps + 1 end
  end
  report:text(("%s from %s to %s. %s."):format(
    count(dated, "article was published on a known day", "articles were published on known days"), summary.first, summary.last,
    summary.without_day == 0 and "All have a date"
      or count(summary.without_day, "article without a date counts in no period", "articles without a date count in no period")))
  if gaps > 0 then
    report:callout(("The run has no article of %s of these %s %ss. They are gaps in the lines, not nought: nothing tells whether "
      .. "nothing was published or nothing collected."):format(desk.grouped(gaps), desk.grouped(#summary.periods), kind))
  end
end

--- The lines over time: articles, stories, tone.
local function lines(report, summary, kind, stories)
  local volume, told, tone, has_tone, has_copies = {}, {}, {}, false, false
  for place, period in ipairs(summary.periods) do
    local is_known <const> = period.articles > 0
    volume[place] = { date = period.start, value = is_known and period.articles or nil, article = period.article }
    told[place] = { date = period.start, value = is_known and unique(period, kind, stories) or nil, article = period.article }
    tone[place] = { date = period.start, value = period.tone, article = period.article }
    has_tone = has_tone or period.toned > 0
    has_copies = has_copies or told[place].value ~= volume[place].value
  end
  if stories and has_copies then
    report:line("Volume over time", { { name = "articles", points = volume }, { name = "unique stories", points = told } },
      { measure = "by " .. kind })
  else
    report:line("Volume over time", volume, { measure = (stories and "articles by %s, each a story of its own" or "articles by %s"):format(kind) })
  end
  if has_tone then report:line("Tone over time", tone, { measure = "mean compound score by " .. kind .. ", −1 to 1" }) end
  return has_tone
end

--- The numbers behind the lines, those of gaps left empty; all of them in a file.
local function numbers(report, summary, kind, stories, has_tone)
  local columns = { EACH[kind], "articles" }
  if stories then columns[#columns + 1] = "unique stories" end
  if has_tone then
    for _, name in ipairs { "mean tone", "of articles", "95 % from", "95 % to" } do columns[#columns + 1] = name end
  end
  local all, shown = {}, {}
  for _, period in ipairs(summary.periods) do
    local row = { [EACH[kind]] = { value = period.start, article = period.article }, articles = period.articles }
    row["unique stories"] = unique(period, kind, stories)
    if has_tone then
      row["mean tone"], row["of articles"], row["95 % from"], row["95 % to"] = period.tone, period.toned, period.low, period.high
    end
    all[#all + 1] = row
    if #shown < SHOWN and period.articles > 0 then shown[#shown + 1] = row end
  end
  local formats = has_tone and { ["mean tone"] = "signed", ["95 % from"] = "signed", ["95 % to"] = "signed" } or {}
  report:table("By " .. kind, columns, shown, { formats = formats })
  report:download("timeline", columns, all, { title = "All " .. kind .. "s, gaps among them" })
end

--- Dates with how many articles mention them, and sentences that do, one of a story.
local function dates(report, title, list, limit, story_of)
  local passages = {}
  for index = 1, math.min(#list, limit) do
    local date = list[index]
    local seen = {}
    for place, sentence in ipairs(date.sentences) do
      local story = story_of[sentence.article]
      if not story or not seen[story] then
        passages[#passages + 1] = {
          text = sentence.text, article = sentence.article, first = sentence.first > 0 and sentence.first or nil,
          last = sentence.first > 0 and sentence.last or nil,
          label = place == 1 and ("%s · %d %s"):format(date.iso, date.articles, date.articles == 1 and "article" or "articles") or date.iso,
        }
      end
      if story then seen[story] = true end
    end
  end
  if #passages > 0 then report:passages(title, passages) end
end

--- How often the days around the run are mentioned.
local function around(report, summary)
  local points = {}
  for place, period in ipairs(summary.around) do
    points[place] = { date = period.start, value = period.mentions, article = period.article }
  end
  if #points > 0 then
    report:line("Days mentioned, from a month before the run to a month after it", points, { measure = "mentions by " .. summary.period })
  end
end

--- The articles of a date's sentences.
local function articles(date)
  local ids = {}
  for place, sentence in ipairs(date.sentences) do ids[place] = sentence.article end
  return ids
end

--- Bars of the months or years that most articles mention, in the order of the calendar.
local function bars(report, title, list)
  local points = {}
  for index = 1, math.min(#list, BARS) do
    local date = list[index]
    local ids = articles(date)
    points[index] = { name = date.iso, value = date.articles, articles = ids, others = date.articles - #ids }
  end
  table.sort(points, function(a, b) return a.name < b.name end)
  if #points > 1 then report:bar(title, points, { measure = "articles" }) end
end

return function(report, summary, ctx)
  report:heading("Over time")
  local articles = summary.counts.articles
  if articles == 0 then
    report:text("No article was looked at.")
    return
  end
  if summary.first then
    local kind, stories = summary.period, ctx:summary("stories")
    denominators(report, summary, kind)
    numbers(report, summary, kind, stories, lines(report, summary, kind, stories))
  else
    report:text("No article has a date of publication.")
  end
  report:heading("Dates that the articles mention", 2)
  local mentions = summary.mentions or 0
  if mentions == 0 then
    report:text("They mention none.")
    return
  end
  local all <const> = summary.all_mentioned
  report:text(("%s of **%s** days, **%s** months and **%s** years as such; %s of them are told from the article's own date."):format(
    count(mentions, "mention", "mentions"), desk.grouped(all.day), desk.grouped(all.month), desk.grouped(all.year),
    desk.grouped(summary.relative or 0)))
  local stories = ctx:summary("stories")
  local story_of = stories and stories.story_of or {}
  around(report, summary)
  dates(report, "Days that most articles mention, and what they say of them", summary.mentioned.day, DATES, story_of)
  bars(report, "Months mentioned most", summary.mentioned.month)
  bars(report, "Years mentioned most", summary.mentioned.year)
  if #summary.ahead > 0 then
    report:heading("Ahead", 2)
    report:text(("%s after %s, the last day on which an article was published."):format(
      count(summary.all_ahead, "day is mentioned", "days are mentioned"), summary.last))
    dates(report, "What is ahead", summary.ahead, AHEAD, story_of)
  end
end
