"""The sandbox as a thing that is started, talked to, and ended."""

import os
import signal
import socket
import sys
import sysconfig
import time

import pytest

from grader.packing import pack
from grader.sandbox import bubblewrap, fork
from grader.sandbox.fork import Lost
from grader.sandbox.host import Sandbox
from grader.sandbox.refusal import SandboxUnavailable

SUBMISSION = pack({"pieces": [], "lesson": "", "stubs": {}})


def descriptors():
    return sorted(os.listdir("/proc/self/fd"))


def process_of(handle):
    """Give the id of the process that a pidfd stands for; -1 if it has ended."""
    with open(f"/proc/self/fdinfo/{handle}") as file:
        (line,) = [line for line in file if line.startswith("Pid:")]
    return int(line.split()[1])


def children(process):
    with open(f"/proc/{process}/task/{process}/children") as file:
        return file.read().split()


def described(sandbox):
    """Have an empty submission read, and give the fork that did."""
    found = sandbox.fork()
    deadline = time.monotonic() + 30
    found.send(SUBMISSION, deadline)
    assert found.receive(deadline)["expected"] == []
    return found


def test_started_by_root_it_runs_as_nobody():
    with Sandbox() as sandbox:
        found = os.stat(f"/proc/{process_of(sandbox.handle)}")
    assert found.st_uid == (bubblewrap.NOBODY if os.geteuid() == 0 else os.geteuid())


@pytest.mark.parametrize("found", [None, bubblewrap.program()], ids=["wheel", "system"])
def test_every_bubblewrap_starts(monkeypatch, found):
    monkeypatch.setattr("shutil.which", lambda *_, **__: found)
    with Sandbox() as sandbox:
        described(sandbox).close()


def test_a_python_that_is_reached_through_a_link_starts(monkeypatch, tmp_path):
    # uv and pyenv call a version by a link, which an update turns to another.
    base, library = sys.base_prefix, sysconfig.get_path("stdlib")
    link = tmp_path / "python"
    link.symlink_to(base)
    monkeypatch.setattr(sys, "base_prefix", str(link))
    monkeypatch.setattr(sysconfig, "get_path", lambda _: library.replace(base, str(link), 1))
    with Sandbox() as sandbox:
        described(sandbox).close()


def test_root_covers_no_folder_that_is_needed():
    _, program, moved = bubblewrap.as_nobody(
        "/usr/bin/bwrap", [("--ro-bind", "/mnt/c/course/grader", "/course/grader")]
    )
    assert not program.startswith("/mnt/")
    assert [places[0].startswith("/mnt/") for _, *places in moved] == [False]


def test_where_root_can_cover_nothing_one_sentence_says_so():
    needed = [("--ro-bind", f"{folder}/x", "/x") for folder in bubblewrap.PUBLIC]
    with pytest.raises(SandboxUnavailable, match="in use"):
        bubblewrap.as_nobody("/usr/bin/bwrap", needed)


def test_a_fork_that_is_closed_is_gone_and_so_are_its_descriptors(sandbox):
    described(sandbox).close()
    before = descriptors()
    described(sandbox).close()
    assert descriptors() == before
    assert children(process_of(sandbox.handle)) == []


def test_ending_a_sandbox_leaves_no_process_and_no_descriptor():
    before = descriptors(), children(os.getpid())
    with Sandbox() as sandbox:
        found = described(sandbox)
        supervisor = process_of(sandbox.handle)
    found.close()
    assert (descriptors(), children(os.getpid())) == before
    assert not os.path.exists(f"/proc/{supervisor}")


def test_a_sandbox_that_something_has_ended_is_started_anew():
    with Sandbox() as sandbox:
        signal.pidfd_send_signal(sandbox.handle, signal.SIGKILL)
        sandbox.process.wait()
        described(sandbox).close()


def test_a_fork_whose_sandbox_is_ended_is_lost_and_the_next_one_is_not():
    with Sandbox() as sandbox:
        found = described(sandbox)
        signal.pidfd_send_signal(sandbox.handle, signal.SIGKILL)
        with pytest.raises(Lost):
            found.receive(time.monotonic() + 30)
        described(sandbox).close()


def test_whoever_sends_byte_after_byte_does_not_get_more_time():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"\1" * 1000)
        channel = fork.Fork(None, ours)
        with pytest.raises(TimeoutError):
            channel.part(1000, deadline=time.monotonic() - 1)
