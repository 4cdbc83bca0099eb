"""Find what students handed in, and read it without trusting it.

A folder, a single file, a zip, or the tree submitted/<student>/<assignment>/ of nbgrader. What
cannot be read ends as one clear line for that student, and the others go on.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from grader.classroom.handed_in import archive
from grader.classroom.handed_in.archive import KINDS, LARGEST_ZIP, is_program, rank
from grader.submission import LARGEST_FILE

MOST_FILES = 20
"""Of one student's assignment are graded: each may use up a minute, and all of them five."""

MOST_ENTRIES = 5000
DEEPEST = 12
ZIP = ".zip"


@dataclass(frozen=True)
class File:
    """One file that a student handed in: its bytes, or why they could not be had.

    Attributes
    ----------
    student : str
        Who handed it in; "" where nobody knows.
    assignment : str
        Of nbgrader's tree, or "".
    name : str
        The file's own name.
    label : str
        How reports call it, such as "student-001/01_rnn_forward.ipynb".
    """

    student: str
    assignment: str
    name: str
    label: str
    content: bytes = field(default=b"", repr=False)
    problem: str = ""

    @property
    def lesson(self) -> str:
        """The notebook that it is called like, if there is one of that name."""
        return self.name.rpartition(".")[0]


@dataclass(frozen=True)
class Place:
    """Where a submitted file or zip lies; `inner` are the folders and the name below `owner`'s."""

    path: Path
    student: str
    assignment: str
    inner: tuple[str, ...]
    problem: str = ""

    @property
    def about(self) -> tuple[str, str]:
        """The student and the assignment."""
        return self.student, self.assignment


class NothingThere(Exception):
    """There is nothing to grade at a place; the message says what would be."""


def places(path: Path, submitted: Path | None = None, student: str = "") -> list[Place]:
    """List what was handed in, by student and assignment; nothing is read yet.

    Parameters
    ----------
    path : Path
        A notebook, a Python file, a zip, a folder of those, or nbgrader's `submitted/`.
    submitted : Path or None
        nbgrader's `submitted/`, if the path lies in it. There, a student's folder without anything
        to grade is worth a line.
    student : str
        Only of this one; "" for all.

    Raises
    ------
    NothingThere
        If the place does not exist.
    """
    if not os.path.lexists(path):
        raise NothingThere(
            f"There is nothing at {path}. Give a notebook, a zip, or a folder, such as "
            "course/submitted."
        )
    folder = path if path.is_dir() else path.parent
    start = folder.relative_to(submitted).parts if submitted else ()
    alone: list[Found] = [(path, (*start, path.name), "")]
    found = walk(path, start, Listing(), bool(submitted)) if path.is_dir() else alone
    listed = (place(path, parts, problem) for path, parts, problem in found)
    kept = (p for p in listed if not student or p.student == student)
    return sorted(kept, key=lambda p: (p.student, p.assignment, rank(p.inner)))


Found = tuple[Path, tuple[str, ...], str]


@dataclass
class Listing:
    """How many entries of a student's folders may still be looked at."""

    left: int = MOST_ENTRIES


def walk(folder: Path, parts: tuple[str, ...], listing: Listing, tree: bool) -> Iterator[Found]:
    """Give (path, its parts below the top, problem) of all that counts below a folder.

    Links are not followed, and the folders of one student are looked at so far and no further.
    """
    try:
        with os.scandir(folder) as entries:
            most = listing.left + 1 if parts else None
            listed = sorted(islice(entries, most), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, (*parts, ""), f"{shown(folder)} is not read: {reason(error)}."
        return
    listing.left -= len(listed) if parts else 0
    if listing.left < 0 or len(parts) > DEEPEST:
        yield folder, (*parts, ""), f"{shown(folder)} holds far more folders than a submission."
        return
    if parts and is_program(folder.name, (entry.name for entry in listed)):
        return
    nothing = True
    for entry in listed:
        if entry.name.startswith((".", "__")):
            continue
        own = (*parts, entry.name)
        for found in at(entry, own, listing if parts else Listing(), tree):
            nothing = False
            yield found
    if nothing and tree and 0 < len(parts) <= 2 and listing.left >= 0:
        wanted = "no notebook (.ipynb), no Python file (.py) and no zip"
        yield folder, (*parts, ""), f"There is {wanted} in {shown(folder)}."


def at(
    entry: os.DirEntry[str], parts: tuple[str, ...], rest: Listing, tree: bool
) -> Iterator[Found]:
    """Give what counts at one entry of a folder: the file, or all in the folder that it is."""
    path = Path(entry.path)
    counts = path.suffix.lower() in (*KINDS, ZIP)
    if entry.is_symlink():
        if counts or leads_to_folder(path):
            yield path, parts, f"{shown(path)} is not read: it is a link."
    elif entry.is_dir(follow_symlinks=False):
        yield from walk(path, parts, rest, tree)
    elif counts:
        yield path, parts, ""


def leads_to_folder(link: Path) -> bool:
    try:
        return stat.S_ISDIR(os.stat(link).st_mode)
    except OSError as error:  # a link to itself may have been meant for a folder, too
        return not isinstance(error, FileNotFoundError)


def place(path: Path, parts: tuple[str, ...], problem: str) -> Place:
    """Read student and assignment from where a file lies: <student>/[<assignment>/]…/file."""
    folders = parts[:-1]
    if path.suffix.lower() == ZIP and not folders:  # the zip is the student's folder
        folders = (path.stem,)
    student, assignment = (*folders, "", "")[:2]
    return Place(path, student, assignment, parts[2:] if assignment else parts[-1:], problem)


def files(place: Place) -> Iterator[File]:
    """Read what lies at a place: one file, or all notebooks and Python files of a zip."""
    kind = place.path.suffix.lower()
    content, problem = (b"", place.problem) if place.problem else read(place.path)
    if not problem and kind not in (*KINDS, ZIP):
        wanted = "neither a notebook (.ipynb), a Python file (.py) nor a zip"
        content, problem = b"", f"{shown(place.path)} is {wanted}."
    if not problem and kind == ZIP:
        try:
            for inner, text in archive.entries(content):
                yield named(place, inner, text)
            return
        except archive.Refused as error:
            content, problem = b"", f"{shown(place.path)}: {error}"
    yield named(place, place.inner, content, problem)


def read_all(own: Sequence[Place]) -> Iterator[File]:
    """Give the files of a student one by one, and no more than a class has time for."""
    found = (file for place in own for file in files(place))
    for number, file in enumerate(found):
        if number == MOST_FILES:
            said = f"There are more than {MOST_FILES} files. The others are not graded."
            yield replace(file, name="", label=printable(file.student), content=b"", problem=said)
            return
        yield file


def named(place: Place, inner: Sequence[str], content: bytes, problem: str = "") -> File:
    student = printable(place.student)
    path = printable("/".join(inner)).rstrip("/")
    label = "/".join(part for part in (student, path) if part)
    return File(place.student, place.assignment, path.split("/")[-1], label, content, problem)


def read(path: Path) -> tuple[bytes, str]:
    """Read a regular file, no link and nothing that waits; give (content, problem)."""
    name, limit = shown(path), LARGEST_ZIP if path.suffix.lower() == ZIP else LARGEST_FILE
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):  # to open a device may be to do something
            what = "it is a link" if path.is_symlink() else "it is not a regular file"
            return b"", f"{name} is not read: {what}."
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return b"", f"{name} is not read: it is not a regular file."
            content = file.read(limit + 1)
    except OSError as error:
        return b"", f"{name} is not read: {reason(error)}."
    if len(content) > limit:
        return b"", f"{name} is larger than {limit // 2**20} MB, too large for a submission."
    return content, ""


def reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "it has vanished since the folder was listed"
    said = error.strerror or "it cannot be opened"
    return said[:1].lower() + said[1:]


def shown(path: Path) -> str:
    return printable(path.name)


def printable(name: str) -> str:
    """Make a file's name fit for a report: bytes that are no text, and control signs, become ?."""
    text = name.encode("utf-8", "replace").decode()
    return "".join(sign if sign.isprintable() else "?" for sign in text)
