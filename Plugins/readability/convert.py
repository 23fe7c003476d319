#!/usr/bin/env python3
"""Makes the list of familiar words of this plugin from the Python package textstat (MIT licence).

  convert.py            fetches the version named below from PyPI and writes the list beside this file
  convert.py WHEEL      takes the package from a file that is there already

The package's list of easy words for English is Dale and Chall's, in small letters. Forms that their rules take for familiar, too, are
added: possessives, regular plurals, what -s, -ed, -ing and -n make of verbs, comparatives and superlatives of adjectives, and adverbs
by -ly alone. A list tells no parts of speech: each word gets the forms of a noun and of a verb, of which most are no words and do no
harm. What -er makes of a verb and -y of a noun stays unfamiliar, as in their rules. Words with a hyphen are left out: their parts count.
"""
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "Sources" / "Training"))
import packages

VERSION = "0.7.13"


# Those words of the list that have a comparative.
ADJECTIVES = """bad big blind bold brave bright broad brown busy calm cheap clean clear clever close cloudy cold cool cross cruel curly
damp dark dear deep dirty dry dull early easy fair fast fat fine firm flat foggy fresh full funny gay gentle glad grand grassy gray great
green happy hard hardy healthy heavy high hot hungry icy keen kind large late lazy light lively lonely long loose loud lovely low lucky mad
mean merry mighty mild muddy narrow near neat new nice noble noisy odd old pale plain pleasant polite poor pretty proud quick quiet rainy
rare raw ready red rich ripe rosy rough round rude rusty sad safe sandy sharp short shy sick silly simple sleepy slim slow small smart
smooth snowy soft sore sour steep stiff stormy straight strange strict strong sunny sure sweet swift tall tame tasty tender thick thin
thirsty tight tiny tough true ugly warm weak wealthy weary wet white wide wild windy wise young""".split()


def stems(word):
    """What -ed, -ing, -er and -est stand behind, each as far as they need another spelling."""
    stems = [word]
    # A consonant behind one short vowel is doubled, mostly: stopped, travelled beside traveled.
    if re.search(r"(?:^|[^aeiou])[aeiou][bdfgklmnprstz]$", word):
        stems.append(word + word[-1])
    return stems


def forms(word):
    """A word with the forms that are as familiar."""
    if "-" in word:
        return set()
    word = word.rstrip(".")
    if "'" in word or len(word) < 2:
        return {word}
    is_y = re.search(r"[^aeiou]y$", word)
    with_s = word[:-1] + "ies" if is_y else word + "es" if re.search(r"(?:s|x|z|ch|sh)$", word) else word + "s"
    found = {word, word + "'s", with_s, word + "ly"}
    if word.endswith("o"):
        found.add(word + "es")
    endings = ["ed", "er", "est"] if word in ADJECTIVES else ["ed"]
    for ending in endings:
        if word.endswith("e"):
            found.add(word + ending[1:])
        elif is_y:
            found.add(word[:-1] + "i" + ending)
        else:
            found.update(stem + ending for stem in stems(word))
    if word.endswith("ie"):
        found.add(word[:-2] + "ying")
    elif word.endswith("e") and not re.search(r"[eoy]e$", word):
        found.add(word[:-1] + "ing")
    else:
        found.update(stem + "ing" for stem in stems(word))
    if re.search(r"[ew]$", word):
        found.add(word + "n")
    return found


def main(arguments):
    words, licence = packages.texts("textstat", VERSION, ["resources/en/easy_words.txt", "LICENSE"], *arguments)
    head = ["Words that four of five pupils of the fourth grade know (Dale and Chall, 1948), and forms of them.", "",
            f"From textstat {VERSION} (resources/en/easy_words.txt) by convert.py, which adds the forms.", ""]
    known = sorted({form for word in words.split("\n") if word.strip() for form in forms(word.strip().lower())})
    packages.write(HERE / "familiar.tsv", head, licence, ["term"], [[word] for word in known])


if __name__ == "__main__":
    main(sys.argv[1:])
