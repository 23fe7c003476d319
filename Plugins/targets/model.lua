-- How the figures of a mention speak for its three tones: a constant, then a weight for each figure, in the
-- order of plugin.lua. Made by Sources/Training/Sentiment/targets.py; its README.md has the card. MIT.
return {
  negative = { -0.578, 0.206, 0.304, 0.232, -0.05, 0.322, -0.638, 0.292, -0.334, 0.222, -0.46, -0.212, -1.34, 0.362, 0.344, 0.254 },
  neutral = { 0.826, -0.238, -0.152, -0.408, 0.14, -0.986, 0.73, -0.434, 0.216, -0.486, 0.174, -0.156, 0.272, 0.046, -0.464, -0.522 },
  positive = { -0.249, 0.032, -0.152, 0.176, -0.09, 0.662, -0.092, 0.142, 0.118, 0.266, 0.286, 0.368, 1.07, -0.408, 0.12, 0.266 },
}
