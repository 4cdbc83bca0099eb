"""Is the table of all doors true, and does every door agree with every other?"""

from pathlib import Path

import all_doors
import pytest

PAGE = Path(__file__).parents[2] / "docs" / "doors.md"


@pytest.mark.long
def test_the_table_of_doors_is_what_the_doors_say(tmp_path):
    said = all_doors.gather(tmp_path)
    assert "differs" not in "\n".join(all_doors.table(said).split("\n")[len(all_doors.HEAD) :])
    assert all_doors.table(said) == PAGE.read_text("utf-8"), "run `make doors`"


def test_a_door_that_differs_is_told_from_one_that_agrees():
    right = {"sigmoid": 2.0, "softmax": 1.5}
    assert all_doors.is_same(right, "notebook cell", right)
    assert not all_doors.is_same({"sigmoid": 2.0}, "notebook cell", right)
    assert not all_doors.is_same({"sigmoid": 1.0, "softmax": 2.5}, "stock autograde", right)
    assert all_doors.is_same({"sigmoid": True, "softmax": False}, "Validate", right)
    assert not all_doors.is_same({"sigmoid": 2.0, "softmax": 1.25}, "sandbox", right)
    assert all_doors.cell(None, "sandbox", right) == "–"
    assert "differs" in all_doors.cell({"sigmoid": True, "softmax": True}, "Validate", right)
