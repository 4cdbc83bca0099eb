"""Run a plan in this process: for a learner's own notebook, where nothing is at stake."""

from __future__ import annotations

import linecache
import traceback
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.exercise import Answer, Call, Failure, Plan, Run
from grader.judging import SECONDS, Setting
from grader.replay import Replay
from grader.runners.limits import TimeIsUp, quiet, time_limit
from grader.runners.misspelt import meant
from grader.runners.namespace import build
from grader.runners.plain import copied, describe, plain, same
from grader.submission import Code

HELPER_CALLS_A_STEP = 4
CHAINED_SECONDS = 2.0


TOO_LONG = Answer(
    failure=Failure("timeout", "stopped by the time limit. Is there an endless loop?")
)


def run(code: Code, plan: Plan, setting: Setting, seconds: float = SECONDS) -> Run:
    """Make every call of a plan on the learner's code.

    A sequence function is run with the right helper, and once more with the learner's own.

    Parameters
    ----------
    code : Code
        The learner's definitions.
    plan : Plan
        The calls.
    setting : Setting
        What surrounds the function.
    seconds : float
        The most that all calls together may take.
    """
    helper = CountedHelper(setting.helper) if setting.helper else None
    substitutes = setting.replacing(plan.exercise, helper)
    with quiet(), time_limit(seconds):
        answers = calls_in(lambda: build(code, setting.given, substitutes), plan, helper)
    notes = helper.notes() if helper else ()
    # A cell that is right but takes its arguments in another way makes the sequence fail.
    chained = setting.chained or any(answer.failure for answer in answers.values())
    if not (chained and plan.exercise.helper and code.defines(plan.exercise.helper)):
        return Run(answers, notes=notes)
    with quiet(), time_limit(min(seconds, CHAINED_SECONDS)):
        own = calls_in(lambda: build(code, setting.given, setting.substitutes), plan, None)
    return Run(answers, own, notes)


def calls_in(
    make_space: Callable[[], dict[str, Any]], plan: Plan, helper: CountedHelper | None
) -> dict[str, Answer]:
    """Make the calls in a fresh namespace; a definition that never ends counts as its function."""
    try:
        space = make_space()
    except TimeIsUp:
        return dict.fromkeys(plan.calls, TOO_LONG)
    return make_calls(space, plan, helper)


class CountedHelper:
    """The right cell function, which answers a bounded number of times for each call of a plan."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.left = 0
        self.__name__ = function.__name__  # a learner's own decorator may ask for it

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self.left <= 0:
            raise RuntimeError(f"{self.function.__name__} is called far more often than T_x times")
        self.left -= 1
        return self.function(*args, **kwargs)

    def begin(self, number: int, call: Call) -> None:
        """Begin a call of the plan; whoever asks elsewhere for the answers learns of it."""
        self.left = HELPER_CALLS_A_STEP * steps(call)
        begin = getattr(self.function, "begin", None)
        if begin:
            begin(number)

    def adopt(self, own: Any) -> None:
        """Hand the learner's function on to a replay, which asks it where nothing is stored."""
        if isinstance(self.function, Replay):
            self.function.adopt(own)

    def notes(self) -> tuple[str, ...]:
        said = self.function.note() if isinstance(self.function, Replay) else ""
        return (said,) if said else ()


def make_calls(
    space: dict[str, Any], plan: Plan, helper: CountedHelper | None
) -> dict[str, Answer]:
    function = space.get(plan.exercise.name)
    if not callable(function):
        failure = Failure("missing", why_not_callable(space, plan.exercise.name))
        return dict.fromkeys(plan.calls, Answer(failure=failure))
    answers: dict[str, Answer] = {}
    for number, (name, call) in enumerate(plan.calls.items()):
        if helper:
            helper.begin(number, call)
        answers[name] = make_call(function, plan, call)
        if answers[name] is TOO_LONG:
            return answers | {n: TOO_LONG for n in plan.calls if n not in answers}
    return answers


def why_not_callable(space: dict[str, Any], name: str) -> str:
    reason = space.get("__failed__", {}).get(name)
    if reason:
        return f"{name} is not defined: {explain(reason)}"
    if name in space:
        return f"{name} is {describe(space[name])}, not a function"
    return f"{name} is not defined"


def steps(call: Call) -> int:
    """Give T_x of a call: the last axis of its first argument."""
    return int(call.args[0].shape[-1])


def make_call(function: Callable[..., Any], plan: Plan, call: Call) -> Answer:
    args = copied(call.args)
    seen: list[str] = []
    try:
        with warnings.catch_warnings(), np.errstate():
            warnings.simplefilter("always")
            warnings.showwarning = lambda message, *_, **__: seen.append(str(message)[:200])
            value = plain(function(*args))
    except TimeIsUp:
        return TOO_LONG
    except BaseException as error:  # a learner's exit() or KeyboardInterrupt is a crash, too
        return Answer(failure=crashed(error))
    names = plan.exercise.arguments
    pairs = zip(names, args, call.args, strict=True)
    compared: set[tuple[int, int]] = set()
    changed = tuple(name for name, now, was in pairs if not same(now, was, compared))
    return Answer(value, changed=changed, warning=seen[0] if seen else "")


def crashed(error: BaseException) -> Failure:
    """Describe an exception by the last line of the learner's own code that it passed through."""
    said = explain(error)
    question = meant(error)
    said = f"{said}. {question}" if question else said
    frames = traceback.extract_tb(error.__traceback__)
    own = [
        frame for frame in frames if frame.filename in linecache.cache and is_own(frame.filename)
    ]
    if not own:
        return Failure("crashed", said)
    last = own[-1]
    return Failure("crashed", said, last.line or "", last.lineno or 0, last.filename)


def is_own(filename: str) -> bool:
    """Say whether a file name was remembered by `namespace.remember`, which gives no time stamp."""
    entry = linecache.cache.get(filename, ())
    return len(entry) == 4 and entry[1] is None


def explain(error: BaseException) -> str:
    try:
        text = str(error).strip().split("\n")[0][:300]
    except TimeIsUp:
        raise
    except BaseException:  # an exception of the learner's own may fail to print itself
        text = ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
