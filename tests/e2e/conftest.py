"""A scratch copy of the course, JupyterLab as `make lab` starts it, and a browser to look at it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from driver import SECONDS, Notebook

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
OWN_FOLDERS = {
    "HOME": "home",
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "IPYTHONDIR": "ipython",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
}


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: its address, the token to enter, and the copy it serves work/ of."""

    address: str
    token: str
    copy: Path

    def url(self, notebook: str) -> str:
        """Give the address of one notebook, alone in a workspace of its own."""
        workspace = Path(notebook).stem
        return f"{self.address}/lab/workspaces/{workspace}/tree/{notebook}?token={self.token}"


def copy_repository(target: Path) -> Path:
    """Copy what a commit would hold, with the times of change by which make decides."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(scratch: Path, copy: Path) -> dict[str, str]:
    """Give the server folders of its own, and its kernels the copy's grader."""
    own = {name: str(scratch / folder) for name, folder in OWN_FOLDERS.items()}
    for folder in own.values():
        Path(folder).mkdir(parents=True)
    return {**os.environ, **own, "PYTHONPATH": str(copy)}


@contextmanager
def serving(scratch: Path) -> Iterator[Lab]:
    """Run `make lab` in a copy of the repository; stop it and its kernels at the end."""
    copy = copy_repository(scratch / "course")
    # --old-file: whatever changed, nothing is installed into the developer's environment.
    command = ["make", "lab", f"--old-file={VENV}/.installed", f"VENV={VENV}"]
    command += [f"ARGS=--no-browser --port {free_port()}"]
    log = scratch / "server.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            command,
            cwd=copy,
            env=environment(scratch, copy),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield Lab(*address_in(log, server), copy)
        finally:
            stop(server)


def address_in(log: Path, server: subprocess.Popen[bytes]) -> tuple[str, str]:
    """Wait until the server has said where it is."""
    end = time.monotonic() + 2 * SECONDS
    while time.monotonic() < end and server.poll() is None:
        said = re.search(r"(http://127\.0\.0\.1:\d+)/lab\?token=(\w+)", log.read_text())
        if said:
            return said[1], said[2]
        time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()}")


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


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    if not Path(CHROMIUM).exists():
        pytest.skip("needs chromium: apt install chromium")
    with serving(tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture(scope="session")
def browser(lab):
    """A Chromium that can reach this machine and nothing else."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*QUIET, NOWHERE], timeout=SECONDS * 1000
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def abroad():
    """Addresses other than the server's that any page of the session asked for."""
    return []


@pytest.fixture(scope="module")
def open_notebook(lab, browser, abroad):
    """Open notebooks by their path below work/, each in a page of its own, and set them up."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(SECONDS * 1000)

    def note(address: str) -> None:
        if urlsplit(address).netloc not in ("", urlsplit(lab.address).netloc):
            abroad.append(address)

    def opened(path: str) -> Notebook:
        page = context.new_page()
        page.on("websocket", lambda websocket: note(websocket.url))
        page.goto(lab.url(path))
        notebook = Notebook(page, lab.copy / "work" / path)
        notebook.run("setup")
        return notebook

    context.on("request", lambda request: note(request.url))
    yield opened
    context.close()
