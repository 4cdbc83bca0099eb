"""Which texts of errors and warnings are sentences of Python's and NumPy's own.

A student's code can raise an error of any text, made of whatever it has been given. The sentences
in `sentences.txt`, one a line, have places for no more than this:

* `{name}`, `{names}`: words of the student's source, or words that everybody knows;
* `{text}`: a text that stands between quotes in the student's source;
* `{n}`, `{shape}`, `{shapes}`: numbers of up to three digits;
* `{op}`, `{dtypes}`: signs such as `+`, and kinds of numbers.
"""

from __future__ import annotations

import builtins
import keyword
import re
import types
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np

from grader.exercises import EXERCISES

FILE = Path(__file__).with_name("sentences.txt")
ALONE = ("{text}", "{n}", "None")
"""What an error may say without any sentence, such as a key that is not there."""

CUT = {
    "Unable to allocate": "Unable to allocate an array of that size",
    "cannot import name": "a name cannot be imported",
    "Conversion of an array with ndim > 0 to a scalar is deprecated": (
        "Conversion of an array with ndim > 0 to a scalar is deprecated"
    ),
}
"""How a sentence begins that holds more than should be shown -> what is shown of it."""

NUMBER = "-?[0-9]{1,3}"
SHAPE = rf"\((?:{NUMBER}|newaxis)?(?:, ?(?:{NUMBER}|newaxis)){{0,5}},?\)"
DTYPE = r"(?:dtype\('[<>|=]?[A-Za-z]{1,8}[0-9]{0,3}'\)|<class 'numpy\.dtypes\.\w{1,20}'>|None)"
SLOTS = {
    "n": NUMBER,
    "shape": SHAPE,
    "shapes": rf"{SHAPE}(?:(?: {{1,2}}|->){SHAPE}){{0,7}}",
    "op": r"[-+*/@%&|^<>=~]{1,3}(?: or pow\(\))?",
    "dtypes": rf"\(?{DTYPE}(?:, {DTYPE}){{0,4}}\)?",
    "name": r"[\w<>]{1,60}(?:\.[\w<>]{1,60}){0,3}",
    "names": r"'\w{1,60}'(?:,? (?:and )?'\w{1,60}'){0,7}",
    "text": r".{1,200}",
}
MOST_WORDS = 20_000
"""Of a source; whoever writes more of them could say much with a single one."""

MORE_WORDS = """
AxisError ComplexWarning LinAlgError NoneType UFuncTypeError accumulate at axis1 axis2
builtin_function_or_method cast destination dot ellipsis function linalg matvec method
method_descriptor module ndarray no numpy random reduce safe same_kind scipy source unsafe vecdot
vecmat
""".split()  # noqa: SIM905


class Source:
    """What a student has written, for telling words of theirs from words made while it ran.

    Parameters
    ----------
    sources : iterable of str
        All their cells.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        self.text = "\n".join(sources)
        words = set(re.findall(r"\w+", self.text))
        self.words = words if len(words) <= MOST_WORDS else set()

    def has_word(self, word: str) -> bool:
        word = word.strip("<>")
        return word.isidentifier() and (word in self.words or word in vocabulary())

    def has_text(self, text: str) -> bool:
        bare = text[1:-1] if text[:1] == text[-1:] and text[:1] in ("'", '"') else text
        return self.has_word(bare) or any(q + bare + q in self.text for q in ("'", '"'))

    def explains(self, slot: str, filling: str) -> bool:
        """Say whether what stands in a place of a sentence may stand there."""
        if slot == "text":
            return self.has_text(filling)
        if slot in ("name", "names"):
            words = filling.split(".") if slot == "name" else re.findall(r"'(\w+)'", filling)
            return all(map(self.has_word, words))
        return True


def public(text: str, source: Source) -> str:
    """Give a text as far as it is a sentence of Python's or NumPy's own; else ""."""
    for beginning, said in CUT.items():
        if text.startswith(beginning):
            return said
    for slots, pattern in sentences():
        found = pattern.fullmatch(text)
        if found and all(map(source.explains, slots, found.groups())):
            return text
    return ""


@cache
def sentences() -> list[tuple[tuple[str, ...], re.Pattern[str]]]:
    """Read the sentences: the kinds of their places, and what they look like."""
    lines = [*FILE.read_text("utf-8").splitlines(), *ALONE]
    return [compiled(line) for line in lines]


def compiled(line: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    parts = re.split(r"\{(\w+)\}", line)
    slots = tuple(parts[1::2])
    pattern = "".join(
        f"({SLOTS[part]})" if number % 2 else re.escape(part) for number, part in enumerate(parts)
    )
    return slots, re.compile(pattern)


@cache
def vocabulary() -> frozenset[str]:
    """Gather the words that everybody knows: Python's, NumPy's, and those of the exercises."""
    course = [
        word
        for exercise in EXERCISES.values()
        for word in (exercise.name, *exercise.arguments, *exercise.weights())
    ]
    known = [
        *dir(builtins),
        *keyword.kwlist,
        *dir(types),
        *dir(np),
        *dir(np.linalg),
        *dir(np.ndarray),
    ]
    return frozenset([*known, *course, *MORE_WORDS])
