--- The section of figures in a run's report.

local SHOWN <const>, CLAIMS <const> = 20, 8
local BOUNDS <const> = { least = "at least ", most = "up to ", about = "about " }

local function percent(part, whole) return ("%d %%"):format(desk.round(100 * part / math.max(1, whole))) end

local function contradictions(report, list)
  report:heading("Figures that contradict each other", 2)
  if #list == 0 then
    report:text("None: no two articles of a day give figures of one thing, about one place or name, that cannot both be right.")
    return
  end
  report:text("Figures of one thing in articles of one day about one place or name, which cannot both be right. A toll may have risen "
    .. "in between, or two events be meant: look at the words.")
  local rows = {}
  for index = 1, math.min(#list, SHOWN) do
    local contradiction = list[index]
    for place = 1, math.min(#contradiction.claims, CLAIMS) do
      local claim = contradiction.claims[place]
      local is_first <const> = place == 1
      rows[#rows + 1] = {
        is_first and contradiction.thing or "", is_first and contradiction.about or "", is_first and contradiction.day or "",
        { value = (BOUNDS[claim.bound] or "") .. claim.text, article = claim.article, first = claim.first, last = claim.last },
        claim.who or "", { value = claim.article, article = claim.article },
      }
    end
    local more <const> = #contradiction.claims - CLAIMS
    if more > 0 then rows[#rows + 1] = { "", "", "", ("and %d more"):format(more), "", "" } end
  end
  report:table("Contradictions", { "what", "about", "day", "figure", "given by", "article" }, rows)
end

local function linked(at) return { value = at.text, article = at.article, first = at.first, last = at.last } end

return function(report, summary)
  report:heading("Figures")
  local count = summary.count or 0
  if count == 0 then
    report:text("No article gives a figure.")
    return
  end
  report:text(("**%s** figures: %s sums of money, %s percentages, %s counts. Of **%s** it is said who gave them."):format(
    desk.grouped(count), desk.grouped(summary.money), desk.grouped(summary.percentages), desk.grouped(summary.counted),
    percent(summary.attributed, count)))
  contradictions(report, summary.contradictions)
  local rows = {}
  for index = 1, math.min(#summary.ranges, SHOWN) do
    local range = summary.ranges[index]
    rows[index] = {
      range.thing, range.unit, range.articles, range.figures, percent(range.said, range.figures), linked(range.low), linked(range.high),
    }
  end
  if #rows > 0 then
    report:table("What is counted, in what, and between which figures", {
      "what", "unit", "articles", "figures", "said by somebody", "smallest", "largest",
    }, rows)
  end
  report:bar("What is counted", summary.things or {}, { measure = "figures", limit = 20 })
  report:bar("Who gives figures", summary.who or {}, { measure = "figures", limit = 15 })
  report:kwic("figure", { title = "The figures", limit = 25 })
end
