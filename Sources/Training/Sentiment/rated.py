"""Words that people have rated, and what may be guessed from them for words that nobody has.

Ratings: VADER's lexicon, TextBlob's list of adjectives, and `words.txt`, which was written for this project. Guesses: a ridge
regression of VADER's ratings on where a word stands in WordNet (synsets, hypernyms, the words of its glosses, the ratings of its
neighbours), on the vector of its company in newswire, its Brown clusters, its prefixes and endings.
"""
import collections
import gzip
import importlib.util
import json
import re
import sys
import zlib
from pathlib import Path
from xml.etree import ElementTree

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import Ridge

sys.path.insert(0, str(Path(__file__).parents[1]))
from vectors import glove
from wordnet import WordNet

HERE = Path(__file__).parent
# Of GloVe's words, the most frequent; and how much a dimension of a vector says beside other features.
VECTORS, SCALE = 150_000, 3
STOP = set("of or the a an to in for by and with that is be as on from who at it which not something someone having being "
           "used any one person act state quality".split())


def package(name):
    return Path(importlib.util.find_spec(name).submodule_search_locations[0])


def vader():
    """Single words of letters with their mean rating, -4 to 4."""
    ratings = {}
    for line in (package("vaderSentiment") / "vader_lexicon.txt").read_text("utf-8").splitlines():
        word, *cells = line.strip().split("\t")
        if cells and re.fullmatch(r"[a-z][a-z']+", word):
            ratings[word] = float(cells[0])
    return ratings


def adjectives():
    """TextBlob's words with their mean polarity, -1 to 1."""
    found = collections.defaultdict(list)
    for entry in ElementTree.parse(package("textblob") / "en" / "en-sentiment.xml").getroot():
        found[entry.get("form").lower()].append(float(entry.get("polarity")))
    return {word: sum(values) / len(values) for word, values in found.items()}


def lookups(name):
    with gzip.open(package("spacy_lookups_data") / "data" / f"en_lexeme_{name}.json.gz") as file:
        return json.load(file)


class News:
    """The ratings of `words.txt`: words, stems with a star, phrases."""

    def __init__(self):
        self.words, self.stems, self.phrases = {}, {}, {}
        for line in (HERE / "words.txt").read_text().splitlines():
            if line.startswith("#"):
                continue
            value, *terms = line.split()
            for term in (term.replace("_", " ").strip() for term in terms):
                kind = self.phrases if " " in term else self.stems if term.endswith("*") else self.words
                kind.setdefault(term.rstrip("*"), float(value))
        self.longest = max(map(len, self.stems))

    def get(self, word):
        if word in self.words:
            return self.words[word]
        for length in range(min(self.longest, len(word)), 2, -1):
            if word[:length] in self.stems:
                return self.stems[word[:length]]
        return 0.0


class Guesser:
    """Guesses ratings; what a word is like, `features`, serves to spread what is learned from texts, too."""

    def __init__(self):
        self.net, self.rated, self.polar = WordNet(), vader(), adjectives()
        self.clusters, self.frequency = lookups("cluster"), lookups("prob")
        self.vectors = dict(zip(*glove(VECTORS)))
        self.relatives = collections.defaultdict(list)
        for word in self.rated:
            for lemma in self.net.family(word):
                self.relatives[lemma].append(word)

    def features(self, word, neighbours=True):
        found = collections.Counter()
        family = self.net.family(word)
        for key, weight in self.net.senses(word).items():
            self.net.describe(found, key, weight, STOP)
        if neighbours:
            self.neighbours(found, word, family)
        if word in self.polar:
            found["polarity"] = self.polar[word] * 3
        for lemma in sorted(family & self.polar.keys()):
            found["polarity of lemma"] = self.polar[lemma] * 2
        for length in (3, 4):
            found["ending " + word[-length:]] = 0.5
        for prefix in ("un", "dis", "mis", "in", "non", "over", "anti"):
            if word.startswith(prefix):
                found["prefix " + prefix] = 1
                if word[len(prefix):] in self.rated:
                    found["behind prefix " + prefix] = self.rated[word[len(prefix):]]
        if word in self.vectors:
            found.update({f"vector {i}": SCALE * value for i, value in enumerate(self.vectors[word])})
        if cluster := self.clusters.get(word):
            bits = bin(cluster)[2:]
            for length in (6, 9, 12, 16):
                found[f"cluster {length} {bits[:length]}"] = 0.4
            found["cluster " + bits] = 0.6
        return found

    def neighbours(self, found, word, family):
        """What the words around it in WordNet are rated, its own family left out."""
        own = set(family).union(*(self.relatives[lemma] for lemma in family if lemma in self.relatives))
        sums = collections.defaultdict(lambda: [0.0, 0.0])

        def note(kind, rating, weight):
            sums[kind][0] += weight
            sums[kind][1] += weight * rating

        for key, weight in self.net.senses(word).items():
            for kind, other in self.net.around(key):
                for lemma in self.net.synsets[other].lemmas:
                    ratings = [self.rated[w] for w in self.relatives.get(lemma, ()) if w not in own and lemma not in own]
                    if ratings:
                        note(kind, sum(ratings) / len(ratings), weight)
            for kind, words in zip(("gloss", "example"), self.net.gloss(key)):
                for other in words:
                    if other in self.rated and other not in own and other not in STOP:
                        note(kind, self.rated[other], weight)
        for kind, (weight, total) in sums.items():
            found["near " + kind] = total / (weight + 0.3) * (2 if kind in ("same", "similar", "derived") else 1)
            found["much near " + kind] = total / (weight + 1.5)

    def known(self, word):
        return word in self.polar or bool(self.net.senses(word))

    def guesses(self, most):
        """Ratings of the most frequent words, by word."""
        frequent = [w for w, _ in sorted(self.frequency.items(), key=lambda item: (-item[1], item[0]))
                    if re.fullmatch(r"[a-z][a-z']+", w)]
        rated = [word for word in self.rated if self.known(word)]
        # Words that VADER's ten thousand candidates left out count as neutral.
        neutral = [w for w in frequent if len(w) > 2 and w not in self.rated and self.net.senses(w)
                   and not any(lemma in self.relatives for lemma in self.net.family(w))][:6000]
        words = rated + neutral
        values = numpy.array([self.rated.get(word, 0.0) for word in words])
        vectors = DictVectorizer()
        matrix = vectors.fit_transform([self.features(word) for word in words])
        self.try_out(words, matrix, values, len(rated))
        model = Ridge(alpha=6, solver="sparse_cg").fit(matrix, values)
        asked = list(dict.fromkeys([w for w in frequent if self.known(w)][:most] + words))
        return dict(zip(asked, model.predict(vectors.transform([self.features(word) for word in asked]))))

    def try_out(self, words, matrix, values, rated):
        """Prints how well ratings are guessed of words whose relatives are not known either."""
        fold = numpy.array([zlib.crc32(min(self.net.family(w), key=lambda b: (len(b), b))[:5].encode()) % 10 for w in words])
        guess = numpy.zeros(len(words))
        for k in range(10):
            model = Ridge(alpha=6, solver="sparse_cg").fit(matrix[fold != k], values[fold != k])
            guess[fold == k] = model.predict(matrix[fold == k])
        print(f"guessed ratings of {rated} words: r {numpy.corrcoef(guess[:rated], values[:rated])[0, 1]:.3f}")
