"""Open the course in JupyterLab, in a folder of the learner's own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
WORK = ROOT / "work"
NO_NEWS = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false"}}


def main(browser: bool, port: int | None) -> int:
    """Copy the notebooks to work/, then serve that folder until it is stopped with Ctrl-C."""
    copied = [path for path in copy_to(WORK) if path.suffix == ".ipynb"]
    kept = sum(1 for _ in WORK.glob("*/*.ipynb")) - len(copied)
    print(f"work/: {len(copied)} notebooks copied, {kept} of yours left as they are.")
    command = [sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={WORK}"]
    command.append("--LabApp.extension_manager=readonly")  # the other one asks a package index
    command += [] if browser else ["--no-browser"]
    if port:
        command += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return subprocess.call(command, env=environment())


def copy_to(folder: Path) -> list[Path]:
    """Copy the notebooks to a learner's folder, never over a file that is there.

    Images are the course's own and are brought up to date.
    """
    copied = []
    for source in sorted(NOTEBOOKS.rglob("*")):
        if not source.is_file() or not generated(source):
            continue
        target = folder / source.relative_to(NOTEBOOKS)
        if source.suffix == ".ipynb" and target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        copied.append(target)
    return copied


def generated(path: Path) -> bool:
    return path.suffix in (".ipynb", ".svg") and ".ipynb_checkpoints" not in path.parts


def environment() -> dict[str, str]:
    """Put this Python's programs first, and switch JupyterLab's calls for news off."""
    settings = Path(sys.prefix) / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    if not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(json.dumps(NO_NEWS, indent=2), encoding="utf-8")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path}
