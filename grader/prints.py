"""Prints of all known mistakes on the public cases, taken once, when the course is built.

They hold as long as nothing changes on which they depend; where something has, the mistakes are
run when they are needed, and `grader build` takes the prints anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from grader.bank import Bank, Prints
from grader.fingerprint import Fingerprint

ROOT = Path(__file__).parent
FILE = ROOT / "data" / "prints.json"
DEPENDS_ON = (
    "../solutions/*.py",
    "../solutions/mistakes/*.py",
    "exercises/*.py",
    "checks/contract.py",
    "runners/plain.py",
    "runners/trusted.py",
    "bank.py",
    "exercise.py",
    "fingerprint.py",
)

Written = Mapping[str, Sequence[Any]]
"""Output -> a print as a list; none where the mistake has no answer to one of the calls."""


def key() -> str:
    """Give a digest of all files from which the prints follow."""
    digest = hashlib.blake2b(digest_size=16)
    for pattern in DEPENDS_ON:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_text(encoding="utf-8").encode())
    return digest.hexdigest()


def stored(exercise: str) -> Mapping[str, Prints] | None:
    """Give the prints of an exercise's mistakes by id, or nothing if they are out of date."""
    found = fresh(FILE)
    return None if found is None else {id: read(written) for id, written in found[exercise].items()}


@cache
def fresh(file: Path) -> Mapping[str, Mapping[str, Written]] | None:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        found: Mapping[str, Mapping[str, Written]] | None = content["prints"]
        return found if content["key"] == key() else None
    except (OSError, ValueError, KeyError):
        return None


def text(banks: Mapping[str, Bank]) -> str:
    """Write the prints of all mistakes, a line for each."""
    exercises = []
    for name, bank in banks.items():
        lines = [
            f"  {json.dumps(mistake.id)}: {json.dumps(write(prints, mistake.spoils))}"
            for mistake, prints in bank.known
        ]
        exercises.append(f" {json.dumps(name)}: {{\n" + ",\n".join(lines) + "\n }")
    return f'{{"key": {json.dumps(key())}, "prints": {{\n' + ",\n".join(exercises) + "\n}}\n"


def write(prints: Prints, outputs: Sequence[str]) -> dict[str, list[Any]]:
    return {o: as_list(p) for o in outputs if (p := prints.whole(o)) is not None}


def as_list(print_: Fingerprint) -> list[Any]:
    return [print_.form, print_.entries, *(round(number, 7) for number in print_.sums)]


def read(written: Written) -> Prints:
    """Read prints as they were written."""

    def whole(output: str) -> Fingerprint | None:
        known = written.get(output)
        return None if known is None else from_list(known)

    return Prints(whole)


def from_list(written: Sequence[Any]) -> Fingerprint:
    """Read one print as `as_list` writes it."""
    form, entries, *sums = written
    return Fingerprint(form, tuple(sums), entries)
