"""Names and code may hold any sign; a terminal of old cannot show all, which must stop nothing."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def show_any_sign() -> None:
    """Have signs that cannot be written spelt out from now on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
