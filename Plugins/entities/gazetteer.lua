--- Where places are: the places of a name, and which of them an article means.
local gazetteer = {}

--- How much more a place counts because of what the article says, and what a place counts for that no list has. The weights
--- are of inhabitants in thousands: a namesake in a country that is named must be twenty times smaller to be passed over.
local NAMED <const>, BESIDE <const>, CAPITAL <const>, STATE <const>, UNLISTED <const> = 20, 1000, 5, 0.25, 30
local KINDS <const> = { c = "city", k = "city", s = "region" }
local ROW <const> = "^(%S+) (%S+) (%S+) (%S+) (%S+) (%S+) (%S)$"

--- The lists as `find` reads them.
function gazetteer.load(ctx)
  local countries = ctx:lexicon("countries")
  local columns, by_code, by_name = {}, {}, {}
  for _, name in ipairs { "name", "fips", "latitude", "longitude", "id" } do columns[name] = countries:column(name) end
  for entry = 1, #countries do
    by_code[countries[entry]] = {
      name = columns.name[entry], country = countries[entry], fips = columns.fips[entry], kind = "country",
      latitude = columns.latitude[entry], longitude = columns.longitude[entry], id = columns.id[entry],
    }
    by_name[columns.name[entry]] = countries[entry]
  end
  return { places = ctx:lexicon("places"), countries = by_code, codes = by_name, known = {} }
end

--- The places of a name, the most populous first; nil of none.
local function namesakes(lists, name)
  local known = lists.known[name]
  if known == nil then
    local rows = lists.places:get(desk.text.plain(name), "at")
    known = false
    if rows then
      known = {}
      for row in rows:gmatch("[^|]+") do
        local country, region, latitude, longitude, thousands, id, kind = row:match(ROW)
        local weight = tonumber(thousands)
        if kind == "k" then weight = weight * CAPITAL elseif kind == "s" then weight = weight * STATE end
        known[#known + 1] = {
          name = name, country = country, fips = (lists.countries[country] or {}).fips, region = region ~= "-" and region or nil, weight = weight, kind = KINDS[kind],
          latitude = tonumber(latitude), longitude = tonumber(longitude), population = tonumber(thousands) * 1000, id = id ~= "0" and tonumber(id) or nil,
        }
      end
    end
    lists.known[name] = known
  end
  return known or nil
end

--- The state or province that a name stands for, as `US.TX`; nil if it may as well be something else.
function gazetteer.state(lists, name)
  local first = (namesakes(lists, name) or {})[1]
  return first and first.kind == "region" and first.country .. "." .. first.region or nil
end

--- A name without the country or state behind it, and which that is: "Springfield" and `US.IL` of "Springfield, Illinois".
function gazetteer.parts(lists, name)
  local place, region = name:match("^(.+), ([^,]+)$")
  local beside = region and (lists.codes[region] or gazetteer.state(lists, region))
  if beside then return place, beside end
  return name
end

--- How much a place counts, by what the article says: `named`, countries and states such as `US.TX`; `beside`, the country
--- or state that stands right behind the name.
local function weigh(place, country, named, beside)
  local state <const> = place.country .. "." .. (place.region or "")
  if country and place.country ~= country then return 0 end
  if beside then return (place.country == beside or state == beside) and place.weight * BESIDE or 0 end
  local weight = place.weight
  if named[place.country] then weight = weight * NAMED end
  if place.kind == "city" and named[state] then weight = weight * NAMED end
  return weight
end

--- Which place an article means by a name, and how sure that is, 0 to 1; nil where no list has it.
--- `country` is that which the host knows it to belong to, `is_country` whether it is that country itself.
function gazetteer.find(lists, name, country, is_country, named, beside)
  local whole <const> = country and lists.countries[country]
  if is_country then return whole or nil, 1 end
  local best, most, sum = nil, 0, UNLISTED
  for _, place in ipairs(namesakes(lists, name) or {}) do
    local weight = weigh(place, country, named, beside)
    sum = sum + weight
    if weight > most then best, most = place, weight end
  end
  return best, best and desk.round(most / sum, 2)
end

return gazetteer
