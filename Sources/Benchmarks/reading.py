"""Scores of what is read that the data's own scorer does not give; `eval.py` uses them.

Each task is a function `prepare(gold, folder)`, which writes inputs, and one that compares gold rows with the lines that
`copydesk read` printed and gives its figures by name.
"""
import base64
import email.utils
import html
import json
import os
import re
import unicodedata
from xml.etree import ElementTree


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


# MARK: Entries of feeds

#: The paths of feedparser's results that an article has, and where it has them. Paths of the feed itself, of types, languages
#: and links other than the entry's own, and of extensions (podcasts, places, chapters, licences) are not modelled.
ENTRY = {
    "title": ["title"], "title_detail.value": ["title"], "link": ["url"], "links.0.href": ["url"],
    "summary": ["text", "summary"], "description": ["text", "summary"], "content.0.value": ["text"],
    "author": ["byline"], "author_detail.name": ["byline"], "published": ["published"],
    "updated": ["modified", "published"], "created": ["published"], "id": ["id"], "guid": ["id"], "rights": ["rights"],
}
PATH = re.compile(r"entries\.(\d+)\.(.+)")


def modelled(row):
    """The entry and path of a row that an article can answer: not with the address of the server that feedparser's tests run."""
    if "127.0.0.1" in str(row.get("value")):
        return None
    match = PATH.fullmatch(row.get("path") or "")
    return match if match and match[2] in ENTRY else None


def prepare_feeds(gold, folder):
    os.makedirs(folder, exist_ok=True)
    for number, row in enumerate(gold):
        if modelled(row):
            with open(os.path.join(folder, f"{number:04}.xml"), "wb") as file:
                file.write(base64.b64decode(row["b64"]))


def words(text):
    return " ".join(text.split())


def plain(markup):
    """The words of a value that may be HTML, or the Python literal of one."""
    if re.search(r"\\[xu][0-9a-f]{2}", markup):
        markup = markup.encode("latin-1", "backslashreplace").decode("unicode_escape")
    return words(html.unescape(re.sub(r"<[^>]*>", " ", markup)))


def day(text):
    try:
        return email.utils.parsedate_to_datetime(text).isoformat()[:19]
    except (TypeError, ValueError):
        return text[:19]


def same(found, value):
    found = str(found or "")
    return words(found) in (plain(value), words(value)) or words(found).replace(" ", "") == plain(value).replace(" ", "") \
        or bool(found) and day(found) == day(value)


def feeds(gold, predicted):
    """The share of the rows with a modelled path whose value is an article's, too."""
    found = {}
    for row in predicted:
        name, _, entry = os.path.basename(row["source"]).partition(":")
        row["byline"] = ", ".join(row.get("authors", []))
        row |= {name: row.get("metadata", {}).get(name) for name in ("summary", "rights")}
        found[int(name[:4]), int(entry or 1) - 1] = row
    right = []
    for number, row in enumerate(gold):
        if match := modelled(row):
            article = found.get((number, int(match[1])), {})
            right.append(any(same(article.get(name), str(row["value"])) for name in ENTRY[match[2]]))
    return {"values": share(right), "rows": len(right)}


# MARK: Agency formats

def prepare_agency(gold, folder):
    os.makedirs(folder, exist_ok=True)
    for number, row in enumerate(gold):
        extension = "json" if row["text"].lstrip().startswith("{") else "xml"
        with open(os.path.join(folder, f"{number:04}.{extension}"), "w", encoding="utf8") as file:
            file.write(row["text"])


class Item:
    """What another parser finds in an item: the first headline, the codes of its subjects, the words of its body."""

    def __init__(self, text):
        self.headline, self.codes, self.body, self.is_item = "", [], "", False
        if text.lstrip().startswith("{"):
            self.read_ninjs(json.loads(text))
        else:
            self.read_xml(text)

    def read_ninjs(self, item):
        self.is_item = "uri" in item
        headlines = item.get("headlines") or [{}]
        self.headline = item.get("headline") or headlines[0].get("value", "")
        self.body = item.get("body_text", "")
        for subject in item.get("subjects", []) + item.get("subject", []):
            self.codes += [subject[name] for name in ("uri", "code", "literal") if name in subject][:1]

    def read_xml(self, text):
        try:
            root = ElementTree.fromstring(text.strip().encode())
        except ElementTree.ParseError:
            return
        for element in root.iter():
            element.tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        self.is_item = root.tag in ("newsItem", "packageItem", "nitf", "newsMessage")
        meta = root.find("contentMeta")
        if meta is not None:
            self.headline = "".join(next((h.itertext() for h in meta.findall("headline")), ""))
            self.codes = [s.get("qcode") or s.get("uri") for s in meta.findall("subject") if s.get("qcode") or s.get("uri")]
        body = next(root.iter("body.content"), None)
        self.body = " ".join(" ".join(p.itertext()) for p in body.iter("p")) if body is not None else ""


#: Ten items that were read by a person, by a part of the gold file's name for each: its headline, when it was published, the
#: first of its subjects' codes and how many there are, and words with which its text begins.
CHECKED = {
    "LISTING_22_": ("Preview: Arizona Diamondbacks (29-23)", "2016-10-19T11:15:00-05:00", "medtop:20000822", 9,
                    "(Sports Network) - A pair of teams"),
    "LISTING_3_": ("Variety Of Recessionary Forces Leave Las Vegas Economy Scarred", "2010-10-20T20:58:00Z",
                   "gyimeid:104530187", 4, "A general view of part of downtown"),
    "digitalSourceType_on_contentMeta.xml": ('Fed to halt QE to avert "bubble"', "2016-11-21T15:21:06-05:00",
                                             "medtop:04000000", 3, "(New York, NY - October 21) Et, sent"),
    "1.4/ninjsExComplex1": ("Captain of wrecked cruise ship on trial in Italy", "2013-07-09T10:37:00Z", None, 0,
                            "GROSSETO, Italy (AP) -- The trial"),
    "2.1/ap_image": ("Turkey Islamic State", "2019-11-15T13:39:59Z", "i", 3, "FILE - In this Monday"),
    "2.1/dpa_text": ("Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?", "2019-05-10T16:02:28+02:00", None, 0,
                     "Für Lucien Favre war es"),
    "2.1/ntb_text": ("Google har kjøpt giganttomt i Skien", "2019-08-09T09:30:04Z", "Innenriks", 4, "IT-giganten Google"),
    "20231004-UEFA": ("Champions League 2023/2024 - Group E - Atlético de Madrid-Feyenoord", None, None, 0,
                      "Feyenoord met Atlético de Madrid"),
    "3.0/tt_text_image": ("Militärövning i jätteformat hålls 2023", "2021-05-26T13:40:18+02:00",
                          "http://tt.se/spec/subref/1.0/16000000", 1, "Militärövning i jätteformat hålls 2023"),
    "NewsML/businesswire": ("Dell Redefines Workstation Computing Boundaries with Smallest Tower",
                            "2013-05-16T04:01:00Z", None, 0, "Dell today announced"),
}


def is_as_checked(article, checked):
    """Whether an article is what a person found in the item."""
    headline, published, code, count, start = checked
    codes = [topic["code"] for topic in article.get("metadata", {}).get("topics", [])]
    return (
        article.get("title", "").startswith(headline)
        and article.get("published") == published
        and len(codes) == count
        and (codes or [None])[0] == code
        and article.get("text", "").startswith(start)
    )


def agency(gold, predicted):
    """Of the items that hold news: how many are read, and whose headline, body and subjects are those that another parser finds;
    of ten, how many are what a person found in them."""
    found = named(predicted)
    checked = {
        part: found.get(f"{number:04}", {}) for number, row in enumerate(gold) for part in CHECKED if part in row["id"]}
    items = [(Item(row["text"]), found.get(f"{number:04}", {})) for number, row in enumerate(gold)]
    items = [(item, article) for item, article in items if item.is_item]

    def codes(article):
        return [topic["code"] for topic in article.get("metadata", {}).get("topics", [])]

    return {
        "read": share(["text" in article for _, article in items]),
        "headlines": share([words(i.headline) == a.get("title", "") for i, a in items if i.headline.strip()]),
        "bodies": share([letters(i.body) in letters(a.get("text")) for i, a in items if i.body.strip()]),
        "subjects": share([i.codes == codes(a) for i, a in items if i.codes]),
        "checked": share([is_as_checked(checked[part], CHECKED[part]) for part in CHECKED]),
        "items": len(items),
        "ten": len(CHECKED),
    }
