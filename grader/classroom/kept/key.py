"""When a file need not be graded again: a key of all that its grade follows from.

Two gradings of the same key give the same verdicts, but for what depends on the clock: whoever
means to pass a file over because of its key has to grade again what ran too long, once.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import platform
from collections.abc import Sequence
from functools import cache

import numpy as np

from grader.cells import Piece
from grader.classroom.handed_in.intake import File
from grader.classroom.judged.round import Round
from grader.judging import SECONDS
from grader.lab import ROOT
from grader.sandbox.lockdown import LIMITS
from grader.sandbox.session import BUDGET

FOLLOWS_FROM = ("grader/**/*.py", "grader/**/*.txt", "solutions/**/*.py", "course.toml")
ONLY_SHOWS = "grader/classroom/report/"


def key(file: File, pieces: Sequence[Piece], round: Round) -> str:
    """Give the key of one submitted file.

    It changes with the student's code, the file's name, this program, NumPy, Python, the limits,
    the points, the round and the course's secret; not with outputs and Markdown of a notebook.
    """
    limits = [SECONDS, BUDGET, *sorted(LIMITS.items())]
    return digest([file.name, code(file, pieces), checks(), limits, cases(round)])


def code(file: File, pieces: Sequence[Piece]) -> str:
    """Give a digest of a student's cells, or of the bytes of a file that has none."""
    cells = [[piece.place, piece.source] for piece in pieces]
    return digest(cells or [file.problem, hashlib.blake2b(file.content).hexdigest()])


def cases(round: Round) -> str:
    """Tell a round's cases from others without saying anything about them."""
    message = f"results\n{round.number}".encode()
    return hmac.new(round.secret, message, hashlib.sha256).hexdigest()[:16]


@cache
def checks() -> str:
    """Give the version of the checks: a digest of every file that a grade may follow from."""
    found = {path for pattern in FOLLOWS_FROM for path in ROOT.glob(pattern)}
    named = sorted((path.relative_to(ROOT).as_posix(), path) for path in found)
    texts = [
        [name, path.read_text("utf-8")] for name, path in named if not name.startswith(ONLY_SHOWS)
    ]
    return digest([texts, np.__version__, platform.python_version()])


def digest(content: object) -> str:
    text = json.dumps(content, ensure_ascii=True)
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
