--- How a model that `copydesk train` wrote labels a story. Folders that it writes hold a copy of this file.
local classifying = {}

-- Rows of a model that are no terms of stories; their inverse document frequency is 0, so that they would weigh nothing in one.
local CONSTANTS <const> = "constants of the labels"
local SEVERAL <const> = "several labels a story"
local TITLE <const> = "times a title counts"

local BROKEN <const> = "the model is none that 'copydesk train' wrote: "

classifying.layers = { term = "a word or pair of words that decided for a label; its weight is its part of the label's score" }
classifying.fields = {
  label = { type = "string", merge = "top", from = "term", doc = "the label with the highest score, if one was chosen" },
  labels = { type = "list", merge = "top", from = "term", doc = "the labels chosen as {label, score}, the highest first" },
  score = { type = "number", merge = "mean", from = "term", doc = "the highest score; above 0 the story is like those of its label" },
  lead = { type = "number", merge = "mean", from = "term", doc = "how far the highest score is above the next: the less, the less sure" },
}
classifying.judgements = { "label", "labels" }
classifying.options = {
  least = { type = "number", default = 0, doc = "the least score of a label where a story may have several" },
  marks = { type = "integer", default = 10, min = 0, doc = "how many terms are marked for each label" },
}

--- Makes a model ready, of its lexicon.
function classifying.read(lexicon)
  local constants, several = lexicon:entry(CONSTANTS), lexicon:entry(SEVERAL)
  local columns = lexicon.columns
  if not constants or not several or #columns < 3 then error(BROKEN .. "it has no rows for constants and labels", 0) end
  local labels, weights = {}, {}
  for i = 2, #columns do
    labels[i - 1], weights[i - 1] = columns[i], lexicon:column(columns[i])
  end
  return {
    lexicon = lexicon, labels = labels, weights = weights, constants = constants,
    idf = lexicon:column(columns[1], 0), several = weights[1][several] == 1,
    title = weights[1][lexicon:entry(TITLE)] or 1, entry = {}, numbers = {}, names = {}, shares = {},
  }
end

--- How often each term counts, in the title and the text.
local function count(article, state)
  local times, order, entry, idf = {}, {}, state.entry, state.idf
  for part, place in ipairs { article.headline, article } do
    local each = part == 1 and state.title or 1
    for i = 1, state.lexicon:scan(place, { entry = entry }) do
      local id = entry[i]
      if times[id] then
        times[id] = times[id] + each
      elseif idf[id] ~= 0 then
        order[#order + 1], times[id] = id, each
      end
    end
  end
  return times, order
end

--- What each term of a story weighs, all together of length 1.
local function weigh(times, order, idf)
  local values, squares = {}, 0
  for i = 1, #order do
    local value = (1 + math.log(times[order[i]])) * idf[order[i]]
    values[i], squares = value, squares + value * value
  end
  local length = math.sqrt(squares)
  for i = 1, #order do values[i] = values[i] / length end
  return values
end

--- Labels with their scores, the highest first.
local function rank(order, values, state)
  local ranked = {}
  for number, label in ipairs(state.labels) do
    local weight = state.weights[number]
    local score = weight[state.constants] or 0
    for i = 1, #order do score = score + (weight[order[i]] or 0) * values[i] end
    ranked[number] = { number = number, label = label, score = desk.round(score, 3) }
  end
  table.sort(ranked, function(a, b)
    if a.score ~= b.score then return a.score > b.score end
    return a.number < b.number
  end)
  return ranked
end

--- The terms that said most for a label, as many as are wanted, with what each time that one stands there says.
local function deciding(order, values, times, weight, most)
  local said, share = {}, {}
  for i, id in ipairs(order) do
    local part = (weight[id] or 0) * values[i]
    if part > 0 then said[#said + 1] = { id = id, part = part } end
  end
  table.sort(said, function(a, b)
    if a.part ~= b.part then return a.part > b.part end
    return a.id < b.id
  end)
  for i = 1, math.min(#said, most) do share[said[i].id] = said[i].part / times[said[i].id] end
  return share
end

--- Marks the terms that decided for each of the labels.
local function mark(article, state, chosen, shares)
  local lexicon, entry, numbers, names, weights = state.lexicon, state.entry, state.numbers, state.names, state.shares
  for part, place in ipairs { article.headline, article } do
    local each = part == 1 and state.title or 1
    local found = lexicon:scan(place, { entry = entry })
    for i, label in ipairs(chosen) do
      local share, marked = shares[i], 0
      for hit = 1, found do
        local weight = share[entry[hit]]
        if weight then
          marked = marked + 1
          numbers[marked], names[marked], weights[marked] = hit, label.label, desk.round(weight * each, 4)
        end
      end
      if marked > 0 then lexicon:annotate("term", numbers, marked, { label = names, weight = weights }) end
    end
  end
end

--- What a story is about by a model.
function classifying.analyze(article, ctx, state)
  local times, order = count(article, state)
  if #order == 0 then return {} end
  local values = weigh(times, order, state.idf)
  local ranked, chosen, shares = rank(order, values, state), {}, {}
  for i, found in ipairs(ranked) do
    if state.several and found.score > ctx.options.least or not state.several and i == 1 then
      chosen[i] = { label = found.label, score = found.score }
      shares[i] = deciding(order, values, times, state.weights[found.number], ctx.options.marks)
    end
  end
  mark(article, state, chosen, shares)
  return {
    label = chosen[1] and chosen[1].label, labels = chosen, score = ranked[1].score,
    lead = desk.round(ranked[1].score - ranked[2].score, 3),
  }
end

return classifying
