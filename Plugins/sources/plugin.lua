--- Who speaks in the news: every quote with its speaker, and how the words are shared out.
---
--- For media monitors and for newsrooms that watch whom they listen to. A speaker is the fullest name that the
--- article gives; words are counted between the marks, or in the reported clause where speech is indirect.
--- Speech whose speaker has no name ("officials said", "she") counts as unattributed.
--- Limits: it is as good as the host's layer `quotes`; two people of one name are one speaker over a run.
---@type copydesk.Plugin

--- The words of a text, told by white space.
local function count(text) return select(2, text:gsub("%S+", "")) end

--- The words of a quote: what stands between marks, without a "he said" in between; all of indirect speech.
local function words(quote)
  if quote.kind ~= "direct" then return count(quote.text) end
  local sum, last = 0, 0
  for _, quotation in ipairs(quote.quoted) do
    if quotation.first > last then -- not a quotation within the one before
      sum, last = sum + count(quotation.text), quotation.last
    end
  end
  return sum > 0 and sum or count(quote.text)
end

--- Speakers with their words, most first, as a list of {name, words, quotes, share}.
local function voices(spoken, quoted, total)
  local list = {}
  for name, count in pairs(spoken) do
    list[#list + 1] = { name = name, words = count, quotes = quoted[name], share = desk.round(count / total, 3) }
  end
  table.sort(list, function(a, b)
    if a.words ~= b.words then return a.words > b.words end
    return a.name < b.name
  end)
  return list
end

return {
  api = 1,
  name = "sources",
  version = "1.0.0",
  summary = "Who is quoted, how many words each, and how much speech has no name",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  requires = { "quotes", "quoted" },
  layers = { speech = "speech, with who says it" },
  fields = {
    quotes = { type = "integer", merge = "sum", doc = "quotes of all kinds" },
    direct = { type = "integer", merge = "sum", doc = "quotes in the speaker's own words, between marks" },
    words = { type = "integer", merge = "sum", doc = "words of all quotes" },
    quoted_share = { type = "number", merge = "mean", doc = "words of all quotes / words of the article" },
    speakers = { type = "map", merge = "top", doc = "words by speaker" },
    voices = { type = "list", merge = "none", doc = "speakers as {name, words, quotes, share}, most words first" },
    unattributed_words = { type = "integer", merge = "sum", doc = "words of quotes whose speaker has no name" },
    unattributed_share = { type = "number", merge = "mean", doc = "words of quotes whose speaker has no name / words of all quotes" },
  },
  options = {
    sure = { type = "number", default = 0.6, min = 0, max = 1, doc = "how sure the host must be that it is speech" },
  },

  analyze = function(article, ctx)
    local spoken, quoted = {}, {}
    local total, direct, nameless = 0, 0, 0
    local quotes = 0
    for _, quote in ipairs(article.quotes) do
      if quote.confidence >= ctx.options.sure then
        quotes = quotes + 1
        local spent = words(quote)
        local name = quote.speaker_name
        total = total + spent
        if quote.kind == "direct" then direct = direct + 1 end
        if name then
          spoken[name] = (spoken[name] or 0) + spent
          quoted[name] = (quoted[name] or 0) + 1
        else
          nameless = nameless + spent
        end
        ctx:annotate("speech", quote, { speaker = name or "no name", kind = quote.kind, words = spent })
      end
    end
    return {
      quotes = quotes,
      direct = direct,
      words = total,
      quoted_share = desk.round(math.min(1, total / math.max(1, article.word_count)), 4),
      speakers = spoken,
      voices = voices(spoken, quoted, math.max(1, total)),
      unattributed_words = nameless,
      unattributed_share = total > 0 and desk.round(nameless / total, 4) or nil,
    }
  end,

  report = function(report, summary)
    local total = summary.words or 0
    report:heading("Who is quoted")
    if total == 0 then
      report:text("No article quotes anybody.")
      return
    end
    report:text(("**%d** quotes with **%d** words; **%d%%** of the words have no named speaker."):format(
      summary.quotes, total, desk.round(100 * summary.unattributed_words / total)))
    report:bar("Share of voice", summary.speakers or {}, { measure = "words quoted", limit = 15 })
    local rows = {}
    for i, speaker in ipairs(summary.speakers or {}) do
      if i > 30 then break end
      rows[i] = { speaker.name, speaker.count, desk.round(speaker.count / total, 3) }
    end
    report:table("Speakers", { "speaker", "words", "share" }, rows)
    report:kwic("speech", { title = "In their words", limit = 20 })
  end,
}
