"""What the commands of `grader` have in common, as they are typed."""

from __future__ import annotations

import argparse
from typing import Any


def named(commands: Any, name: str, what: str, more: str = "") -> argparse.ArgumentParser:
    """Add a command whose own --help says what it does, too."""
    described = f"{what[0].upper()}{what[1:]}. {more}".strip()
    return commands.add_parser(name, help=what, description=described)  # type: ignore[no-any-return]


def natural(typed: str) -> int:
    """Read a number of things, of which there has to be one."""
    if not typed.isdecimal() or not int(typed):
        raise argparse.ArgumentTypeError(f"it has to be a number from 1 on, not {typed}")
    return int(typed)
