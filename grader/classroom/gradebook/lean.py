"""nbgrader's tables without the rest of nbgrader, which takes a second to load.

Its package loads its programs, its server and its converters when any part of it is asked for. Here
it loads them when they are asked for, and its tables alone until then.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from types import ModuleType
from typing import Any

PACKAGE, TABLES = "nbgrader", "nbgrader.api"


def tables() -> Any:
    """Import `nbgrader.api`."""
    with without(NOT_NOW):
        if PACKAGE not in sys.modules:
            postpone()
        return importlib.import_module(TABLES)


def postpone() -> None:
    """Put an empty package in nbgrader's place, which fills itself once it is asked for more."""
    spec = find_spec(PACKAGE)
    assert spec
    assert spec.loader
    package, loader = ModuleType(PACKAGE), spec.loader
    package.__spec__ = spec
    package.__file__ = spec.origin
    package.__path__ = [*(spec.submodule_search_locations or [])]

    def find(name: str) -> Any:
        if not name.startswith("__"):
            with suppress(ModuleNotFoundError):
                return importlib.import_module(f"{PACKAGE}.{name}")
        if vars(package).pop("__getattr__", None):
            loader.exec_module(package)
        if name in vars(package):
            return vars(package)[name]
        raise AttributeError(f"module {PACKAGE!r} has no attribute {name!r}")

    package.__getattr__ = find  # type: ignore[method-assign]
    sys.modules[PACKAGE] = package


@contextmanager
def without(others: Mapping[str, Mapping[str, Any] | None]) -> Iterator[None]:
    """Import without some modules: with something in their place, or as if they were not there.

    Parameters
    ----------
    others : dict
        Name of a module -> what it holds for now; None if it is not to be found. Those that are
        loaded already stay as they are.
    """
    new = {name: held for name, held in others.items() if name not in sys.modules}
    for name, held in new.items():
        stand_in = ModuleType(name)
        vars(stand_in).update(held or {})
        sys.modules[name] = stand_in if held else None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in new:
            del sys.modules[name]


def later(module: str, name: str) -> Callable[..., Any]:
    """Give a function that is fetched when it is called."""

    def call(*args: Any, **kwargs: Any) -> Any:
        return getattr(importlib.import_module(module), name)(*args, **kwargs)

    return call


GRAMMARS: dict[str, Mapping[str, Any] | None] = {"rfc3987_syntax": None}
"""Compiles the grammar of Internet addresses, 38 times."""

UNPACKING = "setuptools.archive_util"
NOT_NOW: dict[str, Mapping[str, Any] | None] = {
    UNPACKING: {
        name: later(UNPACKING, name)
        for name in ("unpack_archive", "unpack_tarfile", "unpack_zipfile")
    },
    "nbformat.notebooknode": {"NotebookNode": dict},  # which it is, and stands in annotations
    **GRAMMARS,
}
"""What takes longer to load than the tables, and is not needed for them."""
