"""Is the table of cheats true, and does none of them get anything in the sandbox?"""

from pathlib import Path

import cheats
import pytest

PAGE = Path(__file__).parents[3] / "docs" / "cheats.md"


@pytest.mark.long
def test_the_table_of_cheats_is_what_they_get(tmp_path):
    got = cheats.gather(tmp_path)
    right, zeros, *others = cheats.STUDENTS
    assert got[right, "sandbox"] == "6 / 6"
    assert {got[student, "sandbox"] for student in (zeros, *others)} == {"0 / 6"}
    assert cheats.table(got) == PAGE.read_text("utf-8"), "run `make cheats`"


def test_what_no_honest_answer_gets_is_told_from_what_one_does():
    got = dict.fromkeys(((s, d) for s in cheats.STUDENTS for d in cheats.DOORS), "0 / 6")
    _, zeros, cheat, *_ = cheats.STUDENTS
    assert "**" not in cheats.table(got)
    got[cheat, "check"] = "6 / 6"
    assert cheats.said(got, cheat, "check") == "**6 / 6**"
    assert cheats.said(got, zeros, "check") == "0 / 6"
