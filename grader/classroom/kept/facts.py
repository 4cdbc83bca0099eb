"""Where and within which limits a class is graded: what a report says of the run."""

from __future__ import annotations

import platform
import subprocess
from functools import cache
from importlib import metadata
from typing import Any

import numpy as np

from grader.classroom.handed_in.intake import MOST_FILES
from grader.judging import SECONDS
from grader.sandbox import bubblewrap
from grader.sandbox.lockdown import LIMITS, MEGABYTE
from grader.sandbox.refusal import SandboxUnavailable
from grader.sandbox.session import BUDGET


@cache
def facts() -> dict[str, Any]:
    """Give versions and limits, none of which names a machine or a person."""
    return {
        "sandbox": f"{bubblewrap_version()}, seccomp, Landlock and resource limits",
        "seconds": SECONDS,
        "budget": BUDGET,
        "megabytes": LIMITS["AS"] // MEGABYTE,
        "files": MOST_FILES,
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "numpy": np.__version__,
        "nbgrader": metadata.version("nbgrader"),
    }


def bubblewrap_version() -> str:
    try:
        line = [bubblewrap.program(), "--version"]
        said = subprocess.run(line, capture_output=True, text=True, timeout=10, check=False).stdout
    except (SandboxUnavailable, OSError, subprocess.SubprocessError):
        said = ""
    return said.strip()[:40] or "bubblewrap"
