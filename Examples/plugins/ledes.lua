--- How a story opens: how long its lede is, and whether it says where and how much.
---
--- For editors and teachers of journalism. The lede is the first sentence of the text; agency style asks for
--- no more than 35 words.
---@type copydesk.Plugin
return {
  api = 1,
  name = "ledes",
  version = "1.0.0",
  summary = "How long the opening sentence is, and whether it has a figure",
  author = "Copydesk",
  license = "MIT",
  categories = { "style" },
  requires = { "sentences", "tokens", "amounts" },
  layers = { lede = "the opening sentence" },
  fields = {
    words = { type = "integer", merge = "mean", doc = "words of the opening sentence" },
    long = { type = "boolean", merge = "any", doc = "whether it is longer than the option `longest`" },
    figure = { type = "boolean", merge = "any", doc = "whether it gives an amount" },
  },
  options = {
    longest = { type = "integer", default = 35, min = 1, doc = "the most words that an opening should have" },
  },

  analyze = function(article, ctx)
    local lede = article.sentences[1]
    if not lede then return {} end
    local words = 0
    for _, token in ipairs(article:layer("tokens", { within = lede })) do
      if token.kind == "word" then words = words + 1 end
    end
    ctx:annotate("lede", lede, { words = words })
    return {
      words = words,
      long = words > ctx.options.longest,
      figure = #article:layer("amounts", { within = lede }) > 0,
    }
  end,
}
