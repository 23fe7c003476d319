extension APIExamples {
  /// Libraries within `desk`.
  static let library = #"""
    --# desk.csv.decode
    local rows = desk.csv.decode("port,fee\n\"Ulm, old\",2\n", { header = true })
    rows[1].port, rows[1].fee  --> Ulm, old, 2

    --# desk.csv.encode
    local text = desk.csv.encode({ { "port", "fee" }, { "Ulm, old", 2 } })
    for line in text:gmatch("[^\n]+") do print(line) end
    --> port,fee
    --> "Ulm, old",2

    --# desk.stats.sum
    desk.stats.sum({ 0.1, 0.2, 0.3 }) == 0.6  --> true

    --# desk.stats.mean
    desk.stats.mean({ 2, 4, 9 })  --> 5.0
    desk.stats.mean({})  --> nil

    --# desk.stats.median
    desk.stats.median({ 2, 4, 9, 100 })  --> 6.5

    --# desk.stats.variance
    desk.stats.variance({ 2, 4, 9 })  --> 13.0

    --# desk.stats.deviation
    desk.round(desk.stats.deviation({ 2, 4, 9 }), 3)  --> 3.606

    --# desk.stats.quantile
    desk.stats.quantile({ 1, 2, 3, 4, 5 }, 0.9)  --> 4.6

    --# desk.stats.summary
    local lengths = desk.stats.summary({ 120, 340, 560, 900 })
    lengths.count, lengths.median, lengths.max  --> 4, 450.0, 900.0

    --# desk.stats.correlation
    desk.round(desk.stats.correlation({ 1, 2, 3, 4 }, { 1, 3, 2, 9 }), 3)  --> 0.826
    desk.stats.correlation({ 1, 2, 3, 4 }, { 1, 3, 2, 9 }, { method = "spearman" })  --> 0.8

    --# desk.stats.interval
    local low, high = desk.stats.interval({ 2, 4, 9, 5 })
    desk.round(low, 2), desk.round(high, 2)  --> 0.32, 9.68

    --# desk.stats.wilson
    local low, high = desk.stats.wilson(3, 20)
    desk.round(low, 3), desk.round(high, 3)  --> 0.052, 0.36

    --# desk.stats.log_odds
    -- A word that comes 40 times in 10,000 words of one paper and 10 times in 12,000 of another.
    local odds, z = desk.stats.log_odds(40, 10, 10000, 12000)
    desk.round(odds, 3), desk.round(z, 2)  --> 1.484, 4.39

    --# desk.tally.words
    local tally, words = desk.tally.words("Harbour fees rise. The harbour closed.", { words = 2, letters = 3, id = "ulm-1" })
    words, desk.tally.top(tally, 1)[1].term  --> 6, harbour
    local of_sentences = desk.tally.words(article.sentences)

    --# desk.tally.of
    local tally = desk.tally.of({ "fees", "harbour", "fees" }, { id = "ulm-1" })
    desk.tally.top(tally, 1)[1]  --> { ids = { "ulm-1" }, term = "fees", texts = 1, times = 2 }

    --# desk.tally.join
    local all = desk.tally.of({})
    for _, words in ipairs({ "fees rise", "fees fall" }) do desk.tally.join(all, (desk.tally.words(words))) end
    local most = desk.tally.top(all, 1)[1]
    most.term, most.times, most.texts  --> fees, 2, 2

    --# desk.tally.prune
    local ours, theirs = desk.tally.of({ fees = 9, keeper = 1 }), desk.tally.of({ keeper = 12, fees = 1 })
    desk.tally.prune({ ours, theirs }, 24)  --> 9
    desk.tally.size(ours), desk.tally.size(theirs)  --> 0, 1

    --# desk.tally.pack
    local tally = desk.tally.of({ fees = 9, keeper = 1 })
    desk.tally.size(desk.tally.pack(tally, 2))  --> 1

    --# desk.tally.size
    desk.tally.size((desk.tally.words("Fees may fall, fees may rise.")))  --> 4

    --# desk.tally.top
    local most = desk.tally.top((desk.tally.words("Fees may fall, fees may rise.")), 2)
    most[1].term, most[2].term  --> fees, may

    --# desk.tally.contrast
    local a = desk.tally.of({ harbour = 20, storm = 5, keeper = 1 })
    local b = desk.tally.of({ harbour = 2, keeper = 20 })
    for _, found in ipairs((desk.tally.contrast(a, b, { prior = 10 }))) do
      print(found.term, found.a, found.b, desk.round(found.z, 1))
    end
    --> harbour, 20, 2, 4.8
    --> keeper, 1, 20, -6.1

    --# desk.similarity.jaccard
    desk.similarity.jaccard("Fees may fall", "fees fell")  --> 0.25
    desk.similarity.jaccard({ "a", "b" }, { "b", "c" })  --> 0.33333333333333

    --# desk.similarity.cosine
    desk.round(desk.similarity.cosine("to be or not to be", "not to be"), 3)  --> 0.913
    desk.similarity.cosine({ ulm = 2 }, { ulm = 1, bern = 0 })  --> 1.0

    --# desk.similarity.minhash
    #desk.similarity.minhash(article)  --> 1024

    --# desk.similarity.sketch
    desk.similarity.sketch(article) == desk.similarity.sketch(article.text)  --> true

    --# desk.similarity.contained
    local whole, part = desk.similarity.sketch(article), desk.similarity.sketch(article.sentences[1])
    desk.similarity.contained(whole, part)  --> 1.0

    --# desk.similarity.groups
    local list = {}
    for i, words in ipairs({ "Ferry fees rise in April", "Snow closes mountain road", "FERRY FEES RISE in April" }) do
      list[i] = desk.similarity.sketch(words)
    end
    desk.similarity.groups(list)[1]  --> { 1, 3 }

    --# desk.similarity.estimate
    local ours = desk.similarity.minhash(article)
    local copy = desk.similarity.minhash(article.text .. " (dpa)")
    desk.similarity.estimate(ours, copy) > 0.9  --> true

    --# desk.text.length
    desk.text.length("Zoë 👩‍🚒"), #"Zoë 👩‍🚒"  --> 5, 16

    --# desk.text.segment
    desk.text.segment("été", "characters")  --> { "é", "t", "é" }
    desk.text.segment("東京都に行く", "words")  --> { "東京", "都", "に", "行く" }
    #desk.text.segment("One.\n\nTwo\nthree.", "paragraphs")  --> 2

    --# desk.text.shorten
    desk.text.shorten(article, 24)  --> The German port of Ulm…

    --# desk.text.plain
    desk.text.plain("Café") == desk.text.plain("CAFE")  --> true

    --# desk.text.compare
    desk.text.compare("Ödön", "Zoë")  --> -1
    desk.text.compare("Öland", "Zürich", "sv")  --> 1

    --# desk.text.sort
    desk.text.sort({ "zoo", "Über", "ulm", "Émile", "eel" })  --> { "eel", "Émile", "Über", "ulm", "zoo" }

    --# desk.text.distance
    desk.text.distance("Brandt", "Brnadt")  --> 1

    --# desk.text.syllables
    desk.text.syllables("the harbour reopened")  --> 6

    --# desk.text.readability
    local ease = desk.text.readability(article, { sentences = #article.sentences })
    ease.words, ease.syllables, desk.round(ease.flesch, 1)  --> 43, 59, 82.0

    --# desk.html.escape
    desk.html.escape("Roe & <Poe>")  --> Roe &amp; &lt;Poe&gt;

    --# desk.html.unescape
    desk.html.unescape("Roe &amp; Poe &#8211; &unknown;")  --> Roe & Poe – &unknown;

    --# desk.markdown.escape
    desk.markdown.escape("*new* [fees]")  --> \*new\* \[fees\]

    --# civilDate.week
    desk.date("2025-12-31").week  --> 1

    --# civilDate.week_year
    desk.date("2025-12-31").week_year  --> 2026

    --# civilDate.add_months
    desk.date("2025-01-31"):add_months(1).iso  --> 2025-02-28
    """#
}
