"""Right answers of the public cases, stored: for a release, where no solution may be."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from grader import packing
from grader.bank import Bank, StoredBank
from grader.exercise import Answer, Call, Exercise, Plan
from grader.exercises import EXERCISES
from grader.prints import read
from grader.replay import Replay

FOLDER = Path(__file__).parent / "data" / "stored"
MISTAKES = "mistakes.json"


@dataclass(frozen=True)
class StoredMistake:
    """What a release knows of a mistake: how to speak of it, and what it spoils."""

    id: str
    title: str
    hints: tuple[str, str, str]
    reread: str
    spoils: tuple[str, ...]


class Stored:
    """Right answers read from a folder that `grader release` has written."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    def stub(self, name: str) -> str:
        return str(self._of(name)["stub"])

    def plan(self, exercise: Exercise) -> Plan:
        calls = [Call(name, args, shows) for name, args, shows in self._of(exercise.name)["calls"]]
        return Plan(exercise, {call.name: call for call in calls})

    def answers(self, plan: Plan) -> Mapping[str, Answer]:
        answers = self._of(plan.exercise.name)["answers"]
        return {call: Answer(value) for call, value in answers.items()}

    def helper(self, exercise: Exercise) -> Callable[..., Any] | None:
        if exercise.helper is None:
            return None
        return Replay(EXERCISES[exercise.helper], self._of(exercise.name)["helper"])

    def bank(self, plan: Plan) -> Bank:
        known = self._mistakes[plan.exercise.name]
        pairs = {(one, other): read(prints) for one, other, prints in known["pairs"]}
        alone = [(stored_mistake(entry), read(entry["prints"])) for entry in known["alone"]]
        return StoredBank(alone, pairs)

    def source(self, name: str) -> str:
        return ""

    def on_example(self, name: str, args: tuple[Any, ...]) -> Any:
        return self._of(name)["example"]

    @cached_property
    def _mistakes(self) -> dict[str, Any]:
        known: dict[str, Any] = json.loads((self.folder / MISTAKES).read_text("utf-8"))
        return known

    def _of(self, name: str) -> dict[str, Any]:
        return _read(self.folder / f"{name}.bin")


@cache
def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = packing.unpack(zlib.decompress(path.read_bytes()))
    return content


def stored_mistake(entry: Mapping[str, Any]) -> StoredMistake:
    first, second, third = entry["hints"]
    return StoredMistake(
        entry["id"],
        entry["title"],
        (first, second, third),
        entry["reread"],
        tuple(entry["spoils"]),
    )
