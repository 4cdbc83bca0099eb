"""All contenders on the same class, one after the other: how fast, and do their scores agree?"""

from __future__ import annotations

import shutil
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import varied_class
from benchmarks.contenders import OURS, STOCK, Contender, Graded, grade
from benchmarks.scores import Cell, Scores, asked, differences
from grader.classroom.example.example_class import Student

Round = dict[str, Graded]
"""Key of a contender -> its run."""


def say(what: str) -> None:
    """Tell whoever waits what is being done."""
    print(f"… {what}", file=sys.stderr, flush=True)


def warm_up(everybody: Sequence[Contender], empty: Path, assignment: str, folder: Path) -> None:
    """Have every program grade one student, so that it is in the page cache; nothing is counted.

    Raises
    ------
    RuntimeError
        If one fails on a right answer: there is nothing to compare then.
    """
    student = next(
        one for one in varied_class.students(3, assignment, seed=0) if one.kind == "right"
    )
    course = shutil.copytree(empty, folder / "course")
    varied_class.hand_in(course, [student], assignment)
    for contender in everybody:
        if contender.missing or len(contender.commands) > 1:
            continue
        say(f"{contender.title}, warming up")
        taken = grade(contender, course, assignment, folder / "copies").taken
        if any(taken.codes):
            raise RuntimeError(f"{contender.title} failed on a right answer:\n{taken.said[0]}")


def rounds(
    everybody: Sequence[Contender], course: Path, assignment: str, repeat: int, folder: Path
) -> list[Round]:
    """Let all who can take part grade the course, several times, in turns."""
    done: list[Round] = []
    for number in range(1, max(1, repeat) + 1):
        done.append({})
        for contender in everybody:
            if not contender.missing:
                say(f"{contender.title}, {number} of {max(1, repeat)}")
                done[-1][contender.key] = grade(contender, course, assignment, folder)
    return done


def judged(
    done: Sequence[Round],
    everybody: Sequence[Contender],
    course: Path,
    students: Sequence[Student],
    assignment: str,
) -> dict[str, Any]:
    """Say what the rounds have shown.

    Returns
    -------
    found : dict
        "ratio" (throughput of the contender "ratio_of" over that of one process of stock's) and
        its spread "ratios", "scores_equal", "cells", "differences", "failures", "kinds" of
        students, and for each of the "contenders" its medians.
    """
    names = [student.name for student in students]
    cells = asked(course / "gradebook.db", assignment, names)
    kinds = {student.name: student.kind for student in students}
    found_differences = {
        difference: None
        for one in done
        for difference in differences(
            cells,
            one[STOCK].scores,
            {key: graded.scores for key, graded in one.items() if key != STOCK},
        )
    }
    measured = {one.key: of_contender(one, done, len(students), cells) for one in everybody}
    return {
        "ratio": measured[OURS]["ratio"],
        "ratios": measured[OURS]["ratios"],
        "ratio_of": OURS,
        "scores_equal": not found_differences,
        "cells": len(cells),
        "differences": [{**asdict(d), "kind": kinds[d.cell[0]]} for d in found_differences],
        "failures": failures(done),
        "kinds": Counter(kinds.values()),
        "contenders": measured,
    }


def of_contender(
    contender: Contender, done: Sequence[Round], count: int, cells: Sequence[Cell]
) -> dict[str, Any]:
    """Give the medians of one contender, or why it was not measured."""
    if contender.missing:
        return {"title": contender.title, "missing": contender.missing}
    own = [one[contender.key] for one in done]
    ratios = [one[STOCK].taken.seconds / one[contender.key].taken.seconds for one in done]
    seconds = statistics.median(graded.taken.seconds for graded in own)
    cpu = statistics.median(graded.taken.cpu for graded in own)
    cpu_ratios = [one[STOCK].taken.cpu / one[contender.key].taken.cpu for one in done]
    return {
        "title": contender.title,
        "seconds": round(seconds, 2),
        "cpu": round(cpu, 2),
        "ratio": round(statistics.median(ratios), 2),
        "ratios": [round(min(ratios), 2), round(max(ratios), 2)],
        "cpu_ratio": round(statistics.median(cpu_ratios), 2),
        "a_second": round(count / seconds, 3),
        "cpu_each": round(cpu / count, 4),
        "points": round(sum(points(own[0].scores, cell) for cell in cells), 2),
    }


def points(scores: Scores, cell: Cell) -> float:
    return scores.get(cell) or 0.0


def failures(done: Sequence[Round]) -> list[dict[str, Any]]:
    """List the commands that did not end well, with their last words."""
    return [
        {"contender": key, "code": code, "said": said}
        for one in done
        for key, graded in one.items()
        for code, said in zip(graded.taken.codes, graded.taken.said, strict=True)
        if code
    ]
