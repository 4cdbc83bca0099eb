"""How far grading is: a line that redraws itself, where somebody watches."""

from __future__ import annotations

import sys
from types import TracebackType

from tqdm import tqdm

from grader.classroom.task import Outcome

LINE = "{percentage:3.0f}% |{bar}| {n} of {total}, {rate_fmt}, {remaining} left{postfix}"


class Progress:
    """A bar below the lines that are printed; nothing, where the output is no terminal.

    Parameters
    ----------
    total : int
        How many students' assignments there are.
    """

    def __init__(self, total: int) -> None:
        self.counts = {"full marks": 0, "wrong": 0, "broken": 0}
        tqdm.monitor_interval = 0  # no thread of its own
        self.bar = tqdm(
            total=total,
            file=sys.stderr,
            disable=None,  # where nobody sees it
            dynamic_ncols=True,
            leave=False,
            bar_format=LINE,
            ascii=" #" if not writes_blocks() else None,
            unit="",
        )

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.bar.close()

    def add(self, outcome: Outcome) -> None:
        """Count an outcome; one that stands since an earlier run was no work."""
        if outcome.unchanged:
            self.bar.total -= 1
            self.bar.refresh()
            return
        self.counts[kind_of(outcome)] += 1
        said = ", ".join(f"{number} {kind}" for kind, number in self.counts.items())
        self.bar.set_postfix_str(said, refresh=False)
        self.bar.update()

    def print(self, line: str) -> None:
        """Print a line above the bar."""
        if self.bar.disable:
            print(line, flush=True)
        else:
            self.bar.write(line, file=sys.stdout)
            sys.stdout.flush()


def writes_blocks() -> bool:
    return (sys.stderr.encoding or "").lower().startswith("utf")


def kind_of(outcome: Outcome) -> str:
    """Say in one word how an assignment has gone."""
    if any(one.message for one in outcome.graded):
        return "broken"
    judged = [verdict for one in outcome.counted.values() for verdict in one.verdicts]
    return "full marks" if all(verdict.status == "correct" for verdict in judged) else "wrong"
