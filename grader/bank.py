"""Known mistakes of one exercise, each with the prints that its wrong answers leave.

A bank says what a mistake does alone, and what two of them do together. It may run the wrong
implementations when it is asked, or look the prints up where no implementation may be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from grader.checks.values import FLOAT32_TOLERANCE, TOLERANCE, has_float32
from grader.exercise import Plan
from grader.fingerprint import Fingerprint, Seen, combined, take


class KnownMistake(Protocol):
    """What diagnosis has to know of a mistake."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def hints(self) -> tuple[str, str, str]: ...
    @property
    def reread(self) -> str: ...
    @property
    def spoils(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Prints:
    """The prints of one implementation's answers to a plan, by output.

    Attributes
    ----------
    whole : callable
        output -> its print over all calls; None if a call failed.
    first : callable
        output -> its print on the first call alone, which costs less; None where it is not known.
    """

    whole: Callable[[str], Fingerprint | None]
    first: Callable[[str], Fingerprint | None] = lambda output: None

    def are_like(self, known: Prints, output: str) -> bool:
        """Say whether an output is that of a known implementation, on every call."""
        early, first = known.first(output), self.first(output)
        if early and first and not first.is_like(early, FLOAT32_TOLERANCE):
            return False
        theirs = known.whole(output)
        own = self.whole(output) if theirs else None
        return own is not None and theirs is not None and own.is_like(theirs, TOLERANCE)


class Bank(Protocol):
    """The known mistakes of one exercise, the simpler ones first."""

    @property
    def known(self) -> Sequence[tuple[KnownMistake, Prints]]: ...

    def both(self, one: str, other: str) -> Prints | None:
        """Give the prints of two mistakes made at once, by their ids; None if they exclude
        each other."""


def prints_of(plan: Plan, seen: Callable[[str], Seen | None]) -> Prints:
    """Take prints of answers when they are first asked for, one call at a time.

    Parameters
    ----------
    plan : Plan
    seen : callable
        Name of a call -> what was found in its answer; None if the call failed.
    """

    @cache
    def one(call: str, output: str) -> Fingerprint | None:
        found = seen(call)
        return take(plan.exercise, found, output) if found else None

    @cache
    def whole(output: str) -> Fingerprint | None:
        prints = []
        for name, call in plan.calls.items():
            print_ = one(name, output)
            if print_ is None:
                return None
            close = FLOAT32_TOLERANCE if has_float32(call) else TOLERANCE
            prints.append((print_, TOLERANCE / close))
        return combined(prints)

    begin = next(iter(plan.calls))
    return Prints(whole, lambda output: one(begin, output))


@dataclass(frozen=True)
class StoredBank:
    """Known mistakes with prints from a table."""

    known: Sequence[tuple[KnownMistake, Prints]]
    pairs: Mapping[tuple[str, str], Prints]

    def both(self, one: str, other: str) -> Prints | None:
        return self.pairs.get((one, other)) or self.pairs.get((other, one))
