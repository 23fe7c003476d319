--- The section of a run's report.

local function interval(low, high, scale, digits)
  local form = "%." .. digits .. "f"
  local words = form:format(scale * low) .. " to " .. form:format(scale * high)
  return (words:gsub("%-", "−"))
end

--- A cell that leads to an article, if there is one.
local function led(value, article) return { value = value, article = article } end

local function words(report, a, b, side, marks, sign)
  if #marks == 0 then
    return report:text(("No word or pair of words marks %s for sure."):format(side.name))
  end
  local rows = {}
  for index, entry in ipairs(marks) do
    rows[index] = {
      entry.term, desk.round(entry.z * sign, 1), desk.round(entry.odds * sign, 2),
      led(entry.a, entry.ids_a[1]), led(entry.texts_a, entry.ids_a[2]), led(entry.b, entry.ids_b[1]), led(entry.texts_b, entry.ids_b[2]),
    }
  end
  report:table("What marks " .. side.name, {
    "word or phrase", "z", "log-odds", "times in " .. a.name, "articles", "times in " .. b.name, "articles ",
  }, rows, { formats = { z = "fixed1", ["log-odds"] = "fixed2" } })
end

local function means(report, a, b, list)
  if #list == 0 then return end
  local rows = {}
  for index, found in ipairs(list) do
    rows[index] = {
      found.field, led(found.a, found.article_a), found.count_a, led(found.b, found.article_b), found.count_b,
      found.difference, interval(found.low, found.high, 1, 3),
      found.g, interval(found.g_low, found.g_high, 1, 2),
    }
  end
  report:table("Means", {
    "field", a.name, "articles", b.name, "articles ", "difference", "95 % interval", "Hedges' g", "95 % interval ",
  }, rows, { formats = { [a.name] = "fixed3", [b.name] = "fixed3", difference = "signed", ["Hedges' g"] = "fixed2" } })
end

local function shares(report, a, b, list)
  if #list == 0 then return end
  local rows = {}
  for index, found in ipairs(list) do
    rows[index] = {
      found.label, led(found.a / found.count_a, found.ids_a[1]), led(found.a, found.ids_a[2]),
      led(found.b / found.count_b, found.ids_b[1]), led(found.b, found.ids_b[2]),
      desk.round(100 * found.difference, 1), interval(found.low, found.high, 100, 1),
    }
  end
  report:table(("Shares by %s: %s articles of %s, %s of %s"):format(
    list[1].field, desk.grouped(list[1].count_a), a.name, desk.grouped(list[1].count_b), b.name), {
    "label", a.name, "articles", b.name, "articles ", "difference in points", "95 % interval",
  }, rows, { formats = { [a.name] = "percent1", [b.name] = "percent1", ["difference in points"] = "signed" } })
end

return function(report, summary, ctx)
  local options, a, b = ctx.options, summary.a, summary.b
  local by = options.date ~= "" and "date" or options.by
  report:heading("Two parts compared")
  if not a then return report:text(("No article can be told apart by %s."):format(by)) end
  if a.articles == 0 or b.articles == 0 then
    local empty = a.articles == 0 and a or b
    return report:text(("By %s there are no articles of %s. There are some of %s."):format(
      by, empty.name == "" and "a second part" or empty.name, table.concat(summary.names, ", ")))
  end
  report:text(("By %s: **%s**, %s articles with %s words, against **%s**, %s articles with %s words; of %s articles there are %s in neither."):format(
    by, a.name, desk.grouped(a.articles), desk.grouped(a.words), b.name, desk.grouped(b.articles), desk.grouped(b.words),
    desk.grouped(summary.counts.articles), desk.grouped(summary.counts.articles - a.articles - b.articles)))
  words(report, a, b, a, summary.marks_a, 1)
  words(report, a, b, b, summary.marks_b, -1)
  means(report, a, b, summary.means)
  shares(report, a, b, summary.shares)
  report:text(("Of %s words and pairs of words in %d articles or more those are shown with a z-score of 1.96 or more, which chance alone passes once in "
    .. "twenty times: believe those far above it, and in many articles. Scores and intervals take words and articles for independent of each "
    .. "other, which they are not quite. Each number leads to another article with the word or label, and a mean to the one in which its side differs most."):format(
    desk.grouped(summary.terms), options.least))
  if summary.lost > 0 then
    report:text(("Rare words were forgotten on the way: each count may be up to %d too low."):format(summary.lost))
  end
end
