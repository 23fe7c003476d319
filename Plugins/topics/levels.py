#!/usr/bin/env python3
"""Makes levels.tsv, the terms of topics below the second level, from IPTC's Media Topics: levels.py MEDIATOPICS.jsonl.gz

MEDIATOPICS has a topic a line: `id` (medtop:…), `label`, `path` (its ids from the top level down) and `retired`. A topic's terms are
the words of its own label, in singular and plural; both of them where the label joins two. Labels that mean too much are left out.
"""
import gzip
import json
import re
import sys
from pathlib import Path

#: Words of labels that stand for much else in the news.
VAGUE = set("bridge skeleton pool form trial test draw record training fashion love death life history drawing language theft strike "
            "value award fine final course club property security service policy change season exercise member vote voting "
            "analysis research science technology statistics business industry art trade development report people".split())


def terms(label):
    """Words and phrases that a label stands for."""
    label = re.sub(r"\s*\(.*?\)", "", label.lower().replace("-", " ")).strip()
    parts = re.split(r",\s*|\s+and\s+", label)
    joined = [label] if len(parts) > 1 and not all(len(part.split()) == 1 for part in parts) else parts
    for term in joined:
        if term in VAGUE or len(term) < 4 or not re.fullmatch(r"[a-z ']+", term):
            continue
        yield term
        if term.endswith("y") and term[-2] not in "aeiou":
            yield term[:-1] + "ies"
        elif term.endswith("s"):
            if not term.endswith(("ss", "us", "is", "ics")):
                yield term[:-1]
        elif not term.endswith(("ing", "ism", "ness")):
            yield term + ("es" if term.endswith(("ch", "sh", "x", "ss")) else "s")


def main(path):
    with gzip.open(path) as file:
        topics = {row["id"]: row for row in map(json.loads, file)}
    rows = {}
    for row in topics.values():
        if len(row["path"]) < 3 or row["retired"]:
            continue
        above = [code.split(":")[1] for code in row["path"]]
        for term in terms(row["label"]):
            # Of topics with one term the higher has it.
            if term not in rows or len(above) < len(rows[term]):
                rows[term] = above
    labels = {code.split(":")[1]: row["label"] for code, row in topics.items()}
    used = {code for above in rows.values() for code in above[2:]}
    here = Path(__file__).parent
    head = ("# {}\n# Source: IPTC NewsCodes, https://cv.iptc.org/newscodes/mediatopic/, by the International Press\n"
            "# Telecommunications Council; licence CC BY 4.0. Changed: made from the labels by levels.py.\n")
    with open(here / "levels.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write(head.format("Terms of topics below the second level, with the codes from the top level down.") + "term\tpath\tlabels\n")
        for term, above in sorted(rows.items()):
            names = "|".join(labels[code] for code in above[2:])
            file.write(f"{term}\t{' '.join(above)}\t{names}\n")
    print(len(rows), "terms of", len(used), "topics")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
