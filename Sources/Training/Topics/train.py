#!/usr/bin/env python3
"""Makes Plugins/topics/learned.tsv: words that keep company with those of terms.tsv, each with the topic that it speaks for.

Names are left out: that a story names a person, a people or a land says nothing of its topic.

A ridge regression on random features of words' vectors (Rahimi and Recht 2007) tells the words of each topic of the top level, as
terms.tsv has them, from all others. Each word is judged by the regression on four fifths of the words that it was no part of. The vectors
are GloVe's of 50 dimensions (Pennington, Socher and Manning 2014), learned on Wikipedia and newswire.
"""
import bisect
import collections
import os
import re
import sys
from pathlib import Path

# Sums in one order, so that the same input gives the same file.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy

sys.path.insert(0, str(Path(__file__).parents[1]))
import packages
import vectors
import wordnet

PLUGIN = Path(__file__).parents[3] / "Plugins" / "topics"
# Of GloVe's 400,000 words, the most frequent: those that a term's wildcard may stand for, those the regression learns
# from besides the terms' own, and those that may be learned.
KNOWN, TRAINED, LEARNED = 60_000, 25_000, 20_000
FEATURES, WIDTH = 2000, 1.2
RIDGE = 0.5
FOLDS = 5
# A word that no term covers may well speak for a topic: it counts so much for none.
DOUBT = 0.15
# What a word is said to be of a topic, from 0 to 1, must exceed this; the weight of one that is all of it; and the least weight.
LEAST, SCALE, LIGHTEST = 0.25, 4, 0.3


def known_words():
    """The words of letters, most frequent first, and their vectors."""
    words, rows = vectors.glove(KNOWN)
    kept = [i for i, word in enumerate(words) if re.fullmatch(r"[a-z][a-z'-]{2,}", word)]
    return [words[i] for i in kept], rows[kept]


def terms():
    """The terms of terms.tsv, with their topics of the top level."""
    parents = dict(re.findall(r'\["(\d{8})"\] = \{[^}]*parent = "(\d{8})"', (PLUGIN / "labels.lua").read_text(encoding="utf-8")))
    lines = [line for line in (PLUGIN / "terms.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        term, _, code = line.split("\t")
        yield term, parents.get(code, code)


def covered(words):
    """The words that a term of one word stands for, with its topic."""
    ordered, found = sorted(words), {}
    for term, topic in terms():
        if term.endswith("*") and " " not in term:
            start = bisect.bisect_left(ordered, term[:-1])
            for word in ordered[start:]:
                if not word.startswith(term[:-1]):
                    break
                found.setdefault(word, topic)
        else:
            found[term] = topic
    return found


def common():
    """A function that tells whether WordNet writes a word, or what it is a form of, without a capital: whether it is no name."""
    lemmas, endings = set(), sorted(set(sum(wordnet.ENDINGS.values(), [])))
    for part in wordnet.ENDINGS:
        for line in wordnet.lines("data." + part):
            cells = line.split()
            lemmas.update(cells[4 + 2 * i].split("(")[0] for i in range(int(cells[3], 16)))
        for line in wordnet.lines(part + ".exc"):
            form, *bases = line.split()
            lemmas.update({form} if lemmas.intersection(bases) else ())
    return lambda word: word in lemmas or any(
        word.endswith(ending) and word[:len(word) - len(ending)] + base in lemmas for ending, base in endings)


def scores(rows, topics, count):
    """How far each word is one of each topic, by regressions that did not see it; topics are numbers, and `count` is none."""
    random = numpy.random.default_rng(1)
    directions = random.normal(size=(rows.shape[1], FEATURES)) * WIDTH
    features = numpy.cos(rows @ directions + random.uniform(0, 2 * numpy.pi, FEATURES)) * numpy.sqrt(2 / FEATURES)
    features = numpy.hstack([features, rows])
    wanted = numpy.zeros((len(rows), count + 1))
    wanted[numpy.arange(len(rows)), topics] = 1
    weights = numpy.where(topics == count, DOUBT, 1.0)
    trained = (topics < count) | (numpy.arange(len(rows)) < TRAINED)
    folds = numpy.arange(len(rows)) % FOLDS
    result = numpy.zeros(wanted.shape)
    for fold in range(FOLDS):
        part = trained & (folds != fold)
        weighted = features[part].T * weights[part]
        solution = numpy.linalg.solve(weighted @ features[part] + RIDGE * numpy.eye(features.shape[1]), weighted @ wanted[part])
        result[folds == fold] = features[folds == fold] @ solution
    return result


def weight(score):
    """What a word weighs for its best topic: less where it is half of another, and where it may be of none."""
    second, first = numpy.sort(score[:-1])[-2:]
    none = max(score[-1], 0)
    return SCALE * (first - max(second, 0) / 2) * first / (first + none) if first > LEAST else 0.0


def main():
    words, rows = known_words()
    known = covered(words)
    codes = sorted(set(known.values()))
    topics = numpy.array([codes.index(known[word]) if word in known else len(codes) for word in words])
    found = scores(rows, topics, len(codes))
    of_terms = topics < len(codes)
    right = (found[of_terms, :-1].argmax(1) == topics[of_terms]).mean()
    learned, is_common = [], common()
    for word, score in list(zip(words, found))[:LEARNED]:
        if word in known or not word.isalpha() or not is_common(word):
            continue
        rounded = round(float(weight(score)), 1)
        if rounded >= LIGHTEST:
            learned.append((word, rounded, codes[score[:-1].argmax()]))
    packages.write(
        PLUGIN / "learned.tsv",
        ["Words that keep company with those of terms.tsv, with the top level that they speak for and their weight.",
         "Source: made by Sources/Training/Topics/train.py, whose README.md is the card, from terms.tsv and GloVe 6B (PDDL 1.0)."],
        "Licence: MIT, as the rest of Copydesk.", ("term", "weight", "topic"), sorted(learned))
    print(f"{right:.3f} of {of_terms.sum()} words of terms are told their topic by the others")
    for code, count in sorted(collections.Counter(code for _, _, code in learned).items()):
        print(code, count)


main()
