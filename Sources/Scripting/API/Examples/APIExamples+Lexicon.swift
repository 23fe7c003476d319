extension APIExamples {
  static let lexicon = #"""
    --# Lexicon
    local hedges = ctx:lexicon("hedges")
    #hedges  --> 3
    hedges[1]  --> may

    --# lexicon.entry
    ctx:lexicon("hedges"):entry("MIGHT")  --> 2

    --# lexicon.get
    local hedges = ctx:lexicon("hedges")
    hedges:get("may")  --> 0.5
    hedges:get("may", "kind")  --> modal

    --# lexicon.column
    ctx:lexicon("hedges"):column("kind", "none")  --> { "modal", "modal", "none" }

    --# lexicon.columns
    ctx:lexicon("hedges").columns  --> { "value", "kind" }

    --# lexicon.hits
    local hedges = ctx:lexicon("hedges")
    for _, sentence in ipairs(article.sentences) do
      for hit, value in hedges:hits(sentence) do print(sentence.index, hit.text, value) end  --> 3, may, 0.5
    end

    --# lexicon.count
    ctx:lexicon("hedges"):count(article)  --> 1

    --# lexicon.sum
    local weight, hits = ctx:lexicon("hedges"):sum(article)
    weight, hits  --> 0.5, 1

    --# lexicon.score
    local options = { negators = { "not", "never" }, intensifiers = { very = 1.5 } }
    local mood = ctx:lexicon({ good = 2, bad = -2 }, options)
    mood:score("A very good day, not bad at all.")  --> 5.0, 2

    --# lexicon.scan
    local hedges = ctx:lexicon("hedges")
    local hits, counts = { entry = {} }, { hits = {}, words = {} }
    local found, texts = hedges:scan(article.sentences, hits, counts)
    found, texts  --> 1, 5
    hedges[hits.entry[1]]  --> may
    counts.hits  --> { 0, 0, 1, 0, 0 }

    --# lexicon.hit
    local hedges = ctx:lexicon("hedges")
    hedges:scan(article, {})
    hedges:hit(1).text  --> may

    --# lexicon.annotate
    local hedges = ctx:lexicon("hedges")
    local found = hedges:scan(article, {})
    if found > 0 then hedges:annotate("mark", { 1 }, 1, { weight = { 0.5 } }) end

    --# hit.value
    for hit in ctx:lexicon("hedges"):hits(article) do print(hit.value) end  --> 0.5

    --# hit.term
    for hit in ctx:lexicon({ "reopen*" }):hits(article) do print(hit.text, hit.term) end  --> reopened, reopen*

    --# hit.entry
    for hit in ctx:lexicon("hedges"):hits(article) do print(hit.entry) end  --> 1

    --# hit.word
    for hit in ctx:lexicon("hedges"):hits(article.sentences[3]) do print(hit.word) end  --> 2

    --# hit.capitals
    for hit in ctx:lexicon({ "ulm" }):hits(article) do print(hit.text, hit.capitals) end  --> Ulm, false

    --# hit.negated
    local hurt = ctx:lexicon({ hurt = -1 }, { negators = { "nobody", "not" } })
    for hit in hurt:hits(article) do print(hit.text, hit.negated) end  --> hurt, true

    --# hit.intensity
    local fees = ctx:lexicon({ "fall" }, { intensifiers = { may = 0.5 } })
    for hit in fees:hits(article) do print(hit.intensity) end  --> 0.5

    --# hit.score
    local hurt = ctx:lexicon({ hurt = -1 }, { negators = { "nobody" } })
    for hit in hurt:hits(article) do print(hit.value, hit.score) end
    --> -1.0, 1.0

    --# hit.get
    for hit in ctx:lexicon("hedges"):hits(article) do print(hit:get("kind")) end  --> modal

    --# find.first
    for hit in ctx:lexicon("hedges"):hits("Fees might fall") do print(hit.first, hit.last) end  --> 6, 10

    --# find.last
    local text = "Fees might fall"
    for hit in ctx:lexicon("hedges"):hits(text) do print(text:sub(hit.first, hit.last)) end  --> might

    --# find.value
    for hit in ctx:lexicon("hedges"):hits("Fees might fall") do print(hit.value) end  --> 0.7

    --# find.term
    for hit in ctx:lexicon("hedges"):hits("MIGHT") do print(hit.term) end  --> might

    --# find.entry
    for hit in ctx:lexicon("hedges"):hits("might") do print(hit.entry) end  --> 2

    --# find.word
    for hit in ctx:lexicon("hedges"):hits("Fees might fall") do print(hit.word) end  --> 2

    --# find.capitals
    for hit in ctx:lexicon("hedges"):hits("MIGHT") do print(hit.capitals) end  --> true

    --# find.negated
    local mood = ctx:lexicon({ "safe" }, { negators = { "not", "never" } })
    for hit in mood:hits("It was not at all safe.") do print(hit.negated) end  --> true

    --# find.intensity
    local mood = ctx:lexicon({ "safe" }, { intensifiers = { very = 1.5 }, window = 1 })
    for hit in mood:hits("very safe and sound") do print(hit.intensity) end  --> 1.5

    --# find.score
    local mood = ctx:lexicon({ safe = 2 }, { negators = { "not" } })
    for hit in mood:hits("Not safe. Safe.") do print(hit.score) end
    --> -2.0
    --> 2.0

    --# find.get
    for hit in ctx:lexicon("hedges"):hits("might") do print(hit:get("kind")) end  --> modal
    """#
}
