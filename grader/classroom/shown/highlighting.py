"""Code in colours, as nbconvert and IPython give it to a page, with what is slow in it left out."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from grader.classroom.shown.memory import Memory

PYTHON = ("python", "python3", "ipython3")
SIGNS = re.compile(r"[%?]|!(?!=)")
"""All that is not Python in IPython's language has one of these in it."""

KNOWN: Memory[str] = Memory()


def coloured(source: str, language: str) -> str:
    """Give code in colours, as it is before nbconvert's last step.

    Parameters
    ----------
    source : str
    language : str
        One of PYTHON.
    """
    name = f"{language} {source}"
    return KNOWN.get(name) or KNOWN.keep(name, new(source or " ", language))


def new(source: str, language: str) -> str:
    plain = language.startswith("ipython") and not SIGNS.search(source)
    return str(highlight(source, lexer_of("python3" if plain else language), formatter(language)))


@cache
def lexer_of(language: str) -> Any:
    if language.startswith("ipython"):
        from IPython.lib.lexers import IPython3Lexer

        return IPython3Lexer()
    return get_lexer_by_name(language)


@cache
def formatter(language: str) -> Any:
    return HtmlFormatter(cssclass=f" highlight hl-{language}")


def written_again(html: str) -> str:
    """Do to it what nbconvert's last step does, of which it has only this to do."""
    return html.replace('" highlight', '"highlight', 1).replace("&quot;", '"').replace("&#39;", "'")
