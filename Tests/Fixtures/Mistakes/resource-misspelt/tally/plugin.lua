return {
  api = 1, name = "tally",
  resources = { hedges = "hedges.tsv" },
  setup = function(ctx) return { hedges = ctx:lexicon("hegdes") } end,
  analyze = function(article, ctx, state) end,
}
