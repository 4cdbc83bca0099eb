"""What an instructor types and reads: one line a student and assignment, in 100 columns."""

import io
import json
import shutil
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from answers import STUBS
from graded_class import recorded

from grader import cli
from grader.assignments import lessons_of
from grader.classroom.example import trial
from grader.classroom.gradebook import database
from grader.classroom.handed_in.intake import File
from grader.classroom.judged import grading
from grader.classroom.judged.grading import Graded, counting
from grader.classroom.run import Outcome
from grader.classroom.terminal.summary import Seen, formgrader
from grader.classroom.terminal.table import WIDTH, Table, length
from grader.exercises import EXERCISES, LESSON_OF, of_lesson
from grader.submission import Piece
from grader.verdict import Verdict

pytestmark = pytest.mark.xdist_group("course")
RNN, LSTM = (
    ("00_sequences_and_tools", "01_rnn_forward", "02_rnn_backward"),
    (
        "03_lstm_forward",
        "04_lstm_backward",
    ),
)


def judged(lesson, message="", **statuses):
    verdicts = tuple(
        Verdict(
            e.name, statuses.get(e.name, "correct"), 0 if e.name in statuses else e.points, e.points
        )
        for e in of_lesson(lesson)
    )
    file = File("student-001", "1_rnn", f"{lesson}.ipynb", f"student-001/{lesson}.ipynb")
    return Graded(file, () if message else verdicts, (), message)


def outcome(*graded, student="student-001", assignment="1_rnn", **more):
    lessons = tuple(lessons_of(assignment))
    return Outcome(student, assignment, graded, counting(graded), lessons=lessons, **more)


def row(found, names=("student-001",)):
    return Table(names, ["1_rnn", "2_lstm"]).row(found)


def test_a_line_has_the_notebooks_side_by_side_and_their_sum():
    table = Table(["student-001"], ["1_rnn", "2_lstm"])
    head, most = table.header()
    assert head.split()[:7] == ["student", "00", "01", "02", "03", "04", "points"]
    assert head.endswith("to look at (+1: one more)")
    assert most.split() == ["at", "most", "13", "14", "22", "16", "30"]
    one = table.row(outcome(*map(judged, RNN)))
    other = table.row(outcome(*map(judged, LSTM), assignment="2_lstm"))
    assert one.split() == ["student-001", "1_rnn", "13", "14", "22", "49", "/", "49"]
    assert other.split() == ["student-001", "2_lstm", "16", "30", "46", "/", "46"]
    for line, lesson in ((one, "00"), (one, "02"), (other, "03"), (other, "04")):
        end = head.index(lesson) + 2
        assert line[end - 2 : end].isdigit()
    assert one.rindex("49") == other.rindex("46")


def test_a_notebook_of_another_assignment_shows_and_is_not_in_the_sum():
    found = outcome(*map(judged, RNN), *map(judged, LSTM), assignment="2_lstm")
    assert row(found).split()[2:] == ["13", "14", "22", "16", "30", "46", "/", "46"]


def test_a_notebook_that_is_not_there_and_one_that_cannot_be_used_show():
    found = outcome(judged(RNN[0]), judged(RNN[2], message="It is larger than 32 MB."))
    assert row(found).split()[2:9] == ["13", "-", "?", "13", "/", "49", "unusable"]


def test_what_needs_a_look_is_named_the_most_urgent_first():
    wrong = judged(RNN[1], rnn_cell_forward="wrong", rnn_forward="not_started")
    assert row(outcome(wrong)).endswith("rnn_cell_forward wrong +1")
    assert row(outcome(wrong, late=9000.0)).endswith("2.5 h late, rnn_cell_forward wrong +1")
    assert row(outcome(judged(RNN[1], rnn_forward="not_started"))).endswith(
        "rnn_forward not started"
    )
    assert row(outcome(wrong, note="not in the gradebook")).count("not in the gradebook") == 1
    assert row(outcome(judged(RNN[1], message="No."), wrong)).count("unusable 01: see below") == 1
    failed = replace(judged(RNN[1], message="No."), failed=True)
    assert row(outcome(failed)).endswith("not graded: see below")


NAMES = (
    "s",
    "student-001",
    "学生-001",
    "e\u0301tudiante",
    "s" * 250,
    'o\'brien "x"',
    "",
    "\x1b[31m",
)


def test_all_lines_are_aligned_and_fit_whatever_the_names():
    table = Table(NAMES, ["1_rnn", "a" * 80, ""])
    wrong = judged(RNN[1], rnn_cell_forward="wrong")
    lines = [
        table.row(outcome(wrong, student=name, late=1e6, note="n" * 90, assignment=assignment))
        for name in NAMES
        for assignment in ("1_rnn", "a" * 80, "2_lstm")
    ]
    assert max(map(length, lines)) <= WIDTH
    assert all(line.isprintable() for line in lines)
    assert len({length(line[: line.index("h late")]) for line in lines}) == 1
    assert lines[-1].startswith("?[31m ")


def test_points_are_not_longer_than_they_need_to_be():
    verdict = Verdict("lstm_forward", "wrong", 0.1 + 0.2, 6)
    one = replace(judged(LSTM[0]), verdicts=(judged(LSTM[0]).verdicts[0], verdict))
    assert "10.3" in row(outcome(one, assignment="2_lstm")).split()


def test_of_a_few_exercises_the_table_has_no_more_than_those():
    table = Table(["student-001"], ["1_rnn", "2_lstm"], ["one_hot", "lstm_forward"])
    assert [*table.header()][1].split() == ["at", "most", "2", "6"]
    few = replace(judged(RNN[0]), verdicts=judged(RNN[0], one_hot="wrong").verdicts[:1])
    words = table.row(outcome(few)).split()
    assert words == ["student-001", "1_rnn", "0", "0", "/", "2", "one_hot", "wrong"]
    words = table.row(outcome(judged(LSTM[0]), assignment="2_lstm")).split()
    assert words == ["student-001", "2_lstm", "6", "6", "/", "6"]


def test_of_a_class_the_summary_keeps_no_code():
    seen = Seen()
    bad = replace(judged(RNN[0], message="No."), pieces=(Piece("code cell 1", "x = 1"),))
    seen.add(outcome(bad))
    assert seen.unusable == [(bad.file.label, "No.")]


# The command itself.


@pytest.fixture
def grade(course, capsys, one_sandbox):
    """Run `grader grade`; give (exit code, lines of output, complaints)."""

    def command(*arguments):
        code = cli.main(["grade", *map(str, arguments), "--course", str(course)])
        said = capsys.readouterr()
        return code, said.out.splitlines(), said.err

    return command


def test_a_class_is_a_table_and_a_summary(course, hand_in, grade):
    hand_in("student-001", "03_lstm_forward.ipynb")
    hand_in("student-002", "03_lstm_forward.ipynb", STUBS)
    hand_in("student-003", "03_lstm_forward.ipynb").write_bytes(b"{")
    code, lines, complaints = grade()
    assert (code, complaints) == (0, "")
    table, end = lines[:5], lines[5:]
    assert [line.split()[0] for line in table[2:]] == ["student-001", "student-002", "student-003"]
    assert "lstm_cell_forward not started +1" in table[3]
    assert "unusable: see below" in table[4]
    assert end[1].startswith("3 files of 3 students graded in ")
    assert end[2] == "1 file could not be used:"
    assert end[3] == "  student-003/03_lstm_forward.ipynb"
    assert end[4].startswith("    03_lstm_forward.ipynb is not a Jupyter notebook. Save it again")
    assert f"Points and comments: {course / 'gradebook.db'}" in end
    assert max(map(len, table)) <= WIDTH


def test_a_class_that_stands_is_said_to_have_nothing_new(course, hand_in, grade):
    hand_in("student-001", "03_lstm_forward.ipynb")
    grade()
    lines = grade()[1]
    assert lines[1] == "Nothing new to grade."
    assert lines[2].startswith("1 assignment not changed since graded")
    assert not any("0 files" in line for line in lines)


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("course", ["To look at it all: jupyter lab, then"]),
        ("an example", ["To look at it all: NBGRADER_COURSE='an example' jupyter lab, then"]),
        ("../elsewhere", []),
    ],
)
def test_what_to_type_for_formgrader_opens_the_course_that_was_graded(folder, said):
    lines = formgrader(Path(folder))
    assert [line.partition(" in its")[0] for line in lines] == said


def test_json_is_one_object_a_file_and_nothing_else(hand_in, grade):
    hand_in("student-001", "03_lstm_forward.ipynb")
    hand_in("student-001", "04_lstm_backward.ipynb", STUBS)
    hand_in("étudiante", "03_lstm_forward.ipynb").write_bytes(b"")
    code, lines, _ = grade("--json")
    reports = [json.loads(line) for line in lines]
    assert code == 0
    assert [(r["submission"], r["status"], r["points"]) for r in reports] == [
        ("student-001/03_lstm_forward.ipynb", "judged", 16),
        ("student-001/04_lstm_backward.ipynb", "judged", 0),
        ("étudiante/03_lstm_forward.ipynb", "unusable", 0),
    ]
    assert reports[2]["max_points"] == 16


def test_json_is_json_on_a_terminal_of_old(course, hand_in, one_sandbox, monkeypatch):
    hand_in("étudiante-😀", "03_lstm_forward.ipynb").write_bytes(b"")
    terminal = io.TextIOWrapper(io.BytesIO(), "ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    cli.main(["grade", "--json", "--course", str(course)])
    said = terminal.buffer.getvalue().decode("ascii")
    assert json.loads(said)["submission"] == "étudiante-😀/03_lstm_forward.ipynb"


def test_an_error_of_the_graders_own_is_reported_at_the_end(hand_in, grade, monkeypatch):
    judge, calls = grading.judged, []

    def fail_first(*args):
        calls.append(args)
        if len(calls) == 1:
            raise KeyError("x")
        return judge(*args)

    monkeypatch.setattr(grading, "judged", fail_first)
    for number in (1, 2):
        hand_in(f"student-{number:03}", "03_lstm_forward.ipynb")
    code, lines, complaints = grade()
    assert code == 1
    assert "not graded: see below" in lines[2]
    assert "16 / 16" not in lines[2]
    assert " 16 / 46" in lines[3]
    assert any("could not be graded: KeyError: 'x' (" in line for line in lines)
    assert "error in the grader, not in them: 1." in complaints


def test_a_page_that_cannot_be_written_is_reported_beside_the_grade(course, hand_in, grade):
    hand_in("student-001", "03_lstm_forward.ipynb")
    (course / "feedback").write_text("in the way")
    code, lines, complaints = grade()
    assert code == 1
    assert lines[2].endswith("16 / 46  no page of feedback: see below")
    assert "1 page of feedback could not be written:" in lines
    assert "  student-001, 2_lstm" in lines
    assert complaints.strip().startswith("Pages of feedback that could not be written, although")
    assert "Files without a grade" not in complaints


def test_a_class_graded_whole_has_a_report_and_one_student_alone_writes_none(
    course, hand_in, grade
):
    hand_in("student-001", "03_lstm_forward.ipynb")
    hand_in("student-002", "03_lstm_forward.ipynb", STUBS)
    report = course / "report.html"
    assert not any("Report" in line for line in grade("--student", "student-001")[1])
    assert not report.exists()
    assert f"Report of the class: {report}" in grade()[1]
    assert "student-002" in report.read_text("utf-8")


def test_a_report_that_cannot_be_written_is_said_beside_the_grades(course, hand_in, grade):
    hand_in("student-001", "03_lstm_forward.ipynb")
    (course / "report.html").mkdir()
    code, lines, complaints = grade()
    assert code == 1
    assert lines[2].endswith("16 / 46")
    assert not any("Report" in line for line in lines)
    assert complaints.strip().startswith("The report of the class could not be written, although")


def test_results_that_cannot_be_kept_cost_no_grade(course, hand_in, grade):
    hand_in("student-001", "03_lstm_forward.ipynb")
    (course / "results").write_text("in the way")
    code, lines, complaints = grade()
    assert "16 / 46  not in the report: " in lines[2]
    assert (course / "feedback" / "student-001" / "2_lstm.html").is_file()
    assert (code, complaints) == (0, "")
    assert not any("Report" in line for line in lines)


def test_a_folder_elsewhere_is_graded_and_nothing_is_written_down(course, hand_in, grade, tmp_path):
    path = hand_in("student-001", "03_lstm_forward.ipynb")
    path.rename(tmp_path / path.name)
    before = (course / "gradebook.db").read_bytes()
    code, lines, _ = grade(tmp_path / path.name)
    assert code == 0
    assert lines[2].split()[:2] == ["(nobody)", "16"]
    assert not any("gradebook" in line for line in lines)
    assert (course / "gradebook.db").read_bytes() == before


def test_what_cannot_be_begun_is_one_line_and_code_2(course, hand_in, grade, tmp_path):
    for arguments, said in (
        ((tmp_path / "absent",), "There is nothing at"),
        (("--exercise", "lstm"), "There is no exercise called lstm. There are: one_hot, "),
        ((), "Nothing is handed in yet: "),
    ):
        code, lines, complaints = grade(*arguments)
        assert (code, lines) == (2, [])
        assert complaints.startswith(said)
    (course / "submitted").mkdir()
    assert grade() == (2, [], f"No notebook and no Python file is below {course}/submitted.\n")
    hand_in("student-001", "03_lstm_forward.ipynb")
    assert "Python file of student-2 is below" in grade("--student", "student-2")[2]
    (course / "secret").chmod(0o644)
    assert "chmod 600" in grade()[2]
    (course / "secret").chmod(0o600)
    (course / "gradebook.db").unlink()
    assert "generate_assignment" in grade()[2]


@pytest.mark.parametrize("locked", [False, True])
def test_a_class_that_cannot_be_entered_is_one_line_and_code_2(
    course, hand_in, grade, monkeypatch, locked
):
    """Backups cannot be made, or another program has begun to write since it was tried out."""
    hand_in("student-001", "03_lstm_forward.ipynb")
    if locked:

        def fail(*_):
            raise sqlite3.OperationalError("database is locked")

        monkeypatch.setattr(database, "backup", fail)
    else:
        (course / "backups").write_text("in the way")
    code, _, complaint = grade()
    assert code == 2
    assert complaint.count("\n") == 1
    assert "Nothing was graded. Students cannot be added to the gradebook: " in complaint
    assert ("database is locked" if locked else str(course / "backups")) in complaint


def test_a_student_who_has_handed_in_nothing_is_named(course, hand_in, grade):
    hand_in("student-001", "03_lstm_forward.ipynb")
    said = f"No notebook and no Python file of nobody is below {course}/submitted.\n"
    assert grade("--student", "nobody") == (2, [], said)


def test_an_emptied_folder_keeps_its_grade_and_the_line_says_so(course, hand_in, grade):
    path = hand_in("student-001", "03_lstm_forward.ipynb")
    grade()
    before = recorded(course)
    path.unlink()
    for options in ((), ("--dry-run", "--json"), ("--force",)):
        code, lines, _ = grade(*options)
        assert (code, recorded(course)) == (0, before)
    assert "unusable: see below, its earlier" in lines[2]
    assert "Its earlier grade stays: student-001, 2_lstm" in lines


def test_a_folder_that_was_always_empty_has_no_earlier_grade(course, hand_in, grade):
    hand_in("student-001", "03_lstm_forward.ipynb").unlink()
    assert grade()[1][2].endswith("unusable: see below")


def test_why_it_is_not_in_the_gradebook_is_said_in_full(course, hand_in, grade):
    path = hand_in("student-001", "03_lstm_forward.ipynb")
    names = [f"student-{number:03}-who-has-a-long-name" for number in range(12)]
    for name in names:
        (course / "submitted" / name).mkdir()
        shutil.copy(path, course / "submitted" / name)
    said = "Not in the gradebook, because it is in no assignment's folder: "
    assert f"{said}{'; '.join(names[:10])}; 2 more" in grade()[1]


@pytest.mark.parametrize("option", ["--jobs", "--round"])
@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_a_number_of_things_begins_with_one(option, number, grade, capsys):
    with pytest.raises(SystemExit, match="2"):
        grade(option, number)
    assert f"{option}: it has to be a number from 1 on, not {number}" in capsys.readouterr().err


def test_an_exercise_that_nobody_answers_is_one_line_and_code_2(course, hand_in, grade):
    hand_in("student-001", "03_lstm_forward.ipynb")
    where = f"{course}/submitted"
    assert grade("--exercise", "lstm_backward", "--exercise", "one_hot") == (
        2,
        [],
        f"No file that answers lstm_backward or one_hot is below {where}.\n",
    )


def test_an_example_class_is_not_put_into_a_course_of_ones_own(course, capsys):
    before = sorted(course.rglob("*"))
    assert cli.main(["example-class", "--course", str(course)]) == 2
    assert "course of yours" in capsys.readouterr().err
    assert sorted(course.rglob("*")) == before


def test_every_exercise_belongs_to_a_notebook_of_the_table():
    assert {LESSON_OF[name] for name in EXERCISES} == {*RNN, *LSTM}
    assert trial.ASSIGNMENTS == ("1_rnn", "2_lstm")
