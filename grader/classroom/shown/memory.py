"""What has been made once and may be asked for again, as long as there is room for it."""

from __future__ import annotations

from collections.abc import Sized
from typing import Generic, TypeVar

ROOM = 40_000_000
"""Characters. A class's cells take a few million; a student's pictures may take any number."""

Made = TypeVar("Made", bound=Sized)


class Memory(Generic[Made]):
    """Keeps things by their names; when it is full it forgets all, and begins anew."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self.taken = 0
        self.kept: dict[str, Made] = {}

    def get(self, name: str) -> Made | None:
        return self.kept.get(name)

    def keep(self, name: str, made: Made) -> Made:
        """Keep a thing, and give it back."""
        self.taken += len(name) + len(made)
        if self.taken > self.room:
            self.kept.clear()
            self.taken = len(name) + len(made)
        self.kept[name] = made
        return made
