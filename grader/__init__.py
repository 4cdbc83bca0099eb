"""The grader of the course "RNN and LSTM in NumPy": what a notebook needs.

Its parts are imported when they are asked for, so that pytest, which loads `grader.pytest_plugin`
at every start, does not wait for them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from grader.given import earlier
    from grader.notebook import check, failing_case
    from grader.study.hints import hint, progress, reveal

__all__ = ["check", "earlier", "failing_case", "hint", "progress", "reveal"]

HOMES = {
    "check": "grader.notebook",
    "earlier": "grader.given",
    "failing_case": "grader.notebook",
    "hint": "grader.study.hints",
    "progress": "grader.study.hints",
    "reveal": "grader.study.hints",
}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)
