"""Debian's PostgreSQL, started for a test on a free port of this machine alone."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = "/usr/lib/postgresql"
OWNER = "postgres"


def programs() -> Path | None:
    """Find the newest PostgreSQL that Debian has installed."""
    found = sorted(Path(PLACES).glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def server() -> Iterator[str]:
    """Give the address of a database server that has nothing in it, without its database."""
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    data, port = folder / "data", free_port()
    if os.getuid() == 0:  # who must not run it
        shutil.chown(folder, OWNER)
    run("initdb", "-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
    run("pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
    try:
        yield f"postgresql+psycopg://{OWNER}@127.0.0.1:{port}"
    finally:
        run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


def run(program: str, *arguments: object) -> None:
    bin = programs()
    assert bin, "PostgreSQL is not installed"
    line = [str(bin / program), *map(str, arguments)]
    if os.getuid() == 0:
        line = ["setpriv", f"--reuid={OWNER}", f"--regid={OWNER}", "--clear-groups", *line]
    done = subprocess.run(line, cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
