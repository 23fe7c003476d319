"""Sentences about what WordNet defines: `Ada Brill was a mathematician from Genoa (1820-1880).`

Its instances of persons, groups and places are names of known kinds; of events, works and times, none. Names inside definitions
are labelled where WordNet knows them, else left open.
"""
import collections, re

WORDNET = "/usr/share/wordnet/data.noun"
KINDS = {18: "PER", 15: "LOC", 17: "LOC", 6: "LOC", 14: "ORG"}
NONE = {4, 9, 10, 11, 28}


def synsets():
    for line in open(WORDNET):
        if line.startswith(" "):
            continue
        data, gloss = line.split("|", 1)
        fields = data.split()
        count = int(fields[3], 16)
        lemmas = [lemma.replace("_", " ") for lemma in fields[4:4 + 2 * count:2]]
        definition = gloss.split(";")[0].split('"')[0].strip()
        yield int(fields[1]), lemmas, " @i " in data, definition


def kind_of(lexname, instance):
    if instance and lexname in KINDS:
        return KINDS[lexname]
    return "O" if lexname in NONE else None


def known_names():
    votes = collections.defaultdict(collections.Counter)
    for lexname, lemmas, instance, _ in synsets():
        kind = kind_of(lexname, instance)
        for lemma in lemmas:
            if lemma[0].isupper() and kind:
                votes[lemma][kind] += 1
    return {name: next(iter(c)) for name, c in votes.items() if len(c) == 1}


def mentions(text, known, skip):
    """Names in a text, the longest first from the left; capitals that nobody knows are `?`."""
    found = []
    words = [(m.start(), m.end()) for m in re.finditer(r"[^\W\d_](?:[\w'.-]*\w)?", text)]
    i = 0
    while i < len(words):
        if words[i][0] < skip or not text[words[i][0]].isupper():
            i += 1
            continue
        for j in range(min(len(words), i + 6), i, -1):
            name = text[words[i][0]:words[j - 1][1]]
            if name in known or j == i + 1:
                kind = known.get(name, "?")
                found.append((words[i][0], words[j - 1][1], kind))
                i = j
                break
    return found


TITLES = set("King Queen Emperor Empress Prince Princess Lord Lady Sir Dame Saint St. Pope Baron Count Duke Earl President General Mr. "
             "Mrs. Dr. Professor Captain Admiral Colonel Marshal Bishop Cardinal Chief".split())


def untitled(lemma):
    """`North` of `Lord North`: a title is no part of a name."""
    first, _, rest = lemma.partition(" ")
    return rest if first in TITLES and rest[:1].isupper() else lemma


def sentences():
    known = known_names()
    for lexname, lemmas, instance, definition in synsets():
        kind = kind_of(lexname, instance)
        capital = [lemma for lemma in map(untitled, lemmas) if lemma[0].isupper()]
        if capital and kind and len(definition) > 12 and not definition[0].isupper():
            subject = max(capital, key=len) if len(capital) == 1 or hash_of(capital[0]) % 3 else min(capital, key=len)
            article = "" if re.match(r"(an?|the|one|any|some) ", definition) else "the " if kind == "LOC" else "a "
            text = f"{subject} {'is' if kind in ('LOC', 'O') else 'was'} {article}{definition}."
            own = [(0, len(subject), kind)] if kind != "O" else []
            yield text, own + [m for m in mentions(text, known, len(subject)) if m[2] != "O"]
        elif re.search(r"[a-z] [A-Z]", definition):
            text = definition[0].upper() + definition[1:] + "."
            yield text, [m for m in mentions(text, known, len(definition.split()[0])) if m[2] != "O"]


def hash_of(word):
    value = 7
    for letter in word:
        value = (value * 31 + ord(letter)) % 1000003
    return value
