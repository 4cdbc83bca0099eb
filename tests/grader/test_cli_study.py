"""`grader hint` and `grader progress`."""

import pytest
from answers import SOLUTIONS, STUBS, edited, file_of
from test_cli import grader

from grader import build, lab
from solutions.mistakes import of

FUTURE = edited("rnn_backward", "da[:, :, t] + da_prevt", "da[:, :, t]")


@pytest.fixture
def answer(tmp_path):
    def write(*functions):
        path = tmp_path / "answer.py"
        path.write_text(file_of(*functions))
        return path

    return write


def test_a_hint_is_a_question_and_a_level_gives_as_many(answer):
    file = answer(FUTURE)
    known = next(m for m in of("rnn_backward") if "future" in m.title)
    for level, options in ((1, []), (2, ["--level", 2]), (3, ["--level", 3])):
        done = grader("hint", file, "rnn_backward", *options)
        said = " ".join(done.stdout.split())
        assert (done.returncode, done.stderr) == (1, "")
        assert [hint in said for hint in known.hints] == [n < level for n in range(3)]
        assert (f"--level {level + 1}" in said) == (level < 3)


def test_a_right_function_needs_no_hint(answer):
    done = grader("hint", answer(SOLUTIONS["softmax"]), "softmax")
    assert done.returncode == 0
    assert done.stdout.count("all right") == 1


def test_one_function_is_judged_whatever_else_is_in_the_file(answer):
    done = grader("hint", answer(FUTURE, SOLUTIONS["rnn_forward"], STUBS["one_hot"]), "one_hot")
    assert done.returncode == 1
    assert "not started" in done.stdout


@pytest.mark.parametrize(
    ("file", "name"),
    [("absent.py", "softmax"), ("answer.py", "soft_max"), ("answer.txt", "softmax")],
)
def test_what_cannot_be_used_is_one_sentence(answer, tmp_path, file, name):
    answer(SOLUTIONS["softmax"])
    (tmp_path / "answer.txt").write_text("x")
    done = grader("hint", tmp_path / file, name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


def test_a_level_that_does_not_exist_is_refused(answer):
    assert grader("hint", answer(FUTURE), "rnn_backward", "--level", 4).returncode == 2


def test_progress_of_a_fresh_course_is_not_all_right(tmp_path):
    lab.copy_to(tmp_path)
    done = grader("progress", cwd=tmp_path / "2_lstm")
    assert (done.returncode, done.stderr) == (1, "")
    assert "0 / 95" in done.stdout
    assert "this one" not in done.stdout  # a terminal is no notebook


def test_progress_of_a_solved_course_is(tmp_path):
    build.main(solved=tmp_path)
    done = grader("progress", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "95 / 95" in done.stdout


@pytest.mark.parametrize(
    ("place", "said"), [("", "None of"), ("nowhere", "is not there"), ("my.py", "is a file")]
)
def test_progress_without_notebooks_is_one_sentence(place, said, tmp_path):
    (tmp_path / "my.py").write_text("")
    done = grader("progress", tmp_path / place)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
