"""Names of people, looked for in what students have written, and taken out of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from grader.classroom.judged.messages import vocabulary
from grader.classroom.report.collecting import Person

GONE = "…"
SHORTEST_ID, SHORTEST_NAME, LONG_NAME = 4, 2, 5
"""A shorter id, such as 7, is a number like others; a longer name is found within words, too."""

PART = re.compile(r"[^\W\d_]+")
CAMEL = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+")
WORD = re.compile(r"\w+")
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
IN_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""How these are written where there is no key for them; ß is ss in any case."""


class Names:
    """The ids and names of a class.

    Words of Python, NumPy and the course are nobody's name, although somebody may be called Max.

    Parameters
    ----------
    people : iterable of Person
    """

    def __init__(self, people: Iterable[Person]) -> None:
        people = list(people)
        known = {word for p in people for word in (p.id, *p.others)}
        numbered = {word for word in known if re.search(r"\d", word)}
        spoken = [composed(text) for text in (*(p.name for p in people), *(known - numbered))]
        parts = {part for text in spoken for part in PART.findall(text)}
        self.names = {n for part in parts for n in spellings(part) if len(n) >= SHORTEST_NAME}
        self.long = [name for name in self.names if len(name) >= LONG_NAME]
        ids = [id for id in numbered if len("".join(WORD.findall(id))) >= SHORTEST_ID]
        self.ids = re.compile("|".join(map(spelt, ids)) or r"(?!)", re.I)
        self.is_name = cache(self.names_somebody)

    def names_somebody(self, word: str) -> bool:
        """Say whether a word is, or holds, somebody's name or id."""
        if self.ids.search(word):
            return True
        if word in vocabulary():
            return False
        parts = {plain(part) for part in (*PART.findall(word), *CAMEL.findall(word))}
        low = plain(word)
        return not parts.isdisjoint(self.names) or any(name in low for name in self.long)

    def out_of(self, text: str) -> str:
        """Take names out of a text."""
        text = self.ids.sub(GONE, composed(text))
        return WORD.sub(lambda m: GONE if self.is_name(m[0]) else m[0], text)

    def out_of_code(self, code: str) -> str:
        """Give other names to what is called after people, so that it stays code."""
        renamed: dict[str, str] = {}

        def other(match: re.Match[str]) -> str:
            word = match[0]
            if not self.is_name(word):
                return word
            if word[0].isdigit():
                return "0"
            return renamed.setdefault(word, f"renamed_{len(renamed) + 1}")

        return WORD.sub(other, composed(code))


def composed(text: str) -> str:
    """Write each letter as one sign, with its accent: a sign of its own would end the word."""
    return unicodedata.normalize("NFC", text)


def plain(word: str) -> str:
    """Write a word small and without accents."""
    signs = unicodedata.normalize("NFD", word.casefold().translate(LETTERS))
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def spellings(name: str) -> set[str]:
    """List how a name is spelt in plain letters: Müller as muller and as mueller."""
    return {plain(name), plain(name.casefold().translate(IN_TWO))}


def spelt(id: str) -> str:
    """Write the pattern of an id, which may have other signs or none between its parts."""
    parts = [re.escape(part) for part in re.findall(r"[^\W_]+", id)]
    pattern = r"[\W_]{0,2}".join(parts)
    return rf"(?<!\d){pattern}(?!\d)"
