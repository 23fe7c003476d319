#!/usr/bin/env python3
"""Fits the plugin `targets`, the tone towards people and organisations: targets.py NEWSMTSC.jsonl.gz

NEWSMTSC: lines with `id`, `text` and `targets`: `start`, `end` and `label` (negative, neutral, positive). Run train.py first: the
news lexicon is among the features. Prints what is reached in cross-validation by article, and writes Plugins/targets/words.tsv and
model.lua. The same input gives the same files.
"""
import gzip
import json
import math
import os
import re
import sys
from pathlib import Path

# Sums in one order, so that the same input gives the same file.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy
import scipy.sparse as sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report, f1_score
from sklearn.model_selection import GroupKFold

from train import EASED, NEGATED_DOWN, NEGATED_UP, PLUGIN, modifiers, names, words_of

TARGETS = PLUGIN.parent / "targets"
CLASSES = ["negative", "neutral", "positive"]
NEGATION_REACH, FADE, CLOSE = 3, 8, 4
FEWEST, COST, LEAST = 12, 0.03, 0.05
#: What is told of the words around a mention, in this order; model.lua and plugin.lua follow it.
FIGURES = ["up", "down", "up_before", "down_before", "up_behind", "down_behind", "up_close_before", "down_close_before",
           "up_close_behind", "down_close_behind", "tone", "near_tone", "before", "behind", "quoted"]
PRONOUNS = {"he", "she", "him", "her", "his", "hers", "they", "them", "their", "we", "us", "our", "it", "its", "i", "my", "me", "you"}


def weights():
    rows = (line.rstrip("\n").split("\t") for line in (PLUGIN / "news.tsv").read_text().splitlines()
            if not line.startswith(("#", "term")))
    return {term: float(weight) for term, weight in rows}


def squash(value, softness):
    return value / math.sqrt(value * value + softness)


def figures(before, behind, is_quoted, lexicon, kinds):
    """FIGURES of a mention, from the words before and behind it in its sentence."""
    found = dict.fromkeys(FIGURES, 0.0)
    for side, words in (("before", before), ("behind", behind)):
        negation = -99
        for i, word in enumerate(words):
            distance = len(words) - i if side == "before" else i + 1
            weight = lexicon.get(word)
            if weight:
                if i - negation <= NEGATION_REACH:
                    weight *= NEGATED_UP if weight > 0 else NEGATED_DOWN
                way = "up" if weight > 0 else "down"
                fading = weight / (1 + distance / FADE)
                found[way] += weight
                found[f"{way}_{side}"] += fading
                if distance <= CLOSE:
                    found[f"{way}_close_{side}"] += weight
                found["near_tone"] += fading
            if kinds.get(word) == "negation" or word.endswith("n't"):
                negation = i
    found["tone"] = squash(found["up"] + found["down"], 1)
    found["near_tone"] = squash(found["near_tone"], 0.3)
    found["before"], found["behind"] = min(len(before), 20) / 20, min(len(behind), 30) / 30
    found["quoted"] = float(is_quoted)
    return [found[name] for name in FIGURES]


def is_quoted(text, start):
    before = text[:start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def main(path):
    with gzip.open(path) as file:
        rows = [json.loads(line) for line in file]
    lexicon, kinds = weights(), modifiers()
    mentions = [(row, target) for row in rows for target in row["targets"]]
    groups = numpy.array(["_".join(row["id"].split("_")[:3]) for row, _ in mentions])
    labels = numpy.array([CLASSES.index(target["label"]) for _, target in mentions])
    sides = [(words_of(row["text"][:t["start"]]), words_of(row["text"][t["end"]:])) for row, t in mentions]
    told = numpy.array([figures(before, behind, is_quoted(row["text"], t["start"]), lexicon, kinds)
                        for (before, behind), (row, t) in zip(sides, mentions)])
    nameless = names([row["text"] for row in rows]) | PRONOUNS
    counts = {}
    for before, behind in sides:
        for word in set(before + behind):
            counts[word] = counts.get(word, 0) + 1
    words = sorted(word for word, n in counts.items() if n >= FEWEST and word not in nameless and re.fullmatch(r"[a-z][a-z']+", word))
    place = {word: i for i, word in enumerate(words)}
    cells = [(i, place[w]) for i, (before, behind) in enumerate(sides) for w in set(before + behind) if w in place]
    matrix = sparse.csr_matrix((numpy.ones(len(cells)), tuple(zip(*cells))), shape=(len(mentions), len(words)))
    features = sparse.hstack([told * 2, matrix]).tocsr()

    def model(chosen):
        fitted = LogisticRegression(C=COST, max_iter=200, class_weight="balanced").fit(features[chosen], labels[chosen])
        coefficients = fitted.coef_.copy()
        coefficients[numpy.abs(coefficients) < LEAST] = 0
        coefficients[:, :len(FIGURES)] = fitted.coef_[:, :len(FIGURES)]
        return coefficients.round(3), fitted.intercept_.round(3)

    answers = numpy.zeros(len(labels), int)
    for chosen, others in GroupKFold(5).split(labels, labels, groups):
        coefficients, constants = model(chosen)
        answers[others] = (features[others] @ coefficients.T + constants).argmax(1)
    print(f"macro-F1 in 5-fold cross-validation by article: {f1_score(labels, answers, average='macro'):.3f}")
    print(classification_report(labels, answers, target_names=CLASSES, digits=3))
    coefficients, constants = model(numpy.arange(len(labels)))
    of_words = dict(zip(words, coefficients[:, len(FIGURES):].T))
    write(lexicon, kinds, of_words, coefficients[:, :len(FIGURES)] * 2, constants)


def write(lexicon, kinds, of_words, of_figures, constants):
    with open(TARGETS / "words.tsv", "w", newline="\n") as file:
        file.write("# What words in the sentence of a mention say about the tone towards it.\n"
                   "# Made by Sources/Training/Sentiment/targets.py; its README.md names sources and licences. MIT.\n"
                   "term\tweight\tnegative\tneutral\tpositive\tnegates\n")
        negations = {term for term, kind in kinds.items() if kind == "negation"}
        for word in sorted({word for word in lexicon if " " not in word} | of_words.keys() | negations):
            cells = [lexicon.get(word, 0), *of_words.get(word, (0, 0, 0)), int(word in negations or word.endswith("n't"))]
            if any(cells):
                file.write(word + "".join(f"\t{cell:g}" if cell else "\t" for cell in cells).rstrip("\t") + "\n")
    with open(TARGETS / "model.lua", "w", newline="\n") as file:
        file.write("-- How the figures of a mention speak for its three tones: a constant, then a weight for each figure, in the\n"
                   "-- order of plugin.lua. Made by Sources/Training/Sentiment/targets.py; its README.md has the card. MIT.\n"
                   "return {\n")
        for name, constant, row in zip(CLASSES, constants, of_figures):
            file.write(f"  {name} = {{ {constant:g}, " + ", ".join(f"{value:.3g}" for value in row) + " },\n")
        file.write("}\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
