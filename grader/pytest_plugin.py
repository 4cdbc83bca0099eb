"""The door for those who live in pytest: `pytest --submission FILE`, one test an output.

The learner's code runs in a child process, as with `grader check`; pytest never imports it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from grader.verdict import OutputVerdict, Verdict

OPTION = "--submission"


class NotRight(Exception):
    """An output that is not right; shown without a traceback."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("grader", "judge a learner's notebook or file")
    group.addoption(
        OPTION, metavar="FILE", help="a notebook (.ipynb) or Python file (.py) to judge"
    )


def pytest_configure(config: pytest.Config) -> None:
    file = config.getoption(OPTION)
    if file:
        path = Path(file).absolute()
        if not path.exists():
            raise pytest.UsageError(f"{OPTION}: there is no file {file}.")
        config.args = [str(path)]


def is_submission(path: Path, config: pytest.Config) -> bool:
    file = config.getoption(OPTION)
    return bool(file) and path == Path(file).absolute()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix != ".py" and is_submission(file_path, parent.config):
        return SubmissionFile.from_parent(parent, path=file_path)
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> Any:
    """Keep pytest from importing a learner's file into its own process."""
    if is_submission(module_path, parent.config):
        return SubmissionFile.from_parent(parent, path=module_path)
    return None


class SubmissionFile(pytest.File):
    """A learner's file, judged as a whole when it is collected."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.shown: set[str] = set()

    def collect(self) -> Iterator[pytest.Item]:
        from grader import reference
        from grader.course import CourseError
        from grader.judging import judge_code
        from grader.reference import NoReference
        from grader.runners.child import Child
        from grader.submission import Unusable, read

        try:
            code = read(self.path)
            with Child() as child:
                verdicts = list(judge_code(code, reference.find(), child))
        except (Unusable, NoReference, CourseError) as error:
            raise self.CollectError(str(error)) from None
        for verdict in verdicts:
            for output in verdict.outputs:
                name = f"{verdict.exercise}[{output.name}]"
                right = output.status == "right"
                why = reason(verdict, output)
                yield OutputItem.from_parent(self, name=name, right=right, verdict=verdict, why=why)
            unchanged = "changed in place" not in verdict.message
            name = f"{verdict.exercise}[inputs unchanged]"
            why = verdict.message.split("\n")[0]
            yield OutputItem.from_parent(self, name=name, right=unchanged, verdict=verdict, why=why)


def reason(verdict: Verdict, output: OutputVerdict) -> str:
    """Say in one line, the one of pytest's summary, what is wrong with an output."""
    from grader.verdict import details

    found = details(output) if verdict.status == "wrong" else []
    return f"{output.status}: {found[0]}" if found else verdict.message.split("\n")[0]


class Failure:
    """What pytest shows of a failed test: all of it once, and one line of it in the summary.

    A plain string would not do: with `-vv`, or on a server of continuous integration, the
    summary repeats the whole of it.
    """

    def __init__(self, why: str, card: str) -> None:
        self.why = why
        self.card = card

    def __str__(self) -> str:
        return f"{self.why}\n\n{self.card}"

    def toterminal(self, out: Any) -> None:
        out.line(str(self))

    @property
    def reprcrash(self) -> Crash:
        """Where pytest looks for the line of its summary."""
        return Crash(self.why)


class Crash(NamedTuple):
    """The part of pytest's `reprcrash` that its summary and its JUnit file read."""

    message: str


class OutputItem(pytest.Item):
    """One output of one exercise."""

    def __init__(self, *, right: bool, verdict: Verdict, why: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.right = right
        self.verdict = verdict
        self.why = why

    def runtest(self) -> None:
        if not self.right:
            raise NotRight

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the card of an exercise once; its other outputs have a line each."""
        from grader.show.terminal import text

        assert isinstance(self.parent, SubmissionFile)
        if self.verdict.exercise in self.parent.shown:
            return self.why
        self.parent.shown.add(self.verdict.exercise)
        return Failure(self.why, text(self.verdict))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, self.name
