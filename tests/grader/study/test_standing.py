"""`progress`: all saved notebooks of a learner, judged like `grader check`, in a process apart."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from answers import SOLUTIONS
from nbclient import NotebookClient

import solutions
from grader import build, lab, lesson, notebook_file, progress
from grader.exercises import EXERCISES, LESSONS, of_lesson
from grader.reference import NoReference
from grader.study import standing

HOMES = {"00": "1_rnn", "01": "1_rnn", "02": "1_rnn", "03": "2_lstm", "04": "2_lstm"}
HANGS = "def one_hot(ids, n):\n    while True:\n        pass\n"
STUBBORN = """
def one_hot(ids, n):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
"""


@pytest.fixture(scope="session")
def solved(tmp_path_factory):
    folder = tmp_path_factory.mktemp("solved")
    build.main(solved=folder)
    return folder


@pytest.fixture
def work(tmp_path):
    lab.copy_to(tmp_path)
    return tmp_path


def notebook(folder, name):
    return folder / HOMES[name[:2]] / f"{name}.ipynb"


def write(folder, exercise, source):
    """Write into the cell of an exercise, as its learner would."""
    path = notebook(folder, EXERCISES[exercise].lesson)
    cells = nbformat.read(path, 4)
    cell = next(c for c in cells.cells if c.get("id") == exercise)
    cell.source = source
    nbformat.write(cells, path)


def states(found):
    return {row.name: row.state for part in found.standing.parts for row in part.rows}


def test_a_fresh_course_is_not_started_and_begins_at_the_beginning(work):
    found = progress(work)
    assert set(states(found).values()) == {"not started"}
    assert [*states(found)] == [*EXERCISES]
    assert (found.standing.points, found.standing.max_points) == (0, 95)
    assert "Next: `one_hot` in 00 · Sequences and tools, about 8 minutes." in str(found)
    assert "3 h 26 min" in str(found)


def test_a_solved_course_is_done(solved):
    found = progress(solved)
    assert set(states(found).values()) == {"done"}
    assert found.standing.points == found.standing.max_points
    assert "All functions of the course are right." in str(found)
    assert "Next" not in str(found)


def test_points_and_states_are_those_of_grader_check(work):
    write(work, "one_hot", SOLUTIONS["one_hot"])
    write(work, "softmax", SOLUTIONS["softmax"].replace("axis=0", "axis=-1"))
    write(work, "relative_error", "def relative_error(a, b):\n    return 1 / 0")
    path = notebook(work, "00_sequences_and_tools")
    command = [sys.executable, "-m", "grader", "check", str(path), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = json.loads(done.stdout)["exercises"]
    part = progress(work).standing.parts[0]
    assert {row.name: row.points for row in part.rows} == {n: v["points"] for n, v in said.items()}
    assert [row.state for row in part.rows] == [
        "done",
        "not started",
        "not yet right",
        "not started",
        "not yet right",
    ]
    assert part.points == sum(v["points"] for v in said.values())


@pytest.mark.parametrize("place", [".", "1_rnn", "2_lstm"])
def test_it_is_found_from_each_folder_of_the_course(work, monkeypatch, place):
    monkeypatch.chdir(work / place)
    assert len(states(progress())) == len(EXERCISES)


def test_it_is_found_from_the_folder_above_work(tmp_path, monkeypatch):
    lab.copy_to(tmp_path / "work")
    monkeypatch.chdir(tmp_path)
    assert len(states(progress())) == len(EXERCISES)


def test_notebooks_that_cannot_be_read_are_named_and_the_others_shown(work):
    notebook(work, "03_lstm_forward").unlink()
    notebook(work, "04_lstm_backward").write_text("{")
    found = progress(work)
    assert "03_lstm_forward.ipynb is not in your folders." in str(found)
    assert "04_lstm_backward.ipynb is not a Jupyter notebook." in str(found)
    assert [*states(found)] == [n for n in EXERCISES if not n.startswith("lstm")]
    assert (found.standing.max_points, found.standing.done) == (95, False)
    assert "03 · LSTM forward" in found._repr_html_()


def test_a_notebook_that_may_not_be_opened_is_named(work, monkeypatch):
    def refused(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(standing, "read", refused)
    said = "03_lstm_forward.ipynb cannot be opened: Permission denied."
    assert said in str(progress(work))


def test_where_there_is_no_notebook_it_says_where_it_looked(tmp_path):
    found = progress(tmp_path)
    assert str(tmp_path) in found.standing.trouble
    assert "None of the course's notebooks" in str(found)
    assert "<section" in found._repr_html_()


def test_without_a_reference_there_is_a_sentence(work, monkeypatch):
    def absent():
        raise NoReference("The package `solutions` is not here.")

    monkeypatch.setattr("grader.reference.Live", absent)
    assert "`solutions` is not here" in str(progress(work))
    assert "not here" in progress(work)._repr_html_()


@pytest.mark.parametrize("source", [HANGS, STUBBORN])
def test_a_function_that_never_ends_holds_up_neither_the_others_nor_the_notebook(
    work, monkeypatch, source
):
    monkeypatch.setattr(standing, "SECONDS_EACH", 0.3)
    monkeypatch.setattr("grader.runners.child.GRACE", 5.0)
    write(work, "one_hot", source)
    write(work, "rnn_forward", SOLUTIONS["rnn_forward"])
    found = states(progress(work))
    assert (found["one_hot"], found["rnn_forward"]) == ("ran too long", "done")


def test_when_time_is_up_what_is_left_is_named_as_not_judged(work, monkeypatch):
    monkeypatch.setattr(standing, "SECONDS_ALL", 0.0)
    found = progress(work)
    assert set(states(found).values()) == {"not judged"}
    assert "Time was up" in str(found)


def test_a_function_that_ends_its_process_costs_only_itself(work):
    write(work, "one_hot", "import os\n\ndef one_hot(ids, n):\n    os._exit(0)")
    write(work, "sigmoid", SOLUTIONS["sigmoid"])
    found = states(progress(work))
    assert (found["one_hot"], found["sigmoid"]) == ("not yet right", "done")


def test_the_code_of_the_files_does_not_run_in_this_process(work, monkeypatch):
    monkeypatch.delenv("RAN", raising=False)
    source = "import os\n\ndef one_hot(ids, n):\n    os.environ['RAN'] = 'here'"
    write(work, "one_hot", source)
    progress(work)
    assert "RAN" not in os.environ


def test_minutes_are_those_of_the_lessons(work):
    lessons = Path(solutions.__file__).parent / "lessons"
    reckoned = {
        part.name: part.minutes
        for path in sorted(lessons.glob("*.md"))
        for part in lesson.read(path.read_text("utf-8"), path.stem)
        if isinstance(part, lesson.Place)
    }
    found = progress(work).standing
    assert {row.name: row.minutes for part in found.parts for row in part.rows} == reckoned
    assert found.minutes == sum(reckoned.values())


def test_a_notebook_whose_headings_were_changed_has_no_minutes_and_still_counts(work):
    path = notebook(work, "01_rnn_forward")
    text = path.read_text("utf-8").replace("### Exercise", "### My exercise")
    path.write_text(text.replace('"# 01 · RNN', '"My own title'), "utf-8")
    part = progress(work).standing.parts[1]
    assert [row.minutes for row in part.rows] == [None, None]
    assert part.title == "01 · RNN forward"


def test_titles_are_those_of_the_notebooks(work):
    path = notebook(work, "03_lstm_forward")
    path.write_text(
        path.read_text("utf-8").replace("# 03 · LSTM forward:", "# 03 · Gates:"), "utf-8"
    )
    titles = [part.title for part in progress(work).standing.parts]
    assert titles[:3] == [standing.spelt(name) for name in LESSONS[:3]]
    assert titles[3] == "03 · Gates"


def test_in_a_kernel_it_gives_a_card_and_writes_nothing_to_stderr(work, monkeypatch):
    write(work, "one_hot", SOLUTIONS["one_hot"])
    shutil.rmtree(work / "2_lstm")
    cells = [notebook_file.code("from grader import progress\nprogress()", "ask", {})]
    book = notebook_file.of_cells(cells)
    book = nbformat.reads(json.dumps(book), 4)
    monkeypatch.setenv("IPYTHONDIR", str(work / "ipython"))
    client = NotebookClient(book, timeout=120, resources={"metadata": {"path": work / "1_rnn"}})
    client.execute()
    (output,) = book.cells[0].outputs
    assert output.output_type == "execute_result"
    assert "1 of 13 functions right" in output.data["text/html"]
    assert "04_lstm_backward.ipynb is not in your folders." in output.data["text/plain"]


def test_the_sum_of_a_notebook_is_the_sum_of_its_exercises(solved):
    for part in progress(solved).standing.parts:
        assert part.points == sum(row.points for row in part.rows)
        assert part.max_points == sum(e.points for e in of_lesson(part.lesson))


def test_an_exercise_for_practice_has_a_state_and_no_points(work, monkeypatch, tmp_path):
    path = tmp_path / "course.toml"
    path.write_text("[points]\nsoftmax = 3\n")
    monkeypatch.setattr("grader.course.DEFAULT", path)
    write(work, "one_hot", SOLUTIONS["one_hot"])
    found = progress(work)
    assert states(found)["one_hot"] == "done"
    assert found.standing.max_points == 3
    assert "for practice" in str(found)
    assert "0 / 0" not in found._repr_html_()


def test_in_a_release_the_notebooks_are_found_and_judged(unpacked):
    path = next(unpacked.rglob("00_sequences_and_tools.ipynb"))
    command = [sys.executable, "-P", "-m", "grader", "progress"]
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=path.parent, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "Next: `one_hot` in 00 · Sequences and tools, about 8 minutes." in done.stdout
    assert "not in your folders" not in done.stdout
