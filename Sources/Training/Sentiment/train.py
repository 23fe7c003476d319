#!/usr/bin/env python3
"""Fits the news lexicon of the plugin `sentiment`: train.py NYT.jsonl.gz NEWSMTSC.jsonl.gz [HEADLINES.jsonl.gz]

NYT: lines with `id` (article_sentence), `text` and `mean`, a mean rating. NEWSMTSC: lines with `text` and `targets`, whose `label`
is the tone towards a target. HEADLINES, with `text` and `valence`, are never fitted on, only tried. Prints what is reached in
cross-validation by article, and writes Plugins/sentiment/news.tsv. The same input gives the same file.
"""
import collections
import gzip
import json
import os
import re
import sys
from pathlib import Path

# Sums in one order, so that the same input gives the same file.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy
import scipy.sparse as sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import GroupKFold

from rated import Guesser, News

HERE = Path(__file__).parent
PLUGIN = HERE.parents[2] / "Plugins" / "sentiment"

# The rules, as news.lua has them.
NEAR = {"negation": 3, "easing": 4, "booster": 1}  # how many words a modifier reaches
NEGATED_UP, NEGATED_DOWN, EASED, BOOSTED = -1.0, 0.2, -0.25, 1.3
SOFTENING, SHORT = 0.075, 5  # compound = sum / sqrt(sum² + SOFTENING · (words + SHORT))

# The fit: how much texts may change a rating, and how much a sentence of NewsMTSC counts, one of the NYT being 1.
STIFFNESS, SHARE = 300, 0.6
LEAST = 0.1  # lighter words are left out
FREQUENT = 60_000


def rows(path):
    with gzip.open(path) as file:
        return [json.loads(line) for line in file]


def words_of(text):
    """The words of a text as the host's lexicons cut it: letters and digits, with apostrophes between."""
    return [word.replace("’", "'") for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text.casefold())]


def modifiers():
    kinds = {}
    for line in (PLUGIN / "news-modifiers.tsv").read_text().splitlines():
        if not line.startswith(("#", "term")):
            term, kind = line.split("\t")
            kinds[term] = kind
    return kinds


class Lexicon:
    """What words weigh before any text was looked at."""

    def __init__(self):
        self.news, self.guesser = News(), Guesser()
        self.guess = self.guesser.guesses(FREQUENT)
        self.kinds = modifiers()
        self.cache = {}

    def weight(self, term):
        if term not in self.cache:
            self.cache[term] = self.judge(term)
        return self.cache[term]

    def judge(self, term):
        if " " in term:
            return 0.25 * self.news.phrases[term]
        rating = 0.5 * self.guesser.rated.get(term, 0) + 0.5 * self.news.get(term) + 0.35 * self.guess.get(term, 0) \
            + 0.3 * self.guesser.polar.get(term, 0)
        # What is bad weighs more than what is good, to those who rated the NYT.
        return rating * (0.28 if rating < 0 else 0.2)

    def terms(self, text):
        """The terms of a text with the factors that modifiers before them set, and the number of words."""
        words = words_of(text)
        last = dict.fromkeys(NEAR, -99)
        found, i = [], 0
        while i < len(words):
            term = next((phrase for n in (5, 4, 3, 2) if (phrase := " ".join(words[i:i + n])) in self.news.phrases
                         and i + n <= len(words)), words[i])
            found.append((term, self.factor(term, {kind: i - at <= NEAR[kind] for kind, at in last.items()})))
            kind = self.kinds.get(term) or ("negation" if term.endswith("n't") else None)
            if kind:
                last[kind] = i
            i += 1 + term.count(" ")
        return found, len(words)

    def factor(self, term, near):
        up = self.weight(term) >= 0
        if near["negation"]:
            return NEGATED_UP if up else NEGATED_DOWN
        if near["easing"] and not up:
            return EASED
        return BOOSTED if near["booster"] else 1.0


class Texts:
    """Texts as a matrix of terms, each cell the sum of its factors."""

    def __init__(self, lexicon, texts, vocabulary):
        self.sizes, cells = [], []
        for i, text in enumerate(texts):
            found, size = lexicon.terms(text)
            self.sizes.append(size)
            cells += [(factor, i, vocabulary.setdefault(term, len(vocabulary))) for term, factor in found]
        self.cells = cells
        self.soft = SOFTENING * (numpy.array(self.sizes) + SHORT)

    def close(self, columns):
        values, i, j = zip(*self.cells)
        self.matrix = sparse.csr_matrix((values, (i, j)), shape=(len(self.sizes), columns))

    def compound(self, weights):
        total = self.matrix @ weights
        return total / numpy.sqrt(total ** 2 + self.soft)

    def slope(self, weights):
        return self.soft / ((self.matrix @ weights) ** 2 + self.soft) ** 1.5


def names(texts):
    """Words that stand with a capital within sentences more often than not: names, which have no valence."""
    capital, all_ = collections.Counter(), collections.Counter()
    for text in texts:
        for word in re.findall(r"(?<=[a-z,] )[A-Za-z]+(?:['’][a-z]+)?", text):
            all_[word.lower()] += 1
            capital[word.lower()] += word[0].isupper()
    return {word for word in capital if capital[word] > 0.5 * all_[word]}


def fit(start, likeness, nyt, ratings, chosen, mtsc, labels):
    """Weights near `start` that fit the texts better: one step of Gauss and Newton, held back by ridge."""
    def residual(texts, values, rows=slice(None)):
        compound = texts.compound(start)[rows]
        slope, level = numpy.polyfit(compound, values, 1)
        return (values - level - slope * compound), slope

    first, scale = residual(nyt, ratings[chosen], chosen)
    second, _ = residual(mtsc, labels)
    step = sparse.vstack([
        nyt.matrix[chosen].multiply(nyt.slope(start)[chosen][:, None]),
        mtsc.matrix.multiply(mtsc.slope(start)[:, None] * SHARE)]).tocsr() @ likeness
    target = numpy.concatenate([first, second * SHARE]) / scale
    model = Ridge(alpha=STIFFNESS, solver="sparse_cg", fit_intercept=False, tol=1e-6).fit(step, target)
    return start + likeness @ model.coef_


def pruned(weights):
    return numpy.where(numpy.abs(weights) < LEAST, 0, weights.round(2))


def correlation(a, b):
    return numpy.corrcoef(a, b)[0, 1]


def likeness_of(lexicon, terms, nameless):
    """Features by which a change of one word's weight spreads to words like it; none for names."""
    guesser = lexicon.guesser
    features = [{} if term in nameless or " " in term else dict(guesser.features(term, neighbours=False), **{"=" + term: 1.0})
                for term in terms]
    for term, found in zip(terms, features):
        if " " in term:
            found["=" + term] = 1.0
    matrix = DictVectorizer().fit_transform(features).tocsr()
    often = numpy.asarray((matrix != 0).sum(0)).ravel() >= 3
    return sparse.hstack([matrix[:, often], sparse.diags([float(bool(found)) for found in features])]).tocsr()


def validate(start, likeness, nyt, ratings, groups, mtsc, labels):
    held_out = numpy.zeros(len(ratings))
    for chosen, others in GroupKFold(10).split(ratings, ratings, groups):
        weights = pruned(fit(start, likeness, nyt, ratings, chosen, mtsc, labels))
        held_out[others] = nyt.compound(weights)[others]
    print(f"NYT before fitting: r {correlation(nyt.compound(pruned(start)), ratings):.3f}")
    print(f"NYT in 10-fold cross-validation by article: r {correlation(held_out, ratings):.3f}")
    print(f"length and score: r {correlation(nyt.sizes, held_out):.3f}; length and rating: {correlation(nyt.sizes, ratings):.3f}")
    clear = (held_out != 0) & (ratings != 0)
    right = numpy.sign(held_out[clear]) == numpy.sign(ratings[clear])
    sure = LogisticRegression().fit(abs(held_out[clear])[:, None], right)
    print(f"sign right: {right.mean():.3f}; confidence = 1 / (1 + exp(-({sure.intercept_[0]:.2f} + {sure.coef_[0, 0]:.2f} |compound|)))")


def write(terms, weights, lexicon):
    lines = [(term, weight) for term, weight in zip(terms, weights) if weight and term.isascii() and len(term) > 2]
    with open(PLUGIN / "news.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write("# Words of English news with what they add to the tone of a sentence.\n"
                   "# Made by Sources/Training/Sentiment/train.py; its README.md names sources and licences. MIT.\n"
                   "term\tweight\n")
        for term, weight in sorted(lines):
            file.write(f"{term}\t{weight:g}\n")
    print(len(lines), "terms written")


def main(nyt_path, mtsc_path, headlines_path=None):
    nyt_rows, mtsc_rows = rows(nyt_path), [row for row in rows(mtsc_path) if row["targets"]]
    ratings = numpy.array([row["mean"] for row in nyt_rows])
    groups = numpy.array([row["id"].split("_")[0] for row in nyt_rows])
    tones = {"negative": -1.0, "neutral": 0.0, "positive": 1.0}
    labels = numpy.array([numpy.mean([tones[t["label"]] for t in row["targets"]]) for row in mtsc_rows])
    lexicon, vocabulary = Lexicon(), {}
    nyt = Texts(lexicon, [row["text"] for row in nyt_rows], vocabulary)
    mtsc = Texts(lexicon, [row["text"] for row in mtsc_rows], vocabulary)
    tried = Texts(lexicon, [row["text"] for row in rows(headlines_path)], vocabulary) if headlines_path else None
    for term in [*lexicon.guess, *lexicon.guesser.rated, *lexicon.news.words, *lexicon.news.phrases]:
        vocabulary.setdefault(term, len(vocabulary))
    for texts in filter(None, (nyt, mtsc, tried)):
        texts.close(len(vocabulary))
    terms = list(vocabulary)
    nameless = names([row["text"] for row in nyt_rows + mtsc_rows]) - lexicon.news.words.keys()
    start = numpy.array([0.0 if term in nameless and not lexicon.news.get(term) else lexicon.weight(term) for term in terms])
    likeness = likeness_of(lexicon, terms, nameless)
    validate(start, likeness, nyt, ratings, groups, mtsc, labels)
    weights = pruned(fit(start, likeness, nyt, ratings, numpy.arange(len(ratings)), mtsc, labels))
    if tried:
        values = numpy.array([row["valence"] for row in rows(headlines_path)])
        print(f"headlines, not fitted on: r {correlation(tried.compound(weights), values):.3f}; "
              f"before fitting {correlation(tried.compound(start), values):.3f}")
    write(terms, weights, lexicon)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
