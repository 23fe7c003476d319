--- Who speaks in the news: a ledger of quotes with speaker and role, how the words are shared out, and how much has no name.
---
--- For media monitors, for newsrooms that watch whom they listen to, and for editors with a policy on anonymous sources. A speaker
--- is the fullest name that the article gives; words are counted between the marks, or in the reported clause where speech is
--- indirect. `source` in the ledger says who it is:
---   named         somebody, or a body, whom the article names
---   institution   a body without its name: "police", "the ministry"
---   requested     the words say that the name is kept back: "on condition of anonymity"
---   source, insider, official, spokesperson, expert, witness, partisan   by the words of `speakers.tsv`: "officials", "critics"
---   role          a person without a name of whom the article says what he is
---   unknown       nobody can be told: a pronoun that stands for nobody, or no speaker at all
--- `anonymous` counts all from `requested` to `role`. The stance is how the cue presents what was said: said (neutral), claimed,
--- admitted (conceding), questioned (doubting) and so on.
---
--- `genders` counts words by the pronouns that stand for named speakers in the same article, "she", "he", "they", as the host resolves
--- them; a speaker for whom none stands has none, and nothing is told from names. (Which person a "she" stands for the host tells
--- from the sentence before, titles and given names.) A table of your own comes first:
---   copydesk run -p sources -O sources.people=@people.csv …
--- with the columns speaker (a name, or the words for a speaker: "the mayor"), name, role, group, gender. Rows with one `name` are one
--- speaker; `group` makes shares by group; `gender` is taken as it stands.
---
--- Intervals are Wilson's for 95 %, as if quotes were drawn one by one; within an article they are not, so take them for the least.
--- It reads 5 to 6 MB/s, of which the layers take more than half. Limits: it is as good as the host's layer `quotes` (see its figures); two people of one name are one speaker over a run; the kinds
--- of speakers without a name are told for English, and for the commonest words of six other languages.
local pages = require "pages"
local people = require "people"
local summing = require "summing"
local veils = require "veils"

local UNSEEN <const> = { named = true, institution = true, unknown = true } -- those of which `anonymous` does not count

--- The words of a text, told by white space.
local function count(text) return select(2, text:gsub("%S+", "")) end

--- The words of a quote: what stands between marks, without a "he said" in between; all of indirect speech.
local function words(quote, kind)
  if kind ~= "direct" then return count(quote.text) end
  local sum, last = 0, 0
  for _, quotation in ipairs(quote.quoted) do
    if quotation.first > last then -- not a quotation within the one before
      sum, last = sum + count(quotation.text), quotation.last
    end
  end
  return sum > 0 and sum or count(quote.text)
end

--- What a speaker is, as printed, without an article before it.
local function role_of(quote)
  local role = quote.role
  if not role then return nil end
  local text = role.text:gsub("^[TtAa][hn]?e?%s+", ""):gsub("%s+", " ")
  return #text > 80 and desk.text.shorten(text, 80) or text
end

--- Who speaks, as an entry of the ledger without its words; marks what shows that a name is missing.
local function entry_of(quote, ctx, state, requests)
  local speaker <const> = quote.speaker
  local printed = speaker and speaker.text
  local name, role = quote.speaker_name, role_of(quote)
  local known = people.find(state.people, name, printed) or {}
  name, role = known.name or name, known.role or role
  local entry = {
    speaker = name or printed and (#printed > 80 and desk.text.shorten(printed, 80) or printed) or nil, role = role, kind = quote.kind, stance = quote.stance,
    group = known.group, gender = known.gender,
  }
  local pronoun = printed and veils.pronoun(printed)
  if name then
    entry.source, entry.pronoun = "named", pronoun ~= true and pronoun or nil
    return entry
  end
  local request = requests[1] and veils.requested(requests, quote)
  local kind, shown
  if speaker and not pronoun then kind, shown = veils.kind(state.veils, speaker) end
  entry.source = request and "requested" or kind or (role and "role") or "unknown"
  entry.anonymous = not UNSEEN[entry.source] or nil
  if entry.anonymous then
    ctx:annotate("anonymous", request and request.hit or shown or speaker, { source = entry.source })
  end
  return entry
end

--- Gives named speakers the pronoun that stands for them most often in the article, and counts their words by it.
local function genders_of(ledger)
  local counts, genders = {}, {}
  for _, entry in ipairs(ledger) do
    if entry.pronoun then
      local of = counts[entry.speaker] or { he = 0, she = 0, they = 0 }
      of[entry.pronoun] = of[entry.pronoun] + 1
      counts[entry.speaker] = of
    end
  end
  for _, entry in ipairs(ledger) do
    if entry.source == "named" then
      local of = counts[entry.speaker]
      if of then entry.pronoun = of.she > math.max(of.he, of.they) and "she" or of.he > of.they and "he" or "they" end
      if of and of.she == of.he and of.she > 0 then entry.pronoun = nil end
      local gender = entry.gender or entry.pronoun
      if gender then genders[gender] = (genders[gender] or 0) + entry.words end
    end
  end
  return genders
end

--- Speakers with their words, most first, as a list of {name, words, quotes, share}.
local function voices(spoken, quoted, total)
  local list = {}
  for name, count in pairs(spoken) do
    list[#list + 1] = { name = name, words = count, quotes = quoted[name], share = desk.round(count / total, 3) }
  end
  table.sort(list, function(a, b)
    if a.words ~= b.words then return a.words > b.words end
    return a.name < b.name
  end)
  return list
end

local function sum(doc, from) return { type = "integer", merge = "sum", from = from or "speech", doc = doc } end
local function mean(doc, from) return { type = "number", merge = "mean", from = from or "speech", doc = doc } end
local function top(doc, from) return { type = "map", merge = "top", from = from or "speech", doc = doc } end
local NAMED <const>, NAMELESS <const> = { speech = { source = "named" } }, { speech = { speaker = "no name" } }

---@type copydesk.Plugin
return {
  api = 1,
  name = "sources",
  version = "2.0.0",
  summary = "Who is quoted, how many words each, and how much speech has no name",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  requires = { "quotes", "quoted", "sentences" },
  layers = {
    speech = "speech, with who says it",
    anonymous = "words that stand for the name of a speaker, or say that it is kept back",
  },
  fields = {
    quotes = sum("quotes of all kinds"),
    direct = sum("quotes in the speaker's own words, between marks", { speech = { kind = "direct" } }),
    mixed = sum("quotes in the writer's words, some of them quoted", { speech = { kind = "mixed" } }),
    indirect = sum("quotes in the writer's words", { speech = { kind = "indirect" } }),
    words = sum("words of all quotes"),
    quoted_share = mean("words of all quotes / words of the article"),
    speakers = top("words by speaker", NAMED),
    voices = { type = "list", merge = "none", from = NAMED, doc = "speakers as {name, words, quotes, share}, most words first" },
    ledger = { type = "list", merge = "none", from = "speech",
      doc = "quotes as {speaker, source, role, kind, stance, words, group, gender, pronoun, anonymous}, in the order of the marks of `speech`" },
    unattributed_words = sum("words of quotes whose speaker has no name", NAMELESS),
    unattributed_share = mean("words of quotes whose speaker has no name / words of all quotes", NAMELESS),
    anonymous = sum("quotes of people without a name", "anonymous"),
    anonymous_share = mean("quotes of people without a name / all quotes", "anonymous"),
    anonymous_kinds = top("quotes of people without a name, by kind", "anonymous"),
    unknown = sum("quotes of which nobody can be told who speaks", { speech = { source = "unknown" } }),
    stances = top("quotes by how the cue presents them"),
    genders = top("words of named speakers by their pronoun, or by the gender that the user's table gives", NAMED),
  },
  judgements = { "speech", "anonymous" },
  options = {
    sure = { type = "number", default = 0.6, min = 0, max = 1, doc = "how sure the host must be that it is speech" },
    people = { type = "string", default = "",
      doc = "what you know of speakers: a table in CSV with the columns speaker, name, role, group, gender; @people.csv reads a file" },
  },
  resources = { speakers = "speakers.tsv", requests = "requests.tsv" },

  setup = function(ctx) return { veils = veils.load(ctx), people = people.read(ctx.options.people) } end,

  analyze = function(article, ctx, state)
    local spoken, quoted, ledger = {}, {}, {}
    local kinds, stances, anonymous_kinds = { direct = 0, mixed = 0, indirect = 0 }, {}, {}
    local total, nameless, anonymous, unknown = 0, 0, 0, 0
    local requests = #article.quotes > 0 and veils.requests(state.veils, article) or {}
    for _, quote in ipairs(article.quotes) do
      if quote.confidence >= ctx.options.sure then
        local entry = entry_of(quote, ctx, state, requests)
        entry.words = words(quote, entry.kind)
        ledger[#ledger + 1] = entry
        total = total + entry.words
        kinds[entry.kind] = kinds[entry.kind] + 1
        if entry.stance then stances[entry.stance] = (stances[entry.stance] or 0) + 1 end
        if entry.source == "named" then
          spoken[entry.speaker] = (spoken[entry.speaker] or 0) + entry.words
          quoted[entry.speaker] = (quoted[entry.speaker] or 0) + 1
        else
          nameless = nameless + entry.words
          if entry.source == "unknown" then unknown = unknown + 1 end
        end
        if entry.anonymous then
          anonymous = anonymous + 1
          anonymous_kinds[entry.source] = (anonymous_kinds[entry.source] or 0) + 1
        end
        ctx:annotate("speech", quote, {
          speaker = entry.source == "named" and entry.speaker or "no name", source = entry.source, role = entry.role, kind = entry.kind,
          stance = entry.stance, words = entry.words,
        })
      end
    end
    local quotes <const> = #ledger
    return {
      quotes = quotes, direct = kinds.direct, mixed = kinds.mixed, indirect = kinds.indirect, words = total,
      quoted_share = desk.round(math.min(1, total / math.max(1, article.word_count)), 4),
      speakers = spoken, genders = genders_of(ledger), voices = voices(spoken, quoted, math.max(1, total)), ledger = ledger,
      unattributed_words = nameless, unattributed_share = total > 0 and desk.round(nameless / total, 4) or nil,
      anonymous = anonymous, anonymous_share = quotes > 0 and desk.round(anonymous / quotes, 4) or nil,
      anonymous_kinds = anonymous_kinds, unknown = unknown, stances = stances,
    }
  end,

  aggregate = summing,
  report = pages,
}
