"""One sandbox for the attacks of a worker, and one set of canaries."""

import sys

import pytest

from grader.sandbox import session
from grader.sandbox.host import Sandbox

collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]  # there is no sandbox

if sys.platform == "linux":
    from world import Canaries, World

GRACE = 0.7


@pytest.fixture(scope="session")
def canaries():
    found = Canaries()
    yield found
    found.remove()


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def world(sandbox, canaries, monkeypatch):
    monkeypatch.setattr(session, "GRACE", GRACE)
    return World(sandbox, canaries)
