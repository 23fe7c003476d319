--- A model as `copydesk train` writes it, with few terms.
local function model(several)
  return table.concat({
    "# Labels learned from a few articles.",
    "term\t(idf)\tmoney\tsport\tvalue",
    "constants of the labels\t0\t-0.2\t-0.1\t-0.9",
    "several labels a story\t0\t" .. several,
    "times a title counts\t0\t3",
    "rates\t2\t1.5\t-0.5",
    "late goal\t2\t-0.3\t1",
    "goal\t1\t-0.2\t0.8",
    "goal of\t1\t\t0.4\t0.1",
  }, "\n") .. "\n"
end

return {
  {
    name = "a story has the label that its words speak for, and they are marked",
    title = "Late goal", text = "The goal decided it.",
    options = { model = model(0) },
    fields = { label = "sport", labels = { { label = "sport" } } },
    marks = { term = { { text = "Late goal", label = "sport" }, "goal", { text = "goal", label = "sport" } } },
  },
  {
    name = "what the marks weigh adds up to the score, but for the constant and what speaks against",
    text = "Rates rise.",
    options = { model = model(0) },
    fields = { label = "money", score = 1.3, lead = 1.9 },
    marks = { term = { { text = "Rates", weight = 1.5 } } },
  },
  {
    name = "words of the title count three times",
    title = "Rates", text = "Rates.",
    options = { model = model(0) },
    fields = { label = "money", score = 1.3 },
    marks = { term = { { text = "Rates", weight = 1.125 }, { text = "Rates", weight = 0.375 } } },
  },
  {
    name = "one label is told where every article had one, however little speaks for it",
    text = "Rates, a late goal.",
    options = { model = model(0) },
    fields = { label = "money" },
  },
  {
    name = "several are told where some articles had several",
    text = "Rates, a late goal.",
    options = { model = model(1) },
    fields = { label = "money", labels = { { label = "money" }, { label = "sport" } } },
    marks = { term = { { text = "Rates", label = "money" }, { text = "late goal", label = "sport" }, { text = "goal", label = "sport" } } },
  },
  {
    name = "none is told where none is likely enough",
    text = "Rates, a late goal.",
    options = { model = model(1), least = 2 },
    missing = { "label" }, marks = { term = {} },
  },
  {
    name = "as many terms are marked as are wanted",
    text = "Rates, a late goal.",
    options = { model = model(1), marks = 0 },
    fields = { label = "money" }, marks = { term = {} },
  },
  {
    name = "a story without a word of the model has no label",
    text = "It rained. Constants of the labels fell.",
    options = { model = model(0) },
    missing = { "label" }, marks = { term = {} },
  },
  {
    name = "the name of a file is no model",
    text = "It rained.", options = { model = "my-topics/model.tsv" },
    error = "the option 'model' is no model but 'my-topics/model.tsv'",
  },
  {
    name = "a word list is no model",
    text = "It rained.", options = { model = "term\tvalue\nmay\t1\n" },
    error = "the model is none that 'copydesk train' wrote",
  },
  {
    name = "without a model it does not run",
    text = "It rained.", options = {},
    error = "option 'model' is not set",
  },
}
