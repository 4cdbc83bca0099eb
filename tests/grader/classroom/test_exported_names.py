"""Names as people have them, and as people make them: text in a file, whoever opens it."""

import csv
import re

import pytest
from exported import gradebook

from grader.classroom.exports import CanvasExport, MoodleExport, text

pytestmark = pytest.mark.xdist_group("course")

PLAIN = ("O'Neill", 'Ann "Q" Lee', "Müller, Jr.", "学生", "a-b", "x=1", "e\u0301", "محمد", "1;2")


@pytest.mark.parametrize("name", PLAIN)
def test_an_odd_name_comes_back_as_it_is(roster, export, name):
    roster("student-001", last_name=name, lms_user_id="41")
    assert export(CanvasExport)[0][-1][0] == name
    assert export(MoodleExport)[0][-1][2] == name


FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "  =1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "=cmd|' /C calc'!A0",
)


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_a_spreadsheet_would_run_is_text_in_every_field(course, export, formula):
    with gradebook(course) as base:
        base.add_student(formula, first_name=formula, last_name=formula, email=formula)
        base.add_assignment(formula)
    for kind, settings in (
        (CanvasExport, {"sis_user_id": "email"}),
        (MoodleExport, {"identify_by": "email"}),
    ):
        rows, _ = export(kind, **settings)
        fields = [field for row in rows for field in row if any(c in field for c in "1Ax")]
        assert len(fields) >= 5
        assert not [field for field in fields if re.match(r"[=+\-@＝＋－＠\s]", field)]


@pytest.mark.parametrize("name", ["Ann;=1+1", "Ann; =1+1", 'Ann;"=1+1"', "Ann;;@x"])
def test_where_a_semicolon_begins_a_field_a_formula_is_text_too(roster, export, name):
    roster("student-001", last_name=name, lms_user_id="41")
    assert export(CanvasExport)[0][-1][0].count("'") == 1
    fields = next(csv.reader([text(name)], delimiter=";"))
    assert not [field for field in fields if re.match(r"[=+\-@]", field.strip(' "'))]


def test_a_name_is_one_line_whatever_is_in_it(roster, export):
    roster("student-001", last_name="a\r\nb\x1b[31m\u2028c\x85d", lms_user_id="41")
    assert export(CanvasExport)[0][-1][0] == "a b [31m c d"
    assert text("\ud800x") == "x"
