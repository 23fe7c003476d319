return {
  {
    name = "themes are GDELT's, then media topics, with offsets in characters",
    text = "Zoë fled. The [theme theme=NATURAL_DISASTER_EARTHQUAKE:earthquake] struck [theme theme=NATURAL_DISASTER_FLOODS:flooded] towns.",
    fields = {
      themes = {
        { theme = "NATURAL_DISASTER_EARTHQUAKE", offset = 14 }, { theme = "NATURAL_DISASTER_FLOODS", offset = 32 },
        { theme = "medtop:20000148", offset = 14 }, { theme = "medtop:20000148", offset = 32 }, { theme = "medtop:03000000" },
      },
      kinds = { "NATURAL_DISASTER_EARTHQUAKE", "NATURAL_DISASTER_FLOODS" },
    },
  },
  {
    name = "countries are written by FIPS 10-4 and have coordinates",
    text = "Germany will help Munich.",
    fields = {
      locations = {
        { type = 1, name = "Germany", country = "GM", region = "GM", offset = 0 },
        { type = 4, name = "Munich", country = "GM", region = "GM02", latitude = 48.14, longitude = 11.58, offset = 18 },
      },
      countries = { "GM" },
    },
  },
  {
    name = "cities and states of the United States have types of their own",
    text = "The fire spread from Chicago to the farms of Texas.",
    fields = { locations = { { type = 3, country = "US", region = "USIL" }, { type = 2, region = "USTX" } } },
  },
  {
    name = "a toll is a count, with the place named nearest",
    text = "The fire in Lima [theme:killed] [count type=KILL number=18:18 people], and 40 fled from Quito.",
    fields = { tallies = { { type = "KILL", number = 18, object = "people", place = { name = "Lima", country = "PE" } } } },
  },
  {
    name = "tone has six numbers in percent of the words",
    text = "We attacked the good plan of a terrible man we know.",
    fields = { activity = 9.09, self = 18.18, tone = { least = -100, most = 100 }, polarity = { least = 1 } },
  },
  {
    name = "people, quotes, dates and amounts stand with their offsets",
    text = "“We will pay $5 million in March 2026,” said Ada Fenwick.",
    fields = {
      persons = { { name = "Ada Fenwick", offset = 45 } }, names = { { name = "Ada Fenwick" } }, organizations = {},
      quotations = { { offset = 0, length = 39, verb = "said" } },
      dates = { { resolution = 2, month = 3, year = 2026, day = 0, offset = 27 } },
      amounts = { { amount = 5000000, object = "USD", offset = 13 } },
    },
  },
  {
    name = "the report says that numbers are not GDELT's",
    articles = { { text = "The earthquake killed 18 people in Lima." } },
    summary = { counted = { KILL = { counts = 1, articles = 1, largest = 18 } } },
    report = { "In GDELT's terms", "compare order and direction", "NATURAL_DISASTER_EARTHQUAKE" },
  },
}
