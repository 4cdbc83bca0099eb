"""Small pieces of the page that several parts have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def section(id: str, title: str, content: str) -> str:
    head = f'<h2 id="{id}-title">{escape(title)}</h2>'
    return f'<section id="{id}" aria-labelledby="{id}-title">{head}{content}</section>'


def code(source: str) -> str:
    """Show lines of code; they come from a student."""
    return f'<pre class="code"><code>{escape(source)}</code></pre>'


def quoted(words: str) -> str:
    """Show what somebody has written, line by line as it is."""
    return f'<span class="said">{escape(words)}</span>'


def command(line: str) -> str:
    """Show a line to be typed; one click selects it whole."""
    return f'<code class="typed">{escape(line)}</code>'


def name(exercise: str) -> str:
    """Write the name of a function so that it may break where it is narrow."""
    return escape(exercise).replace("_", "_<wbr>")


def described(pairs: Iterable[tuple[str, str]], kind: str = "") -> str:
    """Write a list of terms, each with HTML that says what it is."""
    rows = "".join(f"<dt>{escape(term)}</dt><dd>{said}</dd>" for term, said in pairs if said)
    return f'<dl class="{kind}">{rows}</dl>' if kind else f"<dl>{rows}</dl>"


def folded(title: str, content: str, kind: str = "") -> str:
    mark = f' class="{kind}"' if kind else ""
    return f"<details{mark}><summary>{escape(title)}</summary>{content}</details>"


def listed(words: Sequence[str], most: int = 0) -> str:
    """List words, so many at most, and how many more there are."""
    shown = list(words[: most or None])
    more = len(words) - len(shown)
    return escape(", ".join(shown)) + (f" and {more} more" if more else "")
