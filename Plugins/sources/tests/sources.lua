return {
  {
    name = "words count by speaker, without the words between the marks",
    text = "“We lost the boats,” said Ada Fenwick, the harbour master. “We will build new ones.”",
    fields = { quotes = 1, direct = 1, words = 9, unattributed_words = 0, unattributed_share = 0 },
  },
  {
    name = "the ledger has speaker, role, kind and stance of each quote",
    text = "Ada Fenwick, the finance minister, said the gate was old. “It was open all night,” she admitted.",
    fields = {
      quotes = 2, direct = 1, indirect = 1, mixed = 0, unknown = 0, anonymous = 0,
      ledger = {
        { speaker = "Ada Fenwick", source = "named", role = "finance minister", kind = "indirect", stance = "neutral" },
        { speaker = "Ada Fenwick", source = "named", kind = "direct", stance = "conceding", pronoun = "she" },
      },
      stances = { neutral = 1, conceding = 1 }, genders = { she = { least = 9 } },
    },
  },
  {
    name = "speech of nobody in particular is unattributed, and an official has a kind",
    text = "“The gate was open all night,” one [anonymous source=official:official] said.",
    fields = { direct = 1, words = 6, unattributed_words = 6, unattributed_share = 1, anonymous = 1, anonymous_share = 1,
      anonymous_kinds = { official = 1 } },
  },
  {
    name = "words that say that a name is kept back go before all others",
    text = "“They are ready to sign,” said a senior official, who spoke [anonymous source=requested:on condition of anonymity].",
    fields = { anonymous = 1, anonymous_kinds = { requested = 1 } },
  },
  {
    name = "people familiar with a matter are a source, and a source at a bank is one too",
    text = "The bank will be sold this week, according to [anonymous source=source:people familiar with] the matter. "
      .. "“It is done,” said a [anonymous:source] at the bank.",
    fields = { anonymous_kinds = { source = 2 } },
  },
  {
    name = "a body without its name is no anonymous source",
    text = "Police said two men had been arrested.",
    fields = { anonymous = 0, unknown = 0, ledger = { { source = "institution" } } }, marks = { anonymous = {} },
  },
  {
    name = "a pronoun that stands for nobody is unknown",
    text = "“Leave us alone,” he said.",
    fields = { unknown = 1, anonymous = 0 },
  },
  {
    name = "no gender is told from a name",
    text = "“We lost the boats,” said Mary Fenwick.",
    fields = { genders = {}, quotes = 1 },
  },
  {
    name = "a table of people joins spellings, sets roles and groups, and names who has none",
    text = "“We lost the boats,” said Ada Fenwick. “We will pay,” the mayor said.",
    options = { people = "speaker,name,role,group,gender\nAda FENWICK,Fenwick (harbour),harbour master,port,woman\nthe mayor,John Orr,,town,\n" },
    fields = {
      speakers = { ["Fenwick (harbour)"] = 4, ["John Orr"] = 3 }, unattributed_words = 0, genders = { woman = 4 },
      ledger = { { role = "harbour master", group = "port", gender = "woman" }, { speaker = "John Orr", group = "town" } },
    },
  },
  {
    name = "a table of people without the column speaker is refused",
    text = "Nobody spoke.", options = { people = "name,role\nJohn Orr,mayor\n" },
    error = "the table has no column 'speaker'",
  },
  {
    name = "an article without speech has no shares",
    text = "The harbour is closed.",
    fields = { quotes = 0, words = 0, quoted_share = 0 }, missing = { "unattributed_share", "anonymous_share" },
    marks = { speech = {} },
  },
  {
    name = "the report compares outlets, with intervals",
    articles = {
      { text = "“We lost the boats,” said Ada Fenwick.", metadata = { publisher = "Gazette" } },
      { text = "“It is over,” an official said. “It is not,” Ada Fenwick claimed.", metadata = { publisher = "Mirror" } },
    },
    summary = { quotes = 3, named = 1, anonymous = 1 },
    report = { "33 % (6–79) come from people without a name", "Gazette", "Mirror", "How speech is presented" },
  },
}
