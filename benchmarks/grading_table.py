"""What `benchmarks/grading.py` has found, as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

BUSY = 0.3
MOST_SHOWN = 20
Found = Mapping[str, Any]


def lines(found: Found) -> Iterator[str]:
    """Write all parts that were measured."""
    yield f"{found['processors']} processors, load {found['load']} at the start"
    if found["load"] > BUSY:
        yield "The machine was busy with something else: do not rely on seconds and ratios."
    if "contenders" in found:
        yield from comparison(found)
    if "feedback" in found:
        yield from feedback(found["feedback"])
    if "growth" in found:
        yield from growth(found["growth"])


def comparison(found: Found) -> Iterator[str]:
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(found["kinds"].items()))
    demos = ", with the demos" if found["demos"] else ""
    yield ""
    yield f"{found['submissions']} submissions of {found['assignment']}{demos}: {kinds}"
    yield ""
    yield f"{'':32} {'seconds':>9} {'a second':>9} {'ratio':>8} {'CPU s each':>11} {'ratio':>8}"
    for one in found["contenders"].values():
        if "missing" in one:
            yield f"{one['title']:32} not measured: {one['missing']}"
            continue
        low, high = one["ratios"]
        spread = f"  ({low:.1f} to {high:.1f})" if low != high else ""
        yield (
            f"{one['title']:32} {one['seconds']:9.1f} {one['a_second']:9.2f} {one['ratio']:8.2f} "
            f"{one['cpu_each']:11.3f} {one['cpu_ratio']:8.2f}{spread}"
        )
    yield ""
    yield from agreement(found)


def agreement(found: Found) -> Iterator[str]:
    """Say whether the scores are the same, and show those that are not."""
    points = found["contenders"]["stock-1"]["points"]
    if found["scores_equal"]:
        yield f"All {found['cells']} scores are the same, {points:g} points together."
    else:
        yield f"{len(found['differences'])} differences in {found['cells']} scores:"
    for one in found["differences"][:MOST_SHOWN]:
        student, notebook, cell = one["cell"]
        yield (
            f"  {student} ({one['kind']}), {notebook}, {cell}: "
            f"stock {shown(one['expected'])}, {one['grader']} {shown(one['found'])}"
        )
    if len(found["differences"]) > MOST_SHOWN:
        yield "  and more, all of them in the JSON"
    for one in found["failures"]:
        yield f"{one['contender']} ended with code {one['code']}. Its last words:"
        yield from (f"  {line}" for line in one["said"].splitlines()[-5:])


def shown(score: float | None) -> str:
    return "no score" if score is None else f"{score:g}"


def feedback(found: Found) -> Iterator[str]:
    yield ""
    yield f"{'a page of feedback, ms':32} {'clock':>9} {'CPU':>9} {'pages':>9}"
    for key, title in (("ours", "ours, for an assignment"), ("nbgrader", "nbgrader's, a notebook")):
        one = found[key]
        yield f"{title:32} {one['clock']:9.1f} {one['cpu']:9.1f} {one['pages']:9}"
    yield (
        f"nbgrader takes {found['ratio_a_page']:g} times the CPU a page, "
        f"{found['ratio_a_submission']:g} times a submission."
    )


def growth(found: Sequence[Found]) -> Iterator[str]:
    yield ""
    yield (
        f"{found[0]['title']:32} {'seconds':>9} {'ms each':>9} {'CPU ms each':>12} {'peak MB':>9}"
    )
    for one in found:
        size = f"{one['submissions']} submissions"
        memory = "" if one["memory"] == "pss" else "  (shared pages counted in every process)"
        yield (
            f"{size:32} {one['seconds']:9.1f} {one['clock_each']:9.1f} {one['cpu_each']:12.1f} "
            f"{one['peak']:9.0f}{memory}"
        )
