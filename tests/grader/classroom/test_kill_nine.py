"""Killed at any moment and run again, a class comes out as if nothing had been."""

import sqlite3
from contextlib import closing

import pytest

from benchmarks import kill_nine

pytestmark = pytest.mark.xdist_group("course")


@pytest.mark.long
def test_a_run_killed_and_run_again_gives_the_same_grades(tmp_path):
    found = kill_nine.disturbed(tmp_path, students=4, kills=3, seed=3)
    assert found["runs"] + found["workers"] == 3
    assert found["differences"] == []
    assert found["left"] == []
    assert found["stray"] == []


def test_a_difference_between_two_gradebooks_is_seen(course, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "gradebook.db").write_bytes((course / "gradebook.db").read_bytes())
    assert kill_nine.differences(course, other) == []
    with closing(sqlite3.connect(other / "gradebook.db")) as base:
        base.execute("UPDATE grade_cells SET max_score = 7 WHERE max_score = 16")
        base.execute("UPDATE grade_cells SET max_score = 7 WHERE max_score = 18")
        base.commit()
    assert kill_nine.differences(course, other) == ["grade_cells"]
