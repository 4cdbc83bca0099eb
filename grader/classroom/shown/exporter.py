"""nbconvert's exporter as `nbgrader generate_feedback` sets it up, without the rest of nbgrader."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nbconvert.exporters.html import HTMLExporter
from traitlets.config import Config

from grader.classroom.gradebook.marks import Marks

FORMGRADER = "server_extensions/formgrader"
CSS = "static/node_modules/bootstrap/dist/css"
LOOKS = {
    "CSSHTMLHeaderPreprocessor",
    "Exporter",
    "HTMLExporter",
    "Highlight2HTML",
    "NbConvertBase",
    "Preprocessor",
    "TemplateExporter",
    "WidgetsDataTypeFilter",
}
"""Sections of nbgrader_config.py that change how a page looks."""


SILENT = logging.getLogger(__name__)
SILENT.setLevel(logging.CRITICAL)  # it would tell of each picture that has no other text


class NoMark(Exception):
    """The gradebook knows nothing of a cell that it should have points or a comment for."""


def is_plain(config: Any) -> bool:
    """Say whether pages look as nbgrader has them look."""
    return not any(config.get(section) for section in LOOKS)


def settings(config: Any) -> Any:
    """Add nbgrader's own settings to those of nbgrader_config.py."""
    spec = find_spec("nbgrader")
    assert spec
    assert spec.submodule_search_locations
    home = Path(spec.submodule_search_locations[0]) / FORMGRADER
    ours, theirs = Config(), config.get("HTMLExporter", {})
    ours.Exporter.default_preprocessors = []
    ours.HTMLExporter.extra_template_paths = [str(home / CSS)]
    if "template_name" not in theirs:
        ours.HTMLExporter.template_name = "feedback"
    if "extra_template_basedirs" not in theirs:
        ours.HTMLExporter.extra_template_basedirs = [str(home / "templates")]
    merged = Config(config)
    merged.merge(ours)
    return merged


def exporter(config: Any, kind: type[Any] = HTMLExporter) -> Any:
    """Make an exporter that takes points and comments from its resources."""
    made = kind(config=settings(config), log=SILENT)
    made.register_preprocessor(marked, enabled=True)
    return made


@dataclass(frozen=True)
class About:
    """Whose notebook it is, and what the gradebook says of it."""

    student: str
    assignment: str
    notebook: str
    marks: Marks
    folder: str = ""

    def resources(self) -> dict[str, Any]:
        """Give what nbgrader tells the exporter."""
        marks = self.marks
        return {
            "unique_key": self.notebook,
            "output_files_dir": f"{self.notebook}_files",
            "metadata": {"name": self.notebook, "path": self.folder},
            "nbgrader": {
                "student": self.student,
                "assignment": self.assignment,
                "notebook": self.notebook,
                "score": marks.score - marks.penalty,
                "max_score": marks.most,
                "late_penalty": marks.penalty,
                "marks": marks,
            },
        }


NOBODY = About("", "", "", Marks(0.0, 0.0, 0.0))


def marked(notebook: Any, resources: Any) -> tuple[Any, Any]:
    """Write points and comments into the cells, as nbgrader's preprocessor does."""
    for cell in notebook.cells:
        mark(cell, resources["nbgrader"]["marks"])
    return notebook, resources


def mark(cell: Any, marks: Marks) -> None:
    """Write what the gradebook says of a cell into it.

    Raises
    ------
    NoMark
        If it says nothing.
    """
    about = cell["metadata"].get("nbgrader")
    if not about:
        return
    is_task = about.get("task", False)
    name = about.get("grade_id", "")
    try:
        if about.get("solution", False) or is_task:
            about["comment"] = marks.comments[name]
        if about.get("grade", False) or is_task:
            about["score"], about["points"] = marks.grades[name]
    except KeyError:
        raise NoMark(f"the gradebook has no points or no comment for its cell {name}") from None


class Surroundings(HTMLExporter):
    """Makes no page, but keeps what it would tell the template."""

    @property
    def template(self) -> Any:
        return self

    def render(self, nb: Any, resources: Any) -> str:
        self.kept = resources
        return ""
