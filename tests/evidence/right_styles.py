"""No false alarm: every right answer in the corpus keeps its marks and gets no hint.

PYTHONPATH=.:tests/evidence python -m right_styles
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from judged import Cases

from grader.exercises import EXERCISES
from grader.judging import judge_code
from grader.runners import in_process
from grader.submission import read
from grader.verdict import Verdict

FOLDER = Path(__file__).parents[1] / "corpus" / "right"
SEEDS = (0, 31, 32)
HEAD = """\
## No false alarm

{count} right answers in as many styles (`tests/corpus/right/`: einsum, split weights, own helpers,
comprehensions, Fortran order, `while` loops, one joint product, a small autodiff inside, …) were
judged on the public cases and on {more} other case sets. Each was also shown to be right without
the checks, against the solutions on fresh sizes. Full marks and no hint:
"""


def answers() -> list[Path]:
    return sorted(FOLDER.glob("*/*.py"))


def judged(path: Path, cases: Cases) -> Verdict:
    """Judge the exercise that an answer of the corpus is for."""
    verdicts = judge_code(read(path), cases, in_process.run)
    return next(verdict for verdict in verdicts if verdict.exercise == path.parent.name)


def is_quiet(verdict: Verdict) -> bool:
    """Say whether an answer has all its marks and gets no name and no hint."""
    return verdict.status == "correct" and not verdict.mistakes and not verdict.message


def section(quick: bool = False) -> str:
    """Write how many right answers were taken for right."""
    cases = [Cases(seed) for seed in (SEEDS[:1] if quick else SEEDS)]
    paths = answers()[::10] if quick else answers()
    quiet = Counter(
        path.parent.name for path in paths if all(is_quiet(judged(path, own)) for own in cases)
    )
    lines = [HEAD.format(count=len(paths), more=len(SEEDS) - 1)]
    lines += ["| function | right answers | full marks, no hint |", "|---|---:|---:|"]
    for name in EXERCISES:
        every = sum(path.parent.name == name for path in paths)
        lines.append(f"| `{name}` | {every} | {quiet[name]} |")
    lines.append(f"| all | {len(paths)} | {quiet.total()} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(section())
