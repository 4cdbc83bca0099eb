"""An instructor's words on a way to be wrong, in `comments.json`: for whoever makes that mistake.

They are kept with what recognises the mistake, not with who has made it. So they come with every
grading: to an answer that makes it late, and no longer to one that is right by now.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

from grader.classroom.judged.grading import Graded
from grader.classroom.remarks.slips import Slip, from_json, in_words, slip_of
from grader.classroom.whole_file import put
from grader.verdict import Verdict

FORMAT = 1
FILE = "comments.json"
CODE = " " * 4
UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)
REMEDY = "Mend it, or move it away to go on without your comments on groups."

TAKES_IN = re.compile(r"^(?: {4}|\t|\s*(?:[-+*]|\d{1,9}[.)]|:)\s)", re.M)
"""How a list or a block of code begins: indented lines after it would belong to it."""

APART = "<!-- -->"

CLOSERS = (
    r"x $$ y $ \\] \\) --> ?> ]]> </pre> </script> </style> </textarea> ` ``` ~~~ ** __ ~~ "
    r"> ) ] &lt; <b>z</b>"
)
"""Signs that end what words of Markdown can leave open, as somebody's error message may hold."""


class Unreadable(Exception):
    """The file of comments is damaged; the message says what to do."""


@dataclass(frozen=True)
class Remark:
    """Words on a way to be wrong, and the id that its cluster had when they were written."""

    cluster: str
    slip: Slip
    words: str


def place(course: Path) -> Path:
    """Say where the comments of a course are."""
    return course / FILE


def read(course: Path) -> tuple[Remark, ...]:
    """Read all comments of a course.

    Raises
    ------
    Unreadable
        If they are there and cannot be read: to go on without them would take them back.
    """
    path = place(course)
    try:
        content = json.loads(path.read_text("utf-8"))
        if content["format"] != FORMAT:
            raise Unreadable(f"{path} was written by another version of this program. {REMEDY}")
        return tuple(
            Remark(in_words(one["cluster"]), from_json(one), in_words(one["words"]))
            for one in content["comments"]
        )
    except FileNotFoundError:
        return ()
    except UNREADABLE as error:
        said = f"{type(error).__name__}: {error}"
        raise Unreadable(f"{path} cannot be read ({said}). {REMEDY}") from None


def write(course: Path, remarks: Iterable[Remark]) -> None:
    """Write all comments of a course, whole or not at all."""
    listed = [{"cluster": one.cluster, **one.slip.to_json(), "words": one.words} for one in remarks]
    content = {"format": FORMAT, "comments": listed}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    put(place(course), f"{text}\n".encode())


def about(remarks: Sequence[Remark], slip: Slip) -> Remark | None:
    """Find what was said on a way to be wrong."""
    return next((one for one in remarks if one.slip.is_like(slip)), None)


def words_on(remarks: Sequence[Remark], verdict: Verdict | None, one: Graded | None) -> str:
    """Find the words on an answer; "" where nothing was said of such."""
    if verdict is None or one is None:
        return ""
    if not any(remark.slip.exercise == verdict.exercise for remark in remarks):
        return ""
    slip = slip_of(verdict, one)
    found = about(remarks, slip) if slip else None
    return found.words if found else ""


def above(words: str, text: str) -> str:
    """Put words in Markdown above a block of code, so that it stays one."""
    between = f"\n\n{APART}\n\n" if TAKES_IN.search(words) else "\n\n"
    return f"{words}{between}{text}"


def is_closed(words: str) -> bool:
    """Say whether a block of code below some words is shown as code, whatever it holds.

    The words may have begun a formula, a fence or a comment of HTML that they do not end. Then
    a student's words below could end it, and what follows would be HTML.
    """
    from nbconvert.filters import markdown2html  # with which nbgrader shows comments

    ends = [rf"\end{{{name}}}" for name in re.findall(r"\\begin\{(.*?)\}", words)]
    lines = [" ".join([CLOSERS, *ends]), *CLOSERS.split(), *ends]
    code = "\n".join(lines)
    page, alone = (str(markdown2html(text)) for text in (words, indent(code, CODE)))
    whole = str(markdown2html(above(words, indent(code, CODE))))
    return whole.endswith(alone) and whole.startswith(page.rstrip())
