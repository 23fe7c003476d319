return {
  api = 1, name = "tally",
  resources = { hedges = "hedges.tsv" },
  setup = function(ctx)
    local hedges = ctx:lexicon("hedges")
    return { heaviest = 2 * hedges:get("might") }
  end,
  analyze = function(article, ctx, state) end,
}
