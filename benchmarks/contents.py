"""What stands in a gradebook, written so that two of them can be compared."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

PARENTS_FIRST = (
    "course",
    "student",
    "assignment",
    "notebook",
    "base_cell",
    "submitted_assignment",
    "submitted_notebook",
)


def contents(gradebook: Path) -> dict[str, list[str]]:
    """Read a gradebook so that two of them can be compared.

    Returns
    -------
    tables : dict
        Table -> its rows in order. Random ids are replaced by what they stand for.
    """
    with closing(sqlite3.connect(gradebook)) as base:
        base.row_factory = sqlite3.Row
        names = [
            row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        order = sorted(names, key=lambda n: PARENTS_FIRST.index(n) if n in PARENTS_FIRST else 99)
        meant: dict[str, str] = {}
        return {name: list(rows(base.execute(f"SELECT * FROM {name}"), meant)) for name in order}


def rows(found: Iterable[sqlite3.Row], meant: dict[str, str]) -> list[str]:
    lines = []
    for row in found:
        own = {key: meant.get(row[key], row[key]) for key in row.keys()}  # noqa: SIM118
        identity = own.pop("id", None)
        random_id = isinstance(identity, str) and len(identity) == 32 and identity.isalnum()
        if not random_id and identity is not None:
            own["id"] = identity
        lines.append(json.dumps(own, ensure_ascii=False, sort_keys=True))
        if random_id:
            meant[identity] = short(own)
    return sorted(lines)


def short(row: dict[str, Any]) -> str:
    """Name a row by what it is about: its name, and the rows that it belongs to."""
    about = (value for key, value in sorted(row.items()) if key == "name" or key.endswith("_id"))
    return " < ".join(str(value) for value in about)
