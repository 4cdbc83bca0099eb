"""Open the course in JupyterLab, in a folder of the learner's own."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
WORK = ROOT / "work"
VERSIONS = ".versions.json"
PROJECT = "rnn-lstm-numpy"
FORMGRADER = "nbgrader.server_extensions.formgrader"
NO_NEWS = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false"}}


def main(browser: bool, port: int | None) -> int:
    """Copy the notebooks to work/, then serve that folder until it is stopped with Ctrl-C."""
    make_importable()
    copied = sum(path.suffix == ".ipynb" for path in copy_to(WORK))
    print(f"work/: {standing(copied, sum(1 for _ in WORK.glob('*/*.ipynb')) - copied)}")
    for path in outdated(WORK):
        print(f"There is a newer version of work/{path} in notebooks/{path}. Yours is kept.")
    command = [sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={WORK}"]
    command.append("--LabApp.extension_manager=readonly")  # the other one asks a package index
    command.append(f"--ServerApp.jpserver_extensions={FORMGRADER}=False")  # it has no course here
    command.append("-y")  # else Ctrl-C asks whether it was meant
    command += [] if browser else ["--no-browser"]
    if port:
        command += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return serve(command)


def serve(command: Sequence[str]) -> int:
    """Run JupyterLab; Ctrl-C reaches it, too, and it is given the time to end its kernels."""
    server = subprocess.Popen(command, env=environment())
    try:
        return server.wait()
    except KeyboardInterrupt:
        return server.wait()


def standing(copied: int, kept: int) -> str:
    """Say what has become of a learner's folder."""
    if not kept:
        return f"{notebooks(copied)} copied."
    if not copied:
        return f"{notebooks(kept)}, as you left them."
    return f"{notebooks(copied)} copied; {notebooks(kept)} as you left them."


def notebooks(number: int) -> str:
    return f"{number} notebook{'' if number == 1 else 's'}"


def copy_to(folder: Path) -> list[Path]:
    """Copy the notebooks to a learner's folder, never over a file that is there.

    Images are the course's own and are brought up to date.
    """
    copied = []
    versions = known_versions(folder)
    for source in sorted(NOTEBOOKS.rglob("*")):
        if not source.is_file() or not generated(source):
            continue
        target = folder / source.relative_to(NOTEBOOKS)
        if source.suffix == ".ipynb" and target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        copied.append(target)
        if source.suffix == ".ipynb":
            versions[source.relative_to(NOTEBOOKS).as_posix()] = version(source)
    (folder / VERSIONS).write_text(json.dumps(versions, indent=1), encoding="utf-8")
    return copied


def outdated(folder: Path) -> list[str]:
    """List the notebooks of which the course has another version now than when they were copied."""
    return [
        path
        for path, copied in known_versions(folder).items()
        if (folder / path).is_file()
        and (NOTEBOOKS / path).is_file()
        and version(NOTEBOOKS / path) != copied
    ]


def known_versions(folder: Path) -> dict[str, str]:
    """Read which versions were copied; a file that somebody has spoilt counts as none."""
    try:
        versions = json.loads((folder / VERSIONS).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return versions if isinstance(versions, dict) else {}


def version(notebook: Path) -> str:
    return hashlib.sha256(notebook.read_bytes()).hexdigest()[:16]


def generated(path: Path) -> bool:
    return path.suffix in (".ipynb", ".svg") and ".ipynb_checkpoints" not in path.parts


def make_importable() -> None:
    """Let every kernel of this virtual environment find the course, also one that an editor starts.

    Where the course was installed there is nothing to do; nothing outside of a virtual environment
    is touched.
    """
    if sys.prefix == sys.base_prefix or is_installed():
        return
    path = Path(sysconfig.get_path("purelib")) / f"{PROJECT}.pth"
    path.write_text(f"{ROOT}\n", encoding="utf-8")


def is_installed() -> bool:
    try:
        metadata.distribution(PROJECT)
    except metadata.PackageNotFoundError:
        return False
    return True


def environment() -> dict[str, str]:
    """Let kernels find this grader and this Python's programs; switch calls for news off."""
    settings = Path(sys.prefix) / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    if not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(json.dumps(NO_NEWS, indent=2), encoding="utf-8")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    modules = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PATH": path, "PYTHONPATH": modules}
