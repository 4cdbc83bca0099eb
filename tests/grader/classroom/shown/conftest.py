"""Two classes that have been graded, for pages to be made of them."""

import pytest
from answers import edited
from both_pages import FIRST, SECOND, grade
from exported import gradebook
from parsed import HOSTILE
from traitlets.config import Config


@pytest.fixture
def graded(course, hand_in, one_sandbox, monkeypatch):
    """A class: all right, a mistake with words on it, late, and by hand."""
    settings = Config()
    settings.LateSubmissionPlugin.penalty_method = "zero"
    monkeypatch.setattr("grader.classroom.run.configuration", lambda *_: settings)
    wrong = edited("one_hot", "== ids", "!= ids")
    for name in (FIRST, SECOND):
        hand_in("right", name)
        hand_in("late", name, late=True)
    hand_in("wrong", FIRST, {"one_hot": wrong, "softmax": "def softmax(x):\n    return <b>"})
    hand_in("by-hand", FIRST, {"one_hot": wrong})
    grade(course)
    with gradebook(course) as base:
        place = ("00_sequences_and_tools", "1_rnn", "by-hand")
        grade_of = base.find_grade("check_one_hot", *place)
        grade_of.manual_score, grade_of.extra_credit = 1.25, 0.5
        said = f"# Nearly\n\n* `==`, *not* `!=`: $a_t$\n\n```python\nids == ids\n```\n{HOSTILE}"
        base.find_comment("one_hot", *place).manual_comment = said
        base.find_comment("softmax", *place).manual_comment = "<div>never closed"
        base.db.commit()
    return course


@pytest.fixture
def two(course, hand_in, one_sandbox):
    """A class of two who have one notebook right."""
    for student in ("right", "other"):
        hand_in(student, FIRST)
    grade(course)
    return course
