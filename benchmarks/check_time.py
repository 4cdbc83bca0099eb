"""How long does `check` take for each exercise, for right and for wrong answers?

python benchmarks/check_time.py [--rounds N]

Wrong answers are the known mistakes, so that the search for the mistake's name is part of the time.
"""

from __future__ import annotations

import argparse
import statistics
import time

from grader.exercises import EXERCISES
from grader.judging import judge_exercise
from grader.reference import Live
from grader.runners import in_process
from grader.submission import from_file
from solutions.mistakes import apply, of


def seconds(name: str, source: str) -> float:
    """Time one check as the notebook makes it, reference and diagnosis included."""
    start = time.perf_counter()
    code = from_file("answer.py", f"import numpy as np\n{source}")
    judge_exercise(EXERCISES[name], code, Live(), in_process.run)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    rounds = parser.parse_args().rounds
    reference = Live()
    print(
        f"{'exercise':20} {'right: median':>14} {'worst':>8} {'wrong: median':>14} {'worst':>8} ms"
    )
    for name in EXERCISES:
        solution = reference.source(name)
        right = [seconds(name, solution) for _ in range(rounds)]
        wrong = [
            seconds(name, apply(m, solution)) for m in of(name) for _ in range(rounds // 5 or 1)
        ]
        numbers = [1000 * f(times) for times in (right, wrong) for f in (statistics.median, max)]
        print("{:20} {:14.0f} {:8.0f} {:14.0f} {:8.0f}".format(name, *numbers))


if __name__ == "__main__":
    main()
