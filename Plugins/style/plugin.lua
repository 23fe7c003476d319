--- What an editor may want to look at again: hedges, loaded words, clichés, absolute words, the passive, and the headline.
---
--- The words are those of `words.tsv`. The passive is a form of "be" or "get" and, an adverb or two between, a participle:
--- a word in "-ed" or one of the irregular ones; adjectives such as "tired" are left out. Words inside quotation marks are
--- the speaker's and are not counted, unless the option `quoted` is on. Rates are by thousand words of the text.
--- A headline is checked for five things: `question`, `exclamation`, `capitals` (more than half of its longer words),
--- `teaser` (it keeps back what it is about: "this is why", "you won't believe") and `long`.
--- Source: written for this plugin. Limits: English only; a list knows no context, and none of this is wrong in itself:
--- hedges belong into a story that knows little.

local KINDS <const> = { "hedge", "loaded", "cliché", "absolute", "passive" }
local FIELDS <const> = { hedge = "hedges", loaded = "loaded", ["cliché"] = "cliches", absolute = "absolutes", passive = "passives" }
local round <const> = desk.round

local IRREGULAR <const> = "beaten|begun|bitten|blown|bought|bound|broken|brought|built|caught|chosen|cut|dealt|done|drawn|driven|eaten|"
  .. "fed|felt|fired|flown|forbidden|forgotten|fought|found|frozen|given|grown|heard|held|hidden|hit|hung|hurt|kept|known|laid|led|"
  .. "left|lent|let|lit|lost|made|meant|met|paid|put|read|ridden|run|said|seen|sent|set|shaken|shot|shown|shut|slain|sold|"
  .. "spent|split|spoken|spread|stolen|struck|stuck|sung|swept|sworn|taken|taught|thought|thrown|told|torn|understood|won|worn|woken|written"
local ADJECTIVES <const> = "(?!(?:tired|interested|excited|worried|pleased|scared|aged|married|supposed|used|concerned|bored|need|indeed|red|bed)\\b)"

local function expressions()
  return {
    passive = desk.regex("\\b(?:am|is|are|was|were|be|been|being|get|gets|got|getting)\\s+(?:(?:not|also|being|been|\\w+ly)\\s+){0,2}"
      .. ADJECTIVES .. "(?:\\w{2,}ed|" .. IRREGULAR .. ")\\b", "i"),
    teaser = desk.regex("\\b(?:this is (?:why|what|how)|here(?:'|’)s (?:why|what|how)|you (?:won(?:'|’)t|will never) believe|what happened next"
      .. "|the reason (?:why )?will|(?:one|this) (?:weird|simple) trick|will (?:shock|amaze|surprise) you|things you)\\b", "i"),
    word = desk.regex("\\p{L}[\\p{L}'’]*"),
    shouted = desk.regex("\\b\\p{Lu}{4,}\\b"),
    longer = desk.regex("\\b\\p{L}{4,}\\b"),
  }
end

--- What is to be said of a headline, by name.
local function check(headline, find, longest)
  local words, said = find.word:count(headline), {}
  local function say(name, is_so) if is_so then said[#said + 1] = name end end
  local longer = find.longer:count(headline)
  say("question", headline.text:find("%?%s*$") ~= nil)
  say("exclamation", headline.text:find("!", 1, true) ~= nil)
  say("capitals", longer > 1 and find.shouted:count(headline) * 2 > longer)
  say("teaser", find.teaser:test(headline))
  say("long", words > longest)
  return said
end

--- A function that tells whether a span is in quotation marks; spans are to be asked about in their order.
local function quotations(article, is_counted)
  local quoted, next = article.quoted, 1
  return function(span)
    if is_counted then return false end
    while next <= #quoted and quoted[next].last < span.first do next = next + 1 end
    return next <= #quoted and quoted[next].first <= span.first
  end
end

local function count(kind, doc)
  return { type = "integer", merge = "sum", from = { mark = { kind = kind } }, doc = doc }
end

---@type copydesk.Plugin
return {
  api = 1,
  name = "style",
  version = "1.0.0",
  summary = "Hedges, loaded words, clichés, absolutes, the passive, and headlines to look at again",
  author = "Copydesk",
  license = "MIT",
  categories = { "style" },
  languages = { "en" },
  requires = { "quoted" },
  layers = { mark = "words to look at again, and their kind" },
  fields = {
    hedges = count("hedge", "words that weaken a claim"),
    loaded = count("loaded", "words that judge"),
    cliches = count("cliché", "worn phrases"),
    absolutes = count("absolute", "words that leave no exception"),
    passives = count("passive", "verbs in the passive"),
    rates = { type = "map", merge = "none", from = "mark", doc = "each kind by thousand words" },
    words = {
      type = "list", merge = "top", from = { mark = { kind = { "loaded", "cliché" } } },
      doc = "loaded words and clichés, in small letters",
    },
    headline = { type = "list", merge = "top", from = {}, doc = "question, exclamation, capitals, teaser, long" },
  },
  judgements = { "mark" },
  options = {
    quoted = { type = "boolean", default = false, doc = "count words in quotation marks too" },
    headline_words = { type = "integer", default = 14, min = 1, doc = "words from which on a headline counts as long" },
  },
  resources = { words = "words.tsv" },

  setup = function(ctx)
    local lexicon = ctx:lexicon("words")
    return { lexicon = lexicon, kinds = lexicon:column("kind"), find = expressions() }
  end,

  analyze = function(article, ctx, state)
    local counts, said = {}, {}
    for _, kind in ipairs(KINDS) do counts[kind] = 0 end
    local is_quoted = quotations(article, ctx.options.quoted)
    for hit in state.lexicon:hits(article) do
      if not is_quoted(hit) then
        local kind = state.kinds[hit.entry]
        counts[kind] = counts[kind] + 1
        ctx:annotate("mark", hit, { kind = kind })
        if kind == "loaded" or kind == "cliché" then said[#said + 1] = desk.lower(hit.text) end
      end
    end
    is_quoted = quotations(article, ctx.options.quoted)
    for _, match in ipairs(state.find.passive:all(article)) do
      if not is_quoted(match) then
        counts.passive = counts.passive + 1
        ctx:annotate("mark", match, { kind = "passive" })
      end
    end
    local found, rates = { words = said }, {}
    for _, kind in ipairs(KINDS) do
      found[FIELDS[kind]] = counts[kind]
      rates[FIELDS[kind]] = round(1000 * counts[kind] / math.max(1, article.word_count), 1)
    end
    found.rates = rates
    found.headline = article.title ~= "" and check(article.headline, state.find, ctx.options.headline_words) or nil
    return found
  end,

  report = function(report, summary, ctx)
    report:heading("Style")
    local points = {}
    for _, kind in ipairs(KINDS) do
      local name <const> = FIELDS[kind]
      local with = summary.outermost and summary.outermost[name]
      local count <const> = summary[name] or 0
      points[#points + 1] = { name = name, value = count, article = count > 0 and with and with.highest[1] or nil }
    end
    report:bar("What was found", points, { measure = "words and phrases" })
    report:bar("Loaded words and clichés", summary.words or {}, { measure = "uses", limit = 20 })
    report:bar("Headlines", summary.headline or {}, { measure = "headlines" })
    report:kwic("mark", { limit = 20 })
  end,
}
