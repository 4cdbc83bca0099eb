"""One class, made once, graded once by a single process: what all other ways have to agree with."""

import sys

import pytest
import scale_class as scale

from grader.classroom.example import trial
from grader.classroom.judged.round import secret_of

collect_ignore_glob = [] if sys.platform == "linux" else ["test_*.py"]  # no sandbox elsewhere


def pytest_collection_modifyitems(items):
    for item in items:
        if "/scale/" in str(item.path):
            item.add_marker(pytest.mark.scale)


@pytest.fixture(scope="session")
def handed_in(tmp_path_factory):
    """Give a course in which a class has handed in; only for copying."""
    course = tmp_path_factory.mktemp("scale") / "course"
    trial.set_up(course, 0, 1)
    scale.hand_in(course)
    secret_of(course)
    return course


@pytest.fixture
def course(handed_in, tmp_path):
    """Give a course of a test's own, of which nothing is graded."""
    return scale.copied(handed_in, tmp_path / "course")


@pytest.fixture(scope="session")
def expected(handed_in, tmp_path_factory):
    """Give the gradebook as one process writes it."""
    course = scale.copied(handed_in, tmp_path_factory.mktemp("alone") / "course")
    scale.graded(course)
    found = scale.gradebook(scale.sqlite(course))
    assert len({row[0] for row in found}) == len(scale.KINDS)
    return found
