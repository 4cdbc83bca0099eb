"""nbgrader's feedback pages of a class, as `nbgrader generate_feedback` makes them.

One process reads the gradebook; workers make the pages of one student after the other. Each file is
written whole or not at all, and what was there before and is not made again goes away.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from grader.classroom.gradebook.lean import GRAMMARS, without
from grader.classroom.handed_in.intake import printable, read
from grader.classroom.judged.grading import told
from grader.classroom.shown import autograded
from grader.classroom.whole_file import put
from grader.classroom.workers.crew import Crew

with without(GRAMMARS):
    from grader.classroom.gradebook.marks import Marks
    from grader.classroom.shown import exporter
    from grader.classroom.shown.rendering import Renderer

NOTEBOOK, PAGE = ".ipynb", ".html"
IGNORED = (".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback")
"""What nbgrader does not copy, if nothing else is configured."""

GRADE = "grade it again"
FILE, SHARED_FILE, SHARED_FOLDER = 0o644, 0o664, 0o2770
READY: list[Renderer] = []
"""The renderer of this process. Workers are forked when it is there."""


@dataclass(frozen=True)
class Job:
    """One student's pages.

    Attributes
    ----------
    course : Path
    student, assignment : str
    marks : dict
        Notebook -> what the gradebook says of it.
    ignored : tuple of str
        Names of files that are not copied.
    shared : bool
        Whether a group may write.
    """

    course: Path
    student: str
    assignment: str
    marks: Mapping[str, Marks] = field(repr=False)
    ignored: tuple[str, ...] = IGNORED
    shared: bool = False

    @property
    def about(self) -> tuple[str, str]:
        """The student and the assignment."""
        return self.student, self.assignment

    @property
    def source(self) -> Path:
        return autograded.place(self.course, self.student, self.assignment)

    @property
    def target(self) -> Path:
        return self.course / "feedback" / self.student / self.assignment


@dataclass(frozen=True)
class Made:
    """What became of a student's pages: how many there are, or why there are none."""

    student: str
    pages: int = 0
    trouble: str = ""


class NoPage(Exception):
    """A notebook can have no page; the message says which, and why."""


def begin(course: Path, assignment: str, config: Any) -> None:
    """Make ready what all workers use, with the cells that were handed out in it."""
    READY[:] = [Renderer(config)]
    for path in sorted(course.glob(f"release/{assignment}/*{NOTEBOOK}")):
        READY[0].learn(path.read_bytes())


def jobs(course: Path, assignment: str, marks: Mapping[str, Any], config: Any) -> list[Job]:
    """List the students who have autograded notebooks of an assignment.

    Parameters
    ----------
    course : Path
    assignment : str
    marks : dict
        Student -> notebook -> what the gradebook says.
    config : Config
        What nbgrader_config.py says.
    """
    known = config.get("CourseDirectory", {})
    left_out = str(known.get("student_id_exclude", "")).split(",")
    ignored, shared = tuple(known.get("ignore", IGNORED)), bool(known.get("groupshared", False))
    students = sorted(path.parent.name for path in course.glob(f"autograded/*/{assignment}"))
    return [
        job
        for student in students
        if not student.startswith(".") and student not in left_out
        if notebooks(
            job := Job(course, student, assignment, marks.get(student, {}), ignored, shared)
        )
    ]


def notebooks(job: Job) -> list[Path]:
    return sorted(p for p in job.source.glob(f"*{NOTEBOOK}") if not p.name.startswith("."))


def make(job: Job) -> Made:
    """Make a student's pages, all or none: a page of before would tell points of before."""
    try:
        pages = {path.stem: page(job, path) for path in notebooks(job)}
        files = {path: (job.source / path).read_bytes() for path in others(job)}
        files |= {Path(f"{name}{PAGE}"): content for name, content in pages.items()}
        write(job, files)
        return Made(job.student, len(pages))
    except Exception as error:
        write(job, {})
        return Made(job.student, trouble=str(error) if isinstance(error, NoPage) else told(error))


class Press(Crew[Job, Made]):
    """Workers who make pages."""

    @property
    def duty(self) -> Callable[[Job], Made]:
        return make

    def failed(self, job: Job, error: Exception) -> Made:
        return Made(job.student, trouble=told(error))


def made(listed: Sequence[Job], processes: int) -> Iterator[Made]:
    """Make the pages of some students, and say of each what became of them."""
    with Press.of(processes, most=len(listed)) as press:
        for _, outcome in press.do(listed):
            yield outcome


def page(job: Job, path: Path) -> bytes:
    """Make the page on a notebook.

    Raises
    ------
    NoPage
        If there can be none.
    """
    content, problem = read(path)
    if problem:
        raise NoPage(problem)
    if path.stem not in job.marks:
        raise NoPage(f"{printable(path.name)} is not in the gradebook: {GRADE}.")
    about = exporter.About(
        job.student, job.assignment, path.stem, job.marks[path.stem], str(job.source)
    )
    try:
        return READY[0].page(content, about)
    except exporter.NoMark as error:
        raise NoPage(f"{printable(path.name)}: {error}: {GRADE}.") from None
    except Exception as error:
        raise NoPage(f"{printable(path.name)} cannot be shown: {told(error)}.") from None


def others(job: Job) -> Iterator[Path]:
    """List what lies beside the notebooks and is shown with them: pictures, data.

    Links are left out: whoever made them, they may lead to what the student shall not have.
    """
    for folder, inner, names in os.walk(job.source):
        inner[:] = [name for name in inner if not is_ignored(name, job)]
        for name in names:
            path = Path(folder, name)
            is_file = stat.S_ISREG(path.lstat().st_mode)
            if is_file and path.suffix != NOTEBOOK and not is_ignored(name, job):
                yield path.relative_to(job.source)


def is_ignored(name: str, job: Job) -> bool:
    return any(fnmatch(name, pattern) for pattern in job.ignored)


def write(job: Job, files: Mapping[Path, bytes]) -> None:
    """Make the folder hold these files and no others."""
    for inside, content in files.items():
        path = job.target / inside
        if read(path)[0] != content or not content:  # to replace a file takes longer than a page
            put(path, content)
        os.chmod(path, SHARED_FILE if job.shared else FILE)
    for folder, inner, names in os.walk(job.target, topdown=False):
        place = Path(folder)
        for name in names:
            if (place / name).relative_to(job.target) not in files:
                (place / name).unlink()
        for name in inner:
            path = place / name
            if path.is_symlink():
                path.unlink()
            elif not any(path.iterdir()):
                path.rmdir()
        if job.shared:
            os.chmod(place, os.stat(place).st_mode | SHARED_FOLDER)
    if not files and job.target.is_dir():
        job.target.rmdir()
