"""nbgrader's tables without the rest of nbgrader, which takes a second to load.

Its package loads its programs, its server and its converters when any part of it is asked for. Here
it loads them when they are asked for, and its tables alone until then.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from types import ModuleType
from typing import Any

PACKAGE, TABLES = "nbgrader", "nbgrader.api"


def tables() -> Any:
    """Import `nbgrader.api`."""
    with without_grammars():
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
def without_grammars() -> Iterator[None]:
    """Import nbgrader without a package that it can do without, and that takes longer than all
    the rest: it compiles the grammar of Internet addresses, 38 times."""
    name = "rfc3987_syntax"
    known = name in sys.modules
    if not known:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if not known:
            del sys.modules[name]
