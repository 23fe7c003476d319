"""Scores what plugins say of articles against gold data, where the data's own scorer does not."""
import collections
import re

TONES = ["negative", "neutral", "positive"]


def bytes_of(text, start, end):
    return len(text[:start].encode()), len(text[:end].encode())


def targets(gold, found):
    """Macro-F1 of the tone towards mentions; one that was not found counts as missed. And how many were found."""
    marks = {row["id"]: row["plugins"]["targets"].get("annotations", {}).get("mention", []) for row in found}
    pairs = collections.Counter()
    for row in gold:
        for target in row["targets"]:
            first, last = bytes_of(row["text"], target["start"], target["end"])
            tone = next((mark["tone"] for mark in marks.get(row["id"], [])
                         if mark["range"][0] < last and mark["range"][1] > first and "in" not in mark), None)
            pairs[target["label"], tone] += 1

    def f1(tone):
        told = sum(pairs[other, tone] for other in TONES)
        real = sum(pairs[tone, other] for other in [*TONES, None])
        return 2 * pairs[tone, tone] / max(1, told + real)

    missed = sum(pairs[tone, None] for tone in TONES)
    return {"macro-F1": sum(map(f1, TONES)) / 3, "found": 1 - missed / pairs.total()}


def overlap(candidate, reference, size):
    """ROUGE-N as F1: of the n-grams of two texts, how many they share."""
    def grams(text):
        words = re.findall(r"\w+", text.lower())
        return collections.Counter(zip(*(words[i:] for i in range(size))))

    ours, theirs = grams(candidate), grams(reference)
    shared = (ours & theirs).total()
    return 2 * shared / max(1, ours.total() + theirs.total())


def summaries(gold, found):
    """ROUGE-1 and ROUGE-2 with written summaries, and how far above those of the first three sentences."""
    told = {row["id"]: row["plugins"]["summary"]["fields"].get("summary", "") for row in found}
    figures = {}
    for size in (1, 2):
        ours = [overlap(told.get(row["id"], ""), row["summary"], size) for row in gold]
        lead = [overlap(" ".join(row["text"][a:b] for a, b in row["sentences"][:3]), row["summary"], size) for row in gold]
        figures[f"ROUGE-{size}"] = sum(ours) / len(gold)
        figures[f"ROUGE-{size} above lead-3"] = (sum(ours) - sum(lead)) / len(gold)
    return figures
