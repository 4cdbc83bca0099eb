"""The door in a notebook: `check("rnn_cell_forward")` gives a card to look at and a number.

What is judged is what a grade would see: the definitions of the cells that were run, in a clean
namespace, without the variables that demos left behind.
"""

from __future__ import annotations

import builtins
import copy
import inspect
import sys
import types
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from grader import reference
from grader.course import CourseError
from grader.exercise import Plan, Run
from grader.exercises import EXERCISES
from grader.judging import SECONDS, Runner, Setting, judge_exercise, setting_for
from grader.own_slopes import second_opinion
from grader.reference import NoReference, Reference
from grader.runners import in_process, limits, namespace
from grader.show.card import Result
from grader.study.session import SESSION
from grader.submission import Code, Piece, from_pieces
from grader.verdict import Verdict

Asked = str | Callable[..., Any]


def check(function: Asked = "", debug: bool = False) -> Result:
    """Judge one function of this notebook and show what is right, what is wrong and what to do.

    Parameters
    ----------
    function : str or callable
        The name of an exercise, or the function itself.
    debug : bool
        Raise where the function raised, so that the debugger can be used there.

    Returns
    -------
    result : Result
        A float from 0 to the exercise's points that shows itself as a card.
    """
    name = name_of(function)
    if name not in EXERCISES:
        return Result(unknown(name))
    try:
        exercise, right = EXERCISES[name], reference.find()
    except (CourseError, NoReference) as error:
        return Result(Verdict(name, "missing", 0.0, 0.0, str(error)))
    code, runner = find(function, name)
    verdict = judge_exercise(exercise, code, right, runner)
    SESSION.note(verdict)
    if verdict.status == "wrong":
        said = second_opinion(exercise, code, right, runner, notebook_session() or {})
        verdict = replace(verdict, notes=(*verdict.notes, *([said] if said else [])))
    if debug and verdict.status == "crashed":
        raise_again(name, code, right)
    return Result(with_notebook_names(verdict))


def failing_case(function: Asked = "") -> dict[str, Any]:
    """Give the inputs of the first call that went wrong, by argument name, to play with.

    Parameters
    ----------
    function : str or callable
        The name of an exercise, or the function itself.

    Returns
    -------
    inputs : dict
        Such as {"da_next": …, "cache": …}; empty if nothing is wrong.
    """
    name = name_of(function)
    if name not in EXERCISES:
        print(unknown(name).message)
        return {}
    try:
        exercise, right = EXERCISES[name], reference.find()
    except (CourseError, NoReference) as error:
        print(error)
        return {}
    plan = right.plan(exercise)
    code, runner = find(function, name)
    verdict = judge_exercise(exercise, code, right, runner)
    calls = [f.call for output in verdict.outputs for f in output.findings if f.call]
    if verdict.status == "correct":
        print(f"Nothing is wrong with {name}.")
        return {}
    call = plan.calls[next((c for c in plan.calls if c in calls), "plain")]
    return dict(zip(exercise.arguments, copy.deepcopy(call.args), strict=True))


def name_of(function: Asked) -> str:
    return function if isinstance(function, str) else str(getattr(function, "__name__", "?"))


def unknown(name: str) -> Verdict:
    asked = f"There is no exercise called {name}." if name else "Which exercise?"
    said = f"{asked} The exercises are: {', '.join(EXERCISES)}."
    return Verdict(name, "missing", 0.0, 0.0, said)


def find(function: Asked, name: str) -> tuple[Code, Runner]:
    """Find a function's code: the cells that were run, else its own file, else the bare object."""
    session = notebook_session()
    if session is not None:
        mine = session.get(name)
        if isinstance(function, str) or function is mine:
            code = from_pieces(cells_run(session))
            if code.defines(name) or name in code.broken or mine is None:
                return code, in_process.run
            function = mine
    elif isinstance(function, str):
        function = caller_globals().get(name, name)
    if isinstance(function, str):
        return from_pieces([]), in_process.run
    code = from_source_file(function)
    if code.defines(name):
        return code, in_process.run
    bare = Piece("<function>", f"def {name}(*args): raise NotImplementedError")
    return from_pieces([bare]), runner_of(function)


def from_source_file(function: Callable[..., Any]) -> Code:
    try:
        source_file = inspect.getsourcefile(function)
        source = Path(source_file).read_text("utf-8") if source_file else ""
    except (TypeError, OSError, UnicodeDecodeError):
        return from_pieces([])
    return from_pieces([Piece(Path(str(source_file)).name, source)])


def runner_of(function: Callable[..., Any]) -> Runner:
    """Run a function that has no source: itself, with its helper replaced among its globals."""

    def run(code: Code, plan: Plan, setting: Setting) -> Run:
        helper = in_process.CountedHelper(setting.helper) if setting.helper else None
        space = dict(getattr(function, "__globals__", {}))
        if helper and plan.exercise.helper:
            space[plan.exercise.helper] = helper
        bound = function
        if isinstance(function, types.FunctionType):
            bound = types.FunctionType(
                function.__code__, space, None, function.__defaults__, function.__closure__
            )
        with limits.quiet(), limits.time_limit(SECONDS):
            named = {plan.exercise.name: bound}
            return Run(in_process.calls_in(lambda: named, plan, helper))

    return run


def notebook_session() -> dict[str, Any] | None:
    """Give the variables of the running notebook, or None outside one."""
    get_ipython = getattr(builtins, "get_ipython", None)
    shell = get_ipython() if get_ipython else None
    return None if shell is None else shell.user_ns


def cells_run(session: dict[str, Any]) -> Iterable[Piece]:
    for number, source in enumerate(session.get("In", [])):
        yield Piece(f"code cell [{number}]", source)


def caller_globals() -> dict[str, Any]:
    frame: types.FrameType | None = sys._getframe(1)
    while frame and str(frame.f_globals.get("__name__")).startswith("grader."):
        frame = frame.f_back
    return frame.f_globals if frame else {}


def with_notebook_names(verdict: Verdict) -> Verdict:
    """Explain a NameError by the variable of the notebook that the function leaned on."""
    session = notebook_session() or {}
    words = verdict.message.split("'")
    if not verdict.message.startswith("NameError") or len(words) < 2 or words[1] not in session:
        return verdict
    said = (
        f"`{words[1]}` is a variable of this notebook. A grade would not have it: take it from the "
        "function's arguments."
    )
    return replace(verdict, notes=(*verdict.notes, said))


def raise_again(name: str, code: Code, right: Reference) -> None:
    """Repeat the first call that crashed, and let the exception through."""
    exercise = EXERCISES[name]
    plan = right.plan(exercise)
    setting = setting_for(exercise, code, right)
    substitutes = setting.replacing(exercise, setting.helper)
    function = namespace.build(code, setting.given, substitutes)[name]
    for call in plan.calls.values():
        function(*copy.deepcopy(call.args))
