"""What a submission costs in classes of different size, and how much memory the whole run takes."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import varied_class
from benchmarks.contenders import Contender, grade
from benchmarks.processes import watched


def measure(
    sizes: Sequence[int], empty: Path, assignment: str, contender: Contender, folder: Path
) -> list[dict[str, Any]]:
    """Grade classes of several sizes, each with the whole command.

    Parameters
    ----------
    sizes : list of int
        Numbers of submissions.
    empty : Path
        A course in which nobody has handed in.
    assignment : str
    contender : Contender
    folder : Path
        For the courses; each is deleted when it has been graded.

    Returns
    -------
    found : list of dict
        For each size: "submissions", "seconds" and "cpu" of the command, the same in milliseconds
        a submission, "peak" of memory in MB, and whether it counts shared pages once ("pss") or
        in every process ("rss").
    """
    found = []
    for size in sizes:
        course = shutil.copytree(empty, folder / f"class-{size}")
        varied_class.hand_in(course, varied_class.students(size, assignment), assignment)
        with watched() as peak:
            taken = grade(contender, course, assignment, folder / "copies").taken
        shutil.rmtree(course)
        if any(taken.codes):
            raise RuntimeError(f"{contender.title} failed:\n{taken.said[0]}")
        found.append(
            {
                "title": contender.title,
                "submissions": size,
                "seconds": round(taken.seconds, 2),
                "cpu": round(taken.cpu, 2),
                "clock_each": round(1000 * taken.seconds / size, 2),
                "cpu_each": round(1000 * taken.cpu / size, 2),
                "peak": round(peak.size / 1e6, 1),
                "memory": "pss" if peak.is_share else "rss",
            }
        )
    return found
