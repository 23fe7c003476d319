"""Clusters of words by their vectors: GloVe's, learned on Wikipedia and newswire (Pennington, Socher and Manning 2014).

Words that stand in like company lie near each other: towns, family names, football clubs, bands, companies, professions. A cluster's
number holds a coarse cluster in its low bits and the fine one above them.

All vectors are of small whole numbers, whose products and sums are exact, so that the clusters are the same on every machine.
"""
import os, re, sys

import numpy

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from vectors import read

# Of the 400,000 words, the most frequent.
WORDS = 160_000
FINE, COARSE_BITS = 2048, 7
ROUNDS = 12


def vectors():
    """The words that may be tokens, most frequent first, and their vectors."""
    words, matrix = read(WORDS)
    kept = [i for i, word in enumerate(words) if re.fullmatch(r"[^\W\d_][\w.'&-]*|\d+[a-z]+", word)]
    return [words[i] for i in kept], whole(matrix[kept])


def whole(rows):
    """Rows brought to the length 127 and rounded."""
    lengths = numpy.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return numpy.rint(127 * rows / numpy.maximum(lengths, 1e-9)).astype(numpy.float32)


def nearest(rows, centres):
    return numpy.concatenate([(rows[i:i + 20_000] @ centres.T).argmax(1) for i in range(0, len(rows), 20_000)])


def means(rows, count):
    """The cluster of each row, and the clusters' centres (spherical k-means), from every so manieth row of the first."""
    centres = rows[:count * 4:4].copy()
    for _ in range(ROUNDS):
        of = nearest(rows, centres)
        sums = numpy.zeros(centres.shape)
        numpy.add.at(sums, of, rows)
        filled = numpy.bincount(of, minlength=count) > 0
        centres[filled] = whole(sums[filled])
    return of, centres


def clusters():
    """The cluster of each word, from 1."""
    words, rows = vectors()
    fine, centres = means(rows, FINE)
    coarse, _ = means(centres, 1 << COARSE_BITS)
    places, number = [0] * (1 << COARSE_BITS), []
    for of in coarse:
        places[of] += 1
        number.append(int(of) | places[of] << COARSE_BITS)
    return {word: number[of] for word, of in zip(words, fine)}
