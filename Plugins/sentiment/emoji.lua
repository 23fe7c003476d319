--- Emoji: VADER reads them as the words for what they show.

local emoji = {}

--- A span's text with its emoji written out, and a function that tells for a stretch of that text where in the
--- article it stands: for words of an emoji at the emoji.
function emoji.expand(faces, span)
  local text, base = span.text, span.first - 1
  local parts, stretches = {}, {}
  local size, last, shift = 0, 0, base
  local function add(part)
    parts[#parts + 1], size = part, size + #part
  end
  for face in faces:hits(span) do
    local before = text:sub(last + 1, face.first - base - 1)
    add(before)
    -- Only a blank keeps an emoji apart, and what follows an emoji is not kept apart at all.
    if face.first > span.first and before:sub(-1) ~= " " then add(" ") end
    local first = size + 1
    add(face:get("words"))
    last = face.last - base
    stretches[#stretches + 1] = { first = first, last = size, face = face, shift = face.last - size }
  end
  add(text:sub(last + 1))

  local function place(first, last)
    shift = base
    for _, stretch in ipairs(stretches) do
      if last < stretch.first then break end
      if first <= stretch.last then return stretch.face end
      shift = stretch.shift
    end
    return { first = first + shift, last = last + shift, place = span.place }
  end
  return table.concat(parts), place
end

return emoji
