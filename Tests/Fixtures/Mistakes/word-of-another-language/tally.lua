return {
  api = 1, name = "tally",
  analyze = function(article)
    let count = 0
    count += 1
    if count != 1 then return end
  end,
}
