#!/usr/bin/env python3
"""Races Copydesk against what people would pick instead, in turn, on the same files, and prints the ratios.

  compare.py --data DATA [--binary copydesk] [--benchmarks Benchmarks] [--rounds 5] [ROW ...]

DATA holds `data/` (gold data), `bench/peers.py` and `bench/lexicon.lua`. Needs Python with PyICU, vaderSentiment,
trafilatura, resiliparse, fastwarc and warcio, lua5.4 and pandoc; `make bench` installs them. Each figure is the median of
the rounds, in which Copydesk and its peer take turns. Copydesk's figures are of whole processes, its start included, but where a row says "in process".
"""
import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from copies import CopiesRow
from reports import Reports
from runs import Runs

#: The method that has a peer; the plugin's default has none.
VADER = ["-p", "sentiment", "-O", "sentiment.method=vader"]

#: All that annotating finds, but for what markup alone tells.
LAYERS = "paragraphs,sentences,tokens,quoted,quotes,entities,amounts,dates"


def timed(command, output=subprocess.DEVNULL, **variables):
    """Runs a command to its end; returns the seconds it took. Its output is thrown away, for reading it takes time, too."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=output, stderr=subprocess.PIPE, env=os.environ | variables)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"compare.py: {' '.join(map(str, command))}: status {done.returncode}\n{done.stderr.decode()[-2000:]}")
    return seconds


def figure(command):
    """The JSON line that a benchmark or peer prints of its own work."""
    with tempfile.TemporaryFile() as output:
        timed(command, output)
        output.seek(0)
        return json.loads(output.read().decode().splitlines()[-1])


def record(number, page):
    """An answer as archives hold it, of a type that no reader of articles parses."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/x-page\r\n\r\n" + page
    header = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
              f"WARC-Date: 2026-03-09T08:00:00Z\r\nContent-Length: {len(answer)}\r\n\r\n")
    return header.encode() + answer + b"\r\n\r\n"


class Race(Runs, Reports, CopiesRow):
    """What takes part: our two programs, the peers, the corpus."""

    def __init__(self, options):
        self.rounds = options.rounds
        self.binary = str(Path(options.binary).resolve())
        self.benchmarks = str(Path(options.benchmarks).resolve())
        self.peers = Path(options.data) / "bench" / "peers.py"
        self.lua = Path(options.data) / "bench" / "lexicon.lua"
        self.corpus = Path(options.corpus)
        if not (self.corpus / "news.list").exists():
            timed([sys.executable, self.peers, "corpus", self.corpus])
        self.news = self.corpus / "news"
        self.bytes = sum(f.stat().st_size for f in self.news.iterdir())
        self.bundled = Path(__file__).resolve().parents[2] / "Plugins"

    def in_turn(self, *contestants):
        """The median of what each contestant returns, over rounds in which they take turns."""
        seen = [[] for _ in contestants]
        for _ in range(self.rounds):
            for figures, contestant in zip(seen, contestants):
                figures.append(contestant())
        return [statistics.median(figures) for figures in seen]

    def run(self, *arguments):
        """Seconds of a whole run of Copydesk without a cache, its output thrown away."""
        return self.cached_run("--no-cache", *arguments)

    def cached_run(self, *arguments, **variables):
        """The same with the cache that a variable names."""
        return timed(
            [self.binary, "run", "--no-config", "--quiet", "--format", "jsonl", *map(str, arguments)], **variables)

    def peer(self, *arguments):
        """The peer's own seconds of work, its start left out."""
        return figure([sys.executable, self.peers, *arguments, self.corpus])["seconds"]

    # MARK: Rows

    def start(self):
        """run -p sentiment on one short article, whole process"""
        with tempfile.TemporaryDirectory() as folder:
            article, filter = Path(folder) / "a.txt", Path(folder) / "filter.lua"
            article.write_text("Rain ends long drought\n\nFarmers welcomed the rain. It was good news, they said.\n")
            filter.write_text("function Str(s) return s end\n")
            ours, pandoc, python = self.in_turn(
                lambda: self.run("-p", "sentiment", article),
                lambda: timed(["pandoc", "-f", "markdown", "-t", "plain", "-L", filter, article]),
                lambda: timed([sys.executable, "-c", (
                    "from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer as S;"
                    f"print(S().polarity_scores(open({str(article)!r}).read()))")]))
        return f"{ours * 1e3:.1f} ms (pandoc {pandoc * 1e3:.1f}, VADER {python * 1e3:.1f})", "≤ 30 ms", ours <= 0.030

    def test(self):
        """test of a plugin with ten specs, whole process"""
        with tempfile.TemporaryDirectory() as folder:
            plugin = Path(folder) / "words"
            timed([self.binary, "new", "--quiet", "--template", "lexicon", plugin])
            spec = '[[spec]]\nname = "rates {}"\ntext = "Rates [word:may] fall by {} points."\nfields.words = 1\n'
            (plugin / "tests" / "words.lua").unlink()
            (plugin / "tests" / "words.toml").write_text("\n".join(spec.format(n, n) for n in range(10)))
            [ours] = self.in_turn(lambda: timed([self.binary, "test", "--no-config", plugin]))
        return f"{ours * 1e3:.1f} ms", "≤ 60 ms", ours <= 0.060

    def vader(self):
        """sentiment by its method vader over the news files, one job, against VADER by sentence"""
        ours, peer = self.in_turn(
            lambda: self.run("-j", 1, *VADER, self.news), lambda: self.peer("sentiment", "vader"))
        return f"{peer / ours:.2f} × ({self.bytes / ours / 1e6:.1f} MB/s)", "≥ 5 ×", peer >= 5 * ours

    def analyses(self):
        """plugins over the news files, one job each, MB/s"""
        names = ["sentiment", "topics", "sources", "style", "readability", "summary", "targets", "keywords", "entities", "figures", "gdelt", "stories", "timeline"]
        seconds = self.in_turn(*(lambda name=name: self.run("-j", 1, "-p", name, self.news) for name in names))
        rates = [self.bytes / one / 1e6 for one in seconds]
        shown = ", ".join(f"{name} {rate:.0f}" for name, rate in zip(names, rates))
        return shown, "≥ 10 each", min(rates) >= 10

    def jobs(self):
        """two jobs against one, over the news files five times, so that the start counts for little"""
        job, files = ["-j", 1, *VADER], [self.news] * 5
        one, two, apart = self.in_turn(
            lambda: self.run(*job, *files), lambda: self.run("-j", 2, *VADER, *files), lambda: self.apart(*job, *files))
        return (f"{one / two:.2f} × (two programs that know nothing of each other: {2 * one / apart:.2f} ×)", "≥ 1.85 ×",
                one >= 1.85 * two)

    def apart(self, *arguments):
        """Seconds of two such runs at once, which share nothing but the machine."""
        with ThreadPoolExecutor() as pool:
            return max(pool.map(lambda _: self.run(*arguments), range(2)))

    def again(self):
        """a second run of sentiment, topics and sources, all known, two jobs, against the first"""
        plugins = ["-j", 2, "-p", "sentiment,topics,sources", self.news]
        with tempfile.TemporaryDirectory() as cache:
            self.cached_run(*plugins, XDG_CACHE_HOME=cache)
            first, second = self.in_turn(
                lambda: self.run(*plugins), lambda: self.cached_run(*plugins, XDG_CACHE_HOME=cache))
        return f"{first / second:.1f} ×", "≥ 10 ×", first >= 10 * second

    def kept(self):
        """the same run kept in a folder, its journal on, and gone on with when it is done, against one that is not kept"""
        plugins = ["-j", 2, "-p", "sentiment,topics,sources", self.news]
        with tempfile.TemporaryDirectory() as folder:
            names = iter(range(1000))
            plain, kept, resumed = self.in_turn(
                lambda: self.run(*plugins),
                lambda: self.run("--run", f"{folder}/{next(names)}", *plugins),
                lambda: self.run("--run", f"{folder}/0", "--resume", *plugins))
        return (f"{100 * (kept / plain - 1):.1f} % more; resumed {100 * resumed / plain:.1f} %", "≤ 10 %; ≤ 5 %",
                kept <= 1.1 * plain and resumed <= 0.05 * plain)

    def lexicon(self):
        """sentiment by its method vader over the news files, one job, against a word count in Lua"""
        words = self.corpus / "lexicon.txt"
        import vaderSentiment
        source = Path(vaderSentiment.__file__).parent / "vader_lexicon.txt"
        words.write_bytes(source.read_bytes())
        ours, peer = self.in_turn(
            lambda: self.run("-j", 1, *VADER, self.news),
            lambda: timed(["lua5.4", self.lua, words, self.corpus / "news.list"]))
        return f"{peer / ours:.2f} ×", "≥ 0.5 ×", peer >= 0.5 * ours

    def tokens(self):
        """sentences + tokens, in process, against PyICU"""
        ours, peer = self.in_turn(
            lambda: figure([self.benchmarks, "annotating", "sentences,tokens", self.news])["MB/s"],
            lambda: figure([sys.executable, self.peers, "tokens", "icu", self.corpus])["MB/s"])
        return f"{ours / peer:.2f} × ({ours:.0f} MB/s)", "≥ 1 ×", ours >= peer

    def icu(self):
        """sentences + tokens, in process, against ICU in C++"""
        peer = Path(self.corpus) / "icu"
        source = Path(__file__).with_name("icu.cpp")
        timed(["c++", "-O2", "-std=c++17", source, "-licuuc", "-o", peer])
        ours, theirs = self.in_turn(
            lambda: figure([self.benchmarks, "annotating", "sentences,tokens", self.news])["MB/s"],
            lambda: figure([peer, self.news])["MB/s"])
        return f"{ours / theirs:.2f} × ({ours:.0f} MB/s)", "≥ 1.5 ×", ours >= 1.5 * theirs

    def blank(self):
        """sentences + tokens, in process, against spaCy's blank pipeline with its sentencizer"""
        ours, theirs = self.in_turn(
            lambda: figure([self.benchmarks, "annotating", "sentences,tokens", self.news])["MB/s"],
            lambda: figure([sys.executable, self.peers, "tokens", "spacy", self.corpus])["MB/s"])
        return f"{ours / theirs:.0f} × ({ours:.0f} MB/s)", "≥ 30 ×", ours >= 30 * theirs

    def pipeline(self):
        """all layers of 200 articles, in process, against spaCy's small pipeline with names"""
        folder = self.corpus / "first"
        folder.mkdir(exist_ok=True)
        with open(self.corpus / "news.jsonl", encoding="utf8") as lines:
            for number, line in zip(range(200), lines):  # as many as the peer takes
                (folder / f"{number:03}.txt").write_text(json.loads(line)["text"], encoding="utf8")
        ours, theirs = self.in_turn(
            lambda: figure([self.benchmarks, "annotating", LAYERS, folder])["MB/s"],
            lambda: figure([sys.executable, self.peers, "pipeline", "spacy", self.corpus])["MB/s"])
        return f"{ours / theirs:.0f} × ({ours:.1f} MB/s)", "≥ 100 ×", ours >= 100 * theirs

    def adversarial(self):
        """time of four times as much of a text made to trouble scanners; all layers that annotating finds by rules"""
        worst = figure([self.benchmarks, "adversarial", "paragraphs,sentences,tokens,quoted,amounts,dates"])
        return f"{worst['growth']:.1f} × ({worst['unit']!r})", "≤ 8 ×", worst["growth"] <= 8

    def pages(self):
        """read over news pages, one job, against trafilatura (fast); beside resiliparse, and lxml parsing alone"""
        pages = self.corpus / "html"
        size = sum(f.stat().st_size for f in pages.iterdir())
        ours, *peers = self.in_turn(
            lambda: timed([self.binary, "read", "--no-config", "--quiet", "--format", "jsonl", "-j", "1", pages]),
            *(lambda peer=peer: self.peer("extract", peer) for peer in ("trafilatura_fast", "resiliparse", "lxml")))
        rates = [size / seconds / 1e6 for seconds in (ours, *peers)]
        return (f"{rates[0] / rates[1]:.1f} × ({rates[0]:.0f} MB/s; resiliparse {rates[2]:.0f}, lxml {rates[3]:.0f})", "≥ 3 ×",
                rates[0] >= 3 * rates[1])

    def warc(self):
        """records of a .warc.gz without parsing pages, one job, against fastwarc; beside warcio"""
        archive = self.corpus / "pages.warc.gz"
        pages = sorted((self.corpus / "html").iterdir())
        records = [record(number, page.read_bytes()) for number, page in enumerate(pages)]
        rounds = (400 << 20) // sum(map(len, records)) + 1
        archive.write_bytes(b"".join(map(gzip.compress, records)) * rounds)
        size = sum(map(len, records)) * rounds
        iterate = (
            "import sys, time; from {}.{} import ArchiveIterator; start = time.perf_counter()\n"
            "for record in ArchiveIterator(open(sys.argv[1], 'rb'), {}): record.{}.read()\n"
            "print('{{\"seconds\":', time.perf_counter() - start, '}}')")
        peers = [iterate.format("fastwarc", "warc", "parse_http=False", "reader"),
                 iterate.format("warcio", "archiveiterator", "no_record_parse=True", "raw_stream")]
        seconds = self.in_turn(
            lambda: timed([self.binary, "read", "--no-config", "--quiet", "--format", "jsonl", "-j", "1", archive]),
            *(lambda peer=peer: figure([sys.executable, "-c", peer, archive])["seconds"] for peer in peers))
        rates = [size / s / 1e6 for s in seconds]
        return (f"{rates[0] / rates[1]:.2f} × ({rates[0]:.0f} MB/s; fastwarc {rates[1]:.0f}, warcio {rates[2]:.0f})",
                "≥ 0.6 ×, 2 × warcio", rates[0] >= 0.6 * rates[1] and rates[0] >= 2 * rates[2])

    def memory(self):
        """memory of a run of all plugins over the corpus: parent, largest worker"""
        parent, worker = Peak(
            [self.binary, "run", "--no-config", "--no-cache", "--quiet", "--format", "jsonl", "-j", "2",
             "-p", "all", self.corpus / "news.jsonl"]).of()
        return f"{parent:.0f} MB + {worker:.0f} MB", "≤ 150 MB", parent + worker <= 150

    def plugins(self):
        """what a plugin's calls cost: the slowest getter against one that does nothing; sentences and hits of 1,000 words; the lexicon against Lua"""
        rounds = [figure([self.benchmarks, "scripting"]) for _ in range(self.rounds)]
        cost = {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}
        getters = max(cost[name] for name in cost if "." in name) / cost["floor of getters ns"]
        walk, lexicon = cost["sentences and hits µs"], cost["lexicon ×"]
        return (f"{getters:.2f} × {cost['floor of getters ns']:.0f} ns; {walk:.1f} µs; {lexicon:.1f} ×", "≤ 1.5 ×; ≤ 20 µs; ≥ 5 ×",
                getters <= 1.5 and walk <= 20 and lexicon >= 5)

    def rooms(self):
        """reading; all layers; the sentiment plugin: in process, MB/s"""
        read, annotate, plugin = self.in_turn(
            lambda: figure([self.benchmarks, "reading", self.news])["MB/s"],
            lambda: figure([self.benchmarks, "annotating", LAYERS, self.news])["MB/s"],
            lambda: figure([self.benchmarks, "plugin", self.bundled / "sentiment/plugin.lua", self.news])["MB/s"])
        return f"{read:.0f}; {annotate:.0f}; {plugin:.0f}", "", True


class Peak:
    """The highest resident memory of a command and of each process that it starts, by looking every few milliseconds."""

    def __init__(self, command):
        self.command = list(map(str, command))

    def of(self):
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL)
        parent, workers = 0, {}
        while process.poll() is None:
            parent = max(parent, self.resident(process.pid))
            for child in self.children(process.pid):
                workers[child] = max(workers.get(child, 0), self.resident(child))
            time.sleep(0.005)
        if process.returncode:
            sys.exit(f"compare.py: {' '.join(self.command)}: status {process.returncode}")
        return parent, max(workers.values(), default=0)

    def resident(self, pid):
        try:
            return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
        except (OSError, IndexError):
            return 0

    def children(self, pid):
        try:
            return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        except OSError:
            return []


ROWS = [
    "start", "test", "vader", "analyses", "jobs", "again", "kept", "resume", "whole", "cost", "growth", "lexicon", "tokens", "icu", "blank", "pipeline", "pages", "warc", "adversarial", "memory",
    "plugins", "rooms", "writers", "reports", "copies",
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True)
    parser.add_argument("--binary", default=".build/release/copydesk")
    parser.add_argument("--benchmarks", default=".build/release/Benchmarks")
    parser.add_argument("--corpus", default=".build/benchmark-corpus")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of {', '.join(ROWS)}; none: all")
    options = parser.parse_args()
    for row in options.rows:
        if row not in ROWS:
            parser.error(f"{row}: no such row; one of {', '.join(ROWS)}")
    race = Race(options)
    print("| what | measured | goal | |\n|---|---|---|---|", flush=True)
    for row in options.rows or ROWS:
        measure = getattr(race, row)
        measured, goal, reached = measure()
        print(f"| {measure.__doc__} | {measured} | {goal} | {'reached' if reached else 'MISSED'} |", flush=True)


if __name__ == "__main__":
    main()
