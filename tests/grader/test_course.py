"""Do points come from course.toml alone, and is a slip in it explained wherever it shows?"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from answers import SOLUTIONS, edited, file_of, judged

from grader import build, check, course, failing_case
from grader.course import CourseError, load
from grader.exercises import EXERCISES, of_lesson, with_points
from grader.show import card, terminal

ROOT = Path(__file__).parent.parent.parent
DEFAULTS = {
    "one_hot": 2,
    "sigmoid": 2,
    "softmax": 3,
    "numerical_gradient": 5,
    "relative_error": 1,
    "rnn_cell_forward": 6,
    "rnn_forward": 8,
    "rnn_cell_backward": 10,
    "rnn_backward": 12,
    "lstm_cell_forward": 10,
    "lstm_forward": 6,
    "lstm_cell_backward": 18,
    "lstm_backward": 12,
}
TEXT = "# What counts\n[points]\nsigmoid = 2\nsoftmax = 3\n\nrnn_forward = 8\n"
SLIPS = {
    "an unknown exercise": ("rnn_forward", "rnn_foward", "line 6: there is no exercise called"),
    "a negative number": ("sigmoid = 2", "sigmoid = -2", "line 3: the points of sigmoid"),
    "zero": ("sigmoid = 2", "sigmoid = 0", "Take the line out if it does not count"),
    "a word": ("sigmoid = 2", 'sigmoid = "two"', "line 3: the points of sigmoid"),
    "a truth value": ("sigmoid = 2", "sigmoid = true", "line 3: the points of sigmoid"),
    "a list": ("sigmoid = 2", "sigmoid = [2]", "line 3: the points of sigmoid"),
    "nan": ("sigmoid = 2", "sigmoid = nan", "line 3: the points of sigmoid"),
    "infinity": ("sigmoid = 2", "sigmoid = inf", "line 3: the points of sigmoid"),
    "a third decimal": ("sigmoid = 2", "sigmoid = 2.345", "at most two decimals"),
    "too many": ("sigmoid = 2", f"sigmoid = 1{'0' * 400}", "a number from 0.01 to 1000"),
    "the same line twice": ("softmax =", "sigmoid =", "is not valid TOML"),
    "no TOML": ("sigmoid = 2", "sigmoid: 2", "is not valid TOML"),
    "no table": ("[points]", "", "has no line [points]"),
    "points that are no table": ("[points]", "points = 3\n[other]", "has no line [points]"),
    "another table": ("[points]", "[rounds]\n[points]", "line 2: rounds means nothing here"),
}


@pytest.fixture
def course_file(tmp_path, monkeypatch):
    """Put a course.toml of the test's own in the place of the course's."""
    path = tmp_path / "course.toml"

    def write(text):
        path.write_text(text, encoding="utf-8")
        with_points.cache_clear()
        return path

    monkeypatch.setattr(course, "DEFAULT", path)
    with_points.cache_clear()
    yield write
    with_points.cache_clear()


def original():
    return (ROOT / "course.toml").read_text("utf-8")


def only(**points):
    return "[points]\n" + "".join(f"{name} = {value}\n" for name, value in points.items())


def test_the_course_brings_the_points_that_its_file_says():
    assert load(course.DEFAULT, EXERCISES) == DEFAULTS
    assert {name: exercise.points for name, exercise in EXERCISES.items()} == DEFAULTS


def test_no_points_are_written_in_python():
    for path in (ROOT / "grader" / "exercises").glob("*.py"):
        assert not re.search(r"points=\d", path.read_text("utf-8"))


def test_another_file_may_say_otherwise(tmp_path):
    path = tmp_path / "course.toml"
    path.write_bytes(b"\xef\xbb\xbf[points]\r\nsigmoid = 1000\r\nsoftmax = 0.29\r\n")
    assert load(path, EXERCISES) == {"sigmoid": 1000, "softmax": 0.29}
    points = {name: e.points for name, e in with_points(path).items()}
    assert points == dict.fromkeys(EXERCISES, 0) | {"sigmoid": 1000, "softmax": 0.29}
    assert EXERCISES["sigmoid"].points == 2


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_one_line_that_names_the_place(slip, course_file):
    old, new, said = SLIPS[slip]
    path = course_file(TEXT.replace(old, new, 1))
    with pytest.raises(CourseError) as raised:
        load(path, EXERCISES)
    assert said in str(raised.value)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(CourseError, match=r"no file .*absent\.toml.* Copy"):
        load(tmp_path / "absent.toml", EXERCISES)
    with pytest.raises(CourseError, match="cannot be read"):
        load(tmp_path, EXERCISES)
    (tmp_path / "latin.toml").write_bytes("[points]\n# für\n".encode("latin-1"))
    with pytest.raises(CourseError, match="UTF-8"):
        load(tmp_path / "latin.toml", EXERCISES)


def test_any_allowed_points_are_reached_exactly(course_file):
    """Scores are rounded to two decimals; full marks must survive that."""
    for value in (0.01, 0.29, 1.15, 2.68, 33.33, 1000):
        course_file(only(rnn_cell_backward=value))
        verdict = judged(file_of(SOLUTIONS["rnn_cell_backward"]))["rnn_cell_backward"]
        assert verdict.points == verdict.max_points == value


def test_an_exercise_that_does_not_count_is_judged_without_points(course_file):
    course_file(only(rnn_forward=8))
    wrong = edited("rnn_cell_forward", "softmax(Wya", "np.exp(Wya")
    verdicts = judged(file_of(wrong, SOLUTIONS["rnn_forward"]))
    cell = verdicts["rnn_cell_forward"]
    assert (cell.status, cell.points, cell.max_points) == ("wrong", 0, 0)
    shown = [card.html(cell), terminal.text(cell)]
    for text in shown:
        assert "for practice" in text
        assert "yt_pred" in text
        assert "0 / 0" not in text
    assert "8 / 8" in terminal.summary([*verdicts.values()])
    assert json.dumps(cell.to_json())


def test_a_file_in_which_nothing_counts_is_checked_all_the_same(course_file):
    course_file("[points]\n")
    verdict = judged(file_of(SOLUTIONS["sigmoid"]))["sigmoid"]
    summary = terminal.summary([verdict])
    assert verdict.status == "correct"
    assert "1 of 1 functions right" in summary
    assert "0 / 0" not in summary


def test_an_unknown_exercise_is_not_said_to_be_for_practice():
    verdict = check("nothing").verdict
    assert "practice" not in card.html(verdict) + terminal.text(verdict)


def test_nbgrader_gives_no_points_for_what_does_not_count(course_file):
    course_file(only(one_hot=1, softmax=2.5))
    content = build.everything()[Path("1_rnn/00_sequences_and_tools.ipynb")]
    notebook = nbformat.reads(content.decode(), 4)
    from nbgrader.nbgraderformat import MetadataValidator
    from nbgrader.utils import compute_checksum, determine_grade

    MetadataValidator().validate_nb(notebook)
    graded = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    assert {cell.id: determine_grade(cell)[1] for cell in graded} == {
        "check-one_hot": 1,
        "check-sigmoid": 0,
        "check-softmax": 2.5,
        "check-numerical_gradient": 0,
        "check-relative_error": 0,
    }
    by_id = {cell.id: cell for cell in notebook.cells}
    practice = by_id["check-sigmoid"]
    assert practice.metadata.editable is False
    assert practice.metadata.nbgrader.locked
    assert practice.metadata.nbgrader.checksum == compute_checksum(practice)
    assert "for practice" in by_id["exercise-sigmoid"].source
    assert "0 points" not in by_id["exercise-sigmoid"].source
    assert "1 point ·" in by_id["exercise-one_hot"].source


def test_a_slip_is_a_card_in_a_notebook_and_the_course_can_be_imported(course_file, capsys):
    path = course_file(TEXT.replace("sigmoid = 2", "sigmoid = -2"))
    result = check("softmax")
    assert result == 0
    assert f"{path}, line 3: the points of sigmoid" in result.verdict.message
    assert "the points of sigmoid" in result._repr_html_()
    assert failing_case("softmax") == {}
    assert "the points of sigmoid" in capsys.readouterr().out


@pytest.fixture(scope="module")
def copy_of_the_course(tmp_path_factory):
    """Copy what a build needs, so that its course.toml can be edited like any other."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("grader", "solutions", "images"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def grader(folder, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "grader", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        check=False,
    )


def graded_cells(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    known = [cell["metadata"].get("nbgrader", {}) for cell in cells]
    return {k["grade_id"]: (k.get("points"), k["checksum"]) for k in known if k.get("grade")}


def test_a_build_after_an_edit_gives_other_points_and_checksums(copy_of_the_course, tmp_path):
    text = original().replace("rnn_forward = 8", "rnn_forward = 7.5", 1)
    (copy_of_the_course / "course.toml").write_text(text, encoding="utf-8")
    done = grader(copy_of_the_course, "build", "--solutions", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    before = graded_cells(ROOT / "notebooks" / "1_rnn" / "01_rnn_forward.ipynb")
    after = graded_cells(tmp_path / "1_rnn" / "01_rnn_forward.ipynb")
    assert after["check_rnn_forward"][0] == 7.5
    assert after["check_rnn_forward"][1] != before["check_rnn_forward"][1]
    assert after["check_rnn_cell_forward"] == before["check_rnn_cell_forward"]


def test_the_notebooks_carry_the_defaults():
    for path in sorted((ROOT / "notebooks").glob("[0-9]_*/*.ipynb")):
        points = {name: value for name, (value, _) in graded_cells(path).items()}
        assert points == {f"check_{e.name}": DEFAULTS[e.name] for e in of_lesson(path.stem)}


@pytest.mark.parametrize("command", [["build"], ["check", "answer.py"]])
def test_a_command_ends_with_the_sentence_and_no_traceback(copy_of_the_course, command):
    (copy_of_the_course / "answer.py").write_text(file_of(SOLUTIONS["softmax"]))
    (copy_of_the_course / "course.toml").unlink(missing_ok=True)
    done = grader(copy_of_the_course, *command)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"There is no file .*course\.toml, which .*\n", done.stderr)


def test_without_the_file_the_first_cell_of_a_notebook_still_runs(copy_of_the_course):
    (copy_of_the_course / "course.toml").unlink(missing_ok=True)
    cell = "from grader import check, earlier, failing_case; from grader.given import sigmoid; "
    cell += "earlier('rnn_forward'); print(check('softmax'))"
    command = [sys.executable, "-c", cell]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=copy_of_the_course, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "There is no file" in done.stdout
