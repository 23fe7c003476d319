--- A brief of one page for the morning meeting: what was read, what has changed, what each plugin found, the articles.
---
--- copydesk report -p all --template Examples/templates/brief.lua articles/
---
--- Words of articles and plugins go through `h`, which escapes them: whoever wrote them may have written markup.
local h <const> = desk.html.escape

local STYLE <const> = [[
body { font: 16px/1.5 Georgia, serif; max-width: 40em; margin: 2em auto; padding: 0 1em; color-scheme: light dark }
h1 { margin-bottom: 0 } h2 { font-size: 1.1em; margin: 1.6em 0 .3em } li { margin: .2em 0 } small { opacity: .8 }
.failed { font-weight: bold }]]

--- A number with at most three decimal places, or a word.
local function shown(value)
  if math.type(value) == "float" then return tostring(desk.round(value, 3)) end
  return type(value) == "table" and "–" or tostring(value)
end

--- The names of a field with how often each occurs: the first five.
local function names(list)
  local parts = {}
  for index, name in ipairs(list) do
    if index > 5 then break end
    parts[#parts + 1] = h(name.name) .. " " .. shown(name.count)
  end
  return table.concat(parts, ", ")
end

local function gates(report, add)
  for _, gate in ipairs(report.gates or {}) do
    if gate.failed then
      add('<p class="failed">' .. h(gate.condition) .. ": " .. h(table.concat(gate.reasons, "; ")) .. "</p>")
    end
  end
end

local function changes(report, add)
  if not report.changes then return end
  add("<h2>Changes since " .. h(report.changes.since) .. "</h2>\n<ul>")
  for _, figure in ipairs(report.changes.figures) do
    if figure.before and figure.now and figure.before ~= figure.now then
      add("<li>" .. h(figure.name) .. ": " .. shown(figure.before) .. " → " .. shown(figure.now) .. "</li>")
    end
  end
  add("</ul>")
end

local function plugins(report, add)
  for _, plugin in ipairs(report.plugins) do
    add('<h2><a href="' .. h(plugin.address) .. '">' .. h(plugin.title) .. "</a></h2>")
    add("<p><small>" .. plugin.articles .. " of " .. report.overview.articles .. " articles</small></p>\n<ul>")
    for name, field in pairs(plugin.fields) do
      if #field.names > 0 then
        add("<li>" .. h(name) .. ": " .. names(field.names) .. "</li>")
      elseif math.type(field.value) then
        add("<li>" .. h(name) .. ": " .. shown(field.value) .. "</li>")
      end
    end
    add("</ul>")
  end
end

local function articles(report, add)
  add("<h2>Articles</h2>\n<ol>")
  for index, article in ipairs(report.articles) do
    if index > 20 then break end
    local title = h(article.title ~= "" and article.title or article.source)
    local link = article.address and '<a href="' .. h(article.address) .. '">' .. title .. "</a>" or title
    add("<li>" .. link .. " <small>" .. h(article.publisher or article.source) .. "</small></li>")
  end
  add("</ol>")
end

return {
  api = 1,
  file = "brief.html",
  summary = "A brief of one page",
  write = function(report)
    local lines = {}
    local function add(line) lines[#lines + 1] = line end
    add('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    add('<meta name="viewport" content="width=device-width">')
    add("<title>" .. h(report.title) .. "</title>\n<style>" .. STYLE .. "</style>\n</head>\n<body>")
    add("<h1>" .. h(report.title) .. "</h1>\n<p>" .. h(report.standfirst) .. "</p>")
    gates(report, add)
    changes(report, add)
    plugins(report, add)
    articles(report, add)
    add("<p><small>" .. h(report.methods) .. "</small></p>\n</body>\n</html>\n")
    return table.concat(lines, "\n")
  end,
}
