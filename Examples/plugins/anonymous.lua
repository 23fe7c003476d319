--- Speech that nobody stands for: "officials said", "a source close to the talks".
---
--- For editors with a policy on anonymous sources. It looks at the words that name a speaker and asks whether a
--- name is behind them.
local VEILS = "(?i)\\b(sources?|officials?|insiders?|analysts?|observers?|experts?|critics?|aides?|witnesses)\\b"

---@type copydesk.Plugin
return {
  api = 1,
  name = "anonymous",
  version = "1.0.0",
  summary = "Quotes whose speaker is an official, a source, an insider without a name",
  author = "Copydesk",
  license = "MIT",
  categories = { "style" },
  languages = { "en" },
  requires = { "quotes" },
  layers = { veiled = "a speaker without a name" },
  fields = {
    veiled = { type = "integer", merge = "sum", doc = "quotes of speakers without a name" },
    share = { type = "number", merge = "mean", doc = "their share of all quotes" },
    veils = { type = "list", merge = "top", doc = "the words that stand for a name" },
  },

  setup = function() return { veils = desk.regex(VEILS) } end,

  analyze = function(article, ctx, state)
    local veils = {}
    for _, quote in ipairs(article.quotes) do
      local speaker = quote.speaker
      if speaker and not quote.speaker_name then
        local veil = state.veils:find(speaker)
        if veil then
          ctx:annotate("veiled", speaker)
          veils[#veils + 1] = desk.lower(speaker.text)
        end
      end
    end
    local quotes = #article.quotes
    return { veiled = #veils, share = quotes > 0 and #veils / quotes or nil, veils = veils }
  end,
}
