"""Scores of what is read that the data's own scorer does not give; `eval.py` uses them.

Each task is a function `prepare(gold, folder)`, which writes inputs, and one that compares gold rows with the lines that
`copydesk read` printed and gives its figures by name.
"""
import os
import re
import unicodedata


def named(rows):
    """Lines of output by the name of their input, without its folder and extension."""
    return {os.path.basename(row["source"]).rsplit(".", 1)[0]: row for row in rows}


def share(right):
    return sum(right) / len(right) if right else 1.0


# MARK: Titles, authors and dates of pages

SEPARATOR = re.compile(r"\s+[|–—»·/-]\s+|\s+::\s+")


def letters(text):
    return re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text or "").lower()).strip()


def titles(gold):
    """A page's title, and what is left of it without the site's name at either end."""
    parts = [match.span() for match in SEPARATOR.finditer(gold)]
    yield letters(gold)
    if parts:
        yield letters(gold[: parts[-1][0]])
        yield letters(gold[parts[0][1] :])


def is_byline(gold):
    """Whether what the gold data give as a byline can name a person: two words or more, and no date among them."""
    return len(letters(gold).split()) >= 2 and not re.search(r"\d{4}", gold)


def names(gold, authors):
    """Whether each author is named in a printed byline."""
    return bool(authors) and all(letters(author) in letters(gold) for author in authors)


def pages(gold, predicted):
    found = named(predicted)
    pairs = [(row, found.get(row["id"], {})) for row in gold]
    return {
        "title": share([letters(p.get("title")) in titles(g["title"]) for g, p in pairs if g["title"]]),
        "authors": share([names(g["byline"], p.get("authors")) for g, p in pairs if is_byline(g["byline"])]),
        "date": share(
            [(p.get("published") or "")[:10] == g["publishedTime"][:10] for g, p in pairs if g.get("publishedTime")]),
    }
