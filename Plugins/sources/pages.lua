--- The section of sources in a run's report.

local STANCES <const> = {
  "neutral", "claiming", "stressing", "conceding", "doubting", "denying", "asking", "promising", "warning", "believing", "praising", "blaming",
}
local OUTLETS <const> = 25

local function percent(part, whole) return ("%d %%"):format(desk.round(100 * part / math.max(1, whole))) end

--- A share with its interval: `12 % (9–15)`.
local function within(part, whole)
  local low, high = desk.stats.wilson(part, whole)
  if not low then return "–" end
  return ("%s (%d–%d)"):format(percent(part, whole), desk.round(100 * low), desk.round(100 * high))
end

local function counted(number, noun) return ("**%s** %s%s"):format(desk.grouped(number), noun, number == 1 and "" or "s") end

local function introduce(report, summary, total)
  report:text(("%s with %s; **%s** of the words have no named speaker."):format(
    counted(summary.quotes, "quote"), counted(total, "word"), percent(summary.unattributed_words, total)))
  report:text(("%s of the quotes are direct, %s mixed and %s indirect. %s come from people without a name; of %s nobody can be told who "
    .. "speaks. In brackets: intervals of 95 %%."):format(
    percent(summary.direct, summary.quotes), percent(summary.mixed, summary.quotes), percent(summary.indirect, summary.quotes),
    within(summary.anonymous, summary.quotes), within(summary.unknown, summary.quotes)))
end

local function speakers(report, list, total)
  local rows = {}
  for index = 1, math.min(#list, 30) do
    local speaker = list[index]
    rows[index] = {
      { value = speaker.name, article = speaker.at.article }, speaker.role or "", speaker.words, speaker.words / math.max(1, total), speaker.quotes,
      speaker.direct / math.max(1, speaker.quotes), speaker.articles, speaker.pronoun or "",
    }
  end
  if #rows > 0 then
    report:table("Speakers", { "speaker", "role", "words", "share", "quotes", "direct", "articles", "pronoun" }, rows, {
      formats = { share = "percent", direct = "percent" },
    })
  end
end

--- The outlets with most quotes, by name and counts.
local function ranked(outlets)
  local list = {}
  for name, outlet in pairs(outlets) do list[#list + 1] = { name = name, counts = outlet } end
  table.sort(list, function(a, b)
    if a.counts.quotes ~= b.counts.quotes then return a.counts.quotes > b.counts.quotes end
    return a.name < b.name
  end)
  return list
end

local function by_outlet(report, summary)
  local list = ranked(summary.outlets)
  list = table.move(list, 1, math.min(#list, OUTLETS), 1, {})
  if #list > 1 then list[#list + 1] = { name = "all", counts = summary.whole } end
  local rows, stances, formats = {}, {}, {}
  for _, stance in ipairs(STANCES) do formats[stance] = "percent" end
  for index, outlet in ipairs(list) do
    local counts = outlet.counts
    local quotes <const> = counts.quotes
    rows[index] = {
      outlet.name, counts.articles, quotes, within(counts.direct or 0, quotes), within(counts.named or 0, quotes),
      within(counts.anonymous or 0, quotes), within(counts.unknown or 0, quotes),
    }
    local row, cued = { outlet.name }, 0
    for _, stance in ipairs(STANCES) do cued = cued + (counts.stances[stance] or 0) end
    for _, stance in ipairs(STANCES) do row[#row + 1] = cued > 0 and (counts.stances[stance] or 0) / cued or "–" end
    stances[index] = row
  end
  report:table("Outlets", { "outlet", "articles", "quotes", "direct", "named", "without a name", "unknown" }, rows)
  report:table("How speech is presented: cues by stance", { "outlet", table.unpack(STANCES) }, stances, { formats = formats })
end

--- Bars of counts by what speakers are, each leading to who of them speaks most.
local function kinds(report, title, counts, speakers, key, measure)
  local points, foremost = {}, {}
  for _, speaker in ipairs(speakers) do
    local kind = speaker[key]
    if kind and not foremost[kind] then foremost[kind] = speaker.at.article end
  end
  for kind, words in pairs(counts) do points[#points + 1] = { name = kind, value = words, article = foremost[kind] } end
  table.sort(points, function(a, b) return a.value > b.value end)
  if #points > 0 then report:bar(title, points, { measure = measure }) end
end

return function(report, summary)
  report:heading("Who is quoted")
  local total = summary.words or 0
  if total == 0 then
    report:text("No article quotes anybody.")
    return
  end
  introduce(report, summary, total)
  report:bar("Share of voice", summary.speakers or {}, { measure = "words quoted", limit = 15 })
  speakers(report, summary.ranked, total)
  kinds(report, "Groups", summary.groups, summary.ranked, "group", "words quoted, by the table of people")
  kinds(report, "Named speakers by pronoun", summary.by_gender, summary.ranked, "pronoun",
    "words; those for whom no pronoun stands are left out")
  by_outlet(report, summary)
  if summary.anonymous > 0 then
    report:bar("Speakers without a name", summary.anonymous_kinds or {}, { measure = "quotes" })
    report:kwic("anonymous", { title = "What stands for a name", limit = 15 })
  end
  report:kwic("speech", { title = "In their words", limit = 20 })
end
