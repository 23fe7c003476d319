extension APIExamples {
  /// What a plugin's file returns: each example is the whole of one.
  static let plugin = #"""
    --# Plugin
    --- How many figures a story gives.
    return {
      api = 1, name = "figures", version = "1.0.0",
      summary = "How many figures a story gives", license = "MIT", categories = { "style" },
      requires = { "amounts" },
      layers = { figure = "an amount" },
      fields = { figures = { type = "integer", merge = "mean", doc = "amounts in the text" } },
      analyze = function(article, ctx)
        for _, amount in ipairs(article.amounts) do ctx:annotate("figure", amount) end
        return { figures = #article.amounts }
      end,
    }

    --# Field
    return {
      api = 1, name = "length",
      fields = {
        words = { type = "integer", merge = "histogram", doc = "words of the text" },
        section = { type = "string", merge = "top", doc = "the section of the paper" },
      },
      analyze = function(article)
        return { words = article.word_count, section = article.section }
      end,
    }

    --# Option
    return {
      api = 1, name = "long",
      fields = { long = { type = "boolean", merge = "any", doc = "whether it is long" } },
      options = {
        words = { type = "integer", default = 800, min = 1, doc = "as many words are long" },
      },
      analyze = function(article, ctx) return { long = article.word_count >= ctx.options.words } end,
    }

    --# Aggregate
    return {
      api = 1, name = "longest",
      aggregate = {
        new = function() return { words = 0 } end,
        add = function(acc, article) acc.words, acc.id = article.word_count, article.id end,
        merge = function(a, b) return b.words > a.words and b or a end,
      },
      report = function(report, summary)
        report:text(("The longest story, %s, has %d words."):format(summary.id, summary.words))
      end,
    }
    """#

  /// The tables that functions take and give.
  static let values = #"""
    --# Dateline
    local dateline = article.dateline
    dateline.place  --> ULM
    dateline.agency  --> dpa

    --# Counts
    local counts = ctx:summary().counts
    counts.articles  --> 3

    --# Run
    ctx.run.articles  --> 3
    ctx.run.since  --> 2025-03-01

    --# Place
    local first, last = article.text:find("Ada Brandt", 1, true)
    ctx:annotate("mark", { first = first, last = last })

    --# Point
    report:bar("Stories by desk", { { name = "Local", value = 12 }, { name = "Sport", value = 7 } })

    --# Passage
    report:passages("Look at these", {
      { text = "Fees may fall", article = "ulm-1", first = 157, last = 169, label = 0.5 },
    })

    --# Places
    -- As `desk.terms` and `lexicon:scan` fill them; here the first place and the third.
    local places = { first = { 1, 5, 12 }, last = { 3, 10, 15 } }
    ctx:annotate_each("mark", places, { 1, 3 }, 2)

    --# Match
    local match = desk.regex("(?<number>\\d+)%"):find(article)
    match.text  --> 2%
    match[1]  --> 2
    match.groups.number.first == match.first  --> true

    --# Summary
    desk.stats.summary({ 1, 2, 3, 4 })  --> { count = 4, deviation = 1.2909944487358, high = 3.25, low = 1.75, max = 4.0, mean = 2.5, median = 2.5, min = 1.0, sum = 10.0 }

    --# TermOptions
    -- Words of three letters or more by their stems, and whether the title has them.
    local terms = { term = {}, titled = {} }
    local count = desk.terms("The port reopens.", { letters = 3, stem = "en", title = "Ports of Ulm" }, terms)
    count, terms.term[2], terms.titled[2]  --> 3, the, false

    --# LargestOptions
    desk.largest({ 1, 2, 3 }, { count = 2 })  --> { 2, 1 }

    --# Tally
    #desk.tally.words(article).texts  --> 1

    --# TallyOptions
    -- Single words and pairs of them, of three letters or more.
    local tally = desk.tally.words(article.sentences, { words = 2, letters = 3, id = article.id })

    --# TallyTerm
    desk.tally.top(desk.tally.of({ fees = 2 }), 1)[1]  --> { ids = {}, term = "fees", texts = 1, times = 2 }

    --# ContrastOptions
    local part, all = desk.tally.of({ fees = 9 }), desk.tally.of({ fees = 9, keeper = 9 })
    desk.tally.contrast(part, all, { within = true, prior = 10, z = 0 })[1].b  --> 0

    --# Contrast
    local found = desk.tally.contrast(desk.tally.of({ fees = 9, port = 1 }), desk.tally.of({ port = 9 }), { prior = 10, z = 1 })
    found[1].term, found[1].a, found[1].b  --> fees, 9, 0

    --# Readability
    local ease = desk.text.readability("The port reopened. Fees may fall.")
    ease.words, ease.sentences, ease.syllables  --> 6, 2, 8

    --# LexiconOptions
    local marks = ctx:lexicon({ "well-known", ":)" }, { words = "spaced" })
    marks:count("A well-known port :)")  --> 2
    local forms = ctx:lexicon({ "repair", "fee" }, { stem = "en" })
    for hit in forms:hits(article) do print(hit.text, hit.term) end
    --> Fees, fee
    --> Repairs, repair
    """#
}
