extension APIExamples {
  static let desk = #"""
    --# desk.lower
    desk.lower("ÉTÉ")  --> été

    --# desk.upper
    desk.upper("straße")  --> STRASSE

    --# desk.fold
    desk.fold("Straße") == desk.fold("STRASSE")  --> true

    --# desk.words
    desk.words("It’s 2025, isn't it?")  --> { "It’s", "2025", "isn't", "it" }

    --# desk.stem
    desk.stem("repairing")  --> repair
    desk.stem("häuser", "de")  --> haus

    --# desk.terms
    -- Words and pairs of the sentences, and where the first of them stands.
    local terms, places = { term = {}, times = {}, texts = {} }, { term = {}, first = {}, last = {} }
    local common = desk.lexicon({ "the", "of", "on", "after" })
    local count = desk.terms(article.sentences, { words = 2, letters = 3, without = common }, terms, places)
    count, terms.term[3], terms.times[3]  --> 50, german port, 1
    article.text:sub(places.first[3], places.last[3])  --> German port

    --# desk.regex
    local year = desk.regex("\\b(19|20)\\d\\d\\b")
    year:find(article).text  --> 2025

    --# desk.date
    desk.date("2025-03-04"):add(30).iso  --> 2025-04-03
    desk.date("soon")  --> nil

    --# desk.lexicon
    local hedges = desk.lexicon({ "may", "might" })
    hedges:count(article)  --> 1

    --# desk.round
    desk.round(2.345, 2)  --> 2.35
    desk.round(2.5)  --> 2

    --# desk.grouped
    desk.grouped(2062) .. " words"  --> 2,062 words

    --# desk.largest
    desk.largest({ 3, 7, 7, 1 }, { limit = 2 })  --> { 2, 3 }
    desk.largest({ 3, 7, 7, 1 }, { limit = 2, names = { "fees", "port", "keeper", "storm" } })  --> { 3, 2 }

    --# desk.each
    local sum = 0
    for _, count in desk.each({ a = 1, b = 2 }) do sum = sum + count end
    sum  --> 3

    --# desk.counter
    local labels = desk.counter({ "ORG", "PERSON", "ORG" })
    labels:get("ORG")  --> 2

    --# desk.set
    local seen = desk.set({ "a", "b", "a" })
    seen:size()  --> 2

    --# desk.json.encode
    desk.json.encode({ name = "Ulm", fees = { 1, 2 } })  --> {"fees":[1,2],"name":"Ulm"}

    --# desk.json.decode
    desk.json.decode('{"fees": [1, 2.5]}').fees[2]  --> 2.5

    --# regex.find
    local match = desk.regex("fees?", "i"):find(article)
    match.text  --> Fees

    --# regex.match
    local number, unit = desk.regex("€([\\d.]+) (\\w+)"):match(article)
    number, unit  --> 3.5, million

    --# regex.all
    for _, match in ipairs(desk.regex("\\d+"):all("4 March 2025")) do print(match.first, match.text) end
    --> 1, 4
    --> 9, 2025

    --# regex.count
    desk.regex("\\bthe\\b", "i"):count(article)  --> 4

    --# regex.test
    desk.regex("^The"):test(article)  --> true

    --# regex.replace
    desk.regex("(\\w+) (\\w+)"):replace("Brandt Ada", "$2 $1")  --> Ada Brandt, 1

    --# regex.split
    desk.regex(";\\s*"):split("ports; floods;fees")  --> { "ports", "floods", "fees" }

    --# civilDate.year
    desk.date("2025-03-04").year  --> 2025

    --# civilDate.month
    desk.date("2025-03-04").month  --> 3

    --# civilDate.day
    desk.date("2025-03").day  --> 1

    --# civilDate.weekday
    desk.date("2025-03-04").weekday  --> 2

    --# civilDate.day_of_year
    desk.date("2025-12-31").day_of_year  --> 365

    --# civilDate.hour
    desk.date("2025-03-04T09:30:00Z").hour  --> 9

    --# civilDate.minute
    desk.date("2025-03-04T09:30:00Z").minute  --> 30

    --# civilDate.second
    desk.date("2025-03-04").second  --> 0

    --# civilDate.iso
    desk.date("20250304").iso  --> 2025-03-04

    --# civilDate.format
    desk.date("2025-03-04"):format("%A, %e %B")  --> Tuesday, 4 March

    --# civilDate.add
    desk.date("2025-02-28"):add(1).iso  --> 2025-03-01

    --# civilDate.days_since
    desk.date("2025-03-04"):days_since(desk.date("2025-02-18"))  --> 14
    """#
}
