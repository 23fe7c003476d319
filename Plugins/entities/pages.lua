--- The section of entities in a run's report.

local SHOWN <const> = 25

local function number(count, one, many) return ("**%d** %s"):format(count, count == 1 and one or many) end

local function names(report, title, list, articles)
  local rows = {}
  for index = 1, math.min(#list, SHOWN) do
    local entry = list[index]
    rows[index] = {
      { value = entry.key, article = entry.article }, entry.articles, desk.round(entry.articles / math.max(1, articles), 3), entry.mentions,
    }
  end
  if #rows > 0 then report:table(title, { "name, first found in", "articles", "share of articles", "mentions" }, rows) end
end

local function together(report, ties, where)
  local rows = {}
  for index = 1, math.min(#ties, SHOWN) do
    local tie = ties[index]
    rows[index] = { tie.a, tie.b, { value = tie.mentions, article = tie.article, first = tie.first, last = tie.last }, tie.articles }
  end
  if #rows > 0 then report:table("Named together", { "", "with", where, "articles" }, rows) end
end

local function places(report, list, unlocated)
  local rows = {}
  for index = 1, math.min(#list, SHOWN) do
    local place = list[index]
    rows[index] = {
      { value = place.name, article = place.article }, place.country, place.kind, place.articles, place.mentions,
      desk.round(place.latitude, 1), desk.round(place.longitude, 1), place.sure,
    }
  end
  if #rows > 0 then
    report:table("Places", { "place", "country", "kind", "articles", "mentions", "latitude", "longitude", "sure, at least" }, rows)
  end
  if unlocated > 0 then
    report:text(("%d places of articles are in no list, or not sure enough to be located. Coordinates are GeoNames'."):format(unlocated))
  end
end

return function(report, summary, ctx)
  report:heading("Who and what is named")
  local totals = summary.totals or {}
  if (totals.people or 0) + (totals.organisations or 0) + (totals.located or 0) == 0 then
    report:text("No article names anybody.")
    return
  end
  report:text(("The articles name %s, %s and %s whose location is known."):format(
    number(totals.people, "person", "people"), number(totals.organisations, "organisation", "organisations"),
    number(totals.located, "place", "places")))
  local articles = summary.counts.articles
  names(report, "People", summary.foremost_people, articles)
  names(report, "Organisations", summary.foremost_organisations, articles)
  together(report, summary.ties, ctx.options.together == "article" and "times" or "sentences")
  places(report, summary.map, summary.unlocated or 0)
end
