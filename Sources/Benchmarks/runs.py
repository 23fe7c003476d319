"""Rows of `compare.py` about whole runs: beside two processes of a peer, what keeping and supervising cost, how time grows."""
import itertools
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PLUGINS = ["sentiment", "topics", "sources"]
#: As `PieceCutter` cuts a folder of small files.
PIECE_FILES, PIECE_BYTES = 64, 64 << 10
GROWTH = [1_000, 5_000, 20_000, 50_000, 200_000]


def usage(command, **more):
    """Runs a command to its end; its processor seconds, and the bytes of the largest of its processes."""
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, **more)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"compare.py: {' '.join(map(str, command))}: status {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def supervised(command):
    """Runs a command to its end; the processor seconds of all its processes, and the most bytes that it had itself, not its workers."""
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL)
    most, ended = 0, 0
    while not ended:
        time.sleep(0.01)
        # The kernel keeps the most that there was, so the last look says it all but for the last moment.
        try:
            lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
            most = next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), most)
        except OSError:
            pass
        ended, status, used = os.wait4(process.pid, os.WNOHANG)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"compare.py: {' '.join(map(str, command))}: status {process.returncode}")
    return used.ru_utime + used.ru_stime, most


class Runs:
    """The rows; what they need of the race is in `compare.py`."""

    def whole(self):
        """a kept run of three plugins over files in folders, two jobs, against VADER by sentence and spaCy sm, a process for each job"""
        names = iter(range(1000))
        with tempfile.TemporaryDirectory() as folder:
            ours, vader = self.in_turn(
                lambda: self.run("-j", 2, "--run", f"{folder}/{next(names)}", "-p", ",".join(PLUGINS), self.news),
                lambda: self.pair("sentiment", "vader"))
        shown, reached = f"{vader / ours:.1f} × VADER", vader >= 10 * ours
        try:
            spacy = self.spacy()
        except SystemExit:
            return shown + "; spaCy is not installed", "≥ 10 ×, ≥ 200 ×", False
        return f"{shown}, {spacy / ours:.0f} × spaCy", "≥ 10 ×, ≥ 200 ×", reached and spacy >= 200 * ours

    def pair(self, *task):
        """Seconds that two processes of a peer take for the corpus, each doing half; here each does all of it."""
        with ThreadPoolExecutor(2) as pool:
            return max(pool.map(lambda _: self.peer(*task), range(2))) / 2

    def spacy(self):
        """Seconds that two processes would take for the corpus, by the bytes of those articles that one does."""
        command = [sys.executable, self.peers, "pipeline", "spacy", self.corpus]
        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(lambda _: subprocess.run(command, capture_output=True), range(2)))
        if any(d.returncode for d in done):
            raise SystemExit
        slowest = max((json.loads(d.stdout.decode().splitlines()[-1]) for d in done), key=lambda d: d["seconds"])
        return slowest["seconds"] * self.bytes / slowest["bytes"] / 2

    def cost(self):
        """processor time of a kept run of three plugins, one job, against that of a worker that is not locked and is fed directly"""
        with tempfile.TemporaryDirectory() as folder:
            commands = Path(folder) / "commands.jsonl"
            commands.write_text("\n".join(self.commands()) + "\n")
            names = iter(range(1000))

            def worker(*options):
                with open(commands) as fed:
                    return usage([self.binary, "worker", *options], stdin=fed)[0]

            def run(*options):
                return usage([self.binary, "run", "--no-config", "--no-cache", "--quiet", "-j", 1, *options, "-p",
                              ",".join(PLUGINS), self.news])[0]

            bare, locked, supervised, kept = self.in_turn(
                lambda: worker("--unlocked"), worker, run, lambda: run("--run", f"{folder}/{next(names)}"))
        parts = ", ".join(f"{name} {100 * seconds / bare:.1f} %" for name, seconds in (
            ("lock", locked - bare), ("supervision", supervised - locked), ("journal", kept - supervised)))
        return f"{100 * (kept / bare - 1):.1f} % ({parts})", "≤ 10 %", kept <= 1.1 * bare

    def commands(self):
        """What a supervisor would say to one worker, to have it do all of the corpus."""
        catalogue = [{"name": name, "path": str(self.bundled / name)} for name in PLUGINS]
        yield json.dumps({"configure": {
            "protocol": 1, "plugins": {"selection": ",".join(PLUGINS), "catalogue": catalogue},
            "limits": {"seconds": 5, "memory": 64 << 20, "input_bytes": 64 << 20}, "wishes": ["findings"], "roots": [str(self.news)]}})
        items, size, number = [], 0, 0
        for file in sorted(self.news.iterdir()):
            items.append({"path": str(file), "bytes": file.stat().st_size})
            size += items[-1]["bytes"]
            if len(items) == PIECE_FILES or size >= PIECE_BYTES:
                yield json.dumps({"job": {"piece": number, "items": items}})
                items, size, number = [], 0, number + 1
        if items:
            yield json.dumps({"job": {"piece": number, "items": items}})

    def resume(self):
        """a kept run that was stopped when it was 99 % done, gone on with, against the whole of it"""
        words = ["-j", 2, "-p", ",".join(PLUGINS)]
        with tempfile.TemporaryDirectory() as folder:
            done, names = Path(folder) / "done", iter(range(1000))
            self.run("--run", done, *words, self.news)
            lines = (done / "journal.jsonl").read_bytes().splitlines(keepends=True)
            (done / "journal.jsonl").write_bytes(b"".join(lines[:len(lines) * 99 // 100]))
            (done / "findings.jsonl").rename(done / "findings.jsonl.part")
            copies = [shutil.copytree(done, Path(folder) / f"stopped-{n}") for n in range(self.rounds)]
            # What a stopped run has kept has long been on the disk.
            os.sync()
            stopped = iter(copies)
            whole, rest = self.in_turn(
                lambda: self.run("--run", f"{folder}/{next(names)}", *words, self.news),
                lambda: self.run("--run", next(stopped), "--resume", *words, self.news))
        return f"{100 * rest / whole:.1f} %", "≤ 5 %", rest <= 0.05 * whole

    def growth(self):
        """processor time and the supervisor's memory of kept runs of three plugins over 1,000 to 200,000 articles, two jobs"""
        curve = []
        # Links take no room, but only on the corpus's own file system.
        with tempfile.TemporaryDirectory(dir=self.corpus) as folder:
            files = itertools.cycle(sorted(self.news.iterdir()))
            place = Path(folder) / "articles"
            made = 0
            for size in GROWTH:
                for number, source in zip(range(made, size), files):
                    name = place / f"{number // 1000:03}" / f"{number:06}{source.suffix}"
                    name.parent.mkdir(parents=True, exist_ok=True)
                    os.link(source, name)
                made = size
                curve.append(supervised([self.binary, "run", "--no-config", "--no-cache", "--quiet", "-j", 2, "--run", f"{folder}/{size}", "-p",
                                    ",".join(PLUGINS), place]))
        shown = "; ".join(f"{size:,}: {1e3 * seconds / size:.2f} ms each, {memory / 1e6:.0f} MB" for size, (seconds, memory) in zip(GROWTH, curve))
        # The slope in logarithms: 1 is linear. The first thousand have the start in them.
        slope = math.log(curve[-1][0] / curve[1][0]) / math.log(GROWTH[-1] / GROWTH[1])
        # Of names and places of pieces every article takes some bytes.
        each = max(0, curve[-1][1] - curve[-2][1]) / (GROWTH[-1] - GROWTH[-2])
        million = curve[-1][1] + each * (1_000_000 - GROWTH[-1])
        return (f"slope {slope:.3f}; {million / 1e6:.0f} MB at 1,000,000 ({shown})", "≤ 1.05; ≤ 100 MB at 1,000,000",
                slope <= 1.05 and million <= 100e6)
