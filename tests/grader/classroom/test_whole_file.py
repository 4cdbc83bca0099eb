"""A file of a course is the old one or the new one, whatever ends the program."""

import os

import pytest

from grader.classroom.whole_file import put


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "folder" / "a.ipynb"
    put(path, b"old")
    monkeypatch.setattr("os.replace", None)
    with pytest.raises(TypeError):
        put(path, b"new")
    assert [(p.name, p.read_bytes()) for p in path.parent.iterdir()] == [("a.ipynb", b"old")]
    monkeypatch.undo()
    put(path, b"new")
    assert [(p.name, p.read_bytes()) for p in path.parent.iterdir()] == [("a.ipynb", b"new")]


def test_two_runs_at_the_same_time_do_not_get_in_each_others_way(tmp_path, monkeypatch):
    path, replace = tmp_path / "a.ipynb", os.replace

    def with_another_run_in_between(part, target):
        monkeypatch.setattr("os.replace", replace)
        with monkeypatch.context() as other:
            other.setattr("os.getpid", lambda: -1)
            put(path, b"theirs")
        replace(part, target)

    monkeypatch.setattr("os.replace", with_another_run_in_between)
    put(path, b"ours")
    assert path.read_bytes() == b"ours"
