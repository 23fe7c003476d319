return {
  api = 1, name = "tally", descripton = "Tallies words",
  analyse = function(article) end,
}
