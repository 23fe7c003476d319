"""The prose of the Wikipedia articles that gensim's tests carry."""
import bz2, html, importlib.util, os, re

SAMPLE = "test/test_data/enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"


def prose(text):
    """What is left of wikitext without templates, tables, references and marks: paragraphs of some length."""
    text = html.unescape(text)
    text = re.sub(r"<!--.*?-->|<ref[^>/]*/>|<ref.*?</ref>|<(math|gallery|table|timeline)\b.*?</\1>", "", text, flags=re.S)
    for opening, closing in ((r"\{\{", r"\}\}"), (r"\{\|", r"\|\}")):
        while True:
            text, count = re.subn(opening + r"(?:(?!\{\{|\{\||\}\}|\|\}).)*" + closing, "", text, flags=re.S)
            if not count:
                break
    while True:
        text, count = re.subn(r"\[\[(?:File|Image|Category)[^\[\]]*(?:\[\[[^\[\]]*\]\][^\[\]]*)*\]\]", "", text)
        if not count:
            break
    text = re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]", r"\1", text)
    text = re.sub(r"\[https?://\S+ ?([^\]]*)\]", r"\1", text)
    text = re.sub(r"'{2,}|</?[a-z][^>]*>|\(\s*[;,]?\s*\)", "", text)
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if len(line) > 120 and line[0].isalpha() and line[-1] in ".\"'”)" and "|" not in line and "{" not in line]


def articles():
    folder = os.path.dirname(importlib.util.find_spec("gensim").origin)
    with bz2.open(os.path.join(folder, SAMPLE), "rt", encoding="utf8") as f:
        dump = f.read()
    for page in re.findall(r"<page>(.*?)</page>", dump, flags=re.S):
        title = html.unescape(re.search("<title>(.*?)</title>", page)[1])
        text = re.search(r"<text[^>]*>(.*?)</text>", page, flags=re.S)
        lines = prose(text[1]) if text else []
        if lines and ":" not in title:
            yield title, lines
