"""Lessons and solutions in, notebooks out: one way, the same bytes on every run."""

from __future__ import annotations

import hashlib
import re
from importlib import resources
from pathlib import Path
from typing import Any

from grader import bonus, lesson, prints, stub
from grader.assignments import assignment_of
from grader.bank import Bank
from grader.exercises import EXERCISES
from grader.lab import NOTEBOOKS, ROOT, generated
from grader.notebook_file import Cell, as_bytes, code, markdown, of_cells
from grader.reference import Live
from grader.show.terminal import PRACTICE, number

IMAGES = ROOT / "images"


def main(check: bool = False, solved: Path | None = None) -> int:
    """Write the notebooks and their images; or only compare them; or write solved ones elsewhere.

    Returns
    -------
    code : int
        1 if `check` found a difference, else 0.
    """
    files = everything(solved=solved is not None)
    if solved is None:  # a class gets the solved ones without their answers, and this shows code
        files |= bonus.files()
    target = NOTEBOOKS if solved is None else solved
    different = [path for path, content in files.items() if not is_same(target / path, content)]
    prints_hold = solved is not None or prints.fresh(prints.FILE) is not None
    if check:
        if not prints_hold:
            print("grader/data/prints.json is not of these mistakes. Run `make build`.")
        stale = {p.relative_to(target) for p in target.rglob("*.*") if generated(p)} - set(files)
        for path in sorted([*different, *stale]):
            print(f"notebooks/{path} is not what the sources give. Run `make build`.")
        return 1 if different or stale or not prints_hold else 0
    for path in different:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(files[path])
    print(f"{len(files)} files, {len(different)} of them changed.")
    if not prints_hold:
        print("The prints of the known mistakes are taken anew; this takes a while.")
        prints.FILE.write_text(prints.text(public_banks()), encoding="utf-8")
        prints.fresh.cache_clear()
    return 0


def public_banks() -> dict[str, Bank]:
    """Give the known mistakes of every exercise on the public cases."""
    live = Live()
    return {name: live.bank(live.plan(exercise)) for name, exercise in EXERCISES.items()}


def is_same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def everything(solved: bool = False) -> dict[Path, bytes]:
    """Make the notebooks of all lessons, and their images, by path below notebooks/.

    This is what a class may get; the bonus notebook is not in it.
    """
    files: dict[Path, bytes] = {}
    for source in sorted(resources.files("solutions").joinpath("lessons").iterdir(), key=str):
        name = Path(source.name)
        if name.suffix != ".md":
            continue
        text = source.read_text("utf-8")
        folder = Path(assignment_of(name.stem))
        files[folder / f"{name.stem}.ipynb"] = as_bytes(notebook(text, name.stem, solved))
        for image in re.findall(r"\]\(images/([\w-]+\.svg)\)", text):
            files[folder / "images" / image] = (IMAGES / image).read_bytes()
    return files


def notebook(text: str, name: str, solved: bool = False) -> dict[str, Any]:
    """Make one notebook.

    Parameters
    ----------
    text : str
        The lesson.
    name : str
        Name of the notebook, without a suffix.
    solved : bool
        Leave the solutions in place, between their marks.
    """
    reference = Live()
    cells: list[Cell] = []
    for part in lesson.read(text, name):
        count = len(cells) + 1
        if isinstance(part, lesson.Text):
            cells.append(markdown(part.source, f"text-{count:02}"))
        elif isinstance(part, lesson.Block):
            cells.append(block(part, count))
        else:
            source = reference.source(part.name)
            cells.append(markdown(heading(part), f"exercise-{part.name}"))
            cells.append(answer_cell(part.name, stub.full(source) if solved else stub.cut(source)))
            cells.append(check_cell(part.name))
    return of_cells(cells)


def block(part: lesson.Block, count: int) -> Cell:
    if part.kind == "setup":
        return locked(code(part.source, "setup", nbgrader("setup", locked=True)))
    return code(part.source, f"{part.kind}-{count:02}", {})


def heading(place: lesson.Place) -> str:
    points = number(EXERCISES[place.name].points)
    unit = "point" if points == "1" else "points"
    worth = PRACTICE if points == "0" else f"{points} {unit}"
    marks = "●" * place.difficulty + "○" * (4 - place.difficulty)
    time = f"about {place.minutes} minutes"
    return f"### Exercise · `{place.name}` · {worth} · {time} · {marks}"


def answer_cell(name: str, source: str) -> Cell:
    cell = with_checksum(code(source, name, nbgrader(name, solution=True)))
    cell["metadata"]["deletable"] = False
    return cell


def check_cell(name: str) -> Cell:
    # One that does not count is graded, too, with 0 points: nbgrader lets points be changed when
    # there are submissions already, but no cell become a graded one.
    points = EXERCISES[name].points
    metadata = nbgrader(f"check_{name}", locked=True, grade=True, points=points)
    return locked(code(f'check("{name}")', f"check-{name}", metadata))


def locked(cell: Cell) -> Cell:
    cell["metadata"] |= {"deletable": False, "editable": False}
    return with_checksum(cell)


def nbgrader(
    grade_id: str,
    locked: bool = False,
    solution: bool = False,
    grade: bool = False,
    points: float | None = None,
) -> dict[str, Any]:
    """Make the metadata by which nbgrader knows a cell."""
    known: dict[str, Any] = {
        "cell_type": "code",
        "grade": grade,
        "grade_id": grade_id,
        "locked": locked,
        "schema_version": 3,
        "solution": solution,
        "task": False,
    }
    if points is not None:
        known["points"] = points
    return {"nbgrader": known}


def with_checksum(cell: Cell) -> Cell:
    """Add the checksum that nbgrader.utils.compute_checksum would, without its slow import."""
    known = cell["metadata"]["nbgrader"]
    parts = ["".join(cell["source"]), cell["cell_type"]]
    parts += [str(known["grade"]), str(known["solution"]), str(known["locked"]), known["grade_id"]]
    if known["grade"]:
        parts.append(str(float(known["points"])))
    known["checksum"] = hashlib.md5("".join(parts).encode(), usedforsecurity=False).hexdigest()
    return cell
