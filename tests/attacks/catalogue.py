"""Reads the attacks: each says in its first lines what has to become of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PREFACE = (HERE / "preface.py").read_text()
LINE = re.compile(r"^# (\w+): (\w+)(?: ([\d.]+))?(?: \"(.*)\")?$")
OPTION = re.compile(r"^# (seconds|budget|longest|source)(?:: (.*))?$")
LOST = "lost"
"""Stands for an exercise where a submission cannot even be read."""


MESSAGE = """
SAID = []


def sigmoid(z):
    if not SAID:
        SAID.append(attempted(look))
        attempted(leave)
    raise RuntimeError(f"found {SAID[0] or 'nothing'}")


def attempted(action):
    try:
        return action()
    except Exception:
        return ""
"""
"""Ends the attacks that look for what another one has left: their function says what they found."""


@dataclass(frozen=True)
class Expected:
    """What has to become of one exercise: its status, its points, and some words of the message."""

    status: str
    points: float
    words: str


@dataclass(frozen=True)
class Attack:
    """One hostile or broken submission.

    `often` marks those that every run of the tests takes, not only the long one.
    """

    name: str
    source: str
    expected: dict[str, Expected]
    options: dict[str, float] = field(default_factory=dict)
    often: bool = False

    @property
    def limits(self) -> dict[str, float]:
        return {name: self.options[name] for name in ("seconds", "budget") if name in self.options}


def read(path: Path) -> Attack:
    """Read one attack: comments with the outcome, perhaps with limits, then the source.

    A line `# source: …` is an expression that gives the source, where that is long.
    """
    text = path.read_text()
    expected: dict[str, Expected] = {}
    options: dict[str, float] = {}
    often = False
    source = text
    for line in text.split("\n"):
        if option := OPTION.match(line):
            name, value = option.groups()
            if name == "source":
                source = eval(value)
            else:
                options[name] = float(value)
        elif outcome := LINE.match(line):
            name, status, points, words = outcome.groups()
            expected[name] = Expected(status, float(points or 0), words or "")
        elif line == "# often":
            often = True
    if not expected:
        raise ValueError(f"{path} does not say what is to become of it")
    return Attack(f"{path.parent.name}/{path.stem}", source, expected, options, often)


def of(*families: str, but: str = "") -> list[Attack]:
    """Give the attacks of some families, or of all families but one."""
    paths = sorted((HERE / "corpus").glob("*/*.py"))
    kept = [
        p for p in paths if (p.parent.name in families or not families) and p.parent.name != but
    ]
    return [read(path) for path in kept]


def marked(attacks: list[Attack]) -> list[Any]:
    """Make parameters of attacks; those that are not taken often are `long`."""
    return [
        pytest.param(attack, id=attack.name, marks=() if attack.often else pytest.mark.long)
        for attack in attacks
    ]
