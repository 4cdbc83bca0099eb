"""From an example class that is handed in to its report, through the sandbox and the gradebook."""

import re
import shutil

import pytest
from parsed import Parsed, words

from grader import cli
from grader.classroom.example import example_class
from grader.classroom.report.clusters import clusters
from grader.classroom.report.collecting import collect
from grader.classroom.terminal import command
from grader.classroom.workers import worker
from solutions.mistakes import MISTAKES

pytestmark = [
    pytest.mark.xdist_group("course"),
    pytest.mark.filterwarnings("ignore"),  # SQLAlchemy speaks of nbgrader
]
WANTED = {"wrong": 2, "unfinished": 1, "nameless": 2, "late": 1, "hostile": 1}
NAMELESS = {"student-009", "student-021"}


@pytest.fixture(scope="module")
def course(made_course, sandbox, tmp_path_factory):
    """A part of the example class, graded by the command, which writes the report as well."""
    course = shutil.copytree(made_course, tmp_path_factory.mktemp("example") / "course")
    left = dict(WANTED)
    for student in example_class.students(24, 1):
        if left.get(student.kind):
            left[student.kind] -= 1
            example_class.hand_in(course, student)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worker, "own_sandbox", lambda _: sandbox)
        patch.setattr(command, "cores", lambda: 1)
        assert cli.main(["grade", "--course", str(course)]) == 0
    return course


IDS = {mistake.id for mistake in MISTAKES}


def text(course, name="report.html"):
    return (course / name).read_text("utf-8")


def test_grading_a_whole_class_writes_its_report(course, capsys):
    before = text(course)
    assert "7 students, 91 answers" in words(before)
    Parsed(before)
    assert cli.main(["report", "--course", str(course)]) == 0
    assert capsys.readouterr().out == f"{course / 'report.html'}: 7 students, with names.\n"
    assert text(course) == before


def test_answers_in_other_styles_with_the_same_numbers_are_one_cluster(course):
    found = [c for c in clusters(collect(course)) if not c.error]
    (theirs,) = (c for c in found if {a.person.id for a in c.answers} == NAMELESS)
    assert len({a.source for a in theirs.answers}) == 2
    assert re.search(rf"{theirs.id} None of the known mistakes .* 2 answers", words(text(course)))


def test_known_mistakes_late_work_and_reaching_outside_are_in_the_report(course):
    said = words(text(course))
    known = {m["title"] for a in collect(course).answers for m in a.mistakes if m["id"] in IDS}
    assert len(known) > 3
    assert all(title in said for title in known)
    assert "2_lstm came 5 hours late." in said
    assert "reaches outside of its functions" in said
    assert re.search(r"student-0\d\d \(feedback: 1_rnn , 2_lstm \)", said)


def test_an_anonymous_report_of_the_class_names_nobody(course, capsys):
    assert cli.main(["report", "--course", str(course), "--anonymous"]) == 0
    assert "without names" in capsys.readouterr().out
    assert "student-0" not in text(course, "report-anonymous.html")


def test_without_results_there_is_one_line_and_code_2(tmp_path, capsys):
    assert cli.main(["report", "--course", str(tmp_path)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert (
        said.err == f"There are no results in {tmp_path / 'results'}. Grade first: grader grade\n"
    )
