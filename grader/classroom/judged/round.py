"""One grading of one assignment: its case set is secret, the same for the whole class, and can be
drawn again."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
import stat
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from grader.assignments import assignment_of
from grader.bank import Bank
from grader.exercise import Answer, Exercise, Plan, make_plan
from grader.reference import Live

SECRET = "secret"


class SecretError(Exception):
    """The course's secret cannot be used; the message says what to do."""


def secret_of(course: Path) -> bytes:
    """Read the secret of a course, or make one that only its owner can read.

    Raises
    ------
    SecretError
        If others can read it, or it is not what was written.
    """
    path = course / SECRET
    try:
        course.mkdir(parents=True, exist_ok=True)
        if not os.path.lexists(path):
            make_secret(path)
        return read_secret(path)
    except OSError as error:
        raise SecretError(f"{path} cannot be used: {error.strerror}.") from None


def make_secret(path: Path) -> None:
    """Write a new secret whole or not at all, and never over one that another run has made."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".secret-")  # mode 0600
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32) + "\n")
            file.flush()
            os.fsync(descriptor)
        with contextlib.suppress(FileExistsError):
            os.link(name, path)
    finally:
        os.unlink(name)


def read_secret(path: Path) -> bytes:
    """Read a secret.

    Raises
    ------
    SecretError
        If others can read it, or it is none.
    """
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise SecretError(f"Others can read {path}. Take that right away: chmod 600 {path}")
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except ValueError:
        key = b""
    if len(key) != 32:
        raise SecretError(
            f"{path} does not hold a secret of this course. Put the old file back; without it, "
            "earlier rounds cannot be drawn again. If there were none, delete it."
        )
    return key


class Round(Live):
    """Right answers on the secret cases of one round.

    Parameters
    ----------
    secret : bytes
        The course's.
    number : int
        Of the round, from 1.
    """

    def __init__(self, secret: bytes, number: int = 1) -> None:
        super().__init__()
        self.secret = secret
        self.number = number
        self.plan_of = cache(self.draw)
        self.answers_of = cache(self.compute)
        self.bank_of = cache(self.gather)
        self.plans: dict[str, Plan] = {}

    def name(self, assignment: str) -> str:
        """Name the round, such as "1_rnn-1"."""
        return f"{assignment}-{self.number}"

    def plan(self, exercise: Exercise) -> Plan:
        return self.plan_of(exercise.name, exercise)

    def answers(self, plan: Plan) -> Mapping[str, Answer]:
        return self.answers_of(plan.exercise.name)

    def bank(self, plan: Plan) -> Bank:
        return self.bank_of(plan.exercise.name)

    def draw(self, name: str, exercise: Exercise) -> Plan:
        self.plans[name] = make_plan(exercise, self, seed(self.secret, exercise, self.number))
        return self.plans[name]

    def compute(self, name: str) -> Mapping[str, Answer]:
        return super().answers(self.plans[name])

    def gather(self, name: str) -> Bank:
        return super().bank(self.plans[name])


def seed(secret: bytes, exercise: Exercise, number: int) -> list[int]:
    """Derive the seed of an assignment's cases: HMAC-SHA256 of its name and the round.

    Returns
    -------
    words : list of int
        Eight numbers of 32 bits.
    """
    message = f"{assignment_of(exercise.lesson)}\n{number}".encode()
    digest = hmac.new(secret, message, hashlib.sha256).digest()
    return [int.from_bytes(digest[i : i + 4], "little") for i in range(0, 32, 4)]
