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

  static let report = #"""
    --# report.heading
    report:heading("Hedging")

    --# report.text
    report:text("Of *all* stories, by [weight](https://example.org) of hedges.")

    --# report.callout
    report:callout("Headlines were not looked at.")

    --# report.table
    report:table("Stories", { "story", "hedges" }, {
      { { value = "Port reopens", article = "ulm-1" }, 3 },
      { story = "Fees", hedges = 1 },
    })

    --# report.bar
    report:bar("Speakers", { ["Ada Brandt"] = 4, Council = 2 }, { measure = "quotes", limit = 10 })

    --# report.line
    report:line("Stories a day", {
      { date = "2025-03-04", value = 3 }, { date = "2025-03-05" }, { date = "2025-03-06", value = 5 },
    })

    --# report.kwic
    report:kwic("mark", { title = "Marked words", limit = 20 })

    --# report.passages
    report:passages("Look at these", { { text = "Fees may fall", article = "ulm-1", first = 157, last = 169 } })
    """#
}
