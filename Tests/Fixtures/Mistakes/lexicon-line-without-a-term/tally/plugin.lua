return {
  api = 1, name = "tally",
  resources = { hedges = "hedges.tsv" },
  setup = function(ctx) return { hedges = ctx:lexicon("hedges") } end,
  analyze = function(article, ctx, state) end,
}
