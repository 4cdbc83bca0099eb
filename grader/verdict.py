"""What judging an exercise comes to: findings, outputs, points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from grader.error_map import ErrorMap
from grader.exercise import Exercise

IN_PLACE_COSTS = 0.2


@dataclass(frozen=True)
class Finding:
    """What one check found on one output.

    Attributes
    ----------
    check : str
        "contract", "value" or "property"; "in place" for a changed input; "note" costs nothing.
    output : str
        Name of the output, or "" where it concerns the function as a whole.
    message : str
        A sentence for the learner.
    call : str
        The call on which it was seen.
    status : str
        What it makes of the output: "wrong" or "missing".
    error : float or None
        How far off the array is, in units of its largest right entry, where that can be said.
    """

    check: str
    output: str
    message: str
    call: str = ""
    status: str = "wrong"
    error: float | None = None


@dataclass(frozen=True)
class OutputVerdict:
    """One output, judged over all calls."""

    name: str
    shape: str
    status: str
    error: float | None = None
    findings: tuple[Finding, ...] = ()

    def to_json(self) -> dict[str, Any]:
        json: dict[str, Any] = {"status": self.status}
        if self.error is not None:
            json["error"] = self.error
        return json


@dataclass(frozen=True)
class Verdict:
    """All findings of one exercise, and the points they leave.

    `status` is "correct", "wrong", "crashed", "timeout", "missing" or "not_started". A mistake has
    an id, a title, outputs, a hint, more hints, and the section to read again.
    """

    exercise: str
    status: str
    points: float
    max_points: float
    message: str = ""
    outputs: tuple[OutputVerdict, ...] = ()
    notes: tuple[str, ...] = ()
    mistakes: tuple[Mapping[str, Any], ...] = ()
    maps: tuple[ErrorMap, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give the JSON object that other programs read."""
        return {
            "status": self.status,
            "points": self.points,
            "max_points": float(self.max_points),
            "message": self.message,
            "outputs": {output.name: output.to_json() for output in self.outputs},
            "mistakes": [
                {key: value for key, value in mistake.items() if key != "more"}
                for mistake in self.mistakes
            ],
        }


def no_answer(exercise: Exercise, status: str, message: str) -> Verdict:
    """Give the verdict on an exercise of which nothing could be run."""
    outputs = tuple(OutputVerdict(name, "", "missing") for name in exercise.weights())
    return Verdict(exercise.name, status, 0.0, exercise.points, message, outputs)


def score(exercise: Exercise, findings: Iterable[Finding]) -> tuple[list[OutputVerdict], float]:
    """Turn findings into judged outputs and points.

    Any finding on an output zeroes it, and a wrong entry makes the cache wrong. An input changed in
    place costs a fifth.
    """
    findings = list(findings)
    weights = exercise.weights()
    outputs = []
    earned = 0.0
    for name, weight in weights.items():
        own = [f for f in findings if f.output and concerns(f, name) and f.check != "note"]
        status = worst(own)
        outputs.append(
            OutputVerdict(
                name, exercise.shape(tuple(name.split("."))), status, largest_error(own), tuple(own)
            )
        )
        if status == "right":
            earned += weight
    points = exercise.points * earned / sum(weights.values())
    if any(finding.check == "in place" for finding in findings):
        points *= 1 - IN_PLACE_COSTS
    return outputs, float(min(exercise.points, round(points, 2)))


def concerns(finding: Finding, output: str) -> bool:
    """Say whether a finding spoils an output: it is about the output itself or an entry of it."""
    return finding.output == output or finding.output.startswith(f"{output}.")


def worst(findings: list[Finding]) -> str:
    """Sum up an output: "right" without a finding, "missing" if it never came, else "wrong"."""
    if not findings:
        return "right"
    return "missing" if all(f.status == "missing" for f in findings) else "wrong"


def largest_error(findings: list[Finding]) -> float | None:
    return max((f.error for f in findings if f.error is not None), default=None)


def details(output: OutputVerdict) -> list[str]:
    """Choose the findings that say most: one of the contract or the numbers, and one law."""
    first: dict[str, str] = {}
    for finding in output.findings:
        first.setdefault(finding.check, finding.message)
    chosen = [first[check] for check in ("contract", "value") if check in first][:1]
    return chosen + [first[check] for check in ("property",) if check in first]
