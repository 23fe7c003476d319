"""What the checks of this folder expect, told a line each, and the faults among them."""
import sys

FAULTS = []


def expect(what, is_so, seen=""):
    if not is_so:
        FAULTS.append(what)
    print(f"{'ok   ' if is_so else 'FAULT'} {what}{'' if is_so else f': {seen}'}")


def finish(check):
    """Ends the program with a status of 1, naming the check, if something was not as expected."""
    if FAULTS:
        sys.exit(f"{check}: {len(FAULTS)} faults")
