"""nbgrader's page of feedback put together from cells, each different one made once for a class.

Most cells are the same for all: prose, setup, demos, and every answer and report that two share.
nbgrader's template makes those that are new, and what is around them. The page is nbgrader's to the
byte. Where that is not certain, `Entangled` is raised.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Sequence
from copy import copy
from typing import Any

from bs4 import BeautifulSoup
from jinja2 import pass_context
from nbconvert.filters import strip_files_prefix
from nbformat import from_dict
from nbformat.v4.rwbase import rejoin_lines, strip_transient

from grader.classroom.shown import exporter, highlighting
from grader.classroom.shown.memory import Memory
from grader.classroom.shown.roundtrip import (
    AROUND,
    Entangled,
    Piece,
    joined,
    with_words,
    written_again,
)

PAGE = """{%- extends "START" -%}
{%- block header -%}
{%- if with_head -%}{{ super() }}{%- else -%}<html><head></head>{%- endif -%}
{%- endblock -%}
{%- block body_loop -%}{{ gap }}{%- endblock -%}"""

CELLS = """{%- extends "START" -%}
{%- block header -%}{%- endblock -%}
{%- block body -%}
{%- for cell in nb.cells -%}{{ gap }}{%- block any_cell scoped -%}{{ super() }}{%- endblock -%}
{%- endfor -%}{{ gap }}
{%- endblock -%}"""

HEAD_ENDS = "</head>"
EMPTY = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
KNOWN_MINORS = range(6)
PLACES = {"[document]", *AROUND}

Cell = dict[str, Any]


class Assembly:
    """Puts pages together, and keeps the cells.

    Parameters
    ----------
    config : Config
        What nbgrader_config.py says; nothing that changes how pages look.
    """

    def __init__(self, config: Any) -> None:
        made = exporter.exporter(config, exporter.Surroundings)
        made.from_notebook_node(from_dict(EMPTY), exporter.NOBODY.resources())
        self.around = made.kept
        self.markdown = made.markdown2html
        own = made.environment
        own.filters |= {"markdown2html": self.prose, "highlight_code": self.code}
        own.globals["uuid4"] = unlike_any_other
        self.page_of, self.cells_of = (
            own.from_string(source.replace("START", made.template_file)) for source in (PAGE, CELLS)
        )
        self.language = ""
        self.name = name = f"gap-{secrets.token_hex(8)}"  # which nobody can have written
        self.gap = f"<{name}></{name}>"
        self.filled = re.compile(f'<{name} id="(\\d+)"></{name}>')
        self.fillings: list[str] = []
        self.heads: dict[str, str] = {}
        self.cells: Memory[Piece] = Memory()
        self.texts: Memory[Piece | str] = Memory()

    def page(self, notebook: Any, about: exporter.About) -> str:
        """Put a page together.

        Raises
        ------
        Entangled
            If it might differ from nbgrader's.
        """
        self.language = language_of(notebook)
        cells = [marked(cell, about) for cell in notebook["cells"]]
        return joined(self.frame(cells, about), self.pieces(cells))

    def learn(self, notebook: Any) -> None:
        """Make the cells of a notebook in which nbgrader marks nothing."""
        self.language = language_of(notebook)
        self.pieces([cell for cell in notebook["cells"] if not cell["metadata"].get("nbgrader")])

    def pieces(self, cells: Sequence[Cell]) -> list[Piece]:
        """Find cells among those that were made, and make the others."""
        keys = [f"{self.language} {json.dumps(cell)}" for cell in cells]
        found = {key: self.cells.get(key) for key in keys}
        new = {key: cell for key, cell in zip(keys, cells, strict=True) if found[key] is None}
        for key, made in zip(new, self.made([*new.values()]), strict=True):
            found[key] = self.cells.keep(key, made)
        return [piece for key in keys if (piece := found[key]) is not None]

    def made(self, cells: Sequence[Cell]) -> list[Piece]:
        """Have the template make cells, each by itself."""
        if not cells:
            return []
        self.fillings = []
        notebook = strip_transient(rejoin_lines(from_dict({**EMPTY, "cells": [*cells]})))
        html = self.cells_of.render(nb=notebook, resources=self.around, gap=self.gap)
        return [self.complete(written_again(part)) for part in html.split(self.gap)[1:-1]]

    def complete(self, piece: Piece) -> Piece:
        html = self.filled.sub(lambda found: self.fillings[int(found[1])], piece.html)
        return Piece(piece.before, html, piece.after)

    def later(self, html: str) -> str:
        """Leave a gap for what has been through nbconvert's last step already."""
        self.fillings.append(html)
        return self.gap.replace(">", f' id="{len(self.fillings) - 1}">', 1)

    def code(self, source: str, language: None = None, metadata: Any = None) -> str:
        """Colour code, for the template."""
        if language or (metadata and "magics_language" in metadata):
            raise Entangled
        html = highlighting.coloured(source, self.language).rstrip("\n")
        return self.later(highlighting.written_again(html)) + "\n"

    @pass_context
    def prose(self, context: Any, source: str) -> str:
        """Make HTML of Markdown, for the template."""
        if context.get("cell", {}).get("attachments"):
            return str(self.markdown(context, source))
        text = self.texts.get(source)
        if text is None:
            text = self.texts.keep(source, alone(self.markdown(context, source)))
        if isinstance(text, str):
            return text
        return f"{text.before}{self.later(text.html)}{text.after}"

    def frame(self, cells: Sequence[Cell], about: exporter.About) -> tuple[str, str]:
        """Make what is before the cells, the list of points in it, and what is after them."""
        listed = [c for c in cells if c["metadata"].get("nbgrader")]
        known = [{"cell_type": c["cell_type"], "metadata": c["metadata"]} for c in listed]
        around, head = copy(self.around), self.heads.get(about.notebook)
        around.update(about.resources())
        html = self.page_of.render(
            nb=from_dict({**EMPTY, "cells": known}),
            resources=around,
            gap=self.gap,
            with_head=head is None,
        )
        soup = BeautifulSoup(html.lstrip("\r\n"), "html.parser")
        gaps = soup(self.name)
        if len(gaps) != 1 or not {tag.name for tag in gaps[0].parents} <= PLACES:
            raise Entangled
        written = with_words(soup, str(soup))
        if written.count(HEAD_ENDS) != 1:
            raise Entangled
        if head is None:
            head = self.heads[about.notebook] = written.partition(HEAD_ENDS)[0]
        before, _, after = written.partition(HEAD_ENDS)[2].partition(self.gap)
        return f"{head}{HEAD_ENDS}{before}", after


def language_of(notebook: Any) -> str:
    """Find the language of a notebook's code.

    Raises
    ------
    Entangled
        If it is another, or something in the notebook reaches beyond its cell.
    """
    info = notebook["metadata"].get("language_info", {})
    language = info.get("pygments_lexer", info.get("name")) or "ipython3"
    version = notebook["nbformat"] == 4 and notebook["nbformat_minor"] in KNOWN_MINORS
    if language not in highlighting.PYTHON or not version or "widgets" in notebook["metadata"]:
        raise Entangled
    if notebook["nbformat_minor"] == KNOWN_MINORS[-1]:
        names = [cell["id"] for cell in notebook["cells"]]
        if len({*names}) < len(names):  # nbformat would give them others
            raise Entangled
    return str(language)


def marked(cell: Cell, about: exporter.About) -> Cell:
    """Give a cell with its points and comment in it."""
    metadata = cell["metadata"]
    if not metadata.get("nbgrader"):
        return cell
    copied = {**cell, "metadata": {**metadata, "nbgrader": {**metadata["nbgrader"]}}}
    exporter.mark(copied, about.marks)
    return copied


def alone(html: str) -> Piece | str:
    """Put a text through nbconvert's last step by itself; if that cannot be, give it as it is."""
    try:
        return written_again(html) if strip_files_prefix(html) == html else html
    except Entangled:
        return html


def unlike_any_other() -> None:
    """Refuse what a template asks for to have a name that no other page has."""
    raise Entangled
