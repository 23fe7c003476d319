--- Places as the Global Knowledge Graph writes them.
local places = {}

--- 1 a country, 2 and 3 a state and a city of the United States, 4 and 5 a city and a region elsewhere; 0 where that is not known,
--- which GDELT does not have.
local function kind_of(place)
  local is_american <const> = place.country == "US"
  if place.kind == "country" then return 1 end
  if place.kind == "region" then return is_american and 2 or 5 end
  if place.kind == "city" then return is_american and 3 or 4 end
  return 0
end

--- The mentions of places, in order, as {type, name, country, region, latitude, longitude, id, offset, first}: countries by FIPS 10-4,
--- regions with the country's code before their own.
function places.of(article, offset)
  local list = {}
  for _, mention in ipairs(article:layer("entities.place")) do
    local place = mention.attributes
    local fips = place.fips
    list[#list + 1] = {
      type = kind_of(place), name = place.name, country = fips, region = fips and fips .. (place.kind ~= "country" and place.region or ""),
      latitude = place.latitude, longitude = place.longitude, id = place.id, offset = offset(mention.first),
    }
  end
  return list
end

--- The located place that is named nearest to an offset; nil of none.
function places.nearest(list, offset)
  local best, near
  for _, place in ipairs(list) do
    local far <const> = math.abs(place.offset - offset)
    if place.latitude and (not near or far < near) then best, near = place, far end
  end
  return best
end

return places
