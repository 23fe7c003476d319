-- How the figures of a mention speak for its three tones: a constant, then a weight for each figure, in the
-- order of plugin.lua. Made by Sources/Training/Sentiment/targets.py; its README.md has the card. MIT.
return {
  negative = { -0.632, 0.17, 0.276, 0.24, -0.098, 0.304, -0.65, 0.298, -0.3, 0.27, -0.468, -0.212, -1.37, 0.34, 0.304, 0.258 },
  neutral = { 0.872, -0.208, -0.166, -0.478, 0.156, -1.02, 0.714, -0.432, 0.182, -0.506, 0.218, -0.126, 0.302, 0.074, -0.424, -0.522 },
  positive = { -0.24, 0.036, -0.11, 0.24, -0.058, 0.71, -0.062, 0.134, 0.118, 0.238, 0.25, 0.338, 1.07, -0.414, 0.12, 0.264 },
}
