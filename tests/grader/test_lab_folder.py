"""What opening the course does to a learner's folder."""

import sys

import pytest

from grader import lab


def test_a_learners_notebook_is_never_overwritten(tmp_path):
    first = lab.copy_to(tmp_path)
    mine = tmp_path / "1_rnn" / "01_rnn_forward.ipynb"
    assert mine in first
    mine.write_text("mine")
    image = tmp_path / "1_rnn" / "images" / "rnn_cell.svg"
    image.unlink()
    again = lab.copy_to(tmp_path)
    assert mine.read_text() == "mine"
    assert image in again


def test_a_newer_version_of_a_notebook_is_announced(tmp_path, monkeypatch):
    course, work = tmp_path / "notebooks", tmp_path / "work"
    course.mkdir()
    (course / "a.ipynb").write_text("one")
    (course / "b.ipynb").write_text("one")
    monkeypatch.setattr(lab, "NOTEBOOKS", course)
    work.mkdir()
    lab.copy_to(work)
    (work / "a.ipynb").write_text("mine")
    assert lab.outdated(work) == []
    (course / "a.ipynb").write_text("two")
    assert lab.copy_to(work) == []
    assert lab.outdated(work) == ["a.ipynb"]
    assert (work / "a.ipynb").read_text() == "mine"
    (work / "a.ipynb").unlink()
    lab.copy_to(work)
    assert lab.outdated(work) == []


def test_a_spoilt_record_of_versions_stops_nothing(tmp_path):
    (tmp_path / lab.VERSIONS).write_text("[")
    assert lab.copy_to(tmp_path)
    (tmp_path / lab.VERSIONS).write_text("[1]")
    assert lab.outdated(tmp_path) == []
    assert not [path for path in lab.copy_to(tmp_path) if path.suffix == ".ipynb"]


@pytest.fixture
def other_environment(tmp_path, monkeypatch):
    """Stand in a virtual environment in which the course was not installed."""
    monkeypatch.setattr(lab, "is_installed", lambda: False)
    monkeypatch.setattr(lab.sysconfig, "get_path", lambda name: str(tmp_path))
    return tmp_path


def test_kernels_that_others_start_find_the_course(other_environment, monkeypatch):
    monkeypatch.setattr(sys, "prefix", "/somewhere/.venv")
    lab.make_importable()
    (path,) = other_environment.iterdir()
    assert path.suffix == ".pth"
    assert path.read_text().strip() == str(lab.ROOT)


def test_nothing_outside_of_a_virtual_environment_is_touched(other_environment, monkeypatch):
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    lab.make_importable()
    assert list(other_environment.iterdir()) == []


def test_an_installed_course_needs_no_help():
    assert lab.is_installed()


def test_what_is_said_of_a_folder_fits_the_number_of_its_notebooks():
    assert lab.standing(6, 0) == "6 notebooks copied."
    assert lab.standing(1, 5) == "1 notebook copied; 5 notebooks as you left them."
    assert lab.standing(0, 6) == "6 notebooks, as you left them."


def test_ctrl_c_waits_until_the_server_has_ended(monkeypatch):
    """A server that is killed leaves its kernels behind."""
    server = Interrupted()
    monkeypatch.setattr(lab.subprocess, "Popen", lambda *_, **__: server)
    monkeypatch.setattr(lab, "environment", dict)
    assert lab.serve(["jupyter", "lab"]) == 0
    assert server.waited == 2


class Interrupted:
    """A server whose terminal has pressed Ctrl-C, and which ends after that."""

    waited = 0

    def wait(self):
        self.waited += 1
        if self.waited == 1:
            raise KeyboardInterrupt
        return 0
