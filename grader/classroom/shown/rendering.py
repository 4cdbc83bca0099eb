"""nbgrader's page of feedback on a notebook: quickly where that is the same, else its own way."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import nbformat

from grader.classroom.shown import exporter
from grader.classroom.shown.assembly import Assembly


@contextmanager
def quiet() -> Iterator[None]:
    """Keep back nbconvert's warnings of what it cannot show."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


class Renderer:
    """Makes pages.

    Parameters
    ----------
    config : Config
        What nbgrader_config.py says.

    Attributes
    ----------
    detours : int
        Pages that were made nbgrader's own way.
    """

    def __init__(self, config: Any) -> None:
        self.exporter = exporter.exporter(config)
        self.assembly = Assembly(config) if exporter.is_plain(config) else None
        self.detours = 0

    def learn(self, content: bytes) -> None:
        """Make the cells of a notebook that was handed out, as far as nobody changes them."""
        with quiet(), suppress(Exception):  # what is wrong with it shows where it is handed in
            if self.assembly:
                self.assembly.learn(json.loads(content))

    def page(self, content: bytes, about: exporter.About) -> bytes:
        """Make the page on an autograded notebook.

        Parameters
        ----------
        content : bytes
            The notebook's file.
        about : About
            Whose it is, and its marks.

        Raises
        ------
        NoMark
            If the gradebook lacks a grade that the notebook should have.
        """
        with quiet():
            return self.made(content, about).encode("utf-8", "replace")

    def made(self, content: bytes, about: exporter.About) -> str:
        if self.assembly:
            try:
                return self.assembly.page(json.loads(content), about)
            except exporter.NoMark:
                raise
            except Exception:  # whatever it is: the other way can do it, or says what it is
                pass
        self.detours += 1
        notebook = nbformat.reads(content.decode("utf-8"), as_version=4)
        html, _ = self.exporter.from_notebook_node(notebook, about.resources())
        return str(html)
