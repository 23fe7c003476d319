return {
  {
    name = "people, organisations and places are marked and counted by the fullest name that the article gives",
    text = "[person:Angela Roe] met the head of the [organisation:United Nations] in [place country=FR:Paris] on Monday. "
      .. "[person:Roe] flew to [place:Berlin] later.",
    fields = {
      people = { ["Angela Roe"] = 2 }, organisations = { ["United Nations"] = 1 }, places = { Paris = 1, Berlin = 1 },
      pairs = { { a = "Angela Roe", b = "United Nations", count = 1, first = 1 } },
    },
  },
  {
    name = "of several places the one with most inhabitants is meant",
    text = "The talks were held in London.",
    fields = { located = { { name = "London", country = "GB", latitude = 51.51, longitude = -0.13, kind = "city", mentions = 1 } } },
  },
  {
    name = "a country that the article names counts for a namesake there",
    text = "Police in Birmingham said on Monday that the driver had left the United States. Alabama wants him back.",
    fields = { located = { includes = { { name = "Birmingham", country = "US", region = "AL" } } } },
  },
  {
    name = "a state right behind the name decides",
    text = "The fire in Springfield, Illinois, burnt for two days.",
    fields = { located = { includes = { { name = "Springfield", region = "IL", confidence = { least = 0.9 } } } } },
  },
  {
    name = "a country stands in the middle of its cities",
    text = "France will hold elections in May.",
    fields = {
      located = { { name = "France", country = "FR", kind = "country", latitude = { near = 47, within = 2 }, confidence = 1 } },
      unlocated = 0,
    },
  },
  {
    name = "the agencies that sign stories are left out, or whom the user names",
    text = "Angela Roe met John Poe. Reuter", options = { without = { "john poe", "Reuter" } },
    fields = { people = { ["Angela Roe"] = 1 }, pairs = {} },
  },
  {
    name = "what is in no list is not located",
    text = "The village of Obermuhlbach lies in Austria.",
    fields = { unlocated = { most = 1 } },
  },
  {
    name = "the option together counts pairs by article",
    text = "Angela Roe spoke in Paris. John Poe listened.",
    options = { together = "article" },
    fields = { pairs = { { a = "Angela Roe", b = "John Poe", count = 1 } } },
  },
  {
    name = "an article that names nobody gives empty fields",
    text = "it rained all day.",
    fields = { located = {}, pairs = {}, unlocated = 0 }, marks = { person = {}, organisation = {}, place = {} },
  },
  {
    name = "the report counts articles and leads to the first",
    articles = {
      { text = "Angela Roe met John Poe in Paris on Monday." },
      { text = "Angela Roe said in London that she would meet John Poe again." },
    },
    summary = { totals = { people = 2, located = 2 } },
    report = { "The articles name **2** people", "Angela Roe", "Named together", "London" },
  },
}
