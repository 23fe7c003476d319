"""Rows of `compare.py` about what is written: findings in their formats, and reports, as long as they take to write and to open."""
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from runs import usage

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / ".ci"))
from browser import Browser

PLUGINS = "sentiment,topics,sources"
SIZES = [1, 100, 100_000]


class Reports:
    """The rows; what they need of the race is in `compare.py`."""

    def writers(self):
        """findings of three plugins, articles a second of processor time: JSON Lines and CSV in process, SQLite with full text beyond JSON Lines"""
        with tempfile.TemporaryDirectory() as folder:
            findings = Path(folder) / "findings" / "findings.jsonl"
            findings.parent.mkdir()
            cache = {"XDG_CACHE_HOME": f"{folder}/cache"}
            self.cached_run("-p", PLUGINS, "-o", findings, self.news, **cache)
            articles = findings.read_bytes().count(b"\n")

            def written(format):
                return articles / self.figure_of("writing", format, findings.parent)["processor seconds"]

            def run(name, format):
                return usage([self.binary, "run", "--no-config", "--no-cache", "--quiet", "-j", 1, "-p", "readability",
                              "--format", format, "-o", f"{folder}/{name}", self.news])[0]

            lines, table, plain, database = self.in_turn(
                lambda: written("jsonl"), lambda: written("csv"), lambda: run("o.jsonl", "jsonl"), lambda: run("o.db", "sqlite"))
        rows = articles / max(database - plain, 1e-9)
        return f"{lines:,.0f}; {table:,.0f}; {rows:,.0f}", "≥ 20,000; ≥ 20,000", min(lines, table) >= 20_000

    def reports(self):
        """a report on 1, 100 and 100,000 articles, one plugin and one job: processor time and the largest process; and by the clock how long Chromium takes to its first paint and until the page is loaded and its index built, with its page's processor time"""
        shown, reached = [], True
        with tempfile.TemporaryDirectory() as folder, Browser() as browser:
            for size in SIZES:
                wire = Path(folder) / f"{size}.jsonl"
                self.write_wire(wire, size)
                report = Path(folder) / f"report-{size}"
                seconds, memory = usage([self.binary, "report", "--no-config", "--no-cache", "--quiet", "-j", 1, "-p", "sentiment", "-o", report, wire])
                rounds = [self.opened(browser, report / "report.html", size) for _ in range(self.rounds)]
                loaded, painted, busy = map(statistics.median, zip(*rounds))
                shown.append(f"{size:,}: {seconds:.2f} s, {memory / 1e6:.0f} MB, painted in {painted:.2f} s, open in {loaded:.2f} s ({busy:.2f} s of processor time)")
                reached = reached and loaded <= 2 and memory <= 500e6
        return "; ".join(shown), "open in ≤ 2 s; ≤ 500 MB", reached

    def figure_of(self, *arguments):
        return json.loads(subprocess.check_output([self.benchmarks, *map(str, arguments)]).splitlines()[-1])

    def write_wire(self, path, size):
        """So many articles in JSON Lines, those of the corpus again and again, each with an id of its own."""
        with open(self.corpus / "news.jsonl") as lines:
            articles = [json.loads(line) for line in itertools.islice(lines, 5_000)]
        with open(path, "w") as wire:
            for number, article in zip(range(size), itertools.cycle(articles)):
                wire.write(json.dumps(article | {"id": f"{number}", "title": f"{article.get('title') or 'Story'} {number}"}) + "\n")

    def opened(self, browser, path, size):
        """Seconds until a page is loaded and its index knows all articles, until it is first painted, and of processor time until both."""
        page = browser.open(path)
        loaded, painted = page.timing()
        busy = page.busy()
        known = page.run("document.querySelector('.finder output').textContent")
        if known != f"{size:,} articles":
            sys.exit(f"compare.py: the index of {size} articles says: {known}")
        page.close()
        return loaded, painted, busy
