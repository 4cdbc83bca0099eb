"""What each fork would do for the first time, done once before there is any.

Python runs a function faster when it has run before; patterns are compiled and course.toml is read
when they are first needed. A fork has all of that from the supervisor, which therefore plays one
submission through. It is written here, as are its inputs: a supervisor reads no student's code.
"""

from __future__ import annotations

import gc
import linecache
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.exercises import EXERCISES
from grader.exercises.draw import CASES
from grader.packing import pack, unpack
from grader.runners import namespace
from grader.sandbox import lockdown, replies, wire
from grader.sandbox.writer import Writer

ROUNDS = 3
LARGE = 100_000
"""To find so many bytes, malloc sorts all that was given back: here, so that no fork has to."""

CELL, SEQUENCE = "lstm_cell_backward", "lstm_backward"
SOURCE = f'''
from grader.given import sigmoid, softmax

def {CELL}(da_next, dc_next, cache):
    """Use what most answers use; give nothing that is right."""
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    z = sigmoid(np.concatenate((a_prev, xt)).T @ parameters["Wf"].T)
    return {{"da_prev": softmax(z).T + np.tanh(da_next), "dbf": z.sum(axis=1, keepdims=True)}}

def {SEQUENCE}(da, caches):
    steps, x = caches
    sums = np.zeros(da.shape)
    for t in reversed(range(da.shape[2])):
        sums[:, :, t] += {CELL}(da[:, :, t], da[:, :, t], steps[t])["da_prev"]
    return {{"dx": x * 1, "da0": sums, "steps": (steps, x)}}

CHECKED = {{name: len(name) for name in ("{CELL}",)}}
'''


class Over(BaseException):
    """The submission has been played through."""


class Played:
    """A channel on which one submission arrives, and all that is said is written and read."""

    def __init__(self) -> None:
        self.coming = iter([submission(), question(CELL, 10), question(SEQUENCE, 3)])
        self.writer = Writer()
        self.reader = wire.Reader()

    def request(self) -> Any:
        self.writer, self.reader = Writer(), wire.Reader()
        for packed in self.coming:
            return unpack(bytearray(packed), lent=True)
        raise Over

    def write(self, value: Any) -> None:
        self.reader.value_of(self.writer.frame(value))
        self.writer.sent()

    def reply(self, names: tuple[str, ...] = ()) -> dict[str, Any]:
        computed = {name: np.ones((5, 4)) for name in names}
        return replies.read(replies.written({"computed": computed}), names)


def submission() -> bytes:
    pieces = [[f"code cell {number}", SOURCE] for number in range(2)]
    stubs = {CELL: f"def {CELL}():\n    ...\n"}
    return pack({"pieces": pieces, "lesson": EXERCISES[CELL].lesson, "stubs": stubs})


def question(name: str, calls: int) -> bytes:
    """Ask about one exercise as a grade does, with ones for numbers."""
    sizes = CASES["plain"]
    n_x, n_a, n_y, m, T_x = sizes.n_x, sizes.n_a, sizes.n_y, sizes.m, sizes.T_x
    state, x = np.ones((n_a, m)), np.ones((n_x, m, T_x))
    parameters = {f"W{gate}": np.ones((n_a, n_a + n_x)) for gate in "fico"}
    parameters |= {f"b{gate}": np.ones((n_a, 1)) for gate in "fico"} | {"Wy": np.ones((n_y, n_a))}
    cache = (*[state] * 8, x[:, :, 0], parameters)
    args = (state, state, cache) if name == CELL else (np.ones((n_a, m, T_x)), ([cache] * T_x, x))
    return pack(
        {
            "exercise": name,
            "calls": [[f"{number}", args, ""] for number in range(calls)],
            "given": ["sigmoid", "softmax"],
            "substitutes": ["sigmoid", "softmax"],
            "seconds": 10.0,
            "chained": False,
        }
    )


def warm_up(answer_requests: Callable[[Any], None]) -> None:
    """Play a submission through, take away what it leaves, and set what remains aside.

    What is set aside is not looked through again when a fork collects its garbage.
    """
    for _ in range(ROUNDS):
        try:
            answer_requests(Played())
        except Over:
            continue
    namespace.compiled.cache_clear()
    sys.modules.pop("submission", None)
    linecache.clearcache()
    lockdown.landlock_version()  # finds the functions of the C library that locks need
    gc.collect()
    gc.freeze()
    bytes(LARGE)
