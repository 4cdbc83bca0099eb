"""Read a zip that a stranger made: in memory, with bounds, and nothing is ever unpacked."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO

from grader.submission import LARGEST_FILE

LARGEST_ZIP = 64 * 2**20
MOST_ENTRIES = 2000
KINDS = (".ipynb", ".py")
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The other ones cannot be unpacked a little at a time, and no program for zips chooses them."""

ENTRY = b"PK\x01\x02"
ENCRYPTED = 1


class Refused(Exception):
    """An archive that is not read on; the message is the second half of a sentence about it."""


def entries(content: bytes) -> Iterator[tuple[tuple[str, ...], bytes]]:
    """Give the notebooks and Python files of a zip, each with its folders and its name.

    Raises
    ------
    Refused
        If it cannot be read, or is none that an honest program writes.
    """
    if content.count(ENTRY) > MOST_ENTRIES:
        raise Refused("it holds thousands of files.")
    try:
        yield from read(content)
    except Refused:
        raise
    except Exception:  # of a damaged archive, zipfile raises many kinds
        raise Refused("it is not a zip that can be read. Zip it again.") from None


def read(content: bytes) -> list[tuple[tuple[str, ...], bytes]]:
    found, total = [], 0
    with zipfile.ZipFile(BytesIO(content)) as archive:
        listed = [(parts_of(entry.filename), entry) for entry in archive.infolist()]
        programs = programs_in([parts for parts, _ in listed])
        for parts, entry in sorted(listed, key=lambda pair: rank(pair[0])):
            if not counts(parts) or any(parts[:n] in programs for n in range(len(parts))):
                continue
            refuse_tricks(entry, parts)
            with archive.open(entry) as file:
                text = file.read(LARGEST_FILE + 1)
            total += len(text)
            if len(text) > LARGEST_FILE or total > LARGEST_ZIP:
                raise Refused("it unpacks to far more than a submission needs.")
            found.append((parts, text))
    if not found:
        raise Refused("there is neither a notebook (.ipynb) nor a Python file (.py) in it.")
    return found


def parts_of(name: str) -> tuple[str, ...]:
    return tuple(name.replace("\\", "/").split("/"))


def rank(parts: tuple[str, ...]) -> tuple[bool, tuple[str, ...]]:
    """Order files: of many, notebooks are looked at first."""
    return parts[-1].lower().endswith(".py"), parts


def is_program(folder: str, names: Iterable[str]) -> bool:
    """Say whether a folder holds no answer, but this grader or an environment of Python.

    Who hands in the whole folder of the course hands in those, too.
    """
    marks = {"pyvenv.cfg", "__init__.py"} if folder == "grader" else {"pyvenv.cfg"}
    return not marks.isdisjoint(names)


def programs_in(listed: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Give the folders of a zip that are programs."""
    inner = (parts for parts in listed if len(parts) > 1)
    return {parts[:-1] for parts in inner if is_program(parts[-2], parts[-1:])}


def counts(parts: tuple[str, ...]) -> bool:
    """Say whether an entry is a submitted file: of these kinds, and not in a hidden place."""
    hidden = any(part.startswith((".", "__")) and part not in (".", "..") for part in parts)
    return parts[-1].lower().endswith(KINDS) and not hidden


def refuse_tricks(entry: zipfile.ZipInfo, parts: tuple[str, ...]) -> None:
    if not parts[0] or ".." in parts or ":" in parts[0]:
        raise Refused("it names a file outside of itself.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Refused("it holds a link.")
    if entry.flag_bits & ENCRYPTED:
        raise Refused("it is encrypted. Zip it again without a password.")
    if entry.compress_type not in PACKINGS:
        raise Refused("it is packed in an unusual way. Zip it again with the usual settings.")
