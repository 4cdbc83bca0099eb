"""What nbconvert's last step makes of a piece of a page, without the rest of the page.

nbconvert has BeautifulSoup read each page and write it again, which costs more than all the rest.
What becomes of a piece does not depend on where it stands, if it opens and closes its own elements
and no others. Whether it does is asked of BeautifulSoup itself: it reads the piece between two
marks, and both have to be where they were put.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.builder import HTMLTreeBuilder

EDGE = "piece-of-a-page"
AROUND = ("html", "body", "main", "div")
"""All elements in which a piece can be, in a page: it might close them."""

START = f"<html><body><main><div><{EDGE}>"
END = f"""<{EDGE} a="" b=''></{EDGE}></{EDGE}></div></main></body></html><!-- ?> ]]> -->"""
"""Also holds every sign that would end what a piece leaves open, as the rest of a page may."""

NEEDLESS = re.compile(rf"</({'|'.join(HTMLTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS or ())})\b", re.I)
"""Ends of elements that have none. Whether one counts depends on all that was before."""

WITHOUT_WORDS = "No description has been provided for this image"
SPACE = " \t\n\f\r"
"""What BeautifulSoup takes for white space: not all that Python does."""


class Entangled(Exception):
    """A piece cannot be taken out of its page: what becomes of it depends on what is around it."""


@dataclass(frozen=True)
class Piece:
    """A piece of a page, and the white space around it, which melts into that of its neighbours."""

    before: str
    html: str
    after: str

    def __len__(self) -> int:
        return len(self.html)


def written_again(html: str) -> Piece:
    """Read and write a piece that begins and ends with an element, or is empty.

    Raises
    ------
    Entangled
        If it does not, or leaves something open, or closes what it has not opened.
    """
    inner = html.strip(SPACE)
    before, _, after = html.partition(inner) if inner else (html, "", "")
    if not inner:
        return Piece(before, "", after)
    if NEEDLESS.search(inner):
        raise Entangled
    soup = BeautifulSoup(f"{START}{inner}{END}", "html.parser")
    return Piece(before, inside(soup), after)


def inside(soup: BeautifulSoup) -> str:
    """Write what stands between the marks, if they are where they were put."""
    marks = soup.find_all(EDGE)
    if len(marks) != 2 or soup.preserve_whitespace_tag_stack or soup.string_container_stack:
        raise Entangled
    outer, end = marks
    if end.parent is not outer or end.next_sibling:
        raise Entangled
    if [tag.name for tag in outer.parents] != [*AROUND[::-1], "[document]"]:
        raise Entangled
    end.extract()
    first, last = outer.contents[:1], outer.contents[-1:]
    if not all(isinstance(element, Tag) for element in (*first, *last)) or not first:
        raise Entangled
    html = str(outer.decode_contents())
    return with_words(outer, html)


def with_words(element: Tag, html: str) -> str:
    """Give pictures their other text, and outputs a place among what the keyboard reaches.

    Parameters
    ----------
    element : Tag
    html : str
        What is in it, or all of it, as BeautifulSoup writes it; most have neither.
    """
    if "<img" not in html and "jp-Notebook" not in html:
        return html
    for image in element.select("img:not([alt])"):
        image.attrs["alt"] = WITHOUT_WORDS
    for part in ("div.jp-Cell-inputWrapper", "div.jp-OutputArea-output"):
        for found in element.select(f".jp-Notebook {part}"):
            found.attrs["tabindex"] = "0"
    return str(element) if isinstance(element, BeautifulSoup) else str(element.decode_contents())


def melted(space: str) -> str:
    """Give what BeautifulSoup leaves of white space between two elements."""
    return "\n" if "\n" in space else space and " "


def joined(frame: tuple[str, str], pieces: Sequence[Piece]) -> str:
    """Put pieces into a frame; white space that meets becomes one.

    Parameters
    ----------
    frame : tuple
        What is before the pieces and after them.
    pieces : list of Piece

    Raises
    ------
    Entangled
        If words of the frame would touch a piece.
    """
    before, after = frame
    first, last = before.rstrip(SPACE), after.lstrip(SPACE)
    if not (first.endswith(">") and last.startswith("<")):
        raise Entangled
    parts, space = [first], before[len(first) :]
    for piece in pieces:
        space += piece.before
        if piece.html:
            parts += [melted(space), piece.html]
            space = ""
        space += piece.after
    return "".join([*parts, melted(space + after[: -len(last)]), last])
