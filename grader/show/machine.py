"""A judged file as one JSON object: what other programs read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from grader.verdict import Verdict


def report(
    submission: str,
    status: str,
    verdicts: Iterable[Verdict] = (),
    message: str = "",
    *,
    kind: str = "self-check",
    sandbox: str = "child",
    round: str = "public",
    max_points: float | None = None,
) -> dict[str, Any]:
    """Make the JSON object of one submitted file.

    Parameters
    ----------
    submission : str
        How the file is called.
    status : str
        "judged" or "unusable".
    verdicts : iterable of Verdict
    message : str
        Why it is unusable.
    kind : str
        "self-check" or "grade".
    sandbox, round : str
        Where and on which cases it was judged.
    max_points : float
        The most that was possible, where there are no verdicts to add up.
    """
    verdicts = list(verdicts)
    possible = sum((verdict.max_points for verdict in verdicts), 0.0)
    return {
        "submission": submission,
        "kind": kind,
        "status": status,
        "message": message,
        "points": round_points(sum((verdict.points for verdict in verdicts), 0.0)),
        "max_points": float(possible if max_points is None else max_points),
        "sandbox": sandbox,
        "round": round,
        "exercises": {verdict.exercise: verdict.to_json() for verdict in verdicts},
    }


def round_points(points: float) -> float:
    return float(f"{points:.2f}")
