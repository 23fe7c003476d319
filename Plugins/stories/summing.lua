--- Puts the articles of a run into stories.
local records = require "records"

--- As many articles of stories are told one by one, those of the stories with most articles first.
local LISTED <const> = 5000

--- The articles in the order of publication, as their lines and sketches.
local function in_order(total)
  local order = {}
  for place = 1, #total.lines do order[place] = place end
  local lines <const>, sketches <const> = total.lines, total.sketches
  table.sort(order, function(a, b)
    if lines[a] ~= lines[b] then return lines[a] < lines[b] end
    return sketches[a] < sketches[b]
  end)
  for place, number in ipairs(order) do order[place] = sketches[number] end
  table.sort(lines)
  return lines, order
end

--- The days, weeks by their Mondays, and months in which a story was told before, so that a second article of one repeats it.
local function repeat_in(seen, day, repeated)
  local date = desk.date(day)
  local starts = { day = day, week = date and date:add(1 - date.weekday).iso or day, month = day:sub(1, 7) }
  for kind, start in pairs(starts) do
    local key <const> = kind .. start
    if seen[key] then repeated[kind][start] = (repeated[kind][start] or 0) + 1 end
    seen[key] = true
  end
end

--- A story by its size, with what its articles add to the counts of outlets and periods.
local function counted(group, lines, outlets, repeated)
  local story = { group = group, count = #group, outlets = 0 }
  local printed, seen = {}, {}
  for place, number in ipairs(group) do
    local article = records.read(lines[number])
    local outlet = article.outlet and outlets[article.outlet]
    if outlet then
      if place == 1 then outlet.first = outlet.first + 1 else outlet.copies = outlet.copies + 1 end
      if not printed[article.outlet] then story.outlets = story.outlets + 1 end
      printed[article.outlet] = true
    end
    if article.date then
      story.first = story.first or article.date
      story.last = article.date
      repeat_in(seen, article.date:sub(1, 10), repeated)
    end
    if place == 1 then story.id, story.title, story.outlet = article.id, article.title, article.outlet end
  end
  return story
end

local function by_size(a, b)
  if a.count ~= b.count then return a.count > b.count end
  if a.outlets ~= b.outlets then return a.outlets > b.outlets end
  if a.first ~= b.first then return (a.first or "~") < (b.first or "~") end
  if a.id ~= b.id then return a.id < b.id end
  return a.group[1] < b.group[1]
end

--- The first stories with their articles, as far as there is room for these, and the number of each article's story.
local function told(stories, lines, sketches)
  local list, numbers, room = {}, {}, LISTED
  for number, story in ipairs(stories) do
    room = room - story.count
    if room < 0 then break end
    local articles = {}
    for place, index in ipairs(story.group) do
      local article = records.read(lines[index])
      if place > 1 then article.shared = desk.similarity.contained(sketches[story.group[1]], sketches[index]) end
      articles[place] = article
      numbers[article.id] = number
    end
    list[number] = {
      id = story.id, title = story.title, outlet = story.outlet, count = story.count, outlets = story.outlets, first = story.first,
      last = story.last, articles = articles,
    }
  end
  return list, numbers
end

--- How many stories are told by how many articles.
local function sizes(stories, alone)
  local bins = { ["1"] = alone }
  for _, story in ipairs(stories) do
    local size <const> = story.count
    local name = size <= 5 and tostring(size) or size <= 10 and "6–10" or size <= 50 and "11–50" or "more than 50"
    bins[name] = (bins[name] or 0) + 1
  end
  return bins
end

return {
  new = function() return { lines = {}, sketches = {}, outlets = {} } end,

  add = function(total, article, _, ctx)
    local options <const> = ctx.options
    total.lines[1] = records.write(article)
    total.sketches[1] = desk.similarity.sketch(article, { words = options.words, letters = options.letters, size = options.size })
    if article.publisher then total.outlets[article.publisher] = 1 end
  end,

  merge = function(a, b)
    table.move(b.lines, 1, #b.lines, #a.lines + 1, a.lines)
    table.move(b.sketches, 1, #b.sketches, #a.sketches + 1, a.sketches)
    for name, articles in desk.each(b.outlets) do a.outlets[name] = (a.outlets[name] or 0) + articles end
    return a
  end,

  finish = function(total, ctx)
    local articles <const> = #total.lines
    local lines, sketches = in_order(total)
    local outlets, by_outlet, repeated = {}, {}, { day = {}, week = {}, month = {} }
    for name, number in pairs(total.outlets) do
      outlets[name] = { outlet = name, articles = number, first = 0, copies = 0 }
      by_outlet[#by_outlet + 1] = outlets[name]
    end
    local stories, copies = {}, 0
    for place, group in ipairs(desk.similarity.groups(sketches, { least = ctx.options.least })) do
      stories[place] = counted(group, lines, outlets, repeated)
      copies = copies + #group - 1
    end
    table.sort(stories, by_size)
    local list, numbers = told(stories, lines, sketches)
    return {
      articles = articles, stories = articles - copies, copies = copies, outlets = #by_outlet, copied = #stories, told = list,
      story_of = numbers, sizes = sizes(stories, articles - copies - #stories), by_outlet = by_outlet, repeated = repeated,
    }
  end,
}
