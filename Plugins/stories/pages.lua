--- The section of stories in a run's report.

local STORIES <const>, COPIES <const>, EACH <const>, OUTLETS <const> = 20, 10, 12, 20

local function count(number, one, many) return ("**%s** %s"):format(desk.grouped(number), number == 1 and one or many) end

local function day(date) return date and date:sub(1, 10) or "" end

--- The stories that most articles tell.
local function printed(report, stories)
  local rows = {}
  for index = 1, math.min(#stories, STORIES) do
    local story = stories[index]
    rows[index] = {
      { value = story.title, article = story.id }, story.count, story.outlets, story.outlet or "", day(story.first), day(story.last),
    }
  end
  report:table("Stories that most articles tell", { "story", "articles", "outlets", "first in", "first", "last" }, rows)
end

local SIZES <const> = { "1", "2", "3", "4", "5", "6–10", "11–50", "more than 50" }

--- How many stories have how many articles.
local function sizes(report, counts)
  local points = {}
  for _, name in ipairs(SIZES) do
    if counts[name] then points[#points + 1] = { name = name, value = counts[name] } end
  end
  report:bar("Stories by how many articles tell them", points, { measure = "stories" })
end

--- What outlets print that others printed too, with what that is of.
local function outlets(report, list)
  local rows = {}
  for index, outlet in ipairs(list) do
    rows[index] = { outlet.outlet, outlet.articles, outlet.copies, outlet.copies / outlet.articles, outlet.first }
  end
  if #rows == 0 then return end
  table.sort(rows, function(a, b)
    if a[2] ~= b[2] then return a[2] > b[2] end
    return a[1] < b[1]
  end)
  local all <const> = #rows
  for place = all, OUTLETS + 1, -1 do rows[place] = nil end
  local title = all > #rows and ("The %d outlets with most articles, of %s"):format(#rows, desk.grouped(all)) or "By outlet"
  report:table(title, { "outlet", "articles", "copies", "share of copies", "copied first from here" }, rows,
    { formats = { ["share of copies"] = "percent" } })
end

--- The copies of the foremost stories, with how much of the shorter text each shares with the first.
local function copies(report, stories)
  local rows = {}
  for index = 1, math.min(#stories, COPIES) do
    local story = stories[index]
    for place = 1, math.min(#story.articles, EACH) do
      local article = story.articles[place]
      rows[#rows + 1] = {
        story = index, headline = { value = article.title, article = article.id }, outlet = article.outlet,
        published = day(article.date), words = article.words, ["shared with the first"] = article.shared,
      }
    end
    local more <const> = #story.articles - EACH
    if more > 0 then rows[#rows + 1] = { story = index, headline = ("and %s more"):format(desk.grouped(more)) } end
  end
  report:table("Their copies", { "story", "headline", "outlet", "published", "words", "shared with the first" }, rows,
    { formats = { ["shared with the first"] = "percent" } })
end

--- Every article of a story with copies, as a file.
local function file(report, stories)
  local rows = {}
  for number, story in ipairs(stories) do
    for place, article in ipairs(story.articles) do
      rows[#rows + 1] = {
        story = number, role = place == 1 and "first" or "copy", id = article.id, title = article.title, outlet = article.outlet,
        published = article.date, words = article.words, shared = article.shared,
      }
    end
  end
  report:download("stories", { "story", "role", "id", "title", "outlet", "published", "words", "shared" }, rows,
    { title = ("Every article of the %s stories with copies"):format(desk.grouped(#stories)) })
end

return function(report, summary)
  report:heading("Stories and their copies")
  local articles = summary.articles or 0
  if articles == 0 then
    report:text("No article was looked at.")
    return
  end
  report:overview("unique stories", summary.stories)
  if summary.outlets > 0 then report:overview("outlets", summary.outlets) end
  local named = summary.outlets > 0 and (" in %s"):format(count(summary.outlets, "outlet", "outlets")) or ""
  report:text(("%s %s%s. %s of another one, whole or in part."):format(
    count(articles, "article tells", "articles tell"), count(summary.stories, "unique story", "unique stories"), named,
    count(summary.copies, "is a copy", "are copies")))
  if summary.copies == 0 then
    report:text("No article copies another.")
    return
  end
  printed(report, summary.told)
  sizes(report, summary.sizes)
  outlets(report, summary.by_outlet)
  copies(report, summary.told)
  file(report, summary.told)
  local left <const> = summary.copied - #summary.told
  if left > 0 then
    report:callout(("%s stories with fewer articles are counted, and not listed."):format(desk.grouped(left)))
  end
end
