return {
  api = 1, name = "tally",
  resources = { hedges = "hegdes.tsv" },
  setup = function(ctx) return { hedges = ctx:lexicon("hedges") } end,
  analyze = function(article, ctx, state) end,
}
