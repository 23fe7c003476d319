--- The section of GDELT's terms in a run's report.

local TONES <const> = {
  { "tone", "positive − negative" }, { "positive", "positive words" }, { "negative", "negative words" },
  { "polarity", "positive + negative: how charged the words are" }, { "activity", "words of doing" },
  { "self", "words by which speakers mean themselves or their group" },
}

return function(report, summary)
  report:heading("In GDELT's terms")
  if not summary.tone then
    report:text("No article was read.")
    return
  end
  report:text("Records like those of the Global Knowledge Graph 2.1; `--format gkg` writes them. Lists and methods are not GDELT's, so "
    .. "compare order and direction, not the numbers themselves.")
  report:bar("Themes", summary.kinds or {}, { measure = "articles", limit = 20 })
  report:bar("Countries", summary.countries or {}, { measure = "articles; codes of FIPS 10-4", limit = 20 })
  local tones = {}
  for index, tone in ipairs(TONES) do tones[index] = { tone[1], desk.round(summary[tone[1]], 2), tone[2] } end
  report:table("Tone, mean of articles", { "number", "percent of words", "what" }, tones)
  local rows = {}
  for kind, known in pairs(summary.counted or {}) do
    rows[#rows + 1] = {
      kind, known.counts, known.articles, { value = ("%d %s"):format(desk.round(known.largest), known.object or ""), article = known.article },
    }
  end
  if #rows > 0 then report:table("Counts", { "type", "counts", "articles", "the largest" }, rows) end
  report:kwic("theme", { title = "Words of themes", limit = 20 })
end
