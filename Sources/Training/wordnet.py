"""WordNet, as Debian's `wordnet-base` has it: lemmas, senses, and what stands around a synset."""
import collections
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("/usr/share/wordnet")
PARTS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
ENDINGS = {
    "noun": [("s", ""), ("ses", "s"), ("ves", "f"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"),
             ("ies", "y")],
    "verb": [("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")],
    "adj": [("er", ""), ("est", ""), ("er", "e"), ("est", "e")],
    "adv": [],
}
KINDS = {"&": "similar", "@": "above", "@i": "above", "~": "below", "~i": "below", "!": "against", "+": "derived", "\\": "derived",
         "^": "derived"}


@dataclass
class Synset:
    lemmas: list
    #: Pairs of a pointer's symbol and the synset that it leads to.
    pointers: list
    gloss: str


def lines(name):
    with open(FOLDER / name, encoding="latin-1") as file:
        return [line for line in file if not line.startswith(" ")]


class WordNet:
    def __init__(self):
        self.synsets, self.index, self.irregular = {}, collections.defaultdict(list), collections.defaultdict(list)
        self.cache = {}
        for part in ENDINGS:
            for line in lines("data." + part):
                data, gloss = line.split(" | ", 1)
                cells = data.split()
                count = int(cells[3], 16)
                lemmas = [cells[4 + 2 * i].lower().split("(")[0] for i in range(count)]
                at = 4 + 2 * count
                pointers = [(cells[at + 1 + 4 * i], (PARTS[cells[at + 3 + 4 * i]], cells[at + 2 + 4 * i]))
                            for i in range(int(cells[at]))]
                self.synsets[part, cells[0]] = Synset(lemmas, pointers, gloss)
            for line in lines("index." + part):
                cells = line.split()
                self.index[cells[0]] += [(part, offset, rank) for rank, offset in enumerate(cells[-int(cells[2]):])]
            for line in lines(part + ".exc"):
                word, *bases = line.split()
                self.irregular[word] += [(base, part) for base in bases]

    def lemmas(self, word):
        """What a word may be a form of, with the part of speech that it then is; None for the word itself."""
        if word in self.cache:
            return self.cache[word]
        found = [(word, None)] if word in self.index else []
        found += self.irregular.get(word, [])
        for part, endings in ENDINGS.items():
            for ending, instead in endings:
                if not word.endswith(ending) or len(word) <= len(ending) + 2:
                    continue
                base = word[:-len(ending)] + instead
                bases = [base, base[:-1]] if ending in ("ed", "ing") and len(base) > 3 and base[-1] == base[-2] else [base]
                found += [(b, part) for b in bases if any(sense[0] == part for sense in self.index.get(b, ()))]
        self.cache[word] = found
        return found

    def family(self, word):
        return {word} | {lemma for lemma, _ in self.lemmas(word)}

    def senses(self, word):
        """Its synsets with their weights, the first sense the heaviest, 1 in all."""
        weights = {}
        for lemma, wanted in self.lemmas(word):
            for part, offset, rank in self.index.get(lemma, ()):
                if wanted in (None, part):
                    weights[part, offset] = max(weights.get((part, offset), 0), 1 / (1 + rank))
        total = sum(weights.values())
        return {key: weight / total for key, weight in weights.items()}

    def around(self, key):
        """Pairs of a relation's kind and a synset in it, the synset itself among them."""
        return [("same", key)] + [(KINDS[symbol], other) for symbol, other in self.synsets[key].pointers if symbol in KINDS]

    def gloss(self, key):
        """The words of its definition, and those of its examples."""
        parts = self.synsets[key].gloss.lower().split('"')
        return re.findall(r"[a-z]+", parts[0]), re.findall(r"[a-z]+", " ".join(parts[1::2]))

    def describe(self, found, key, weight, stop):
        """Adds to counted features where a synset stands, and the words that define it."""
        found["synset %s%s" % key] += weight
        for word in self.gloss(key)[0]:
            if word not in stop:
                found["gloss " + word] += weight
        for kind, other in self.around(key):
            if kind == "similar":
                found["synset %s%s" % other] += weight / 2
            elif kind == "above":
                found["synset %s%s" % other] += weight
        for _ in range(6):
            above = [other for kind, other in self.around(key) if kind == "above"]
            if not above:
                break
            key = above[0]
            found["below %s%s" % key] += weight * 0.7
