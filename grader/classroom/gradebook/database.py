"""The database of a gradebook: which one, opened, saved, and written all at once or not at all."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from grader.classroom.gradebook import lean
from grader.course import CourseError

DEFAULT_COURSE = "default_course"
UPGRADE = "If nbgrader was upgraded since it was made, run: nbgrader db upgrade"
BACKUPS = "It is damaged. docs/instructor.md says in section 10 how to go back to a copy of it"
ADVICE = {
    "is locked": "Another program is writing to it; try again when that is done",
    "readonly": "You need the right to write to it and to its folder",
    "unable to open": "You need the right to write to it and to its folder",
    "is full": "Make some space",
    "not a database": BACKUPS,
    "malformed": BACKUPS,
}
"""What a database says of its trouble -> what to do about it."""


def configuration(root: Path, course: Path) -> Any:
    """Read nbgrader_config.py of a folder; what it does not say is nbgrader's default.

    Parameters
    ----------
    root, course : Path
        The folder, and the course that is to be graded.

    Raises
    ------
    CourseError
        If it cannot be read, or a student may have written it: it is a program.
    """
    from traitlets.config.loader import Config, PyFileConfigLoader

    path = root / "nbgrader_config.py"
    if not path.is_file():
        return Config()
    if path.resolve().is_relative_to((course / "submitted").resolve()):
        raise CourseError(
            f"{path.resolve()} lies among what students have handed in, and is not run. Go to the "
            "folder of the course and try again."
        )
    try:
        return PyFileConfigLoader(path.name, path=str(root)).load_config()
    except Exception as error:
        raise CourseError(f"{path} cannot be read: {type(error).__name__}: {error}") from None


def url(course: Path, config: Any) -> str:
    """Find the gradebook of a course: the configured one if the configured course is this one."""
    known = config.CourseDirectory
    configured = Path(known.get("root", "") or Path.cwd()).resolve() == course.resolve()
    return str((configured and known.get("db_url", "")) or sqlite(course / "gradebook.db"))


def sqlite(file: Path) -> str:
    """Write the address of a database in a file; in its path, ? and % would mean something else."""
    from sqlalchemy import URL

    return URL.create("sqlite", database=str(file)).render_as_string()


def file_of(url: str) -> Path | None:
    """Give the file of a database; None if it is on a server or in memory."""
    from sqlalchemy import make_url

    name = make_url(url).database if url.startswith("sqlite") else ""
    return Path(name) if name else None


def connect(url: str, config: Any) -> Any:
    """Open a gradebook through nbgrader; try first whether all of it can be read and written.

    Otherwise a whole class would be judged before the first grade could not be kept.
    """
    book = opened(url, config.CourseDirectory.get("course_id", "") or DEFAULT_COURSE)
    try:
        try_out(book.engine)
    except BaseException:
        book.close()
        raise
    return book


def opened(url: str, course_id: str = DEFAULT_COURSE) -> Any:
    """Open a gradebook through nbgrader, which would leave a file open that is no database."""
    if file := file_of(url):
        with closing(sqlite3.connect(file)) as base:
            base.execute("PRAGMA schema_version")
    return lean.tables().Gradebook(url, course_id)


def try_out(engine: Any) -> None:
    from sqlalchemy import select

    with engine.connect() as connection:
        for table in lean.tables().Base.metadata.sorted_tables:
            connection.execute(select(table).limit(1))  # a column may be missing
        connection.rollback()
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.exec_driver_sql("CREATE TABLE tried_out (x)")
            connection.rollback()


def full_name(student: Any) -> str:
    """Join the names that the gradebook has of a student; it need not have any."""
    return " ".join(name for name in (student.first_name, student.last_name) if name)


def unopened(file: Path | None, error: Exception) -> str:
    """Say that a gradebook cannot be opened, and by what its database says, what to do."""
    said = str(error).split("\n")[0]
    advice = next((do for words, do in ADVICE.items() if words in said), UPGRADE)
    return f"The gradebook {file or ''} cannot be opened: {said}. {advice}."


def backup(file: Path, folder: Path) -> None:
    """Copy a database, whatever another program is just doing with it."""
    folder.mkdir(exist_ok=True)
    target, part = unused(folder, time.strftime("gradebook-%Y-%m-%d-%H%M%S"))
    try:
        with closing(sqlite3.connect(file)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def unused(folder: Path, name: str) -> tuple[Path, Path]:
    """Find a name that no backup has, and make the file that becomes it: two runs may begin in the
    same second."""
    for number in count(1):
        target = folder / f"{name}{f'-{number}' if number > 1 else ''}.db"
        part = target.with_suffix(".part")
        try:
            part.touch(exist_ok=False)
        except FileExistsError:
            continue
        if not target.exists():
            break
        part.unlink()
    return target, part


@contextmanager
def one_transaction(db: Any) -> Iterator[None]:
    """Let nbgrader's own commits wait for the end, where all is kept, or nothing.

    SQLite would begin at the first line that is written: another run could add the student whom
    this one has just looked for, and add them twice.
    """
    db.commit = db.flush
    try:
        if db.get_bind().dialect.name == "sqlite":
            db.connection().exec_driver_sql("BEGIN IMMEDIATE")
        yield
        del db.commit
        db.commit()
    except BaseException:
        vars(db).pop("commit", None)
        db.rollback()
        raise
