"""The autograded notebook: the released one, a student's answers, our reports; safe to open."""

import json
import sys
import warnings

import nbformat
import nbgrader_doors as doors
import pytest
from answers import SOLUTIONS, STUBS

from grader.classroom.handed_in.intake import File
from grader.classroom.judged.grading import Graded, grade
from grader.classroom.run import Task, run
from grader.classroom.shown.autograded import NO_ANSWER, rebuild

pytestmark = pytest.mark.xdist_group("course")
NAME = "03_lstm_forward.ipynb"
EVIL = "<script>alert(1)</script>"
SHOUTS = "def lstm_cell_forward(*args):\n    raise ValueError('<script>alert(1)</script>')\n"


def known(cell):
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def text(cell):
    return "".join(cell["source"])


def spoiled(notebook):
    """Put what would run in a browser wherever a notebook can hold it, but in no code."""
    page = {"output_type": "display_data", "data": {"text/html": [EVIL]}, "metadata": {}}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [page]
            cell["execution_count"] = 7
        else:
            cell["source"] = EVIL
            cell["attachments"] = {"x.svg": {"image/svg+xml": EVIL}}
        cell["metadata"]["tags"] = [EVIL]
    notebook["metadata"]["title"] = EVIL
    notebook["metadata"]["widgets"] = {"state": EVIL}
    notebook["cells"].insert(0, {"cell_type": "raw", "source": EVIL, "metadata": {}})
    return notebook


@pytest.fixture
def rebuilt(sandbox, cases, handed_out):
    """Grade a notebook and give (graded, autograded notebook)."""

    def make(content, name=NAME):
        file = File("student-001", "2_lstm", name, name, json.dumps(content).encode())
        graded = grade(file, sandbox, cases)
        made = rebuild(handed_out[NAME], graded.pieces, graded.verdicts_on(NAME[:-6]))
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # such as of an id that comes twice
            nbformat.validate(nbformat.reads(made.decode(), as_version=4))
        return graded, json.loads(made)

    return make


def test_it_is_the_released_notebook_with_answers_and_reports(rebuilt, notebook, handed_out):
    graded, made = rebuilt(notebook(NAME))
    released = json.loads(handed_out[NAME])
    assert len(made["cells"]) == len(released["cells"])
    for cell, original in zip(made["cells"], released["cells"], strict=True):
        name = known(cell)
        if name in SOLUTIONS:
            assert text(cell) == SOLUTIONS[name].rstrip()
        elif name.startswith("check_"):
            (output,) = cell.pop("outputs")
            points = next(v.points for v in graded.verdicts if v.exercise == name[6:])
            assert output["data"]["text/plain"] == [str(points)]
            assert name[6:] in output["data"]["text/html"][0]
            assert original.pop("outputs") == []
            assert cell == original
        else:
            assert cell == original


def test_nothing_that_could_run_in_a_browser_comes_along(rebuilt, notebook):
    _, made = rebuilt(spoiled(notebook(NAME, {"lstm_cell_forward": SHOUTS})))
    answers = [cell for cell in made["cells"] if EVIL in text(cell)]
    assert [known(cell) for cell in answers] == ["lstm_cell_forward"]  # as text of a code cell
    answers[0]["source"] = ""
    assert EVIL not in json.dumps(made)
    report = next(c for c in made["cells"] if known(c) == "check_lstm_cell_forward")
    assert "&lt;script&gt;" in report["outputs"][0]["data"]["text/html"][0]


def test_a_students_own_functions_stand_before_the_first_answer(rebuilt, notebook):
    content = notebook(NAME)
    helper = {"cell_type": "code", "source": "def gate(z):\n    return z", "metadata": {}}
    demo = {"cell_type": "code", "source": "# Demo: x\nprint(1)", "metadata": {}}
    content["cells"] = [helper, *content["cells"], demo, {**helper, "source": "\ud800 = 1"}]
    _, made = rebuilt(content)
    own = [text(cell) for cell in made["cells"] if cell["id"].startswith("own-")]
    assert own == ["def gate(z):\n    return z", "? = 1"]
    order = [cell["id"] for cell in made["cells"]]
    assert order.index("own-2") < order.index("lstm_cell_forward")


def test_an_answer_that_is_not_there_is_said_not_to_be(rebuilt, notebook):
    content = notebook(NAME)
    content["cells"] = [cell for cell in content["cells"] if known(cell) != "lstm_forward"]
    _, made = rebuilt(content)
    assert [text(c) for c in made["cells"] if known(c) == "lstm_forward"] == [NO_ANSWER]


def test_of_an_unusable_notebook_the_reports_say_why(handed_out):
    graded = Graded(File("", "", NAME, NAME), message="It is larger than 32 MB.")
    made = json.loads(rebuild(handed_out[NAME], (), graded.verdicts_on(NAME[:-6])))
    reports = [cell for cell in made["cells"] if known(cell).startswith("check_")]
    assert len(reports) == 2
    for cell in reports:
        assert cell["outputs"][0]["data"]["text/plain"] == ["0.0"]
        assert "It is larger than 32 MB." in cell["outputs"][0]["data"]["text/html"][0]


def test_a_python_file_is_shown_once(sandbox, cases, handed_out):
    source = "import numpy as np\n\n" + "\n\n".join(SOLUTIONS[n] for n in SOLUTIONS if "lstm" in n)
    graded = grade(File("", "", "my.py", "my.py", source.encode()), sandbox, cases)
    made = json.loads(rebuild(handed_out[NAME], graded.pieces, graded.verdicts_on(NAME[:-6])))
    assert [text(cell) for cell in made["cells"] if known(cell) in SOLUTIONS] == [
        source,
        "# lstm_forward stands in the cell of lstm_cell_forward",
    ]


@pytest.mark.long
def test_nbgrader_makes_feedback_and_an_export_of_it(course, hand_in, tmp_path):
    path = hand_in("student-001", NAME, {**STUBS, "lstm_cell_forward": SHOUTS})
    path.write_text(json.dumps(spoiled(json.loads(path.read_text("utf-8")))), encoding="utf-8")
    hand_in("student-002", NAME)
    assert len(list(run(Task(course / "submitted", course)))) == 2
    env = doors.surroundings(tmp_path)
    nbgrader = [sys.executable, "-m", "nbgrader"]
    root = f"--CourseDirectory.root={course}"
    doors.run([*nbgrader, "generate_feedback", "2_lstm", root], tmp_path, env)
    pages = {p.parts[-3]: p.read_text("utf-8") for p in course.rglob("feedback/*/*/*.html")}
    assert {*pages} == {"student-001", "student-002"}
    assert "16.0" in pages["student-002"]
    assert EVIL not in pages["student-001"]
    assert "No response." in pages["student-001"]
    table = tmp_path / "grades.csv"
    doors.run([*nbgrader, "export", root, "--to", str(table)], tmp_path, env)
    rows = [line.split(",") for line in table.read_text().splitlines()]
    score = rows[0].index("score")
    graded = {r[rows[0].index("student_id")]: float(r[score]) for r in rows[1:] if r[0] == "2_lstm"}
    assert graded == {"student-001": 0, "student-002": 16}
