"""Demos run on the student's own functions: when one of them is not there yet, say so in one line.

A demo calls `when_ready(draw, rnn_forward, rnn_backward)`. It gets the functions back wrapped, so
that one that returns None, raises, or returns something of another shape ends the demo with a
plain sentence and never with a traceback.
"""

import functools
import warnings
from collections.abc import Callable
from textwrap import fill
from types import TracebackType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from grader.exercises import LESSON_OF
from grader.given import StandIn

LINE: Final = 90
"""Characters that fit under a cell; JupyterLab breaks longer lines in mid-word."""


class Unfinished(Exception):
    """A function of the student is missing or does not fit; the text is the line to print."""


def missing(name: str, because: str = "returns None") -> Unfinished:
    """Build the line that asks for a function which is not written yet."""
    return Unfinished(
        f"Not yet: {name} {because}. Write it{_home(name)}, then run this cell again."
    )


def beyond_stored(name: str) -> Unfinished:
    """Build the line for a demo that the stored results of an earlier function do not cover."""
    return Unfinished(
        f"Not yet: this needs your own {name}; the stored results do not reach so far. "
        f"Write it{_home(name)}, then run the setup cell and this cell again."
    )


def misfit(name: str, because: str) -> Unfinished:
    """Build the line that asks for a function which is written and does not fit."""
    return Unfinished(
        f"Not yet: {name} {because}. Mend it{_home(name, 'its check tells more')}, "
        "then run this cell again."
    )


def expect(value: object, shape: tuple[int, ...], name: str, what: str) -> NDArray[np.float64]:
    """Hand back `value` as an array, or end the demo because it is no finite array of `shape`.

    Parameters
    ----------
    value : object
        What the function `name` returned under the name `what`.
    shape : tuple of int
        The shape that fits.
    name, what : str
        Both appear in the line that the reader sees.
    """
    if value is None:
        raise missing(name, f"returns None for {what}")
    if not isinstance(value, np.ndarray):
        raise misfit(name, f"returns a {type(value).__name__} for {what}, not an array")
    if value.shape != shape:
        raise misfit(name, f"returns {what} of shape {value.shape}, where {shape} fits")
    array = np.asarray(value, dtype=float)
    if not np.isfinite(array).all():
        raise misfit(name, f"returns {what} with entries that are not finite numbers")
    return array


def when_ready(call: Callable[..., Any], *functions: Any, **options: Any) -> Any:
    """Call `call(*functions, **options)`, or print one line about what stands in its way.

    Parameters
    ----------
    call : callable
        Draws or trains with the functions it is given.
    *functions
        The student's functions, in the order in which `call` takes them. What is no function is
        handed on untouched.
    **options
        Handed on untouched.

    Returns
    -------
    object
        What `call` returned, or None when something was not ready.
    """
    called: list[str] = []
    wrapped = [_watched(f, called) if callable(f) else f for f in functions]
    try:
        # A wrong formula may overflow; the sentence below is enough, and stderr stays empty.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return call(*wrapped, **options)
    except Unfinished as line:
        print(fill(str(line), LINE))
    except Exception as error:
        if not called:
            raise  # no student's function has run: the fault is ours and must not be hidden
        fault = misfit(called[-1], f"returns something that does not fit here ({_short(error)})")
        print(fill(str(fault), LINE))
    return None


def _watched(function: Callable[..., Any], called: list[str]) -> Callable[..., Any]:
    """Wrap a function so that None and exceptions become `Unfinished`."""
    name = getattr(function, "__name__", type(function).__name__)

    @functools.wraps(function)
    def watched(*arguments: Any, **keywords: Any) -> Any:
        called.append(name)
        try:
            answer = function(*arguments, **keywords)
        except Unfinished:
            raise
        except Exception as error:
            raise misfit(name, f"stops with {_short(error)}{_suspect(function, error)}") from error
        if answer is None and isinstance(function, StandIn):
            raise beyond_stored(name)
        if answer is None:
            raise missing(name)
        return answer

    return watched


def _home(name: str, also: str = "") -> str:
    notes = [f"notebook {LESSON_OF[name][:2]}"] if name in LESSON_OF else []
    notes += [also] if also else []
    return f" ({'; '.join(notes)})" if notes else ""


def _short(error: Exception) -> str:
    """Name an exception in a few words, on one line."""
    words = " ".join(str(error).split())
    words = words if len(words) <= 90 else words[:87] + "..."
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def _suspect(function: Callable[..., Any], error: Exception) -> str:
    """Name the course's function that the failing line of the student calls, or the line itself."""
    code = getattr(function, "__code__", None)
    helpers = [n for n in getattr(code, "co_names", ()) if n in LESSON_OF]
    if isinstance(error, TypeError) and "NoneType" in str(error) and helpers:
        return f" (it calls {' and '.join(helpers)}: is that written?)"
    line = _line_in(code, error.__traceback__)
    return f" in line {line} of its cell" if line else ""


def _line_in(code: object, step: TracebackType | None) -> int:
    """Find the line of `code` where an exception passed through, 0 if it never did."""
    line = 0
    while step is not None:
        if step.tb_frame.f_code is code:
            line = step.tb_lineno
        step = step.tb_next
    return line
