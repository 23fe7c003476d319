--- The section of keywords in a run's report.

local function marked(report, kind, list)
  if #list == 0 then return end
  local rows = {}
  for index, entry in ipairs(list) do
    rows[index] = {
      entry.name, entry.articles, { value = entry.keyword, article = entry.ids[1] },
      { value = entry.here, article = entry.ids[2] }, entry.elsewhere, entry.z,
    }
  end
  report:table(("What marks each %s"):format(kind), {
    kind, "its stories", "keyword", "stories with it here", "elsewhere", "z",
  }, rows, { formats = { z = "fixed1" } })
end

return function(report, summary)
  report:heading("Keywords")
  report:bar("Keywords of most stories", summary.keywords or {}, { measure = "stories", limit = 30 })
  local marks = summary.marks or { publisher = {}, section = {} }
  marked(report, "publisher", marks.publisher)
  marked(report, "section", marks.section)
  if #marks.publisher + #marks.section > 0 then
    report:text("A keyword marks a publisher or a section of five stories or more where it is a keyword of more stories than elsewhere, by log-odds "
      .. "with an informative Dirichlet prior and a z-score of 1.96 or more, which chance alone passes once in twenty times.")
  end
  if (summary.lost or 0) > 0 then
    report:text(("Rare keywords were forgotten on the way: each count may be up to %d too low."):format(summary.lost))
  end
  report:kwic("keyword", { limit = 12 })
end
