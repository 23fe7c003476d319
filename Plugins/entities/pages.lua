--- The section of entities in a run's report.

local SHOWN <const>, DRAWN <const> = 15, 40

local function number(count, one, many) return ("**%s** %s"):format(desk.grouped(count), count == 1 and one or many) end

local function names(report, title, list, articles)
  local rows = {}
  for index = 1, math.min(#list, SHOWN) do
    local entry = list[index]
    rows[index] = {
      { value = entry.key, article = entry.article }, entry.articles, entry.articles / math.max(1, articles), entry.mentions,
    }
  end
  if #rows > 0 then
    report:table(title, { "name", "articles", "share of articles", "mentions" }, rows, { formats = { ["share of articles"] = "percent1" } })
  end
end

--- The names of the strongest ties, as many as are drawn.
local function tied(ties)
  local chosen, count = {}, 0
  for _, tie in ipairs(ties) do
    local new = (chosen[tie.a] and 0 or 1) + (chosen[tie.b] and 0 or 1)
    if count + new <= DRAWN then
      chosen[tie.a], chosen[tie.b] = true, true
      count = count + new
    end
  end
  return chosen
end

local function together(report, summary, where)
  local ties, rows, edges, nodes = summary.ties, {}, {}, {}
  if #ties == 0 then return end
  local chosen = tied(ties)
  for index, tie in ipairs(ties) do
    if chosen[tie.a] and chosen[tie.b] then
      edges[#edges + 1] = {
        from = tie.a, to = tie.b, weight = tie.mentions, article = tie.article, first = tie.first, last = tie.last,
      }
    end
    if index <= SHOWN then
      local sentences = { value = tie.mentions, article = tie.article, first = tie.first, last = tie.last }
      rows[index] = { tie.a, tie.b, sentences, tie.articles }
    end
  end
  for group, list in pairs { people = summary.foremost_people, organisations = summary.foremost_organisations } do
    for _, entry in ipairs(list) do
      if chosen[entry.key] then
        chosen[entry.key] = nil -- a name that is a person here and an organisation there is drawn once
        nodes[#nodes + 1] = { name = entry.key, value = entry.mentions, group = group, article = entry.article }
      end
    end
  end
  report:network("Who is named with whom", edges, { measure = where .. " that name both", nodes = nodes, limit = DRAWN })
  report:table("Named together", { "", "with", where, "articles" }, rows)
end

local function places(report, list, unlocated)
  local rows, marks = {}, {}
  for index, place in ipairs(list) do
    marks[index] = {
      name = place.name, lat = place.latitude, lon = place.longitude, value = place.articles, article = place.article,
    }
    if index <= SHOWN then
      rows[index] = {
        { value = place.name, article = place.article }, place.country, place.kind, place.articles, place.mentions,
        place.latitude, place.longitude, place.sure,
      }
    end
  end
  if #rows > 0 then
    report:map("Where the places are", marks, { measure = "articles" })
    report:table("Places", { "place", "country", "kind", "articles", "mentions", "latitude", "longitude", "sure, at least" }, rows, {
      formats = { latitude = "fixed1", longitude = "fixed1", ["sure, at least"] = "fixed2" },
    })
  end
  if unlocated > 0 then
    report:text(("%s places of articles are in no list, or not sure enough to be located. Coordinates are GeoNames'."):format(desk.grouped(unlocated)))
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
  together(report, summary, ctx.options.together == "article" and "articles" or "sentences")
  places(report, summary.map, summary.unlocated or 0)
end
