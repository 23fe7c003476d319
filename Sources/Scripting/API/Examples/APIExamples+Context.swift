extension APIExamples {
  static let context = #"""
    --# ctx.options
    ctx.options.least  --> 0.5

    --# ctx.annotate
    for _, amount in ipairs(article.amounts) do
      ctx:annotate("mark", amount, { value = amount.value })
    end

    --# ctx.annotate_each
    -- The first and the third sentence, each with a score.
    ctx:annotate_each("mark", article.sentences, { 1, 3 }, 2, { score = { 0.2, 0.7 } })

    --# ctx.lexicon
    local hedges = ctx:lexicon({ may = 0.5, ["it is said"] = 1 })
    for hit, value in hedges:hits(article) do print(hit.text, value) end  --> may, 0.5

    --# ctx.results
    ctx:results("hedges").hedging  --> 0.1

    --# ctx.summary
    local summary = ctx:summary("hedges")
    summary.hedging  --> 0.25

    --# ctx.run
    ("%d articles, %d words"):format(ctx.run.articles, ctx.run.words)  --> 3 articles, 1412 words

    --# ctx.log
    ctx:log("sentences", #article.sentences)  --> sentences	5
    """#
}
