"""The student release: one zip with all that a learner needs, and no solution.

Right answers of the public cases go along as arrays, so that checks work; a search makes sure that
no line of a solution does.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from grader import build, storing, stub
from grader.exercises import EXERCISES
from grader.lab import ROOT
from grader.reference import Live
from grader.stored import FOLDER
from grader.submission import GIVEN

NAME = "rnn-lstm-numpy"
TARGET = Path("dist", f"{NAME}.zip")
README = ROOT / "docs" / "release-readme.md"
WHOLE = (
    "notebooks/ERRATA.md",
    "course.toml",
    "environment.yml",
    "requirements.lock",
    "LICENSE",
    "LICENSE-lessons",
)
AUTHORS = (
    *("build", "lesson", "notebook_file", "release", "storing", "sandbox", "classroom"),
    *("bonus", "puzzles", "puzzle_card"),
)
"""Parts of the grader that work on the solutions, or on the work of a class, or that show code."""

DEVELOPMENT = ("[project.optional", "[tool.ruff", "[tool.mypy", "[tool.pytest", "[tool.coverage")
LONG_AGO = (1980, 1, 1, 0, 0, 0)
SHORTEST_LINE = 18
"""Characters without spaces; shorter lines, such as `for t in range(T_x):`, belong to nobody."""


class Leak(Exception):
    """A line of a solution is in a file of the release."""


def main(target: Path) -> int:
    """Write the release and say what is in it."""
    contents = files()
    search(contents)
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(contents.items()):
            archive.writestr(entry(f"{NAME}/{path}"), content)
    size = target.stat().st_size / 2**20
    print(f"{target}: {len(contents)} files, {size:.1f} MB. No line of a solution is in it.")
    return 0


def entry(name: str) -> zipfile.ZipInfo:
    """Make the entry of a file without the time of day, so that two releases are the same bytes."""
    info = zipfile.ZipInfo(name, LONG_AGO)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def files() -> dict[str, bytes]:
    """Gather the release: path -> content."""
    contents = {f"notebooks/{path.as_posix()}": text for path, text in build.everything().items()}
    whole = (ROOT / name for name in WHOLE)
    for path in (*whole, *grader_files(), *(ROOT / "images").glob("*.svg")):
        contents[path.relative_to(ROOT).as_posix()] = path.read_bytes()
    contents["pyproject.toml"] = project().encode()
    contents["README.md"] = README.read_bytes()
    stored = FOLDER.relative_to(ROOT).as_posix()
    contents |= {f"{stored}/{name}": content for name, content in storing.files(Live())}
    return contents


def grader_files() -> Iterator[Path]:
    for path in (ROOT / "grader").rglob("*"):
        parts = {*path.relative_to(ROOT).with_suffix("").parts}
        if path.is_file() and not parts & {*AUTHORS, "__pycache__"}:
            yield path


def project() -> str:
    """Give pyproject.toml as far as it concerns learners: how to install, not how to develop."""
    sections = re.split(r"\n(?=\[)", (ROOT / "pyproject.toml").read_text("utf-8"))
    return "\n".join(s for s in sections if not s.startswith(DEVELOPMENT)).rstrip() + "\n"


def search(contents: dict[str, bytes]) -> None:
    """Look for lines of solutions in everything that is text.

    Raises
    ------
    Leak
        If one is found; the message names the file and the line.
    """
    secret = secret_lines()
    for path, content in contents.items():
        for line in text_lines(path, content):
            if bare(line) in secret:
                raise Leak(
                    f"{path} would hold a line of {secret[bare(line)]}'s solution: {line.strip()}"
                )


def secret_lines() -> dict[str, str]:
    """Give the lines of all solutions that must not be seen, and whose they are."""
    reference = Live()
    return {
        bare(line): name
        for name in EXERCISES
        if name not in GIVEN
        for line in region(reference.source(name))
        if len(bare(line)) >= SHORTEST_LINE
    }


def region(source: str) -> list[str]:
    lines = source.split("\n")
    places = [n for n, line in enumerate(lines) if line.strip() in (stub.BEGIN, stub.END)]
    return lines[places[0] + 1 : places[1]]


def bare(line: str) -> str:
    return "".join(line.split("#")[0].split())


def text_lines(path: str, content: bytes) -> Iterable[str]:
    if path.endswith(".ipynb"):
        cells = json.loads(content)["cells"]
        return [line for cell in cells for line in "".join(cell["source"]).split("\n")]
    if path.endswith((".npz", ".bin")):
        return []
    return content.decode("utf-8").split("\n")
