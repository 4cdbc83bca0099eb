"""Right answers. Here alone, and in the build and the classroom, the solutions are in reach."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Mapping
from typing import Any

from grader.exercise import Answer, Call, Plan
from grader.runners.plain import plain

MODULES = ("activations", "gradients", "rnn", "lstm")


class NoReference(Exception):
    """There are no right answers here to compare with."""


class Live:
    """Right answers computed from the installed solutions."""

    def __init__(self) -> None:
        self._functions: dict[str, Callable[..., Any]] = {}
        self._answers: dict[tuple[str, int], Mapping[str, Answer]] = {}
        for name in MODULES:
            try:
                module = importlib.import_module(f"solutions.{name}")
            except ModuleNotFoundError as error:
                raise NoReference(
                    "The package `solutions` is not here, so there is nothing to compare with. "
                    "Run this inside the course repository, after `make lab` or `pip install -e .`"
                ) from error
            self._functions |= {
                key: value
                for key, value in vars(module).items()
                if inspect.isfunction(value) and value.__module__ == module.__name__
            }

    def function(self, name: str) -> Callable[..., Any]:
        """Give the right implementation of an exercise."""
        return self._functions[name]

    def source(self, name: str) -> str:
        """Give the source of the right implementation."""
        return inspect.getsource(self._functions[name])

    def answers(self, plan: Plan) -> Mapping[str, Answer]:
        """Give the right answer to every call of a plan."""
        function = self._functions[plan.exercise.name]
        return {name: answer(function, call) for name, call in plan.calls.items()}


def answer(function: Callable[..., Any], call: Call) -> Answer:
    return Answer(plain(function(*(as_float64(arg) for arg in call.args))))


def as_float64(value: Any) -> Any:
    """Widen float32 inputs, so that the right answer is right to the last digit of a float32."""
    import numpy as np

    if isinstance(value, np.ndarray) and value.dtype == np.float32:
        return value.astype(np.float64)
    if isinstance(value, tuple | list):
        return type(value)(as_float64(item) for item in value)
    if isinstance(value, dict):
        return {key: as_float64(item) for key, item in value.items()}
    return value
