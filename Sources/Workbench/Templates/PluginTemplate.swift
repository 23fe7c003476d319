/// A kind of plugin to begin with.
package enum PluginTemplate: String, CaseIterable, Sendable {
  /// A number for each article, and the places that make it.
  case score
  /// Words that say what an article is about.
  case tags
  /// A section of the report, from what is found over all articles.
  case report
  /// A list of words with weights.
  case lexicon

  /// The files by their paths in the plugin's folder.
  func files(named name: String) -> [(name: String, bytes: [UInt8])] {
    let texts: [(String, String)] =
      switch self {
      case .score: [("plugin.lua", Self.score(name)), ("tests/\(name).lua", Self.scoreSpecs)]
      case .tags: [("plugin.lua", Self.tags(name)), ("tests/\(name).lua", Self.tagsSpecs)]
      case .report: [("plugin.lua", Self.report(name)), ("tests/\(name).lua", Self.reportSpecs)]
      case .lexicon:
        [
          ("plugin.lua", Self.lexicon(name)), ("words.tsv", Self.words),
          ("tests/\(name).lua", Self.lexiconSpecs),
        ]
      }
    return texts.map { ($0.0, Array($0.1.utf8)) }
  }
}

// MARK: Score

extension PluginTemplate {
  private static func score(_ name: String) -> String {
    """
    --- How much of a story is in long sentences.            <- say what it finds, and for whom
    ---@type copydesk.Plugin
    return {
      api = 1,
      name = "\(name)",
      version = "0.1.0",
      summary = "Sentences that are hard to read",            -- <- one line for lists
      requires = { "sentences" },                             -- <- layers that you read: tokens, quotes, entities, …
      layers = { long = "a sentence that is too long" },      -- <- what you mark in the text
      fields = {                                              -- <- what you return, and how a run merges it
        long = { type = "integer", merge = "sum", doc = "long sentences" },
        share = { type = "number", merge = "mean", doc = "long sentences / sentences" },
      },
      options = {                                             -- <- what users may set
        words = { type = "integer", default = 30, min = 1, doc = "more words than these are long" },
      },

      analyze = function(article, ctx)
        local long = 0
        for _, sentence in ipairs(article.sentences) do
          local words = #desk.words(sentence)
          if words > ctx.options.words then                   -- <- your rule
            ctx:annotate("long", sentence, { words = words })
            long = long + 1
          end
        end
        return { long = long, share = long / math.max(1, #article.sentences) }
      end,
    }

    """
  }

  private static let scoreSpecs = """
    -- What the plugin must find. [long:words] are words that it must mark; copydesk test tries it.
    return {
      {
        name = "a long sentence is marked and counted",
        options = { words = 4 },
        text = "Rates fell. [long words=6:The bank said it will wait.]",
        fields = { long = 1, share = 0.5 },
      },
      { name = "short ones are left alone", text = "Rates fell.", fields = { long = 0 }, marks = { long = {} } },
    }

    """
}

// MARK: Tags

extension PluginTemplate {
  private static func tags(_ name: String) -> String {
    """
    --- What a story is about, by words that give it away.   <- say what it finds, and for whom
    ---@type copydesk.Plugin
    return {
      api = 1,
      name = "\(name)",
      version = "0.1.0",
      summary = "Tags by words that give them away",          -- <- one line for lists
      layers = { clue = "a word that speaks for a tag" },
      fields = {
        tags = { type = "list", merge = "top", doc = "the tags, those with most clues first" },
      },
      options = {
        least = { type = "integer", default = 2, min = 1, doc = "clues that a tag needs" },
      },

      setup = function(ctx)
        return {                                              -- <- your tags, and the words that speak for them
          weather = ctx:lexicon({ "storm*", "rain", "snow", "flood*", "heat wave" }),
          courts = ctx:lexicon({ "judge", "trial", "verdict", "appeal*", "sentenced" }),
        }
      end,

      analyze = function(article, ctx, lexicons)
        local clues = desk.counter()
        for tag, lexicon in pairs(lexicons) do
          for _, text in ipairs({ article.headline, article }) do
            for hit in lexicon:hits(text) do
              ctx:annotate("clue", hit, { tag = tag })
              clues:add(tag)
            end
          end
        end
        local tags = {}
        for _, entry in ipairs(clues:top()) do
          if entry.count >= ctx.options.least then tags[#tags + 1] = entry.key end
        end
        return { tags = tags }
      end,
    }

    """
  }

  private static let tagsSpecs = """
    -- What the plugin must find. [clue:words] are words that it must mark; copydesk test tries it.
    return {
      {
        name = "two clues make a tag",
        title = "[clue tag=weather:Storm] closes port",
        text = "The [clue:flood] came at night. One [clue tag=courts:judge] could not come to work.",
        fields = { tags = { "weather" } },
      },
      { name = "no clue, no tag", text = "Rates fell.", fields = { tags = {} }, marks = { clue = {} } },
    }

    """
}

// MARK: Report

extension PluginTemplate {
  private static func report(_ name: String) -> String {
    """
    --- Who the stories speak of.                            <- say what it finds, and for whom
    ---@type copydesk.Plugin
    return {
      api = 1,
      name = "\(name)",
      version = "0.1.0",
      summary = "Who the stories speak of",                   -- <- one line for lists
      requires = { "entities" },                              -- <- layers that you read
      layers = { person = "a person who is named" },
      fields = {                                              -- <- merged over the run, `summary` in the report has them
        mentions = { type = "integer", merge = "sum", doc = "mentions of people" },
        people = { type = "list", merge = "top", doc = "who is named, once an article" },
      },

      analyze = function(article, ctx)
        local mentions, people = 0, desk.set()
        for _, entity in ipairs(article.entities) do
          if entity.label == "PERSON" then                    -- <- ORG, LOC and NORP are the others
            ctx:annotate("person", entity)
            mentions = mentions + 1
            people:add(entity.text)
          end
        end
        return { mentions = mentions, people = people:list() }
      end,

      report = function(report, summary, ctx)                 -- <- the section: headings, text, tables, charts, passages
        report:heading("People")
        report:text(("**%d** mentions in %d articles."):format(summary.mentions or 0, ctx.run.articles))
        report:bar("Most often named", summary.people, { measure = "articles", limit = 10 })
        report:kwic("person", { limit = 20 })
      end,
    }

    """
  }

  private static let reportSpecs = """
    -- What the plugin must find, in articles alone and over several; copydesk test tries it.
    return {
      {
        name = "people are marked and counted",
        text = "[person:Angela Merkel] met [person:Barack Obama] in Berlin.",
        fields = { mentions = 2, people = { "Angela Merkel", "Barack Obama" } },
      },
      {
        name = "the report has the sum of all articles",
        articles = { { text = "Angela Merkel was in Berlin." }, { text = "It rained." } },
        summary = { mentions = 1 },
        report = "**1** mentions in 2 articles.",
      },
    }

    """
}

// MARK: Lexicon

extension PluginTemplate {
  private static func lexicon(_ name: String) -> String {
    """
    --- How far a story hedges its claims.                   <- say what it finds, and for whom
    ---@type copydesk.Plugin
    return {
      api = 1,
      name = "\(name)",
      version = "0.1.0",
      summary = "Words that weaken a claim",                  -- <- one line for lists
      languages = { "en" },                                   -- <- of your words; leave it out for any language
      layers = { word = "a word of the list" },
      fields = {
        words = { type = "integer", merge = "sum", doc = "words of the list" },
        weight = { type = "number", merge = "mean", doc = "their weight in 1,000 words" },
        found = { type = "list", merge = "top", doc = "the words, as the list writes them" },
      },
      options = {
        least = { type = "number", default = 0, min = 0, max = 1, doc = "ignore lighter words" },
      },
      resources = { words = "words.tsv" },                    -- <- your list: a term, a tab and a weight

      setup = function(ctx) return ctx:lexicon("words") end,

      analyze = function(article, ctx, lexicon)
        local words, weight, found = 0, 0, {}
        for hit, value in lexicon:hits(article) do
          if value >= ctx.options.least then
            ctx:annotate("word", hit, { weight = value })
            words, weight, found[#found + 1] = words + 1, weight + value, hit.term
          end
        end
        return { words = words, weight = 1000 * weight / math.max(1, article.word_count), found = found }
      end,

      report = function(report, summary)
        report:heading("Words")
        report:bar("Most frequent", summary.found, { measure = "times", limit = 20 })
        report:kwic("word", { limit = 20 })
      end,
    }

    """
  }

  private static let words = """
    # What the words are, where they are from, and under which licence.
    term\tvalue
    may\t0.5
    might\t0.7
    alleg*\t0.8
    it is said that\t1

    """

  private static let lexiconSpecs = """
    -- What the plugin must find. [word:words] are words that it must mark; copydesk test tries it.
    return {
      {
        name = "words are marked with their weight",
        text = "Rates [word weight=0.5:may] fall, and [word weight=1:it is said that] growth [word:might] slow.",
        fields = { words = 3 },
      },
      {
        name = "light words can be ignored",
        text = "Rates may fall, or they [word:might] not.", options = { least = 0.6 },
        fields = { words = 1, found = { "might" } },
      },
      { name = "other words count nothing", text = "Rates fell.", fields = { words = 0, weight = 0 }, marks = { word = {} } },
    }

    """
}
