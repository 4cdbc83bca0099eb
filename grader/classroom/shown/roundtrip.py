"""What nbconvert's last step makes of a piece of a page, without the rest of the page.

nbconvert reads each page with BeautifulSoup and writes it again, which costs more than all the rest.
What becomes of a piece does not depend on where it stands, if it opens and closes its own elements
and no others. Whether it does is asked of BeautifulSoup itself: it reads the piece between two marks,
and both have to be where they were put.
"""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

EDGE = "piece-of-a-page"
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
    soup = BeautifulSoup(
        f"<html><body><{EDGE}>{inner}<{EDGE}></{EDGE}></{EDGE}></body></html>", "html.parser"
    )
    return Piece(before, inside(soup), after)


def inside(soup: BeautifulSoup) -> str:
    """Write what stands between the marks, if they are where they were put."""
    marks = soup.find_all(EDGE)
    if len(marks) != 2 or soup.preserve_whitespace_tag_stack or soup.string_container_stack:
        raise Entangled
    outer, end = marks
    place = [tag.name for tag in outer.parents]
    if place != ["body", "html", "[document]"] or end.parent is not outer or end.next_sibling:
        raise Entangled
    end.extract()
    if not (isinstance(outer.contents[0], Tag) and isinstance(outer.contents[-1], Tag)):
        raise Entangled
    with_words(soup)
    return str(outer.decode_contents())


def with_words(soup: BeautifulSoup) -> None:
    """Give pictures their other text, and outputs a place among what the keyboard reaches."""
    for image in soup.select("img:not([alt])"):
        image.attrs["alt"] = WITHOUT_WORDS
    for part in ("div.jp-Cell-inputWrapper", "div.jp-OutputArea-output"):
        for element in soup.select(f".jp-Notebook {part}"):
            element.attrs["tabindex"] = "0"


def melted(space: str) -> str:
    """Give what BeautifulSoup leaves of white space between two elements."""
    return "\n" if "\n" in space else space and " "
