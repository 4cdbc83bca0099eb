"""How a command on a class ends: its exit code, and the reason where nothing was done."""

from __future__ import annotations

import sys

DONE, SOME_FAILED, NOTHING_DONE, STOPPED = 0, 1, 2, 130


def nothing_done(why: object) -> int:
    """Say why nothing could be done, and give the code for that."""
    print(why, file=sys.stderr)
    return NOTHING_DONE
