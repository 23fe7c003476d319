--- The section of a report on labels that were learned.
local TABLED <const> = 16 -- publishers with a row of their own

--- Names with how often they occur, in a line.
local function listed(names, limit)
  local words = {}
  for i, name in ipairs(names or {}) do
    if i > limit then break end
    words[i] = ("%s %d"):format(name.name, name.count)
  end
  return #words > 0 and table.concat(words, ", ") or "–"
end

--- How many articles of each publisher have which first label.
local function cells(publishers)
  local found = {}
  for i, publisher in ipairs(publishers) do
    if i > TABLED then break end
    for _, name in ipairs(publisher.names.label or {}) do
      found[#found + 1] = {
        row = name.name, column = publisher.name, value = name.count, articles = name.articles, others = name.others,
      }
    end
  end
  return found
end

return function(report, summary)
  report:heading("Labels, as learned from labelled articles")
  local with = 0
  for _, name in ipairs(summary.label or {}) do with = with + name.count end
  report:text(("**%s** of %s articles have a label. How well the model tells labels is in the `README.md` beside it."):format(
    desk.grouped(with), desk.grouped(summary.counts.articles)))
  report:bar("First labels", summary.label or {}, { measure = "articles by the label with the highest score", limit = 20 })
  local rows = {}
  for _, publisher in ipairs(summary.publishers or {}) do
    rows[#rows + 1] = {
      publisher.name, publisher.articles, listed(publisher.names.label, 3), listed(publisher.names.labels, 5),
    }
  end
  if #rows > 1 then
    report:heatmap("First labels by publisher", cells(summary.publishers), { measure = "articles" })
    report:table("By publisher", { "publisher", "articles", "first labels", "all labels" }, rows)
  end
  report:kwic("term", { title = "Words that decided for a label", limit = 20 })
end
