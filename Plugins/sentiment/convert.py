#!/usr/bin/env python3
"""Makes the word lists of this plugin from the Python package vaderSentiment (MIT licence).

  convert.py            fetches the version named below from PyPI and writes the lists beside this file
  convert.py WHEEL      takes the package from a file that is there already

Only what the method can reach is kept: it looks words up in lower case and one at a time, so an entry with a
capital or a space in it is never found, and of an emoji's entries only those of a single character are.
"""
import ast
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "Sources" / "Training"))
import packages

VERSION = "3.3.2"
#: The package's files that hold word lists, and its licence.
FILES = ["vaderSentiment/vader_lexicon.txt", "vaderSentiment/emoji_utf8_lexicon.txt", "vaderSentiment/vaderSentiment.py", "LICENSE.txt"]


def constants(code):
    """The values of the module's constants, without running it."""
    values = {}

    def value(node):
        if isinstance(node, ast.Dict):
            return {value(k): value(v) for k, v in zip(node.keys, node.values)}
        if isinstance(node, ast.List):
            return [value(e) for e in node.elts]
        if isinstance(node, ast.Name):
            return values[node.id]
        return ast.literal_eval(node)

    for node in ast.parse(code).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            try:
                values[node.targets[0].id] = value(node.value)
            except (KeyError, ValueError):
                pass
    return values


def pairs(text):
    """The first two columns of a list; of entries that occur twice the last counts, as in the package."""
    entries = {}
    for line in text.rstrip("\n").split("\n"):
        if line:
            term, value = line.strip().split("\t")[0:2]
            entries[term] = value
    return entries


def escape(term):
    """A star at an end of a word is a wildcard, unless a backslash says otherwise."""
    if term.startswith("*"):
        term = "\\" + term
    if term.endswith("*"):
        term = term[:-1] + "\\*"
    return term


def write(name, title, licence, columns, rows):
    head = [title, "", f"From vaderSentiment {VERSION} (C.J. Hutto and Eric Gilbert: VADER, ICWSM 2014) by convert.py.", ""]
    packages.write(HERE / name, head, licence, columns, rows)


def main(arguments):
    lexicon, emoji, code, licence = packages.texts("vaderSentiment", VERSION, FILES, *arguments)
    known = constants(code)

    words = {w: v for w, v in pairs(lexicon).items() if w == w.lower() and len(w.split()) == 1}
    write("lexicon.tsv", "Words and emoticons with their mean valence, -4 to 4, as ten people rated them.", licence,
          ["term", "valence"], [(escape(w), v) for w, v in words.items()])

    boosters, negations = known["BOOSTER_DICT"], known["NEGATE"]
    cues = ["this", "doubt", "least", "at", "or", "but", "no"]
    rows = [(escape(w), "booster", v) for w, v in boosters.items()]
    rows += [(escape(w), "negation", "") for w in negations if w not in boosters]
    rows += [("*n't*", "negation", "")]
    rows += [(w, "cue", "") for w in cues if w not in boosters and w not in negations]
    write("modifiers.tsv", "Words that strengthen, weaken or turn the valence of words after them.", licence,
          ["term", "kind", "boost"], rows)

    # A case of one word is never met: the method compares pairs and triples of words only.
    idioms = {w: v for w, v in known["SPECIAL_CASES"].items() if len(w.split()) > 1}
    write("idioms.tsv", "Idioms whose valence is not that of their words.", licence,
          ["term", "idiom"], [(escape(w), v) for w, v in idioms.items()])

    faces = {e: d for e, d in pairs(emoji).items() if len(e) == 1}
    write("emoji.tsv", "Emoji and what they show, in words.", licence, ["term", "words"], list(faces.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
