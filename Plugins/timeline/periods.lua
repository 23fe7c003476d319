--- Days put together into weeks and months, with none left out between the first and the last.

--- As many days as a chart shows one by one, as many weeks, and as many periods of any kind as there are at most.
local DAYS <const>, WEEKS <const>, MOST <const> = 92, 104 * 7, 4000

--- What a day is counted in, by its first day or its month: `2026-03-02`, `2026-03`.
local START <const> = {
  day = function(day) return day end,
  week = function(day)
    local date = desk.date(day)
    return date and date:add(1 - date.weekday).iso or day
  end,
  month = function(day) return day:sub(1, 7) end,
}

--- The period after one.
local function after(start, kind)
  local date = desk.date(start)
  if not date then return nil end
  if kind == "month" then return date:add_months(1):format("%Y-%m") end
  return date:add(kind == "week" and 7 or 1).iso
end

--- What days are put together by: what is wished, or what fits; a run too long for that has longer periods.
local function fitting(first, last, wished)
  local from, to = desk.date(first), desk.date(last)
  local days = from and to and to:days_since(from) or 0
  local day_fits = wished == "day" or (wished == "auto" and days <= DAYS)
  if day_fits and days <= MOST then return "day" end
  local week_fits = wished ~= "month" and (wished ~= "auto" or days <= WEEKS)
  return week_fits and days <= MOST * 7 and "week" or "month"
end

--- All periods from the first day to the last, in order, and what they are.
local function all(first, last, wished)
  local kind <const> = fitting(first, last, wished)
  local list, start, stop = {}, START[kind](first), START[kind](last)
  while start and start <= stop do
    list[#list + 1] = start
    start = after(start, kind)
  end
  return list, kind
end

return { all = all, start = function(day, kind) return START[kind](day) end }
