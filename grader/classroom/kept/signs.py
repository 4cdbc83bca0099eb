"""What can be seen in a student's cells without parsing them: functions, and reaching outside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grader.submission import MARKS

LONGEST = 10_000
"""Characters of a function that are kept; whoever writes more is not shown as an example."""

MOST_SIGNS = 8
MODULES = (
    "os|sys|subprocess|socket|ctypes|inspect|gc|importlib|builtins|signal|shutil|pathlib|pickle"
    r"|multiprocessing|threading|urllib|http|requests|solutions|grader\.(?!given\b)\w+"
)
SIGNS = (
    (re.compile(rf"^\s*(?:from|import)\s+({MODULES})\b", re.M), "imports {}"),
    (re.compile(r"(?<![\w.])(open|eval|exec|compile|__import__|globals)\s*\("), "calls {}"),
    (
        re.compile(r"(__subclasses__|__globals__|__code__|f_back|_getframe|get_objects)\b"),
        "uses {}",
    ),
    (re.compile(r"^\s*((?:np|numpy)(?:\.\w+)+)\s*=(?!=)", re.M), "replaces {}"),
    (re.compile(r"\b(gradebook|nbgrader|autograded)\b"), "speaks of the {}"),
)
"""Things of which no answer of this course has need; each may be innocent."""

TRIPLE = re.compile(r'"""|' + "'''")


def signs(sources: Sequence[str]) -> list[str]:
    """List signs of code that reaches outside its function, each once, in words.

    The course's own cells are passed over, and comments too.
    """
    own = (s for s in sources if not s.lstrip().startswith(MARKS))
    found = dict.fromkeys(said for source in own for said in in_cell(source))
    return list(found)[:MOST_SIGNS]


def in_cell(source: str) -> Iterator[str]:
    text = re.sub(r"#.*", "", source)
    for pattern, words in SIGNS:
        for match in pattern.finditer(text):
            yield words.format(match[1])


def function_in(sources: Sequence[str], name: str) -> str:
    """Give the text of the last definition of a function; "" where there is none, or a huge one."""
    begin = re.compile(rf"^def[ \t]+{name}\b", re.M)
    for source in reversed(sources):
        found = list(begin.finditer(source))
        if found:
            text = function_at(source[found[-1].start() :])
            return text if len(text) <= LONGEST else ""
    return ""


def function_at(text: str) -> str:
    """Cut a text off where the function with which it begins ends: at the next line in column 0."""
    kept: list[str] = []
    inside = False
    for line in text.split("\n"):
        if kept and not inside and re.match(r"[^\s#)\]}]", line):
            break
        kept.append(line)
        inside ^= len(TRIPLE.findall(line)) % 2 == 1
    while len(kept) > 1 and re.match(r"#|\s*$", kept[-1]):
        kept.pop()
    return "\n".join(kept)
