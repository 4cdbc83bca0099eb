"""Read course.toml: which exercises count, and for how many points."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

DEFAULT = Path(__file__).resolve().parent.parent / "course.toml"
LARGEST = 1000


class CourseError(Exception):
    """A course.toml that cannot be used; the message is for whoever edited it."""


def load(path: Path, exercises: Collection[str]) -> dict[str, float]:
    """Read what counts.

    Parameters
    ----------
    path : Path
        A file like the course's own course.toml.
    exercises : collection of str
        The names that may stand in it.

    Returns
    -------
    points : dict
        Exercise -> points, for those that count.

    Raises
    ------
    CourseError
        If the file is missing or not TOML, or names an exercise or points that cannot be.
    """
    text = read(path)
    points = points_table(path, text)
    for name, value in points.items():
        if name not in exercises:
            raise CourseError(
                f"{place(path, text, name)}: there is no exercise called {name}. "
                f"The exercises are: {', '.join(exercises)}."
            )
        if not are_points(value):
            raise CourseError(
                f"{place(path, text, name)}: the points of {name} have to be a number from 0.01 to "
                f"{LARGEST} with at most two decimals. Take the line out if it does not count."
            )
    return points


def read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise CourseError(
            f"There is no file {path}, which says how many points an exercise brings. "
            "Copy the course's own course.toml there."
        ) from None
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not UTF-8 text. Save it as UTF-8.") from None


def points_table(path: Path, text: str) -> dict[str, Any]:
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CourseError(
            f"{path} is not valid TOML: {error}. A line looks like this: sigmoid = 2"
        ) from None
    points = table.pop("points", None)
    if not isinstance(points, dict):
        raise CourseError(f"{path} has no line [points]. Put it above the exercises.")
    for name in table:
        raise CourseError(
            f"{place(path, text, name)}: {name} means nothing here. "
            "What counts stands below the line [points]."
        )
    return points


def are_points(value: Any) -> bool:
    """Say whether a value can be points: scores are rounded to two decimals, so these have them."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 < value <= LARGEST and round(value, 2) == value


def place(path: Path, text: str, name: str) -> str:
    """Name the file, and the line in which a name is set, if it can be found."""
    key = re.compile(rf"""\s*\[*\s*["']?{re.escape(name)}["']?\s*[=\].]""")
    found = (number for number, line in enumerate(text.split("\n"), 1) if key.match(line))
    number = next(found, None)
    return f"{path}, line {number}" if number else str(path)
