--- Which part of a run an article is in.

local M = {}

--- The words between semicolons or `;`, each once, without white space around them.
function M.list(words)
  local list = {}
  for word in (words .. ";"):gmatch("%s*(.-)%s*;") do
    if word ~= "" then list[#list + 1] = word end
  end
  return list
end

--- The first name in what a field holds: a word, a number, an element of a list by its label, name or id.
local function named(value)
  if type(value) == "table" then
    local first = value[1]
    if type(first) == "table" then first = first.label or first.name or first.id end
    return first and tostring(first) or nil
  end
  if value == nil then return nil end
  return tostring(value)
end

--- What an article is told apart by.
local function value(article, ctx, by)
  if by == "author" then return article.authors[1] end
  local plugin, field = by:match("^([^.]+)%.(.+)$")
  if plugin then
    local results = ctx:results(plugin)
    return results and named(results[field])
  end
  return named(article[by])
end

--- The part of an article: of dates `before 2026-03-01` or `from 2026-03-01`, else a name. Nil where it has nothing to go by.
function M.part(article, ctx)
  local options = ctx.options
  if options.date == "" then return value(article, ctx, options.by) end
  local day = article.published
  if not day or #day < #options.date or not day:find("^%d%d%d%d") then return nil end
  local before, from = M.times(options.date)
  return day:sub(1, #options.date) < options.date and before or from
end

--- What the parts before a day, and from it on, are called.
function M.times(date) return "before " .. date, "from " .. date end

return M
