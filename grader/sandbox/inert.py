"""Stand-ins for what draws, shows and counts steps: a plot inside a function costs nothing.

In a notebook such calls work; in the sandbox there is nothing to draw on, and their packages are
not there. An import of them gives objects that accept everything and do nothing. What is iterated
through a progress bar comes out as it went in.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

PACKAGES = ("matplotlib", "mpl_toolkits", "seaborn", "plotly", "IPython", "ipywidgets", "tqdm")


class Inert:
    """Accepts every call and gives itself back; as a sequence, it is empty."""

    def __getattr__(self, name: str) -> Any:
        return attribute(name)

    def __setattr__(self, name: str, value: Any) -> None:
        pass

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        # As a decorator, such as @interact, it leaves the function what it is.
        alone = len(args) == 1 and not kwargs and isinstance(args[0], types.FunctionType)
        return args[0] if alone else self

    def __getitem__(self, key: Any) -> Inert:
        return self

    def __setitem__(self, key: Any, value: Any) -> None:
        pass

    def __enter__(self) -> Inert:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0


class Bar(Inert):
    """A progress bar: gives what it goes through, and shows nothing."""

    def __init__(self, iterable: Iterable[Any] = (), *_: Any, **__: Any) -> None:
        self.__dict__["iterable"] = iterable

    def __iter__(self) -> Iterator[Any]:
        return iter(self.iterable)

    def __len__(self) -> int:
        return len(self.iterable)


class Several(Inert):
    """Rows and columns of axes, which can be taken apart."""

    def __init__(self, *sides: int) -> None:
        self.__dict__["sides"] = sides

    def __iter__(self) -> Iterator[Any]:
        first, *rest = self.sides
        return iter([Several(*rest) if rest else INERT for _ in range(first)])


def steps(*args: Any, **_: Any) -> Bar:
    return Bar(range(*args))


def subplots(nrows: int = 1, ncols: int = 1, *_: Any, **__: Any) -> tuple[Inert, Inert]:
    sides = [side for side in (nrows, ncols) if side != 1]
    return INERT, Several(*sides) if sides else INERT


INERT = Inert()
KNOWN = {
    "tqdm": Bar,
    "tqdm_notebook": Bar,
    "trange": steps,
    "tnrange": steps,
    "subplots": subplots,
    "plot": lambda *_, **__: [INERT],
}
"""What is more than inert: progress bars, and calls whose result is usually taken apart."""


def attribute(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return KNOWN.get(name, INERT)


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports a stand-in for a package of the list, and for every module in it."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name.split(".")[0] not in PACKAGES:
            return None
        return importlib.util.spec_from_loader(name, self, is_package=True)

    def exec_module(self, module: types.ModuleType) -> None:
        module.__dict__["__getattr__"] = attribute


def install() -> None:
    """Let imports that find nothing find the stand-ins; a package that is there comes first."""
    sys.meta_path.append(Finder())
