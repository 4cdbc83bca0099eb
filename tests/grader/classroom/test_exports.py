"""Files for Canvas and Moodle: who is who, what everybody has, and nothing a spreadsheet runs."""

import logging
import re
import shlex
import subprocess
import sys

import nbgrader_doors as doors
import pytest
from answers import STUBS
from exported import gradebook, lines
from graded_class import LSTM
from written_grades import FORWARD, both, graded

from grader.classroom.exports import CanvasExport, MoodleExport

pytestmark = pytest.mark.xdist_group("course")
BACKWARD_LSTM = "04_lstm_backward.ipynb"
KNOWN = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]


# What the command writes of a class that was graded.

SETTINGS = """
c = get_config()
c.CourseDirectory.root = {course!r}
c.LateSubmissionPlugin.penalty_method = "zero"
c.CanvasExport.headings = {{"2_lstm": "LSTM, by hand (5021)"}}
c.MoodleExport.identify_by = "email"
"""
ROSTER = """id,first_name,last_name,email,lms_user_id
student-001,Zoë,"O'Neill, Jr.",one@example.org,41
student-002,,,two@example.org,42
student-003,三,学生,three@example.org,43
student-004,Four,,four@example.org,44
"""


@pytest.fixture
def graded_course(course, hand_in, outcomes, tmp_path, monkeypatch):
    """Grade a small class: all right, half of it, too late, and nobody home."""
    (tmp_path / "nbgrader_config.py").write_text(SETTINGS.format(course=str(course)))
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    nbgrader(tmp_path, "db", "student", "import", "roster.csv")
    with gradebook(course) as base:
        base.update_or_create_assignment("2_lstm", duedate="2030-01-31 12:00:00 UTC")
    for student in ("student-001", "student-003"):
        hand_in(student, LSTM, late=student == "student-003")
    hand_in("student-001", BACKWARD_LSTM)
    hand_in("student-002", LSTM, {"lstm_cell_forward": STUBS["lstm_cell_forward"]})
    outcomes()
    return tmp_path


def command(exporter):
    """Give the words of the command that docs/instructor.md names."""
    page = (doors.ROOT / "docs" / "instructor.md").read_text("utf-8").splitlines()
    (line,) = [line for line in page if f"{exporter} --to" in line]
    return shlex.split(line)[1:]


def nbgrader(folder, *arguments):
    environment = {**doors.surroundings(folder), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_the_command_writes_for_canvas_what_its_import_takes(graded_course):
    nbgrader(graded_course, *command("CanvasExport"), "--assignment", "2_lstm")
    assert lines(graded_course / "course" / "canvas.csv") == [
        [*KNOWN, "LSTM, by hand (5021)"],
        ["Points Possible", "", "", "", "", "46"],
        ["student-002", "42", "", "student-002", "", "6"],
        ["Four", "44", "", "student-004", "", ""],
        ["O'Neill, Jr., Zoë", "41", "", "student-001", "", "46"],
        ["学生, 三", "43", "", "student-003", "", "0"],
    ]


def test_the_command_writes_for_moodle_what_its_import_takes(graded_course):
    said = nbgrader(graded_course, *command("MoodleExport"))
    assert lines(graded_course / "course" / "moodle.csv") == [
        ["Email address", "First name", "Last name", "1_rnn", "2_lstm"],
        ["two@example.org", "", "", "-", "6"],
        ["four@example.org", "Four", "", "-", "-"],
        ["one@example.org", "Zoë", "O'Neill, Jr.", "-", "46"],
        ["three@example.org", "三", "学生", "-", "0"],
    ]
    assert "the maximum grade of 2_lstm has to be 46" in said


# What everybody has.


def test_points_by_hand_extra_credit_and_penalties_count(course, book, roster, export):
    roster("student-001", lms_user_id="41")
    book.write("student-001", "2_lstm", both())
    with gradebook(course) as base:
        forward, backward = sorted(
            base.find_submission("2_lstm", "student-001").notebooks, key=lambda n: n.name
        )
        forward.grades[0].manual_score, forward.grades[0].extra_credit = 1, 0.5
        backward.late_submission_penalty = 2.25
        cost = forward.grades[0].max_score
        base.db.commit()
    for kind in (CanvasExport, MoodleExport):
        rows, _ = export(kind, assignment=["2_lstm"])
        assert float(rows[-1][-1]) == 46 - cost + 1 + 0.5 - 2.25


def test_a_penalty_larger_than_the_points_leaves_zero(course, book, roster, export):
    roster("student-001", lms_user_id="41")
    book.write("student-001", "2_lstm", both())
    with gradebook(course) as base:
        for notebook in base.find_submission("2_lstm", "student-001").notebooks:
            notebook.late_submission_penalty = 40
        base.db.commit()
    assert export(CanvasExport)[0][-1][-1] == "0"


@pytest.mark.parametrize("share", [1 / 3, 0.1, 0.99999999, 1e-9, 1])
def test_numbers_stay_numbers_with_two_decimals_at_most(book, roster, export, share):
    roster("=1+1", last_name="-5", first_name="+2", lms_user_id="7")
    book.write("=1+1", "2_lstm", both(share))
    for kind in (CanvasExport, MoodleExport):
        rows, _ = export(kind, assignment=["2_lstm"])
        assert re.fullmatch(r"\d+(\.\d{1,2})?", rows[-1][-1])
        assert float(rows[-1][-1]) == pytest.approx(46 * share, abs=0.006)


def test_nothing_handed_in_is_no_zero_unless_one_says_so(book, roster, export):
    roster("student-001", lms_user_id="41")
    roster("student-002", lms_user_id="42")
    book.write("student-002", "2_lstm", {FORWARD: graded(FORWARD, message="It is empty.")})
    assert [row[-2:] for row in export(CanvasExport)[0][2:]] == [["", ""], ["", "0"]]
    assert [row[-2:] for row in export(MoodleExport)[0][1:]] == [["-", "-"], ["-", "0"]]
    rows, _ = export(MoodleExport, not_handed_in="0")
    assert [row[-2:] for row in rows[1:]] == [["0", "0"], ["0", "0"]]


# Who is who.


def test_canvas_gets_the_fields_of_the_roster_that_one_chooses(roster, export):
    roster("ada", lms_user_id="41", email="ada@example.org")
    rows, _ = export(CanvasExport, user_id="", sis_user_id="lms_user_id", sis_login_id="email")
    assert rows[-1][:5] == ["ada", "", "41", "ada@example.org", ""]


def test_what_is_no_number_is_no_id_in_canvas_which_would_read_12_of_12ab(roster, export):
    roster("student-001", lms_user_id="12ab")
    rows, said = export(CanvasExport)
    assert rows[-1][:4] == ["student-001", "", "", "student-001"]
    assert "a number in Canvas: student-001" in said


def test_who_cannot_be_found_in_moodle_is_left_out_or_another_would_get_the_points(roster, export):
    roster("student-001", lms_user_id="41")
    roster("student-002")
    roster("student-003", lms_user_id=" ")
    rows, said = export(MoodleExport)
    assert [row[0] for row in rows] == ["ID number", "41"]
    assert "Left out, without lms_user_id: student-002, student-003" in said
    rows, _ = export(MoodleExport, identify_by="id")
    assert [row[0] for row in rows] == ["Username", "student-001", "student-002", "student-003"]


@pytest.mark.parametrize("kind", [CanvasExport, MoodleExport])
def test_two_students_who_would_be_one_are_refused(roster, export, tmp_path, kind, caplog):
    roster("student-001", lms_user_id="41")
    roster("student-002", lms_user_id="41 ")
    with pytest.raises(SystemExit) as end:
        export(kind)
    assert end.value.code == 1
    assert "student-001 and student-002 have the same" in caplog.text
    assert not (tmp_path / "points.csv").exists()


def test_in_canvas_an_id_with_zeros_before_it_is_the_same_number(roster, export, caplog):
    roster("student-001", lms_user_id="0042")
    roster("student-002", lms_user_id="42")
    assert len(export(MoodleExport)[0]) == 3
    with pytest.raises(SystemExit):
        export(CanvasExport)
    assert "student-001 and student-002 have the same ID, 42." in caplog.text


def test_students_and_assignments_can_be_chosen(roster, export):
    for number in (1, 2):
        roster(f"student-00{number}", lms_user_id=str(number))
    rows, _ = export(MoodleExport, student=["student-002"], assignment=["1_rnn"])
    assert rows == [["ID number", "First name", "Last name", "1_rnn"], ["2", "", "", "-"]]


# Slips of one's own.


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            {"assignment": ["3_gru"]},
            "assignment: the gradebook does not know 3_gru. It has 1_rnn,",
        ),
        ({"student": [5]}, "--student: the gradebook does not know 5. It has nothing."),
        ({"headings": {"1_rmm": "x"}}, "headings: the gradebook does not know 1_rmm."),
        ({"headings": {"1_rnn": "x", "2_lstm": "x"}}, "1_rnn and 2_lstm have the same heading, x."),
        ({"sis_login_id": "x"}, "CanvasExport.sis_login_id is 'x'. It can be one of 'lms_user_id'"),
        ({"to": "absent/points.csv"}, "absent/points.csv cannot be written: No such file"),
    ],
)
def test_a_slip_is_one_line_and_nothing_is_written(course, tmp_path, caplog, settings, said):
    options = {"to": str(tmp_path / "points.csv"), **settings}
    with gradebook(course) as base, pytest.raises(SystemExit):
        CanvasExport(log=logging.getLogger("exports"), **options).export(base)
    assert said in caplog.text
    assert "Traceback" not in caplog.text
    assert not list(tmp_path.glob("*.csv"))


def test_moodle_needs_a_field_of_the_roster_to_know_a_student_by(export, caplog):
    with pytest.raises(SystemExit):
        export(MoodleExport, identify_by="")
    assert "MoodleExport.identify_by is ''." in caplog.text
