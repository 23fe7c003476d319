--- How hard a story is to read: lengths of sentences and words, and the formulas that are made of them.
---
--- `flesch`, from 100 (easy) down to 0 and below (hard), is Flesch's reading ease (1948) for English,
--- 206.835 - 1.015 words by sentence - 84.6 syllables by word, and Amstad's (1978) for German, 180 - words by
--- sentence - 58.5 syllables by word. `grade`, the years of American school, is Kincaid's (1975), `fog` Gunning's (1952); both
--- for English. `lix`, Björnsson's (1968), is for every language: words by sentence + percent of words over six letters.
--- Syllables are runs of vowels, less a silent e in English; of a hundred words a few are miscounted.
--- `dale_chall`, for English, is the new formula of Chall and Dale (Readability Revisited, 1995, page 66), 64 - 0.95 percent of unfamiliar
--- words - 0.69 words by sentence: the share of gaps in the text that readers would fill. `dale_chall_grade` is the school year it
--- stands for (table 5-8). Familiar are the words of their list and its forms by their rules (`familiar.tsv`), figures, and names: words
--- with a capital within a sentence, at its start where the article has them within one, too. The list is American in its spelling.
--- Limits: short words in short sentences can still be hard to follow, and a story's names and figures count as
--- words. A text of fewer than a hundred words says little; `words` tells.

local round <const>, max <const> = desk.round, math.max

--- Which school years Chall and Dale's score stands for: from that on, those.
local GRADES <const> = {
  { 58, "1" }, { 54, "2" }, { 50, "3" }, { 45, "4" }, { 40, "5-6" }, { 34, "7-8" }, { 28, "9-10" }, { 22, "11-12" }, { 16, "13-15" },
}
local HARDEST <const> = "16+"

--- The place of a school year among them.
local function place(year)
  for index, entry in ipairs(GRADES) do
    if entry[2] == year then return index end
  end
  return #GRADES + 1
end

local NO_MARKS <const> = {}
local function mean(doc) return { type = "number", merge = "mean", from = NO_MARKS, doc = doc } end

--- Whether an article is in a language, whatever its country.
local function is_in(article, language) return (article.language or ""):match("^%a+") == language end

--- The school year of a score: their table has whole numbers.
local function grade(score)
  for _, entry in ipairs(GRADES) do
    if round(score) >= entry[1] then return entry[2] end
  end
  return HARDEST
end

--- Whether a byte may stand before the blank before a word within a sentence.
local function is_within(byte) return byte ~= nil and (byte >= 0x80 or string.char(byte):find("[%w,;:]") ~= nil) end

--- The names of an article that the list does not have, as their number.
local function names(article, state)
  local text, within, starts, count = article.text, {}, {}, 0
  for _, match in ipairs(state.capital:all(article)) do
    if state.familiar:count(match) == 0 then
      local first, name = match.first, match.text
      if first > 2 and text:byte(first - 1) == 32 and is_within(text:byte(first - 2)) then
        within[name], count = true, count + 1
      else
        starts[#starts + 1] = name
      end
    end
  end
  for _, name in ipairs(starts) do
    if within[name] then count = count + 1 end
  end
  return count
end

--- The share of words that are neither on Dale and Chall's list nor names.
local function unfamiliar(article, state, words)
  return max(0, words - state.familiar:count(article) - names(article, state)) / words
end

---@type copydesk.Plugin
return {
  api = 1,
  name = "readability",
  version = "1.1.0",
  summary = "How hard a story is to read",
  author = "Copydesk",
  license = "MIT",
  categories = { "style" },
  requires = { "sentences" },
  layers = { long = "a sentence with more words than the option long says" },
  fields = {
    words = { type = "integer", merge = "sum", from = NO_MARKS, doc = "words: runs of letters" },
    sentence_words = mean("words by sentence"),
    word_letters = mean("letters by word"),
    word_syllables = mean("syllables by word; English and German"),
    long_words = mean("share of words over six letters"),
    long_sentences = {
      type = "number", merge = "mean", from = "long",
      doc = "share of sentences with more words than option `long`",
    },
    flesch = mean("reading ease, 100 easy to 0 hard: Flesch for English, Amstad for German"),
    grade = mean("Flesch and Kincaid's school year; English"),
    fog = mean("Gunning's fog index; English"),
    unfamiliar_words = mean("share of words that are neither on Dale and Chall's list nor names; English"),
    dale_chall = mean("Chall and Dale's score, 64 easy to 0 hard; English"),
    dale_chall_grade = { type = "string", merge = "top", from = NO_MARKS, doc = "the school year that it stands for, from 1 to 16+; English" },
    lix = mean("Björnsson's lix: below 30 easy, above 60 very hard; any language"),
    flesch_histogram = { type = "number", merge = "histogram", from = NO_MARKS, doc = "reading ease again, for its spread over a run" },
  },
  options = { long = { type = "integer", default = 30, min = 5, doc = "words from which on a sentence counts as long" } },

  resources = { familiar = "familiar.tsv" },

  setup = function(ctx)
    return {
      familiar = ctx:lexicon("familiar"),
      capital = desk.regex("\\p{Lu}[\\p{L}\\p{M}'’]*"),
      word = desk.regex("\\p{L}[\\p{L}\\p{M}'’]*"),
      letter = desk.regex("\\p{L}"),
      long = desk.regex("\\p{L}{7,}"),
      syllable = {
        en = desk.regex("[aeiouyàáâèéêëïîôöüù]+", "i"),
        de = desk.regex("(?:ei|ie|au|eu|äu|ai|[aeiouyäöüé])", "i"),
      },
      -- A last e that is not spoken: "make", "made", but not "the", "table" or "wanted".
      silent = desk.regex("(?<=[aeiouy][^\\Waeiouyl\\d])e(?:s|d)?\\b(?<![sxzcg]es)(?<![td]ed)|(?<=[aeiouy][^\\Waeiouy\\d][^\\Waeiouyl\\d])e(?:d)?\\b(?<![td]ed)", "i"),
      hard = desk.regex("\\b\\p{Ll}[^\\Waeiouy\\d]*(?:[aeiouy]+[^\\Waeiouy\\d]+){2,}[aeiouy]+(?!\\b(?<=e))\\w*", "i"),
    }
  end,

  analyze = function(article, ctx, state)
    local sentences = article.sentences
    local words = state.word:count(article)
    if words == 0 or #sentences == 0 then return { words = words } end
    local longs = 0
    for _, sentence in ipairs(sentences) do
      if state.word:count(sentence) > ctx.options.long then
        longs = longs + 1
        ctx:annotate("long", sentence)
      end
    end
    local by_sentence, long_words = words / #sentences, state.long:count(article) / words
    local found = {
      words = words,
      sentence_words = round(by_sentence, 2),
      word_letters = round(state.letter:count(article) / words, 2),
      long_words = round(long_words, 3),
      long_sentences = round(longs / #sentences, 3),
      lix = round(by_sentence + 100 * long_words, 1),
    }
    if is_in(article, "en") then
      local syllables = max(1, (state.syllable.en:count(article) - state.silent:count(article)) / words)
      found.word_syllables = round(syllables, 3)
      found.flesch = round(206.835 - 1.015 * by_sentence - 84.6 * syllables, 1)
      found.grade = round(0.39 * by_sentence + 11.8 * syllables - 15.59, 1)
      found.fog = round(0.4 * (by_sentence + 100 * state.hard:count(article) / words), 1)
      local hard = unfamiliar(article, state, words)
      local score = 64 - 95 * hard - 0.69 * by_sentence
      found.unfamiliar_words, found.dale_chall, found.dale_chall_grade = round(hard, 3), round(score, 1), grade(score)
    elseif is_in(article, "de") then
      local syllables = max(1, state.syllable.de:count(article) / words)
      found.word_syllables = round(syllables, 3)
      found.flesch = round(180 - by_sentence - 58.5 * syllables, 1)
    end
    found.flesch_histogram = found.flesch
    return found
  end,

  report = function(report, summary, ctx)
    report:heading("Readability")
    if summary.sentence_words then
      report:text(("A sentence has %.1f words on average, a word %.1f letters; %.0f %% of sentences are long. Lix is %.0f.")
        :format(summary.sentence_words, summary.word_letters, 100 * summary.long_sentences, summary.lix))
    end
    if summary.flesch then
      report:bar("Reading ease of stories, 100 easy to 0 hard", summary.flesch_histogram, { measure = "stories" })
    end
    if summary.dale_chall then
      report:text(("Of a hundred English words %.0f are neither on Dale and Chall's list of familiar words nor names; their score is %.0f.")
        :format(100 * summary.unfamiliar_words, summary.dale_chall))
      local years = summary.dale_chall_grade
      table.sort(years, function(a, b) return place(a.name) < place(b.name) end)
      report:bar("School years that stories ask for, by Chall and Dale", years, { measure = "stories" })
    end
    report:kwic("long", { limit = 10, title = "Long sentences" })
  end,
}
