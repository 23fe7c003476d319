return {
  api = 1, name = "tally",
  options = {
    least = { type = "integer", default = 3, min = 1, max = 9 },
    mode = { type = "string", default = "all", choices = { "all", "first" } },
  },
  analyze = function(article, ctx) ctx:log(ctx.options.least, ctx.options.mode) end,
}
