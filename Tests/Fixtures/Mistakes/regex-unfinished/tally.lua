return {
  api = 1, name = "tally",
  setup = function() return { words = desk.regex("(harbour|port") } end,
  analyze = function(article, ctx, state) end,
}
