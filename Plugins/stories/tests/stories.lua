local function news(day, publisher) return { published = day, publisher = publisher } end

local WIRE <const> = "The harbour board approved a new ferry terminal on Tuesday after months of dispute over its cost. "
  .. "Building will begin in autumn, and passengers should board there within three years, chairwoman Edna Marsh told reporters. "
  .. "Fishermen whose moorings must give way were promised berths behind the eastern breakwater. "
  .. "Opponents announced that they would challenge the decision before the regional court."
--- The same with words replaced, a sentence left out and another one's end cut.
local REWRITTEN <const> = "The harbour board backed a new ferry terminal on Tuesday after weeks of dispute over its cost. "
  .. "Building begins in autumn, and passengers should board there within three years, chairwoman Edna Marsh said. "
  .. "Fishermen whose moorings must give way were promised berths."
local OTHER <const> = "Heavy snow closed the mountain road between Alder and Birch for the third day in a row. "
  .. "Drivers spent the night in a school hall where volunteers handed out blankets and soup. "
  .. "Ploughs should clear the pass by Thursday evening if the wind drops, the road office said. "
  .. "Schools in both towns remain closed until Monday, and trains run every second hour."
local OWN <const> = "Ferry passengers at the harbour can look forward to a modern building: its board voted for one yesterday. "
  .. "Work starts later this year. Critics want judges to stop the project, which costs more than planned."

return {
  {
    name = "reprints and rewrites are one story, and what is told in other words is another",
    articles = {
      { id = "a", title = "Terminal approved", text = WIRE, metadata = news("2026-03-03", "Coastwire") },
      { id = "b", title = "Green light for ferries", text = WIRE, metadata = news("2026-03-04", "Gazette") },
      { id = "c", title = "Board backs terminal", text = REWRITTEN, metadata = news("2026-03-04", "Echo") },
      { id = "d", title = "New building", text = OWN, metadata = news("2026-03-04", "Echo") },
      { id = "e", title = "Snow", text = OTHER },
    },
    summary = {
      articles = 5, stories = 3, copies = 2, outlets = 3, copied = 1,
      told = { { title = "Terminal approved", outlet = "Coastwire", count = 3, outlets = 3, first = "2026-03-03", last = "2026-03-04",
        articles = { { id = "a" }, { id = "b", shared = 1 }, { id = "c", shared = { least = 0.4, most = 0.9 } } } } },
      story_of = { a = 1, b = 1, c = 1 },
      repeated = { day = { ["2026-03-04"] = 1 }, week = { ["2026-03-02"] = 2 }, month = { ["2026-03"] = 2 } },
    },
    report = { "**5** articles tell **3** unique stories in **3** outlets", "**2** are copies", "Terminal approved", "By outlet" },
  },
  {
    name = "an article that carries another one whole tells its story",
    articles = {
      { id = "a", text = WIRE }, { id = "b", text = OTHER .. " " .. WIRE .. " " .. OWN .. " " .. OTHER:upper():reverse() },
    },
    summary = { articles = 2, stories = 1, copies = 1 },
  },
  {
    name = "a round-up of two stories does not make one of them",
    articles = {
      { id = "a", text = WIRE }, { id = "b", text = OTHER },
      { id = "c", text = WIRE .. " " .. OTHER .. " " .. WIRE:reverse() .. " " .. OTHER:reverse() },
    },
    summary = { articles = 3, stories = 2, copies = 1 },
  },
  {
    name = "short texts are copies only where all of them is the same",
    articles = {
      { id = "a", text = "Ferry service resumed this morning." }, { id = "b", text = "Ferry service resumed this morning." },
      { id = "c", text = "Ferry service stopped this morning." },
    },
    summary = { articles = 3, stories = 2, copies = 1 },
  },
  {
    name = "the option least says how much must be shared",
    options = { least = 0.95 },
    articles = { { id = "a", text = WIRE }, { id = "b", text = REWRITTEN }, { id = "c", text = WIRE .. " It rained." } },
    summary = { articles = 3, stories = 2, copies = 1 },
  },
  {
    name = "the agency is that of the dateline",
    text = WIRE, metadata = { dateline = { place = "Alder", agency = "Coastwire" } }, fields = { agency = "Coastwire" },
  },
  {
    name = "without copies all articles are stories",
    articles = { { id = "a", text = WIRE }, { id = "b", text = OTHER } },
    summary = { articles = 2, stories = 2, copies = 0, told = {} },
    report = { "**2** unique stories", "No article copies another." },
  },
}
