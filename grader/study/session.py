"""What one kernel remembers of a learner's work: attempts made and hints given."""

from __future__ import annotations

from grader.verdict import Verdict


class Session:
    """Attempts and hints since the kernel started; nothing of it is written to a file."""

    def __init__(self) -> None:
        self.attempted: set[str] = set()
        self._hints: dict[str, tuple[str, int]] = {}

    def note(self, verdict: Verdict) -> None:
        """Remember an attempt: a check of a function that is not the stub any more."""
        if verdict.status not in ("missing", "not_started"):
            self.attempted.add(verdict.exercise)

    def climb(self, name: str, trouble: str) -> int:
        """Go one hint further where the trouble is that of the last hint, else begin anew.

        Parameters
        ----------
        name : str
            The name of an exercise.
        trouble : str
            What tells this trouble from another one.
        """
        before, level = self._hints.get(name, ("", 0))
        level = level + 1 if trouble == before else 1
        self._hints[name] = trouble, level
        return level

    def last(self, name: str) -> str:
        """Give the trouble of the last hint, or "" where there was none."""
        return self._hints.get(name, ("", 0))[0]

    def repaired(self, name: str) -> bool:
        """Forget the hints of an exercise, and say whether there were any."""
        return self._hints.pop(name, None) is not None


SESSION = Session()
