--- How far a story hedges its claims: sentences with words such as "may", "reportedly" or "it is believed".
---
--- For readers of science and crime news, where a hedge is often the difference between a finding and a guess.
---@type copydesk.Plugin
return {
  api = 1,
  name = "hedging",
  version = "1.0.0",
  summary = "How far a story hedges its claims",
  author = "Copydesk",
  license = "MIT",
  categories = { "style" },
  languages = { "en" },
  requires = { "sentences" },
  layers = { hedge = "a word that weakens a claim" },
  fields = {
    hedged = { type = "integer", merge = "sum", doc = "sentences with a hedge" },
    rate = { type = "number", merge = "mean", doc = "hedged sentences / sentences" },
    hedges = { type = "list", merge = "top", doc = "the hedges, as the word list writes them" },
  },
  resources = { hedges = "hedges.tsv" },

  setup = function(ctx) return { hedges = ctx:lexicon("hedges") } end,

  analyze = function(article, ctx, state)
    local hedged, terms = 0, {}
    for _, sentence in ipairs(article.sentences) do
      local found = false
      for hit in state.hedges:hits(sentence) do
        ctx:annotate("hedge", hit, { weight = hit.value })
        terms[#terms + 1] = hit.term
        found = true
      end
      if found then hedged = hedged + 1 end
    end
    return { hedged = hedged, rate = hedged / math.max(1, #article.sentences), hedges = terms }
  end,

  report = function(report, summary)
    report:heading("Hedging")
    report:text(("**%d** sentences carry a hedge."):format(summary.hedged or 0))
    report:bar("Hedges", summary.hedges, { measure = "times", limit = 10 })
    report:kwic("hedge", { limit = 20 })
  end,
}
