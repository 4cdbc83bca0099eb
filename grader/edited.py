"""Known mistakes as what they are: edits of the right implementation, run when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, cached_property
from types import CodeType
from typing import Any

from grader.bank import Prints, prints_of
from grader.checks import contract
from grader.exercise import Plan
from grader.fingerprint import Seen
from grader.runners.trusted import wrong_answer
from solutions.mistakes import Mistake, apply, of


class EditedBank:
    """The known mistakes of an exercise, run on the calls of a plan.

    Parameters
    ----------
    plan : Plan
    source : str
        The right implementation.
    space : dict
        The names that it uses.
    stored : dict, optional
        Prints that are there already, by the mistake's id.
    """

    def __init__(
        self,
        plan: Plan,
        source: str,
        space: Mapping[str, Any],
        stored: Mapping[str, Prints] | None = None,
    ) -> None:
        self.stored = stored
        self.plan = plan
        self.source = source
        self.space = space
        self.both = cache(self.made_at_once)

    @cached_property
    def known(self) -> list[tuple[Mistake, Prints]]:
        mistakes = of(self.plan.exercise.name)
        if self.stored is not None:
            return [(mistake, self.stored[mistake.id]) for mistake in mistakes]
        return [(mistake, self.prints(apply(mistake, self.source))) for mistake in mistakes]

    def made_at_once(self, one: str, other: str) -> Prints | None:
        mistakes = {mistake.id: mistake for mistake, _ in self.known}
        wrong = at_once(self.source, mistakes[one], mistakes[other])
        try:
            return self.prints(compile(wrong, "two at once", "exec")) if wrong else None
        except SyntaxError:  # two edits of one line may make nonsense together
            return None

    def prints(self, wrong: str | CodeType) -> Prints:
        """Give the prints of a wrong implementation."""
        name = self.plan.exercise.name

        @cache
        def function() -> Callable[..., Any]:
            space = dict(self.space)
            exec(wrong, space)
            made: Callable[..., Any] = space[name]
            return made

        @cache
        def seen(call: str) -> Seen | None:
            given = wrong_answer(function(), self.plan.calls[call])
            return None if given.failure else contract.read(self.plan.exercise, given)

        return prints_of(self.plan, seen)


def at_once(source: str, one: Mistake, other: Mistake) -> str:
    """Make two mistakes in a source, if they touch different parts of it; "" if they do not."""
    spans = sorted(span(mistake, source) for mistake in (one, other))
    if spans[0][1] >= spans[1][0]:
        return ""
    for start, end, new in reversed(spans):
        source = source[:start] + new + source[end:]
    return source


def span(mistake: Mistake, source: str) -> tuple[int, int, str]:
    """Give (start, end, new text) of what a mistake changes, without what it leaves as it is."""
    start = source.index(mistake.old)
    old, new = mistake.old, mistake.new
    before = alike(old, new)
    after = alike(old[before:][::-1], new[before:][::-1])
    return start + before, start + len(old) - after, new[before : len(new) - after]


def alike(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
