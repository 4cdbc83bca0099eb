"""A picture of where an array is wrong: a square for each entry, crossed where it is wrong."""

from __future__ import annotations

from html import escape

from grader.error_map import ErrorMap

CELL = 15
MOST = 24
NAMES = {"T_x": "steps", "m": "examples"}


def picture(found: ErrorMap) -> str:
    """Draw the map as SVG; "" where it would be too large to read."""
    rows, columns = len(found.shares), len(found.shares[0])
    if max(rows, columns) > MOST:
        return ""
    gap = 6 if found.split else 0
    width, height = columns * CELL + gap + 2, rows * CELL + 2
    marks = []
    for i, row in enumerate(found.shares):
        for j, share in enumerate(row):
            x = 1 + j * CELL + (gap if found.split and j >= found.split else 0)
            marks.append(cell(x, 1 + i * CELL, share))
    return (
        f'<figure class="map"><svg role="img" aria-label="{escape(spoken(found), quote=True)}" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">{"".join(marks)}</svg>'
        f"<figcaption>{escape(caption(found))}</figcaption></figure>"
    )


def cell(x: int, y: int, share: float) -> str:
    """Draw an entry: an empty square if right, crossed if wrong, partly filled if partly wrong."""
    side = CELL - 3
    box = f'<rect x="{x + 1}" y="{y + 1}" width="{side}" height="{side}" rx="2" class="ok"/>'
    if not share:
        return box
    high = max(3, round(side * share))
    fill = (
        f'<rect x="{x + 1}" y="{y + 1 + side - high}" width="{side}" height="{high}" rx="2" '
        'class="no"/>'
    )
    if share < 1:
        return box + fill
    a, b, c, d = x + 4, x + side - 2, y + 4, y + side - 2
    return box + fill + f'<path d="M{a} {c}L{b} {d}M{b} {c}L{a} {d}" class="cross"/>'


def spoken(found: ErrorMap) -> str:
    wrong = sum(share > 0 for row in found.shares for share in row)
    rows, columns = len(found.shares), len(found.shares[0])
    name = NAMES.get(found.columns, "columns")
    where = f"; {found.says}" if found.says else ""
    return f"Map of {found.output}, {rows} rows, {columns} {name}: {wrong} places are wrong{where}"


def caption(found: ErrorMap) -> str:
    """Say what the squares are."""
    first = f"{found.output}: a cross is a wrong entry"
    if found.columns == "T_x":
        first = f"{found.output}, its steps from left to right: filled where examples are wrong"
    if found.split:
        first += "; left the columns of a⟨t-1⟩, right those of x⟨t⟩"
    return f"{first}. {found.says[:1].upper()}{found.says[1:]}{'.' if found.says else ''}".strip()
