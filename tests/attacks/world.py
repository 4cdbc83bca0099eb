"""A sandbox with something to steal outside, and what must be true after every attack."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

import catalogue

import solutions
from grader.exercises import EXERCISES
from grader.judging import judge_code
from grader.reference import Live
from grader.sandbox.session import Session
from grader.submission import Piece

REFERENCE = Live([1, 2, 3])
PAIR = ("rnn_cell_forward", "rnn_forward")
HONEST = "import numpy as np\n" + "\n".join(map(REFERENCE.source, PAIR))


class Canaries:
    """A folder that anyone may read and write, so that nothing but the sandbox protects it."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="canaries-"))
        source = Path(solutions.__file__).parent
        shutil.copytree(source, self.folder / "solutions", ignore=shutil.ignore_patterns("__*"))
        (self.folder / "gradebook.db").write_bytes(b"SQLite format 3\0" * 64)
        (self.folder / "secret").write_text("of the round\n")
        self.paths = [self.folder, *self.folder.rglob("*")]
        for path in self.paths:
            path.chmod(0o777 if path.is_dir() else 0o666)
            os.utime(path, ns=(1, path.stat().st_mtime_ns))  # so that reading it shows
        self.before = self.look()

    def look(self):
        """Take down what reading, writing or replacing a file, or listing a folder changes."""
        found = {path: path.stat() if path.exists() else None for path in self.paths}
        return {
            path: s
            and (s.st_ino, s.st_size, s.st_mode, s.st_mtime_ns, s.st_ctime_ns, s.st_atime_ns)
            for path, s in found.items()
        }

    def remove(self):
        shutil.rmtree(self.folder)


class World:
    """One sandbox, renewed where an attack has cost it, and the canaries."""

    def __init__(self, sandbox, canaries):
        self.sandbox = sandbox
        self.canaries = canaries

    def judge(self, source, **limits):
        """Give the verdicts on a source by exercise."""
        with self.opened(source, **limits) as judged:
            return judged()

    @contextlib.contextmanager
    def opened(self, source, sandbox=None, **limits):
        """Give a function that judges a source, cells before sequences; its fork lives on."""
        known = f"CANARY = {str(self.canaries.folder)!r}\nGRADER = {os.getpid()}\n"
        pieces = [Piece("preface.py", known + catalogue.PREFACE), Piece("attack.py", source)]
        with Session(sandbox or self.sandbox, pieces, "", REFERENCE, **limits) as running:
            code = running.describe()
            order = sorted(code.expected, key=lambda name: bool(EXERCISES[name].helper))
            yield lambda: {v.exercise: v for v in judge_code(code, REFERENCE, running, order)}

    def check_unharmed(self):
        """See that the next submission gets its due, and that nothing was taken or left behind."""
        verdicts = self.judge(HONEST)
        assert {n: v.status for n, v in verdicts.items()} == dict.fromkeys(PAIR, "correct")
        assert self.canaries.look() == self.canaries.before
        supervisor = process_of(self.sandbox.handle)
        assert processes_below(self.sandbox.process.pid) == [supervisor]


def process_of(handle):
    """Give the id of the process that a pidfd stands for."""
    lines = Path(f"/proc/self/fdinfo/{handle}").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("Pid:")))


def processes_below(process):
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [p for child in map(int, children) for p in (child, *processes_below(child))]
