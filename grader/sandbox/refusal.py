"""What a person is told when there is no sandbox: the reason, and the remedy."""

from __future__ import annotations

CONTAINER = (
    "Unprivileged user namespaces are needed. In a container, allow them (Docker: --security-opt "
    "seccomp=unconfined); on Ubuntu, install the profile bwrap-userns-restrict."
)


class SandboxUnavailable(Exception):
    """There is no sandbox here, so strangers' code is not run.

    Parameters
    ----------
    reason : str
        What is missing or what failed.
    remedy : str
        What to do about it.
    """

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason, remedy)  # by which it comes whole from another process
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.reason} {self.remedy}"
