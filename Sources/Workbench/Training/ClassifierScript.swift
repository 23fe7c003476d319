/// The rules of a trained plugin, in Lua.
enum ClassifierScript {
  static func text(name: String, isManyLabelled: Bool) -> String {
    template.replacing("NAME", with: name)
      .replacing(
        "CHOICE",
        with: isManyLabelled
          ? "labels with a score above `least`" : "the label with the highest score"
      )
      .replacing("IS_MANY", with: "\(isManyLabelled)")
  }

  private static let template = """
    --- What stories are about, as a machine has learned from labelled ones; README.md says how well.
    ---
    --- Every word and pair of words of the title and the text that it knows weighs (1 + ln count) · idf, all together
    --- scaled to a length of 1; a label's score is the sum of what these say for it. It answers with CHOICE.
    --- The terms that decided for the first label are marked.
    --- Limits: it knows the language and the kind of stories that it was trained on, and always answers in its labels.
    ---@type copydesk.Plugin
    local labels = require "labels"
    local MANY <const> = IS_MANY -- whether a story may have several labels

    --- What terms say for a label, by their entries.
    local function columns(lexicon)
      local weights = {}
      for i = 1, #labels do weights[i] = lexicon:column("label" .. i) end
      return weights
    end

    --- How often each term stands in the title and the text.
    local function count(article, state)
      local times, order, entry = {}, {}, state.entry
      for _, place in ipairs { article.headline, article } do
        for i = 1, state.lexicon:scan(place, { entry = entry }) do
          local id = entry[i]
          if not times[id] then order[#order + 1] = id end
          times[id] = (times[id] or 0) + 1
        end
      end
      return times, order
    end

    --- What each term of a story weighs, all together of length 1.
    local function weigh(article, state)
      local times, order = count(article, state)
      local values, squares = {}, 0
      for i = 1, #order do
        local value = (1 + math.log(times[order[i]])) * state.idf[order[i]]
        values[i], squares = value, squares + value * value
      end
      local length = math.sqrt(squares)
      for i = 1, #order do values[i] = values[i] / length end
      return order, values
    end

    --- Labels with their scores, the highest first.
    local function rank(order, values, weights)
      local ranked = {}
      for label, known in ipairs(labels) do
        local score, weight = known.constant, weights[label]
        for i = 1, #order do score = score + (weight[order[i]] or 0) * values[i] end
        ranked[label] = { number = label, label = known.name, score = desk.round(score, 3) }
      end
      table.sort(ranked, function(a, b)
        if a.score ~= b.score then return a.score > b.score end
        return a.number < b.number
      end)
      return ranked
    end

    --- Marks the terms that said most for a label, as many as are wanted.
    local function mark(article, ctx, state, order, values, weight)
      local said = {}
      for i, id in ipairs(order) do said[#said + 1] = { id = id, weight = (weight[id] or 0) * values[i] } end
      table.sort(said, function(a, b)
        if a.weight ~= b.weight then return a.weight > b.weight end
        return a.id < b.id
      end)
      local share = {}
      for i = 1, math.min(#said, ctx.options.marks) do
        if said[i].weight > 0 then share[said[i].id] = desk.round(said[i].weight, 4) end
      end
      for _, place in ipairs { article.headline, article } do
        for hit in state.lexicon:hits(place) do
          if share[hit.entry] then ctx:annotate("term", hit, { weight = share[hit.entry] }) end
        end
      end
    end

    return {
      api = 1,
      name = "NAME",
      version = "1.0.0",
      summary = "What a story is about, learned from labelled articles",
      categories = { "content" },
      layers = { term = "a word or pair of words that decided for the first label" },
      fields = {
        label = { type = "string", merge = "top", doc = "the label with the highest score, if one was chosen" },
        labels = { type = "list", merge = "top", doc = "the labels chosen as {label, score}, the highest first" },
        score = { type = "number", merge = "mean", doc = "the highest score; above 0 the story is like those of its label" },
        lead = { type = "number", merge = "mean", doc = "how far the highest score is above the next" },
      },
      judgements = { "label", "labels" },
      options = {
        least = { type = "number", default = 0, doc = "the least score of a label where a story may have several" },
        marks = { type = "integer", default = 10, min = 0, doc = "how many terms are marked" },
      },
      resources = { model = "model.tsv" },

      setup = function(ctx)
        local lexicon = ctx:lexicon("model", { overlaps = true })
        return { lexicon = lexicon, idf = lexicon:column("idf"), weights = columns(lexicon), entry = {} }
      end,

      analyze = function(article, ctx, state)
        local order, values = weigh(article, state)
        if #order == 0 then return {} end
        local ranked, chosen = rank(order, values, state.weights), {}
        for i, found in ipairs(ranked) do
          if MANY and found.score > ctx.options.least or not MANY and i == 1 then
            chosen[#chosen + 1] = { label = found.label, score = found.score }
          end
        end
        if #chosen > 0 then mark(article, ctx, state, order, values, state.weights[ranked[1].number]) end
        return {
          label = chosen[1] and chosen[1].label, labels = chosen, score = ranked[1].score,
          lead = desk.round(ranked[1].score - ranked[2].score, 3),
        }
      end,
    }

    """
}
