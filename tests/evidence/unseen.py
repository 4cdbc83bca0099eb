"""Unseen mistakes: what is said of wrong answers written without reading the bank?

    PYTHONPATH=.:tests/evidence python -m unseen [--show]

Each answer stands in unseen*/<function>.txt under a line that says what is wrong in it. What the
card says of it was read by eye and judged; readings.json keeps the judgement beside the names that
it was about, so that it holds for these names only.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from judged import Cases, judged

from grader.verdict import Verdict

FOLDER = Path(__file__).parent
READINGS = FOLDER / "readings.json"
BATCHES = {
    "unseen": "used to widen the bank",
    "unseen_b": "judged before it was used to widen the bank",
    "unseen_c": "judged after that",
    "unseen_d": "judged before it was used to widen the bank again",
    "unseen_e": "judged before it was used to widen the bank once more",
    "unseen_f": "judged before it was used to widen the bank again",
}
KINDS = ("right name", "right relation", "error explained", "told by the check", "silent", "wrong")
SEED = 0
HEAD = """\
## Unseen mistakes

Wrong answers were written, as learners write them, without reading the bank; each has a line that
says what is wrong (`tests/evidence/unseen*`). All were judged, and what the card says was read by
eye: *right name*, a known mistake that it is; *right relation*, a true sentence about its numbers
that leads there; *error explained*, the error that stopped it, in the course's words; *told by
the check*, such as an input changed in place or a key that is missing; *silent*, only what goes
wrong first; *wrong*, a name that it is not.

When they were judged for the first time, these were the counts. Of `unseen`: 111 of 150
explained, 39 silent, none wrong. Of `unseen_b`, with a bank widened by the first: 132 of 150
explained, 16 silent, 2 wrong (a relation that rested on a single case, which is gone). Of
`unseen_c`, with a bank widened by both: 150 of 156 explained, 3 silent, 3 wrong (a key that is
missing called by another name, a misspelt key taken for the wrong one, a relation said of inputs
that the output does not use). Of `unseen_d`, the first batch with the five tools: 131 of 146
network functions explained, 13 silent, 2 wrong; 38 of 63 tools explained, 23 silent, 2 wrong (zeros
and ones called scrambled, a constant called that of an earlier call, a title that said too much,
an error in a cell laid to the wrong line). Among its silent ones are 15 that an error stopped: the
card told its line, and ten times what such an error means in general. Of `unseen_e`, after a
widening by all of these: 78 of 83 network functions explained, 3 silent, 2 wrong; 39 of 54 tools
explained, 14 silent, 1 wrong (a mean over the steps said of an output that is no sum, the shape of
a result called that of an array that meets another, columns said to become nan that become zeros).
Among its silent ones are 9 that an error stopped. Of `unseen_f`, with a bank widened by all five:
54 of 56 network functions explained, 1 silent, 1 wrong (gates that were swapped where they are
made, said to be swapped in the cache); 65 of 75 tools explained, 10 silent, none wrong. Among its
silent ones are 4 that an error stopped.

What was wrong in all six is mended and the bank is wider, so that their rows below, made anew
with this page, are better than a first reading.
"""


@dataclass(frozen=True)
class Unseen:
    """A wrong answer: which exercise, what is wrong with it, and its source."""

    batch: str
    function: str
    number: int
    slip: str
    source: str

    @property
    def key(self) -> str:
        return f"{self.batch} {self.function} {self.number}"


def answers(batch: str) -> Iterator[Unseen]:
    """Read a batch of wrong answers."""
    for path in sorted((FOLDER / batch).glob("*.txt")):
        parts = re.split(r"^# Slip: (.*)$", path.read_text("utf-8"), flags=re.M)[1:]
        for number, (slip, source) in enumerate(zip(parts[::2], parts[1::2], strict=True)):
            yield Unseen(batch, path.stem, number, slip, source)


def names(verdict: Verdict) -> list[str]:
    """Give what a reading is about: the names, with the outputs each is said of."""
    return [f"{known['id']}: {', '.join(known['outputs'])}" for known in verdict.mistakes]


def fates(batch: str) -> Iterator[tuple[Unseen, Verdict]]:
    cases = Cases(SEED)
    for one in answers(batch):
        yield one, judged(one.function, one.source, cases)


def kind(one: Unseen, verdict: Verdict, readings: dict[str, dict[str, object]]) -> str:
    """Look up how the card was read; what says nothing needs no reader."""
    if verdict.status == "correct":
        raise AssertionError(f"{one.key} has full marks")
    if not verdict.mistakes:
        return str(readings.get(one.key, {"kind": "silent"})["kind"])
    reading = readings.get(one.key, {})
    if reading.get("names") != names(verdict):
        raise AssertionError(f"{one.key} was not read with these names: {names(verdict)}")
    return str(reading["kind"])


def section() -> str:
    """Write how the unseen mistakes were explained."""
    readings = json.loads(READINGS.read_text("utf-8"))
    lines = [
        HEAD,
        f"| batch | answers | {' | '.join(KINDS)} |",
        "|---|---:|" + "---:|" * len(KINDS),
    ]
    for batch, what in BATCHES.items():
        counts = Counter(kind(one, verdict, readings) for one, verdict in fates(batch))
        cells = " | ".join(str(counts[kind]) for kind in KINDS)
        lines.append(f"| `{batch}`, {what} | {counts.total()} | {cells} |")
    return "\n".join(lines) + "\n"


def show() -> None:
    """Print every answer's slip and what its card says, to be read."""
    for batch in BATCHES:
        for one, verdict in fates(batch):
            print(f"{one.key}: {one.slip}")
            for known in verdict.mistakes:
                print(f"    {known['id']}: {known['title']} ({', '.join(known['outputs'])})")
            print(f"    {verdict.message}" if verdict.message else "", end="\n")


if __name__ == "__main__":
    if "--show" in sys.argv:
        show()
    else:
        print(section())
