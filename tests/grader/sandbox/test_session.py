"""Submissions in the sandbox, judged as elsewhere, each exercise alone, and in bounded time."""

import os
import signal

import pytest
from answers import REFERENCE, SOLUTIONS, file_of, variant

from grader.exercises import EXERCISES
from grader.judging import judge_code
from grader.runners import in_process
from grader.sandbox import session
from grader.sandbox.fork import Lost
from grader.submission import from_file

NOTHING_THEN_EXIT = """
import os, struct

def sigmoid(z):
    frame = b"[\\3\\0\\0\\0'\\7\\0\\0\\0answers[\\0\\0\\0\\0[\\0\\0\\0\\0"
    os.write(3, struct.pack("<I", len(frame)) + frame)
    os._exit(0)
"""
DYING = "import os\ndef {}(*args):\n    os._exit(1)\n"
HANGING = "def {}(*args):\n    while True:\n        pass\n"


def by_this_process(source):
    code = from_file("answer.py", source)
    return {v.exercise: v.to_json() for v in judge_code(code, REFERENCE, in_process.run)}


@pytest.mark.parametrize("number", range(3))
def test_the_verdict_is_that_of_a_notebook(judged, number):
    source = file_of(*variant(number).values())
    assert {n: v.to_json() for n, v in judged(source).items()} == by_this_process(source)


def test_right_functions_are_right(judged):
    verdicts = judged(file_of(*SOLUTIONS.values()))
    assert {n: v.points for n, v in verdicts.items()} == {
        name: exercise.points for name, exercise in EXERCISES.items()
    }


@pytest.mark.parametrize("name", EXERCISES)
def test_each_exercise_can_be_judged_alone(judged, name):
    verdict = judged(file_of(*SOLUTIONS.values()), [name])[name]
    assert verdict.status == "correct"


def test_what_hangs_loses_its_own_points_and_no_others(judged):
    source = file_of(*(SOLUTIONS | {"softmax": HANGING.format("softmax")}).values())
    names = ["sigmoid", "softmax", "one_hot", "rnn_cell_forward"]
    verdicts = judged(source, names, seconds=0.5)
    assert {n: v.status for n, v in verdicts.items()} == {
        "sigmoid": "correct",
        "softmax": "timeout",
        "one_hot": "correct",
        "rnn_cell_forward": "correct",
    }


def test_what_cannot_be_interrupted_is_ended_from_outside(judged, monkeypatch):
    monkeypatch.setattr(session, "GRACE", 0.3)
    stubborn = """
import signal
def sigmoid(z):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    while True:
        pass
"""
    verdicts = judged(file_of(stubborn, SOLUTIONS["softmax"]), seconds=0.3)
    assert (verdicts["sigmoid"].status, verdicts["softmax"].status) == ("timeout", "correct")


def test_who_swallows_the_end_of_time_is_out_of_time_also_while_the_result_is_copied(judged):
    swallowing = """
def rnn_cell_forward(xt, a_prev, parameters):
    try:
        while True:
            pass
    except BaseException:
        return [[[0.0] * 4000] * 300] * 3
"""
    verdicts = judged(swallowing, ["rnn_cell_forward"], seconds=0.3)
    assert verdicts["rnn_cell_forward"].status == "timeout"


def test_a_submission_that_has_used_up_its_time_gets_no_more(judged):
    verdicts = judged(file_of(HANGING.format("sigmoid"), SOLUTIONS["softmax"]), budget=0.5)
    assert {n: v.status for n, v in verdicts.items()} == {
        "sigmoid": "timeout",
        "softmax": "timeout",
    }
    assert "used up its time" in verdicts["softmax"].message


def test_a_student_cannot_pretend_that_a_lock_did_not_close(judged):
    verdicts = judged("import os\ndef sigmoid(z):\n    os._exit(70)\n")
    assert verdicts["sigmoid"].status == "crashed"


def test_a_fork_that_hangs_up_and_lives_on_does_not_cost_the_sandbox(judged, sandbox):
    before = sandbox.process.pid
    verdicts = judged("import os, time\ndef sigmoid(z):\n    os.close(3)\n    time.sleep(600)\n")
    assert verdicts["sigmoid"].status == "crashed"
    assert sandbox.process.pid == before


def test_who_forges_an_answer_and_ends_does_not_cost_the_next_exercise(judged):
    verdicts = judged(file_of(NOTHING_THEN_EXIT, SOLUTIONS["softmax"]))
    assert verdicts["sigmoid"].status == "crashed"
    assert "no answer came" in verdicts["sigmoid"].message
    assert verdicts["softmax"].status == "correct"


@pytest.mark.parametrize(
    ("sources", "forks"),
    [
        ((SOLUTIONS["one_hot"], DYING.format("sigmoid"), SOLUTIONS["softmax"]), 3),
        ([DYING.format(name) for name in ("one_hot", "sigmoid", "softmax")], 3),
        ((NOTHING_THEN_EXIT, DYING.format("softmax"), SOLUTIONS["relative_error"]), 3),
    ],
    ids=["once", "each", "after a forger"],
)
def test_what_ends_its_fork_is_tried_once_more_at_most(judged, sandbox, sources, forks):
    before = sandbox.forks
    for name, verdict in judged(file_of(*sources)).items():
        assert verdict.status == ("correct" if SOLUTIONS[name] in sources else "crashed")
    assert sandbox.forks - before == forks


@pytest.fixture
def killing(sandbox, monkeypatch):
    """Have the whole sandbox killed from outside, the first so many times that it is needed."""

    def kill(owner, name, times):
        work, left = getattr(owner, name), [None] * times

        def killing(*args):
            done = work(*args)
            if left:
                left.pop()
                signal.pidfd_send_signal(sandbox.handle, signal.SIGKILL)
                sandbox.process.wait()
            return done

        monkeypatch.setattr(owner, name, killing)

    return kill


TWO = file_of(SOLUTIONS["sigmoid"], SOLUTIONS["softmax"])


@pytest.mark.parametrize(
    ("owner", "name"), [(session.Session, "request"), (session.Session, "deadline")]
)
def test_a_sandbox_killed_from_outside_once_costs_nobody_anything(judged, killing, owner, name):
    killing(owner, name, times=1)
    assert {v.status for v in judged(TWO).values()} == {"correct"}


def test_what_was_running_when_a_sandbox_ended_twice_has_no_answer(judged, killing):
    killing(session.Session, "request", times=2)
    verdicts = judged(TWO)
    assert [v.status for v in verdicts.values()] == ["crashed", "correct"]
    assert "the sandbox in which it ran came to an end" in verdicts["sigmoid"].message


def test_what_cannot_be_read_because_a_sandbox_ended_twice_says_so(judged, killing):
    killing(session.Session, "deadline", times=2)
    with pytest.raises(Lost, match="the sandbox in which it ran came to an end"):
        judged(TWO)


def test_descriptors_do_not_add_up_when_forks_are_lost(judged):
    dying = "import os\ndef sigmoid(z):\n    os._exit(1)\n"
    judged(dying)
    before = len(os.listdir("/proc/self/fd"))
    judged(dying)
    assert len(os.listdir("/proc/self/fd")) == before
