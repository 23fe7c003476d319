--- What the user knows of speakers: a table with a row for each spelling.
local people = {}

local KNOWN <const> = { "name", "role", "group", "gender" }

local function key(name) return desk.text.plain(name):gsub("%s+", " ") end

--- Rows by spelling, of a table in CSV with the column `speaker`; empty of an empty text.
function people.read(text)
  local by_key = {}
  if text:match("^%s*$") then return by_key end
  local rows = desk.csv.decode(text, { header = true })
  for line, row in ipairs(rows) do
    if not row.speaker then
      error("people: the table has no column 'speaker'; its first line names the columns: speaker,name,role,group,gender", 0)
    end
    local entry = {}
    for _, column in ipairs(KNOWN) do
      local value = row[column]
      if value and value ~= "" then entry[column] = value end
    end
    local spelling = key(row.speaker)
    if by_key[spelling] then
      error(("people: row %d: '%s' stands in the table already; delete one of the two"):format(line, row.speaker), 0)
    end
    by_key[spelling] = entry
  end
  return by_key
end

--- What the table says of a speaker, by the name or else by the words that the article has for him.
function people.find(by_key, name, words)
  if not next(by_key) then return nil end
  return name and by_key[key(name)] or words and by_key[key(words)] or nil
end

return people
