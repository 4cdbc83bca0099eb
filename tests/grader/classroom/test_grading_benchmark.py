"""Is what `benchmarks/grading.py` measures what it says: a mixed class, and the same scores?"""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from answers import REFERENCE, SOLUTIONS

from benchmarks import grading, processes, scores, varied_class
from benchmarks.rewriting import rewritten, shape
from grader.assignments import ASSIGNMENTS
from grader.exercises import EXERCISES, LESSON_OF
from grader.judging import judge_exercise
from grader.runners import in_process
from grader.submission import Piece, from_pieces
from solutions.mistakes import MISTAKES, apply

SETUP = "import numpy as np\n"
CELL = ("student-1", "03_lstm_forward", "check_lstm_forward")


def verdict(name, source):
    code = from_pieces([Piece("setup", SETUP), Piece("answer", source)], LESSON_OF[name])
    return judge_exercise(EXERCISES[name], code, REFERENCE, in_process.run)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_no_two_students_have_handed_in_the_same_answer(assignment):
    students = varied_class.students(30, assignment)
    for name in varied_class.functions(assignment):
        texts = [student.answers[name] for student in students]
        assert len(set(texts)) == 30
        whole = [one for one in students if one.kind in ("right", "wrong")]
        assert len({shape(one.answers[name]) for one in whole}) == len(whole)


def test_a_class_is_right_wrong_and_broken_in_the_promised_shares():
    kinds = [student.kind for student in varied_class.students(40, "2_lstm", hanging=3)]
    assert kinds.count("right") == 28
    assert kinds.count("wrong") == 10
    assert sum(kinds.count(kind) for kind in varied_class.BROKEN) == 2
    assert kinds.count("hanging") == 3


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_who_is_right_gets_full_marks_and_everybody_else_loses_some(assignment):
    for student in varied_class.students(8, assignment, seed=3):
        lost = [n for n, text in student.answers.items() if verdict(n, text).status != "correct"]
        least, most = {"right": (0, 0), "wrong": (1, 3)}.get(student.kind, (1, 1))
        assert least <= len(lost) <= most, student


@pytest.mark.parametrize("kind", [*varied_class.BROKEN])
@pytest.mark.parametrize("name", SOLUTIONS)
def test_a_broken_function_gets_no_points(kind, name):
    assert verdict(name, varied_class.broken(SOLUTIONS[name], kind)).points == 0


@pytest.mark.parametrize("mistake", MISTAKES[::40], ids=lambda m: f"{m.of}-{m.id}")
def test_a_mistake_in_other_words_is_the_same_mistake(mistake):
    source = apply(mistake, REFERENCE.source(mistake.of))
    rng = np.random.default_rng(1)
    plain, other = verdict(mistake.of, source), verdict(mistake.of, rewritten(source, rng, set()))
    assert (other.status, other.points, other.outputs) == (
        plain.status,
        plain.points,
        plain.outputs,
    )


def test_scores_that_differ_are_found_and_equal_ones_are_not():
    assert not scores.differences([CELL], {CELL: 2.5}, {"ours": {CELL: 2.5}})
    (one,) = scores.differences([CELL], {CELL: 2.5}, {"ours": {CELL: 2.5}, "other": {CELL: 3.0}})
    assert (one.grader, one.expected, one.found) == ("other", 2.5, 3.0)


@pytest.mark.parametrize("expected", [{}, {CELL: None}])
def test_a_score_that_nobody_has_given_is_no_agreement(expected):
    assert scores.differences([CELL], expected, {"ours": expected})
    assert scores.differences([CELL], expected, {"ours": {CELL: 1.0}})
    assert scores.differences([CELL], {CELL: 1.0}, {"ours": expected})


def test_the_memory_and_the_time_of_a_grandchild_are_seen():
    grandchild = "import sys; big = b'1' * 80_000_000; print('ready', flush=True); sys.stdin.read()"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {grandchild!r}])"
    with subprocess.Popen(
        [sys.executable, "-c", child], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"ready\n"
        found = processes.family(process.pid)
        assert len(found) == 1
        assert max(processes.memory(number)[0] for number in found) > 80_000_000
        process.stdin.close()


def test_a_program_that_fails_is_known_by_its_code_and_last_words(tmp_path):
    command = [sys.executable, "-c", "import sys; print('words'); sys.exit(3)"]
    taken = processes.together([command, command], [tmp_path, tmp_path], {})
    assert taken.codes == (3, 3)
    assert taken.said == ("words\n", "words\n")


def test_time_of_a_process_that_outlives_its_parent_is_counted(tmp_path):
    orphan = "import time\nwhile time.process_time() < 1: pass"
    parent = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {orphan!r}])"
    taken = processes.together([[sys.executable, "-c", parent]], [tmp_path], {})
    assert taken.cpu > 1


@pytest.mark.long
def test_three_submissions_are_graded_by_all_and_the_scores_are_the_same(tmp_path):
    done = subprocess.run(
        [sys.executable, grading.__file__, "--submissions", "3", "--json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["scores_equal"] is True
    assert found["cells"] == 3 * len(varied_class.functions("2_lstm"))
    assert found["ratio"] == found["contenders"][found["ratio_of"]]["ratio"]
    assert found["contenders"]["stock-1"]["ratio"] == 1
    assert found["contenders"]["stock-1"]["points"] > 46, "one student is right"
    assert found["ratio_of"] == "ours-2"
    measured = [one for one in found["contenders"].values() if "missing" not in one]
    assert len(measured) >= 4
    assert all({"seconds", "cpu", "ratio"} <= one.keys() for one in measured)
    assert not [*Path(tmp_path).iterdir()]
