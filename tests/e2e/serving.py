"""A course in a scratch folder, and JupyterLab serving it as a learner starts it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from driver import SECONDS

ROOT = Path(__file__).resolve().parents[2]
VENV = Path(sys.prefix)
OWN_FOLDERS = {
    "HOME": "home",
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "IPYTHONDIR": "ipython",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
}

TRIES = 3


class NotServing(RuntimeError):
    """A server that was started serves nothing."""


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: its address, the token to enter, its course and its process."""

    address: str
    token: str
    course: Path
    process: int

    @property
    def work(self) -> Path:
        return self.course / "work"

    def url(self, notebook: str) -> str:
        """Give the address of one notebook, alone in a workspace of its own."""
        workspace = notebook.removesuffix(".ipynb").replace("/", "-")
        return f"{self.address}/lab/workspaces/{workspace}/tree/{notebook}?token={self.token}"


def repository(scratch: Path) -> tuple[Path, list[str]]:
    """Copy the repository, and say how its learner opens the course: `make lab`."""
    course = copy_repository(scratch / "course")
    # --old-file: whatever changed, nothing is installed into the developer's environment.
    command = ["make", "lab", f"--old-file={VENV}/.installed", f"VENV={VENV}"]
    return course, [*command, "ARGS=--no-browser"]


def release(scratch: Path) -> tuple[Path, list[str]]:
    """Unpack a student release, and say how its learner opens it."""
    from grader import release

    release.main(scratch / "release.zip")
    shutil.unpack_archive(scratch / "release.zip", scratch)
    return scratch / release.NAME, [sys.executable, "-m", "grader", "lab", "--no-browser"]


def copy_repository(target: Path) -> Path:
    """Copy what a commit would hold, with the times of change by which make decides."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


@contextmanager
def serving(scratch: Path, course: Path, command: Sequence[str]) -> Iterator[Lab]:
    """Run a command that opens a course in JupyterLab; stop it and its kernels at the end.

    Parameters
    ----------
    scratch : Path
        For the server's own folders and its log.
    course : Path
        Where the command is run. The learner's notebooks are in work/ below it.
    command : sequence of str
        Has to print the address, with the token, and to open no browser. It finds a free port by
        itself: one that is chosen before it starts may be taken by then.
    """
    log = scratch / "server.log"
    own = environment(scratch, course)
    server, address, token = started(command, course, own, log)
    try:
        yield Lab(address, token, course, server.pid)
    finally:
        stop(server)


def started(
    command: Sequence[str], course: Path, own: dict[str, str], log: Path
) -> tuple[subprocess.Popen[bytes], str, str]:
    """Start a server; once more if another one took the port that it had found free."""
    for _ in range(TRIES):
        with log.open("w") as output:
            server = subprocess.Popen(
                command,
                cwd=course,
                env=own,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            return server, *address_in(log, server)
        except NotServing:
            stop(server)
    raise NotServing(f"JupyterLab did not start:\n{log.read_text()}")


def environment(scratch: Path, course: Path) -> dict[str, str]:
    """Give the server folders of its own, and its kernels the course's own grader."""
    own = {name: str(scratch / folder) for name, folder in OWN_FOLDERS.items()}
    for folder in own.values():
        Path(folder).mkdir(parents=True)
    return {**os.environ, **own, "PYTHONPATH": str(course)}


def address_in(log: Path, server: subprocess.Popen[bytes]) -> tuple[str, str]:
    """Wait until the server has said where it is, and answers there to its token."""
    end = time.monotonic() + 2 * SECONDS
    while time.monotonic() < end and server.poll() is None:
        said = re.search(r"http://(127\.0\.0\.1:\d+)/lab\?token=(\w+)", log.read_text())
        if said and answers(said[1], said[2]):
            return f"http://{said[1]}", said[2]
        time.sleep(0.1)
    raise NotServing


def answers(place: str, token: str) -> bool:
    """See whether a server answers to this token: another one at the same port would not."""
    connection = HTTPConnection(place, timeout=SECONDS)
    try:
        connection.request("GET", f"/api/status?token={token}")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ask the whole group to end, as Ctrl-C pressed twice would; then insist."""
    for signal_, seconds in ((signal.SIGTERM, 10), (signal.SIGKILL, 5)):
        try:
            os.killpg(server.pid, signal_)
        except ProcessLookupError:
            break
        end = time.monotonic() + seconds
        while time.monotonic() < end and group_lives(server):
            time.sleep(0.05)
    server.wait()


def group_lives(server: subprocess.Popen[bytes]) -> bool:
    server.poll()
    try:
        os.killpg(server.pid, 0)
    except ProcessLookupError:
        return False
    return True
