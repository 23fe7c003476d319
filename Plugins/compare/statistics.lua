--- What differs between two parts of a run, and how sure that is.

local sqrt <const> = math.sqrt
local Z <const> = 1.959963984540054 -- the normal distribution's 0.975 quantile

local M = {}

--- The difference of two means with its 95 % interval by Welch's standard error, and Hedges' g with that of Hedges and Olkin
--- (1985), equations 5.10 and 5.14. Nil where a part has fewer than two numbers, or all are the same.
function M.means(a, b)
  local freedom = a.count + b.count - 2
  if a.count < 2 or b.count < 2 or a.squares + b.squares <= 0 then return nil end
  local pooled = sqrt((a.squares + b.squares) / freedom)
  local variance_a, variance_b = a.squares / (a.count - 1), b.squares / (b.count - 1)
  local difference = a.mean - b.mean
  local half = Z * sqrt(variance_a / a.count + variance_b / b.count)
  local result = { difference = difference, low = difference - half, high = difference + half }
  local g = difference / pooled * (1 - 3 / (4 * freedom - 1))
  local error = sqrt((a.count + b.count) / (a.count * b.count) + g * g / (2 * (a.count + b.count)))
  result.g, result.g_low, result.g_high = g, g - Z * error, g + Z * error
  return result
end

--- The difference of two shares with its 95 % interval: Newcombe's hybrid score method (Statistics in Medicine 17, 1998, number 10). Nil where
--- a part has no articles.
function M.shares(hits_a, count_a, hits_b, count_b)
  local a, b = hits_a / count_a, hits_b / count_b
  local low_a, high_a = desk.stats.wilson(hits_a, count_a)
  local low_b, high_b = desk.stats.wilson(hits_b, count_b)
  if not low_a or not low_b then return nil end
  local difference = a - b
  return {
    difference = difference,
    low = difference - sqrt((a - low_a) ^ 2 + (high_b - b) ^ 2),
    high = difference + sqrt((high_a - a) ^ 2 + (b - low_b) ^ 2),
  }
end

return M
