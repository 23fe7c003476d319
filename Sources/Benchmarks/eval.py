#!/usr/bin/env python3
"""Scores Copydesk against gold data and prints every figure beside its goal.

  eval.py --data DATA [--binary copydesk] [--keep FOLDER] [ROW ...]

DATA holds `data/*.jsonl.gz` (gold data) and `eval/score.py` (the scorer). Each row of SETS names a task of the scorer, a
gold file, what Copydesk is asked, and the least that each of the scorer's figures should reach; add a row to measure more.
A ROW on the command line is a part of a gold file's name. `--keep` keeps what was predicted, to look into errors.
"""
import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import analyses
import reading


@dataclass
class Set:
    """One gold file, and what is asked of it."""

    task: str
    gold: str
    #: Arguments of Copydesk before the input.
    command: list
    #: The least that a figure should be, by the scorer's name for it; None where it is only shown.
    goals: dict = field(default_factory=dict)
    #: What the scorer's fractions are counted in, to show "50 of 52".
    counted: dict = field(default_factory=dict)
    #: Compares gold rows with what was read, instead of the data's scorer, and writes the inputs where it would not.
    score: object = None
    prepare: object = None
    #: Trains on the gold file with these arguments; the figures are those that it prints of cross-validation.
    train: list = None


def layers(*names):
    return ["read", "--format", "jsonl", "--layers", ",".join(names)]


def plugin(name):
    return ["run", "--format", "jsonl", "-p", name]


SETS = [
    Set("sentences", "sentences-golden-rules-en", layers("sentences"), {"exact": 50 / 52, "f1": None}, {"exact": "texts"}),
    Set("sentences", "sentences-gum-news", layers("sentences"), {"f1": 0.985}),
    Set("sentences", "sentences-pud-en", layers("sentences"), {"f1": 0.998}),
    Set("sentences", "sentences-pud-de", layers("sentences"), {"f1": 0.995}),
    Set("sentences", "sentences-ewt", layers("sentences"), {"f1": 0.930}),
    Set("quotes", "quotes-polnear", layers("quotes"), {
        "direct_recall": 0.90, "direct_speaker": 0.90, "mixed_recall": 0.75, "mixed_speaker": 0.85,
        "indirect_recall": 0.50, "indirect_speaker": 0.80, "precision": 0.85}),
    Set("quotes", "quotes-german", layers("quotes"), {"direct_recall": 0.85, "direct_speaker": 0.80}),
    Set("entities", "entities-pud-en", layers("entities"), {"f1": 0.75, "span_f1": 0.85}),
    Set("entities", "entities-wikigold", layers("entities"), {"f1": 0.70, "span_f1": None}),
    Set("sentiment", "sentiment-nyt", plugin("sentiment"), {"pearson": 0.58}),
    Set("sentiment", "sentiment-headlines", plugin("sentiment"), {"pearson": 0.66}),
    Set("sentiment", "sentiment-targets", plugin("targets"), {"macro-F1": 0.60, "found": None}, score=analyses.targets),
    Set("sentences", "sentences-gum-news", plugin("summary"), {
        "ROUGE-1": None, "ROUGE-1 above lead-3": 0, "ROUGE-2": None, "ROUGE-2 above lead-3": 0}, score=analyses.summaries),
    Set("topics", "topics-bbc", plugin("topics"), {"accuracy": 0.90, "answered": None}),
    Set("topics", "topics-agnews", plugin("topics"), {"accuracy": 0.75, "answered": None}),
    Set("train", "topics-bbc", [], {"accuracy": 0.975}, train=[]),
    Set("train", "topics-reuters", [], {"micro-F1 of the ten most frequent labels": 0.94, "micro-F1": None},
        train=["--label", "topics", "--least", "20"]),
    Set("train", "topics-reuters", [], {"micro-F1 of the ten most frequent labels": 0.94, "micro-F1": None},
        train=["--label", "topics", "--least", "20", "--labelled-only"]),
    Set("extraction", "extraction-scrapinghub", ["read", "--format", "jsonl"], {"f1": 0.975}),
    Set("extraction", "extraction-readability", ["read", "--format", "jsonl"], {"f1": 0.93}),
    Set("extraction", "extraction-readability", ["read", "--format", "jsonl"], {
        "title": 0.95, "authors": 0.85, "date": 0.90}, score=reading.pages),
    Set("feeds", "feeds-feedparser", ["read", "--format", "jsonl"], {"values": 0.97}, {"values": "rows"},
        score=reading.feeds, prepare=reading.prepare_feeds),
    Set("formats", "formats-iptc", ["read", "--format", "jsonl"], {
        "read": 1, "headlines": 1, "bodies": 1, "subjects": 1, "checked": 1}, {"read": "items", "checked": "ten"},
        score=reading.agency, prepare=reading.prepare_agency),
]


class Evaluation:
    def __init__(self, options):
        self.binary = str(Path(options.binary).resolve())
        self.scorer = Path(options.data) / "eval" / "score.py"
        self.data = Path(options.data) / "data"
        self.folder = Path(options.keep or tempfile.mkdtemp(prefix="copydesk-eval-"))

    def figures(self, row):
        """What the scorer says of Copydesk's answer, by name; None where Copydesk failed."""
        gold = self.data / f"{row.gold}.jsonl.gz"
        if row.train is not None:
            return self.trained(gold, row.train)
        inputs = self.folder / row.gold
        predicted = self.folder / f"{row.gold}.predicted.jsonl"
        if row.prepare:
            row.prepare(list(rows(gzip.open(gold))), inputs)
        else:
            self.score("prepare", row.task, gold, inputs)
        articles = inputs / "articles.jsonl"
        command = [self.binary, *row.command, "--no-config", "--quiet", articles if articles.exists() else inputs]
        with open(predicted, "wb") as output:
            status = subprocess.run(list(map(str, command)), stdout=output).returncode
        if status not in (0, 3):  # 3: some articles failed, and count as missing
            print(f"eval.py: {' '.join(map(str, command))}: status {status}", file=sys.stderr)
            return None
        if row.score:
            with open(predicted, "rb") as output:
                read = [line for line in rows(output) if "text" in line or "plugins" in line]
                return row.score(list(rows(gzip.open(gold))), read)
        words = self.score(row.task, gold, predicted).split()[2:]
        return {name: float(value) for name, value in zip(words[::2], words[1::2])}

    def trained(self, gold, arguments):
        """What `train` says of its cross-validation."""
        command = [self.binary, "train", "topics", gold, *arguments, "-o", self.folder / "trained", "--no-config", "--quiet"]
        done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE)
        words = done.stdout.decode().split("articles: ")[-1].split(".\n")[0]
        pairs = (figure.rsplit(" ", 1) for figure in words.replace("; ", ", ").split(", "))
        return {name: float(value) for name, value in pairs} if done.returncode == 0 else None

    def score(self, *arguments):
        done = subprocess.run(
            [sys.executable, self.scorer, *map(str, arguments)], stdout=subprocess.PIPE, check=True)
        return done.stdout.decode()


def rows(lines):
    return (json.loads(line) for line in lines)


def shown(row, figures, name):
    """A figure, and where it counts things, of how many."""
    unit = row.counted.get(name)
    return f"{figures[name] * figures[unit]:.0f} of {figures[unit]:.0f}" if unit else f"{figures[name]:.3f}"


def lines(row, figures):
    """The table's lines for a set, each with whether it misses its goal. The scorer rounds to three digits; so do goals."""
    for name, goal in row.goals.items():
        value = figures.get(name) if figures else None
        reached = value is not None and (goal is None or value >= round(goal, 3))
        verdict = "–" if goal is None and reached else "reached" if reached else "MISSED"
        least = "" if goal is None else f"≥ {goal * figures[row.counted[name]]:.0f}" if figures and name in row.counted \
            else f"≥ {goal:.3f}"
        measured = shown(row, figures, name) if value is not None else "failed"
        yield f"| {row.gold} | {name} | {measured} | {least} | {verdict} |", not reached


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True)
    parser.add_argument("--binary", default=".build/release/copydesk")
    parser.add_argument("--keep", metavar="FOLDER", help="keep inputs and predictions there")
    parser.add_argument("rows", nargs="*", metavar="ROW", help="part of a gold file's name; none: all")
    options = parser.parse_args()
    chosen = [row for row in SETS if not options.rows or any(part in row.gold for part in options.rows)]
    if not chosen:
        parser.error(f"{' '.join(options.rows)}: no such rows; known: {', '.join(row.gold for row in SETS)}")
    evaluation = Evaluation(options)
    missed = 0
    print("| gold data | figure | measured | goal | |\n|---|---|---|---|---|", flush=True)
    for row in chosen:
        if not (evaluation.data / f"{row.gold}.jsonl.gz").exists():
            print(f"| {row.gold} | | no such file | | |", flush=True)
            continue
        figures = evaluation.figures(row)
        for line, miss in lines(row, figures):
            missed += miss
            print(line, flush=True)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
