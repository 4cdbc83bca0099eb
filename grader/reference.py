"""Right answers: computed from the solutions where they are, or stored where they must not be."""

from __future__ import annotations

import importlib
import inspect
import types
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from grader import prints, stub
from grader.bank import Bank
from grader.checks.right import Right
from grader.exercise import PUBLIC_SEED, Answer, Exercise, Plan, Seed, make_plan
from grader.runners.trusted import answer
from grader.submission import GIVEN

MODULES = ("activations", "gradients", "rnn", "lstm")


class NoReference(Exception):
    """There are no right answers here to compare with."""


class Reference(Protocol):
    """What judging needs to know of the right answers."""

    def stub(self, name: str) -> str:
        """Give the source that a learner starts from."""

    def plan(self, exercise: Exercise) -> Plan:
        """Give the case set of an exercise."""

    def answers(self, plan: Plan) -> Mapping[str, Answer]:
        """Give the right answer to every call of a plan."""

    def helper(self, exercise: Exercise) -> Callable[..., Any] | None:
        """Give a right version of the cell function that a sequence exercise calls."""

    def bank(self, plan: Plan) -> Bank:
        """Give the known mistakes of an exercise, with the prints of their answers to a plan."""

    def source(self, name: str) -> str:
        """Give the source of the right implementation, or nothing where it may not be."""

    def on_example(self, name: str, args: tuple[Any, ...]) -> Any:
        """Give what an exercise's function makes of the example that lessons play with."""


def find() -> Reference:
    """Find the right answers that are here: stored ones in a release, else the solutions.

    Raises
    ------
    NoReference
        If there are neither.
    """
    from grader.stored import FOLDER, Stored

    return Stored() if FOLDER.is_dir() else Live()


class Live:
    """Right answers computed from the installed solutions.

    Parameters
    ----------
    seed : int or list of int
        Of the case sets; without one, that of the public cases.
    """

    def __init__(self, seed: Seed = PUBLIC_SEED) -> None:
        self.seed = seed
        self._functions: dict[str, Callable[..., Any]] = {}
        self._sources: dict[str, str] = {}
        self._stubs: dict[str, str] = {}
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

    def among(self, name: str, others: Mapping[str, Callable[..., Any]]) -> Callable[..., Any]:
        """Give the right implementation as it is when it calls other functions by these names."""
        function = self._functions[name]
        space = {**function.__globals__, **others}
        return types.FunctionType(function.__code__, space, name, function.__defaults__)

    def source(self, name: str) -> str:
        """Give the source of the right implementation."""
        if name not in self._sources:
            self._sources[name] = inspect.getsource(self._functions[name])
        return self._sources[name]

    def stub(self, name: str) -> str:
        if name not in self._stubs:
            self._stubs[name] = stub.cut(self.source(name))
        return self._stubs[name]

    def plan(self, exercise: Exercise) -> Plan:
        return make_plan(exercise, self, self.seed)

    def answers(self, plan: Plan) -> Mapping[str, Answer]:
        function = self._functions[plan.exercise.name]
        return Right(plan, {name: answer(function, call) for name, call in plan.calls.items()})

    def helper(self, exercise: Exercise) -> Callable[..., Any] | None:
        return self._functions[exercise.helper] if exercise.helper else None

    def bank(self, plan: Plan) -> Bank:
        from grader.edited import EditedBank

        function = self._functions[plan.exercise.name]
        space = {**function.__globals__, **{tool: self._functions[tool] for tool in GIVEN}}
        known = prints.stored(plan.exercise.name) if plan.seed == PUBLIC_SEED else None
        return EditedBank(plan, self.source(plan.exercise.name), space, known)

    def on_example(self, name: str, args: tuple[Any, ...]) -> Any:
        return self._functions[name](*args)
