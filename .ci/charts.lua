--- Writes every kind of block that a report can have, with names and numbers that stand for nothing: to be looked at, and to be
--- checked in a browser.

--- Whole numbers from 1 to `most` that are the same in every run (a linear congruential generator).
local function dice(seed)
  return function(most)
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % most + 1
  end
end

local people = {
  "Ada Brandt", "Ben Okri", "Harbour master", "City council", "Mayor Lindqvist", "Union of Dockworkers", "Lumen Semiconductor", "Aldermoor",
  "Ministry of Trade", "Central bank", "Rating agency North", "Stock exchange", "Northwire", "Coastwire", "Harbour Gazette",
  "Port Echo", "Press council", "Broadcaster One", "Supreme Court", "Ombudsman", "Public prosecutor", "Bar association",
  "Health office", "Red Star relief", "Danube Shipping", "Ferry company", "Port of Ulm", "Ministry of Transport",
}
local groups = { "city", "business", "press", "law", "traffic" }
local agencies = { "Northwire", "Coastwire", "Harbour Gazette", "dpa" }

local function network(report, ids)
  local roll, ties, nodes = dice(7), {}, {}
  for index, name in ipairs(people) do
    nodes[index] = { name = name, group = groups[(index - 1) // 6 + 1], article = ids[1] }
  end
  for _ = 1, 60 do
    local group = roll(5) - 1
    local from = group * 6 + roll(6)
    local to = roll(10) < 9 and group * 6 + roll(6) or roll(#people)
    if people[from] and people[to] and from ~= to then
      ties[#ties + 1] = { from = people[from], to = people[to], weight = roll(8), articles = { ids[1], ids[2], ids[3] } }
    end
  end
  report:network("Who is named with whom", ties, { measure = "articles that name both", nodes = nodes })
  report:network("A small one", { { "A", "B", 3 }, { "B", "C" }, { "D", "E" } })
end

local function lines(report, ids)
  local roll, days, series = dice(3), {}, {}
  for day = 1, 30 do
    if (day < 12 or day > 14) and day ~= 20 then
      days[#days + 1] = { date = ("2025-03-%02d"):format(day), value = 10 + roll(20), articles = { ids[1], ids[2] } }
    end
  end
  for index, name in ipairs(agencies) do
    local points = {}
    for day = 1, 30 do
      if day % 7 ~= index then
        points[#points + 1] = { date = ("2025-03-%02d"):format(day), value = index * 3 + roll(8), article = ids[index] }
      end
    end
    series[index] = { name = name, points = points }
  end
  report:line("Stories a day", days, { measure = "stories" })
  report:line("Stories a day by agency", series, { measure = "stories" })
  report:multiples("Each agency", series, { measure = "stories" })
end

local function heat(report, ids)
  local roll, hours, cells, topics, tones = dice(11), {}, {}, {}, {}
  for hour = 0, 23 do hours[hour + 1] = ("%02d"):format(hour) end
  for _, day in ipairs { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" } do
    for hour = 0, 23 do
      if roll(9) > 1 then
        cells[#cells + 1] = { row = day, column = hours[hour + 1], value = roll(13 - math.abs(hour - 12)), article = ids[1] }
      end
    end
  end
  for _, topic in ipairs { "conflict, war and peace", "economy, business and finance", "politics", "sport", "weather" } do
    for _, publisher in ipairs { "Harbour Gazette", "Coastwire", "Northwire", "Port Echo", "The Northern Herald", "dpa" } do
      if roll(5) > 1 then
        topics[#topics + 1] = { row = topic, column = publisher, value = roll(40), articles = { ids[1], ids[2] } }
      end
    end
    for _, agency in ipairs(agencies) do tones[#tones + 1] = { topic, agency, (roll(200) - 100) / 100 } end
  end
  report:heatmap("When stories are published", cells, { measure = "stories", columns = hours })
  report:heatmap("Topics by publisher", topics, { measure = "stories" })
  report:heatmap("Tone by topic and agency", tones, { measure = "mean compound score" })
end

local function bars(report, ids)
  local roll, lengths = dice(5), {}
  for index = 1, 400 do
    lengths[index] = { value = roll(300) + roll(300) + roll(300), article = ids[index % #ids + 1] }
  end
  report:bar("Speakers", { ["Ada Brandt"] = 12, ["City council"] = 5, ["Mayor Lindqvist"] = 3.5 }, { measure = "quotes" })
  report:stack("Tone of sentences", {
    { name = "Harbour Gazette", parts = { negative = -12, positive = 20 }, articles = { ids[1], ids[2] } },
    { name = "Coastwire", parts = { negative = -22, positive = 5 } },
    { name = "The Northern Herald and a name that is long and does not end soon", parts = { negative = -3, positive = 9 } },
  }, { measure = "sentences", parts = { "negative", "positive" } })
  report:stack("Who speaks", {
    ["Harbour Gazette"] = { women = 12, men = 20, unnamed = 9 }, Coastwire = { women = 3, men = 18, unnamed = 2 },
  }, { share = true, measure = "quotes" })
  report:histogram("Length of stories", lengths, { measure = "words", unit = "stories" })
end

local function maps(report, ids)
  report:map("Where stories are from", {
    { name = "New York", lat = 40.7, lon = -74, value = 120, articles = ids }, { name = "Washington", lat = 38.9, lon = -77, value = 90 },
    { name = "London", lat = 51.5, lon = -0.1, value = 80 }, { name = "Paris", lat = 48.9, lon = 2.4, value = 44 },
    { name = "Berlin", lat = 52.5, lon = 13.4, value = 40, article = ids[1] }, { name = "Kyiv", lat = 50.5, lon = 30.5, value = 35 },
    { name = "Beijing", lat = 39.9, lon = 116.4, value = 50 }, { name = "Sydney", lat = -33.9, lon = 151.2, value = 9 },
    { name = "São Paulo", lat = -23.5, lon = -46.6, value = 12 }, { name = "Lagos", lat = 6.5, lon = 3.4, value = 10 },
    { name = "Jerusalem", lat = 31.8, lon = 35.2, value = 41 }, { name = "Delhi", lat = 28.6, lon = 77.2, value = 22 },
    { name = "Cape Town", lat = -33.9, lon = 18.4, value = 3 }, { name = "Anchorage", lat = 61.2, lon = -149.9, value = 1 },
  }, { measure = "stories" })
  report:map("In one part of it", {
    { name = "Ulm", lat = 48.4, lon = 10, value = 12, article = ids[1] }, { name = "Vienna", lat = 48.2, lon = 16.4, value = 3 },
    { name = "Hamburg", lat = 53.6, lon = 10, value = 2 }, { name = "Rome", lat = 41.9, lon = 12.5, value = 8 },
  }, { measure = "stories" })
end

return {
  api = 1,
  name = "charts",
  version = "1.0.0",
  summary = "Every kind of block, with numbers that stand for nothing",
  aggregate = {
    new = function() return { ids = {} } end,
    add = function(total, article) total.ids[1] = article.id end,
    merge = function(a, b)
      for _, id in ipairs(b.ids) do a.ids[#a.ids + 1] = id end
      return a
    end,
  },
  report = function(report, summary)
    local ids = summary.ids
    report:heading("Charts")
    local note = report:footnote("Reprints of one story count **once**.")
    report:text("There are *29* stories" .. note .. ".")
    report:callout("Headlines were not looked at.")
    report:table("Desks", { "desk", "stories", "share", "tone", "since" }, {
      { "Local", 12, 0.41, 0.25, "2025-03-04" },
      { { value = "Sport", article = ids[1] }, 8, 0.28, -0.5, "2025-01-02" },
      { "Weather", 9, 0.31, 0, "2024-12-02" },
    }, {
      sort = "-stories", formats = { share = "percent1", tone = "signed", since = "date" },
      totals = { stories = "sum", tone = "mean" },
    })
    report:download("desks.csv", { "desk", "stories" }, { { "Local", 12 }, { "Sport", 8 } }, { title = "Stories by desk" })
    lines(report, ids)
    heat(report, ids)
    bars(report, ids)
    network(report, ids)
    maps(report, ids)
  end,
}
