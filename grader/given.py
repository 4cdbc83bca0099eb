"""What a lesson hands to the learner: tools, an example, and functions of earlier notebooks."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from grader import reference
from grader.assignments import ASSIGNMENTS
from grader.exercises import LESSON_OF
from grader.exercises.draw import Sizes, lstm_parameters, rnn_parameters
from grader.runners import namespace
from grader.runners.plain import plain, same
from grader.submission import GIVEN, Code, Unusable, read

EXAMPLE = Sizes(n_x=3, n_a=5, n_y=2, m=4, T_x=8)


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Squash every entry into the interval from 0 to 1; z of any shape, the result the same."""
    e = np.exp(-np.abs(z))
    s: np.ndarray = np.where(z >= 0, 1, e) / (1 + e)
    return s


def softmax(z: np.ndarray) -> np.ndarray:
    """Turn every column into probabilities; z of any shape, classes along axis 0."""
    e = np.exp(z - z.max(axis=0, keepdims=True))
    p: np.ndarray = e / e.sum(axis=0, keepdims=True)
    return p


def example(kind: str = "rnn") -> tuple[np.ndarray, np.ndarray, dict[str, np.ndarray]]:
    """Give a small sequence and a network to play with.

    Parameters
    ----------
    kind : str
        "rnn" or "lstm"

    Returns
    -------
    x : ndarray, shape (3, 4, 8)
    a0 : ndarray, shape (5, 4)
    parameters : dict
        As `rnn_forward` or `lstm_forward` takes it, n_y = 2.
    """
    rng = np.random.default_rng(7)
    draw = {"rnn": rnn_parameters, "lstm": lstm_parameters}[kind]
    return EXAMPLE.x(rng), EXAMPLE.state(rng), draw(rng, EXAMPLE)


def earlier(name: str) -> Callable[..., Any]:
    """Fetch your own function from the earlier notebook that it belongs to.

    If it is not written yet, a stand-in takes its place. It knows the results for the arguments of
    `example` and returns None for all others.

    Parameters
    ----------
    name : str
        The name of an exercise.
    """
    notebook = notebook_of(name)
    if notebook is None:
        file = f"{LESSON_OF[name]}.ipynb"
        print(f"{name}: its notebook {file} is not here; using stored results.")
        return StandIn(name)
    try:
        code = read(notebook)
    except Unusable as error:
        print(f"{name}: {error} Using stored results.")
        return StandIn(name)
    function = load(code, name)
    if function is None:
        print(f"{name}: not written yet in {notebook.name}; using stored results.")
        return StandIn(name)
    print(f"{name}: yours, from {notebook.name}.")
    return function


def notebook_of(name: str) -> Path | None:
    """Find the notebook of an exercise, in this folder or the one of the other part."""
    file = f"{LESSON_OF[name]}.ipynb"
    for folder in (Path(), *(Path("..", assignment) for assignment in ASSIGNMENTS)):
        if (folder / file).is_file():
            return folder / file
    return None


def load(code: Code, name: str) -> Callable[..., Any] | None:
    """Bring one function of a notebook to life; None if it is untouched, absent or broken."""
    if not code.defines(name) or code.is_untouched(name, reference.find().stub(name)):
        return None
    tools = {tool: globals()[tool] for tool in GIVEN}
    function = namespace.build(code, tools, {}).get(name)
    return function if callable(function) else None


def arguments_on_example(name: str) -> tuple[Any, ...] | None:
    """Give the arguments by which a forward function works on `example`, None for others."""
    kind, _, rest = name.partition("_")
    if rest not in ("forward", "cell_forward"):
        return None
    x, a0, parameters = example(kind)
    if rest == "forward":
        return x, a0, parameters
    state = (a0, np.zeros_like(a0)) if kind == "lstm" else (a0,)
    return x[:, :, 0], *state, parameters


class StandIn:
    """Answers like an exercise's function, but only for the arguments of `example`."""

    def __init__(self, name: str) -> None:
        self.name = self.__name__ = name

    def __call__(self, *args: Any) -> Any:
        known = arguments_on_example(self.name)
        if known is None or not same(plain(args), plain(known)):
            return None
        return copy.deepcopy(reference.find().on_example(self.name, known))
