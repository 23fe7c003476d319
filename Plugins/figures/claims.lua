--- Which figures of several articles contradict each other.
local claims = {}

local NEAR <const> = 0.1 -- as far apart may be what one of the two says is "about"
local LISTED <const> = 40

--- What the words before a figure say of it: `least`, `most`, `about`, or nil where it is to be taken as it stands.
local BOUNDS <const> = {
  { "at least$", "least" }, { "more than$", "least" }, { "no fewer than$", "least" }, { "no less than$", "least" }, { "over$", "least" },
  { "up to$", "most" }, { "as many as$", "most" }, { "at most$", "most" }, { "fewer than$", "most" }, { "less than$", "most" },
  { "under$", "most" }, { "about$", "about" }, { "around$", "about" }, { "roughly$", "about" }, { "some$", "about" },
  { "nearly$", "about" }, { "almost$", "about" }, { "approximately$", "about" }, { "close to$", "about" }, { "an estimated$", "about" },
}

function claims.bound(before)
  local words = before:lower():gsub("%s+$", "") -- a slice may begin within a letter, which string.lower bears
  for _, bound in ipairs(BOUNDS) do
    local from = words:find(bound[1])
    if from and (from == 1 or not words:sub(from - 1, from - 1):find("%a")) then return bound[2] end
  end
end

--- Whether two figures can both be right.
local function agree(a, b)
  if a.value == b.value then return true end
  local low, high = a, b
  if low.value > high.value then low, high = b, a end
  if low.bound == "least" and high.bound ~= "least" then return true end
  if high.bound == "most" and low.bound ~= "most" then return true end
  return (a.bound == "about" or b.bound == "about") and high.value - low.value <= NEAR * high.value
end

--- Whether what one article says of a thing has nothing in common with what another says.
local function conflict(ours, theirs)
  for _, a in ipairs(ours) do
    for _, b in ipairs(theirs) do
      if agree(a, b) then return false end
    end
  end
  return true
end

--- The articles of a group that contradict another one, in the order of their ids; nil of none.
local function contradictory(group)
  local by_article, ids = {}, {}
  for _, claim in ipairs(group) do
    if not by_article[claim.article] then
      by_article[claim.article] = {}
      ids[#ids + 1] = claim.article
    end
    table.insert(by_article[claim.article], claim)
  end
  table.sort(ids)
  local isInvolved, any = {}, false
  for i = 1, #ids do
    for j = i + 1, #ids do
      if conflict(by_article[ids[i]], by_article[ids[j]]) then isInvolved[i], isInvolved[j], any = true, true, true end
    end
  end
  if not any then return nil end
  local involved = {}
  for i, id in ipairs(ids) do
    if isInvolved[i] then
      for _, claim in ipairs(by_article[id]) do involved[#involved + 1] = claim end
    end
  end
  table.sort(involved, function(a, b)
    if a.article ~= b.article then return a.article < b.article end
    return a.first < b.first
  end)
  return involved
end

--- Whether all claims of one contradiction stand in another that is about the same.
local function isPart(small, large)
  if small.day ~= large.day or small.thing ~= large.thing or small.unit ~= large.unit then return false end
  local has = {}
  for _, claim in ipairs(large.claims) do has[claim.article .. "\t" .. claim.first] = true end
  for _, claim in ipairs(small.claims) do
    if not has[claim.article .. "\t" .. claim.first] then return false end
  end
  return true
end

--- The contradictions among groups of claims by `day`, `thing`, `unit` and what they are about, those with most claims first.
function claims.contradictions(groups)
  local found = {}
  for key, group in desk.each(groups) do
    local involved = #group > 1 and contradictory(group)
    if involved then
      local day, thing, unit, about = key:match("^(.*)\t(.*)\t(.*)\t(.*)$")
      found[#found + 1] = { day = day, thing = thing, unit = unit, about = about, claims = involved, key = key }
    end
  end
  table.sort(found, function(a, b)
    if #a.claims ~= #b.claims then return #a.claims > #b.claims end
    return a.key < b.key
  end)
  local kept = {}
  for _, contradiction in ipairs(found) do
    local isNew = true
    for _, other in ipairs(kept) do
      if isPart(contradiction, other) then isNew = false end
    end
    if isNew and #kept < LISTED then kept[#kept + 1] = contradiction end
  end
  return kept, #found
end

return claims
