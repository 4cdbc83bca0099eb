"""Labels in a small mathematical markup, turned into SVG text.

``W_{ax} x^{⟨t⟩}`` sets subscripts and superscripts. Letters are italic; digits, signs and
whatever stands in double quotes (``"tanh" z``) are upright.
A tilde, U+0303, stands after its letter.
"""

import re
from typing import NamedTuple
from xml.sax.saxutils import escape

MATHS = "'Times New Roman', 'Liberation Serif', Cambria, 'DejaVu Serif', serif"
WORDS = "'DejaVu Sans', Verdana, sans-serif"
CODE = "'DejaVu Sans Mono', Menlo, Consolas, monospace"

# By level: a subscript within a superscript is barely smaller, or it would be unreadable.
_SIZES = (1.0, 0.7, 0.6)
_SHIFTS = {"_": 0.24, "^": -0.38}
_TOKEN = re.compile(
    r'"(?P<upright>[^"]*)"'
    r"|(?P<mark>[_^])\{(?P<script>(?:[^{}]|\{[^}]*\})*)\}"
    r"|(?P<letters>[A-Za-zŷδγ\u0303]+)"
    r'|(?P<signs>[^A-Za-zŷδγ\u0303"_^]+)'
)


class Run(NamedTuple):
    """A stretch of text in one style; ``level`` holds the marks it stands under, as in "^_"."""

    text: str
    italic: bool
    level: str


def runs(markup: str, level: str = "") -> list[Run]:
    """Split a label into runs of one style."""
    found: list[Run] = []
    for token in _TOKEN.finditer(markup):
        if token["mark"]:
            found += runs(token["script"], level + token["mark"])
        elif token["letters"]:
            found.append(Run(token["letters"], True, level))
        else:
            found.append(Run(token["upright"] or token["signs"], False, level))
    return found


def maths_spans(markup: str, size: float) -> str:
    """Return the tspans of a label set at `size` pixels."""
    spans: list[str] = []
    shift = 0.0
    for run in runs(markup):
        wanted = size * sum(_SHIFTS[mark] * _SIZES[depth] for depth, mark in enumerate(run.level))
        attributes = ' font-style="italic"' if run.italic else ""
        if run.level:
            attributes += f' font-size="{number(_SIZES[len(run.level)] * size)}"'
        if wanted != shift:
            # baseline-shift is ignored by Firefox, dy is honoured everywhere.
            attributes += f' dy="{number(wanted - shift)}"'
        spans.append(f"<tspan{attributes}>{escape(run.text)}</tspan>")
        shift = wanted
    return "".join(spans)


def number(value: float) -> str:
    """Write a coordinate with at most two decimals."""
    return f"{round(value, 2) + 0.0:g}"
