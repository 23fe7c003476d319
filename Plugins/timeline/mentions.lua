--- The dates that an article mentions, as they count.

--- The date without its time, and how precise it is; nil where the year is not known.
local function told(date)
  local iso = date.iso:match("^%d%d%d%d[%d%-]*")
  if not iso then return nil end
  local precision = date.precision
  return iso, precision == "minute" and "day" or precision
end

--- As far into a text, in bytes, the date of a dateline stands, which says when the article was written and mentions nothing.
local DATELINE <const> = 80

local M = {}
---@type table[]
local latest = {}

--- Each date of an article with what it says, {number, span, iso, precision, relative}, but for that of its dateline.
---@param day string? the article's own day
function M.find(article, day)
  local list = {}
  for number, date in ipairs(article.dates) do
    local iso, precision = told(date)
    if iso then
      local relative = date.relative
      local is_own = iso == day and not relative and date.place == "text" and date.first <= DATELINE
      if not is_own then list[#list + 1] = { number = number, span = date, iso = iso, precision = precision, relative = relative } end
    end
  end
  latest = list
  return list
end

--- What was found last: `aggregate.add` is called on an article right after `analyze`.
function M.latest() return latest end

return M
