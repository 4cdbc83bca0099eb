"""A notebook as a file: cells of prose and of code, and the same bytes on every run."""

from __future__ import annotations

import json
from typing import Any

METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}

Cell = dict[str, Any]


def of_cells(cells: list[Cell]) -> dict[str, Any]:
    return {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}


def as_bytes(notebook: dict[str, Any]) -> bytes:
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def markdown(source: str, identity: str) -> Cell:
    return {"cell_type": "markdown", "id": identity, "metadata": {}, "source": lines(source)}


def code(source: str, identity: str, metadata: dict[str, Any]) -> Cell:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": identity,
        "metadata": metadata,
        "outputs": [],
        "source": lines(source),
    }


def lines(source: str) -> list[str]:
    return source.strip("\n").splitlines(keepends=True)
