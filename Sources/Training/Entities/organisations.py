"""The organisations of organisations.txt."""
import os


def often_named():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "organisations.txt"), encoding="utf8") as lines:
        for line in lines:
            if not line.startswith("#"):
                yield from (name.strip() for name in line.split(";") if name.strip())
