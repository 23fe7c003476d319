--- What is kept of an article until the end of a run: one line of text, which takes less memory than a table.

local DAY <const> = "^%d%d%d%d%-%d%d%-%d%d"
--- Behind every date in the order of lines.
local UNDATED <const> = "~"

local function plain(text) return (text:gsub("%c+", " ")) end

--- When an article was published, as far as it says; nil where it does not.
local function published(article)
  local dateline = article.dateline
  local date = article.published or (dateline and dateline.date)
  return date and date:match(DAY) and plain(date)
end

--- The line of an article. Lines are in the order of publication, those without a date last.
local function write(article)
  local title = article.title
  if title == "" then title = article.text end
  return table.concat({
    published(article) or UNDATED, plain(article.id), plain(article.publisher or ""), tostring(article.word_count),
    desk.text.shorten(plain(title), 64),
  }, "\t")
end

local function read(line)
  local date, id, outlet, words, title = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t(%d*)\t(.*)$")
  return {
    date = date ~= UNDATED and date or nil, id = id, outlet = outlet ~= "" and outlet or nil,
    words = math.tointeger(tonumber(words)) or 0, title = title ~= "" and title or id,
  }
end

return { write = write, read = read }
