"""Find what students handed in, and read it without trusting it.

A folder, a single file, a zip, or the tree submitted/<student>/<assignment>/ of nbgrader. What
cannot be read ends as one clear line for that student, and the others go on.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

LARGEST_FILE = 32 * 2**20
LARGEST_ZIP = 64 * 2**20
MOST_ENTRIES = 2000
KINDS = (".ipynb", ".py")
LEFT_OUT = (".ipynb_checkpoints", "__MACOSX", ".git", "__pycache__")


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
    content: bytes = b""
    problem: str = ""


class NothingThere(Exception):
    """There is nothing to grade at a place; the message says what would be."""


def find(path: Path, student: str = "") -> Iterator[File]:
    """Give all submitted files at a place, in the order of their names.

    Parameters
    ----------
    path : Path
        A notebook, a Python file, a zip, a folder of those, or nbgrader's `submitted/`.
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
    top = path if path.is_dir() and not path.is_symlink() else path.parent
    for place in walk(path):
        parts = place.relative_to(top).parts
        who, assignment = owner(parts)
        if student and who != student:
            continue
        if place.suffix.lower() == ".zip":
            yield from inside(place, who, assignment)
        else:
            content, problem = read(place)
            yield File(who, assignment, place.name, label(who, place.name), content, problem)


def walk(path: Path) -> Iterator[Path]:
    """Give the files that count below a place; links to folders are not followed."""
    if not path.is_dir() or path.is_symlink():
        yield path
        return
    for entry in sorted(path.iterdir(), key=lambda entry: entry.name):
        if entry.name in LEFT_OUT:
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from walk(entry)
        elif entry.suffix.lower() in (*KINDS, ".zip"):
            yield entry


def owner(parts: tuple[str, ...]) -> tuple[str, str]:
    """Read (student, assignment) from where a file lies: <student>/[<assignment>/]file."""
    folders = parts[:-1]
    return folders[0] if folders else "", folders[1] if len(folders) > 1 else ""


def label(student: str, name: str) -> str:
    return f"{student}/{name}" if student else name


def read(path: Path) -> tuple[bytes, str]:
    """Read a regular file, no link and nothing that waits; give (content, problem)."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        reason = "it is a link" if path.is_symlink() else (error.strerror or "it cannot be opened")
        return b"", f"{path.name} is not read: {reason}."
    with os.fdopen(descriptor, "rb") as file:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            return b"", f"{path.name} is not a regular file."
        limit = LARGEST_ZIP if path.suffix.lower() == ".zip" else LARGEST_FILE
        content = file.read(limit + 1)
    if len(content) > limit:
        return b"", f"{path.name} is larger than {limit // 2**20} MB, too large for a submission."
    return content, ""


def inside(path: Path, student: str, assignment: str) -> Iterator[File]:
    """Give the notebooks and Python files of a zip, read in memory; nothing is unpacked.

    A zip that lies in no student's folder belongs to the student that it is named after.
    """
    who = student or path.stem
    content, problem = read(path)
    if not problem:
        try:
            yield from entries(content, path.name, who, assignment)
            return
        except (
            zipfile.BadZipFile,
            OSError,
            EOFError,
            ValueError,
            RuntimeError,
            NotImplementedError,
        ):
            problem = f"{path.name} is not a zip that can be read. Zip it again."
        except Hostile as reason:
            problem = f"{path.name}: {reason}"
    yield File(who, assignment, path.name, label(who, path.name), b"", problem)


class Hostile(Exception):
    """An archive that no honest program writes."""


def entries(content: bytes, name: str, student: str, assignment: str) -> Iterator[File]:
    found = []
    with zipfile.ZipFile(BytesIO(content)) as archive:
        listed = archive.infolist()
        if len(listed) > MOST_ENTRIES:
            raise Hostile("it holds thousands of files.")
        total = 0
        for entry in sorted(listed, key=lambda entry: entry.filename):
            place = PurePosixPath(entry.filename)
            if entry.is_dir() or place.suffix.lower() not in KINDS:
                continue
            if set(place.parts) & {*LEFT_OUT}:
                continue
            if place.is_absolute() or ".." in place.parts or "\\" in entry.filename:
                raise Hostile("it names a file outside of itself.")
            if stat.S_ISLNK(entry.external_attr >> 16):
                raise Hostile("it holds a link.")
            with archive.open(entry) as file:
                text = file.read(LARGEST_FILE + 1)
            total += len(text)
            if len(text) > LARGEST_FILE or total > LARGEST_ZIP:
                raise Hostile("it unpacks to far more than a submission needs.")
            found.append(File(student, assignment, place.name, label(student, place.name), text))
    if not found:
        raise Hostile("there is neither a notebook (.ipynb) nor a Python file (.py) in it.")
    yield from found
