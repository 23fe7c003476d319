#!/usr/bin/env python3
"""Makes training sentences of the two data sets, one JSON object a line: text, entities as [first, last, label] in UTF-8
bytes, weight. Deterministic.

  sentences.py EWT.jsonl.gz WIKIANN.jsonl.gz GAZETTEER.tsv OUT.jsonl

EWT (Universal NER, CC BY-SA 4.0) is taken as it is, and again with each name replaced by another of its kind, so that the
tagger learns from the words around names more than from the names. WikiANN (Wikipedia, CC BY-SA) has its mark-up removed,
and counts less: its texts are mostly titles and fragments.
"""
import gzip, json, os, random, re, sys

import made_names, organisations, wordnet_sentences

SENTENCE_WEIGHT = 0.3
FRAGMENT_WEIGHT = 0.02
COPIES = 2
DEFINITION_WEIGHT = 1.0
TEMPLATE_WEIGHT = 0.4
COPY_WEIGHT = 0.5
# How many of the organisations put in are those that news names often.
KNOWN_SHARE = 0.4
PLAIN = set("I January February March April May June July August September October November December Monday Tuesday Wednesday Thursday "
            "Friday Saturday Sunday".split())
MARKUP = {"''", "'''", "'", "**", "*", "=", "==", "===", "|", "||", ";", "REDIRECT", "redirect", "#REDIRECT"}


def rows(path):
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            yield json.loads(line)


def spans(tags):
    """Entities of a BIO sequence, as token ranges."""
    found, start, kind = [], None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and (not tag.startswith("I-") or tag[2:] != kind):
            found.append((start, i, kind))
            start = None
        if tag.startswith("B-") or (tag.startswith("I-") and start is None):
            start, kind = i, tag[2:]
    return found


def joined(tokens, entities):
    """A text of tokens with usual spacing, and the entities in bytes."""
    text, places = "", []
    for i, token in enumerate(tokens):
        tight = token in {",", ".", ";", ":", "!", "?", ")", "]", "'s", "’s", "n't", "%"} or (i and tokens[i - 1] in {"(", "[", "$"})
        if text and not tight:
            text += " "
        start = len(text.encode())
        text += token
        places.append((start, len(text.encode())))
    return text, [[places[a][0], places[b - 1][1], kind] for a, b, kind in entities]


def wiki(path):
    for row in rows(path):
        tokens, tags = [], []
        for token, tag in zip(row["tokens"], row["tags"]):
            if token not in MARKUP:
                tokens.append(token)
                tags.append(tag)
        if tokens:
            yield tokens, [part for span in spans(tags) for part in tidied(tokens, untitled(tokens, span))]


def untitled(tokens, span):
    a, b, kind = span
    return (a + 1, b, kind) if kind == "PER" and b - a > 1 and tokens[a] in wordnet_sentences.TITLES else span


def tidied(tokens, span):
    """The names in what a link names: `Ely , Ohio` is two places; `Roe , Duke of Ely` a person and more; a park is no organisation."""
    a, b, kind = span
    bracket = next((i for i in range(a + 1, b) if tokens[i] == "("), b)
    commas = [i for i in range(a + 1, bracket - 1) if tokens[i] == ","]
    if bracket < b or commas and not (kind == "ORG" and is_firm(tokens[a:b])) and tokens[commas[0] + 1] not in {"Jr", "Jr.", "Sr."}:
        ends = commas + [bracket] if kind == "LOC" else (commas + [bracket])[:1]
        start = a
        for end in ends:
            yield from tidied(tokens, (start, end, kind))
            start = end + 1
        yield from ((i, i + 1, "?") for i in range(ends[-1] + 1, b) if tokens[i][0].isalpha())
    elif kind == "ORG" and b - a > 1 and tokens[b - 1].lower() in made_names.PLACES:
        yield a, b, "LOC?"
    else:
        yield span


def is_firm(words):
    return not {"&", "and", "Inc", "Inc.", "Ltd", "Ltd.", "LLC"}.isdisjoint(words)


def doubtful(tokens, entities):
    """WikiANN marks what is linked: other capitals may be names too, and its organisations are often works or events."""
    inside = {i for a, b, _ in entities for i in range(a, b)}
    marked = [(a, b, "ORG?" if kind == "ORG" else kind) for a, b, kind in entities]
    for i, token in enumerate(tokens):
        if i not in inside and i > 0 and token[0].isupper() and token not in PLAIN:
            marked.append((i, i + 1, "?"))
    return sorted(marked)


def is_organisation(words, groups):
    """Whether a name is surely no work, person or station: a word of it tells, or it is all capitals."""
    return len(words) == 1 and words[0].isupper() and len(words[0]) > 1 or len(words) > 1 and any(w.lower() in groups for w in words)


def names(table, wiki_rows):
    """Names to put in the place of others: of persons from lists, of organisations and places from titles and lists."""
    given, family, cities, groups = [], [], [], set()
    for line in open(table, encoding="utf8"):
        phrase, kinds, *_ = line.rstrip("\n").split("\t")
        kinds = set(kinds.split(","))
        if " " not in phrase and kinds & {"male", "female", "given"} and not kinds & {"noun", "verb", "modifier"}:
            given.append(phrase.title())
        if " " not in phrase and "family" in kinds and not kinds & {"noun", "verb", "modifier"}:
            family.append(phrase.title())
        if "group-noun" in kinds and "place-noun" not in kinds:
            groups.add(phrase)
        if kinds & {"city", "metropolis", "country"}:
            cities.append(phrase.title())
    named, places, persons = [], [], []
    for tokens, entities in wiki_rows:
        for a, b, kind in entities:
            words = tokens[a:b]
            if not all(w[0].isupper() or w in {"of", "the", "and", "for", "&", "de"} for w in words) or len(words) > 6:
                continue
            if kind == "ORG" and is_organisation(words, groups):
                named.append(words)
            elif kind == "LOC":
                places.append(words)
            elif kind == "PER" and 2 <= len(words) <= 3:
                persons.append(words)
    return given, family, cities, named, places, persons


class Replacer:
    def __init__(self, pools):
        self.given, self.family, self.cities, self.organisations, self.places, self.persons = pools
        self.known = list(organisations.often_named())
        self.dice = random.Random(1)

    def __call__(self, kind, length):
        dice = self.dice
        if kind == "PER":
            if dice.random() < 0.3:
                person = dice.choice(self.persons)
                return person if length > 1 else person[-1:]
            if length == 1:
                return [dice.choice(self.family if dice.random() < 0.6 else self.given)]
            middle = [dice.choice("ABCDEFGHJKLMNPRSTW") + "."] if length > 2 and dice.random() < 0.5 else []
            return [dice.choice(self.given)] + middle + [dice.choice(self.family)]
        if kind == "LOC":
            return dice.choice(self.cities).split() if dice.random() < 0.6 else dice.choice(self.places)
        if dice.random() < KNOWN_SHARE:
            return dice.choice(self.known).split()
        if length == 1 and dice.random() < 0.4:
            return ["".join(dice.choice("ABCDEFGHILMNOPRSTU") for _ in range(dice.choice((2, 3, 3, 4))))]
        return dice.choice(self.organisations)


class Templates:
    """Sentences with slots, filled again and again."""

    def __init__(self, replace, table):
        self.replace, self.dice = replace, random.Random(2)
        self.make = made_names.Maker(table, replace, self.dice)
        here = os.path.dirname(os.path.abspath(__file__))
        with open(os.path.join(here, "templates.txt"), encoding="utf8") as lines:
            self.lines = [line.rstrip("\n") for line in lines if line.strip() and not line.startswith("#")]
        self.pools = self.read_pools(os.path.join(here, "fillers.txt"))

    @staticmethod
    def read_pools(path):
        pools = {}
        with open(path, encoding="utf8") as lines:
            for line in lines:
                if ":" in line and not line.startswith("#"):
                    slot, words = line.split(":", 1)
                    pools.setdefault(slot, []).extend(word.strip() for word in words.split(";"))
        return pools

    def fill(self, slot):
        """The words for a slot, and what they are."""
        replace = self.replace
        if slot in made_names.KINDS:
            return self.make(slot), made_names.KINDS[slot]
        if slot in self.pools and not (slot == "N" and self.dice.random() < 0.3):
            return self.dice.choice(self.pools[slot]), {"N": "LOC"}.get(slot)
        if slot == "P":
            return " ".join(replace("PER", self.dice.choice((2, 2, 2, 3)))), "PER"
        if slot == "L":
            return replace("PER", 1)[0], "PER"
        if slot == "G":
            return self.dice.choice(replace.given), "PER"
        if slot == "O":
            if self.dice.random() < KNOWN_SHARE:
                return self.dice.choice(replace.known), "ORG"
            return " ".join(self.dice.choice(replace.organisations)), "ORG"
        if slot == "A":
            return "".join(self.dice.choice("ABCDEFGHILMNOPRSTU") for _ in range(self.dice.choice((2, 3, 3, 4)))), "ORG"
        if slot == "R":
            return " ".join(self.dice.choice(replace.places)), "LOC"
        return self.dice.choice(replace.cities), "LOC"

    def sentences(self, copies):
        for _ in range(copies):
            for line in self.lines:
                text, entities = "", []
                for part in re.split(r"(\{[A-Z]\})", line):
                    if not re.fullmatch(r"\{[A-Z]\}", part):
                        text += part
                        continue
                    words, kind = self.fill(part[1])
                    start = len(text.encode())
                    text += words
                    if kind:
                        entities.append([start, len(text.encode()), kind])
                yield text, entities


def main():
    ewt, wikiann, table, out = sys.argv[1:]
    wiki_rows = list(wiki(wikiann))
    replace = Replacer(names(table, wiki_rows))
    with open(out, "w", encoding="utf8") as f:
        def put(text, entities, weight):
            f.write(json.dumps({"text": text, "entities": entities, "weight": weight}, ensure_ascii=False) + "\n")

        for row in rows(ewt):
            text = row["text"]
            put(text, [[len(text[:a].encode()), len(text[:b].encode()), k] for a, b, k in row["entities"]], 1)
            entities = spans(row["tags"])
            if not entities:
                continue
            for _ in range(COPIES):
                tokens, moved, last = [], [], 0
                for a, b, kind in entities:
                    tokens += row["tokens"][last:a]
                    new = replace(kind, b - a)
                    moved.append((len(tokens), len(tokens) + len(new), kind))
                    tokens += new
                    last = b
                tokens += row["tokens"][last:]
                put(*joined(tokens, moved), COPY_WEIGHT)
        for tokens, entities in wiki_rows:
            small = sum(token[0].islower() for token in tokens)
            is_sentence = tokens[-1] == "." and small >= 4 and len(tokens) >= 8
            weight = SENTENCE_WEIGHT if is_sentence else FRAGMENT_WEIGHT
            if weight:
                put(*joined(tokens, doubtful(tokens, entities) if is_sentence else entities), weight)
        for text, entities in wordnet_sentences.sentences():
            put(text, [[len(text[:a].encode()), len(text[:b].encode()), k] for a, b, k in entities], DEFINITION_WEIGHT)
        for text, entities in Templates(replace, table).sentences(40):
            put(text, entities, TEMPLATE_WEIGHT)


main()
