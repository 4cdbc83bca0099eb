"""Right answers. Here alone, and in the build and the classroom, the solutions are in reach."""

from __future__ import annotations

import copy
import importlib
import inspect
import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.diagnosis import Bank
from grader.exercise import Answer, Call, Failure, Plan
from grader.runners.plain import plain
from grader.submission import GIVEN

if TYPE_CHECKING:
    from solutions.mistakes import Mistake

MODULES = ("activations", "gradients", "rnn", "lstm")


class NoReference(Exception):
    """There are no right answers here to compare with."""


class Live:
    """Right answers computed from the installed solutions."""

    def __init__(self) -> None:
        self._functions: dict[str, Callable[..., Any]] = {}
        self._sources: dict[str, str] = {}
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
        if name not in self._sources:
            self._sources[name] = inspect.getsource(self._functions[name])
        return self._sources[name]

    def answers(self, plan: Plan) -> Mapping[str, Answer]:
        """Give the right answer to every call of a plan."""
        function = self._functions[plan.exercise.name]
        return {name: answer(function, call) for name, call in plan.calls.items()}

    def bank(self, plan: Plan) -> Bank:
        """Give the known mistakes of an exercise, ready to make the plan's calls when asked."""
        from solutions import mistakes

        name = plan.exercise.name
        return [(mistake, self.wrong_answers(mistake, plan)) for mistake in mistakes.of(name)]

    def wrong_answers(self, mistake: Mistake, plan: Plan) -> Callable[[str], Answer]:
        from solutions import mistakes

        known: dict[str, Answer] = {}
        space: dict[str, Any] = {}

        def answer_to(call: str) -> Answer:
            if not space:
                space.update(self._functions[mistake.of].__globals__)
                space.update({tool: self._functions[tool] for tool in GIVEN})
                exec(mistakes.apply(mistake, self.source(mistake.of)), space)
            if call not in known:
                known[call] = wrong_answer(space[mistake.of], plan.calls[call])
            return known[call]

        return answer_to


def wrong_answer(function: Callable[..., Any], call: Call) -> Answer:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return answer(function, replace(call, args=copy.deepcopy(call.args)))
        except Exception as error:
            return Answer(failure=Failure("crashed", type(error).__name__))


def answer(function: Callable[..., Any], call: Call) -> Answer:
    return Answer(plain(function(*(as_float64(arg) for arg in call.args))))


def as_float64(value: Any) -> Any:
    """Widen float32 inputs, so that the right answer is right to the last digit of a float32."""
    if isinstance(value, np.ndarray) and value.dtype == np.float32:
        return value.astype(np.float64)
    if isinstance(value, tuple | list):
        return type(value)(as_float64(item) for item in value)
    if isinstance(value, dict):
        return {key: as_float64(item) for key, item in value.items()}
    return value
