--- Which articles tell a story in the same words: wire copy, reprints, rewrites, and pieces that carry another one whole.
---
--- For everyone who counts articles: a report that fifty papers took from one agency is fifty articles and one story. Over a run it tells
--- articles, unique stories and outlets apart, who printed a story first, who took it, and how much of it was kept.
---
--- Each article is known by a bottom-k MinHash sketch (Broder, 1997) of its runs of two long words, figures among them: the 96 least
--- hashes, from which the share of the shorter of two texts that is in the other one is told to about 0.05. Short words do not count, so
--- that "of the" is no sign of copying. Articles that have hashes in common are looked up in an index of all hashes, which is as
--- locality-sensitive hashing with a band for each hash; two are of one story where at least 0.55 (`least`) of the shorter one is in the
--- other, or by way of others. What two share does not count where either shares more than two and a half times as much with a third, and
--- one that is more than twice as long as what it took joins only the story of which it has most, so that a round-up does not make
--- one of several. Of a story the article that was published first stands for it.
---
--- A story is a text and its copies: two reporters who write of one event in their own words are two stories. Agency notes that follow a
--- form ("net profit … against …") may be taken for copies. Texts with fewer than five long words are copies only if all are the same, and
--- a short note in a piece ten times as long may be missed. Any language that puts spaces between words; elsewhere only clauses that
--- are unchanged count. There are no `judgements`: that two articles are of one story is told of pairs over the whole run, and `copydesk
--- sample` draws articles and marks; of all pairs nearly none are copies, so a sample of pairs would not tell. `copies.py` of the benchmarks measures recall and precision with edited copies. The time grows as the
--- number of articles does: 100,000 of 165 MB take 0.2 ms of a processor each, as 10,000 do. The 64 MB that a plugin may take hold the sketches of
--- about 100,000 articles, and more take `--memory`; the host needs some 3 KB for each beside it while it puts them into stories.
local pages = require "pages"
local summing = require "summing"

---@type copydesk.Plugin
return {
  api = 1,
  name = "stories",
  version = "1.0.0",
  summary = "Copies and the stories that they tell: articles, unique stories and outlets apart",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  fields = {
    agency = { type = "string", merge = "top", from = {}, doc = "the news agency that the dateline names" },
  },
  options = {
    least = { type = "number", default = 0.55, min = 0.05, max = 1, doc = "the share of the shorter text that must be in the other one" },
    words = { type = "integer", default = 2, min = 1, max = 8, doc = "words of a run" },
    letters = { type = "integer", default = 4, min = 1, max = 20, doc = "words with fewer letters do not count" },
    size = { type = "integer", default = 96, min = 16, max = 512, doc = "hashes kept of an article; more are surer and take more memory" },
  },

  analyze = function(article)
    local dateline = article.dateline
    return { agency = dateline and dateline.agency }
  end,

  aggregate = summing,
  report = pages,
}
