--- Which parts of a sentence stand between quotation marks.

---@class (exact) Quotations
---@field article copydesk.Article
---@field words_in fun(span: copydesk.Span): integer
---@field firsts integer[] The bytes that quoted stretches begin with.
---@field lasts integer[] Those that they end with.
---@field count integer How many stretches there are.
---@field next integer The first that does not end before the sentence asked about last.
---@field first integer That sentence's first byte.
---@field last integer Its last.
local quotations = {}
quotations.__index = quotations

--- The quoted stretches of an article, nested ones joined to those around them; nil where there are none.
--- `words_in` counts the words of a span. Sentences are to be asked about in their order.
function quotations.of(article, words_in)
  if #article.quoted == 0 then return nil end
  local firsts, lasts, n = {}, {}, 0
  for _, quotation in ipairs(article.quoted) do
    local first, last = quotation.first, quotation.last
    if n > 0 and first <= lasts[n] then
      if last > lasts[n] then lasts[n] = last end
    else
      n = n + 1
      firsts[n], lasts[n] = first, last
    end
  end
  return setmetatable(
    { article = article, words_in = words_in, firsts = firsts, lasts = lasts, count = n, next = 1 }, quotations)
end

--- Whether a sentence, given by its bytes, is all in quotation marks ("all"), in part ("some") or not ("none").
function quotations:share(first, last)
  local firsts, lasts, q = self.firsts, self.lasts, self.next
  while q <= self.count and lasts[q] < first do q = q + 1 end
  self.next, self.first, self.last = q, first, last
  if q > self.count or firsts[q] > last then return "none" end
  return firsts[q] <= first and last <= lasts[q] and "all" or "some"
end

--- Whether a byte of the sentence asked about last is in quotation marks.
function quotations:holds(byte)
  for q = self.next, self.count do
    if self.firsts[q] > byte then return false end
    if byte <= self.lasts[q] then return true end
  end
  return false
end

--- How many words of that sentence are.
function quotations:words()
  local words = 0
  for q = self.next, self.count do
    if self.firsts[q] > self.last then break end
    local first, last = math.max(self.firsts[q], self.first), math.min(self.lasts[q], self.last)
    words = words + self.words_in(self.article:slice(first, last))
  end
  return words
end

return quotations
