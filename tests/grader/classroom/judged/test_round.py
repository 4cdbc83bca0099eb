"""A round's cases: secret, the same for a class, another set for whatever is another round."""

import hashlib
import hmac
import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from answers import SOLUTIONS

from grader.assignments import assignment_of
from grader.classroom.handed_in.intake import File
from grader.classroom.judged.grading import grade
from grader.classroom.judged.round import Round, SecretError, secret_of, seed
from grader.exercises import EXERCISES, LESSON_OF
from grader.packing import pack
from grader.reference import Live
from grader.replay import arrays_in
from grader.sandbox.fork import Fork
from grader.sandbox.host import Sandbox

SECRET = bytes(range(32))
NOTHING_DRAWN = ("one_hot",)  # whole numbers only


def arrays_of(plan):
    return [array for call in plan.calls.values() for array in arrays_in(list(call.args))]


def drawn_in(plan):
    """Give the arrays of a plan that chance has drawn, as bytes: some odd numbers are in them."""
    return {array.tobytes() for array in arrays_of(plan) if is_drawn(array)}


def is_drawn(array):
    return array.dtype.kind == "f" and np.count_nonzero(array != np.round(array, 3)) > 2


def test_a_secret_is_made_once_and_only_its_owner_can_read_it(tmp_path):
    course = tmp_path / "course"
    secret = secret_of(course)
    assert len(secret) == 32
    assert stat.S_IMODE((course / "secret").stat().st_mode) == 0o600
    assert secret_of(course) == secret
    assert [path.name for path in course.iterdir()] == ["secret"]
    assert secret_of(tmp_path / "other") != secret


def test_two_runs_at_once_make_one_secret(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        made = {*pool.map(secret_of, [tmp_path] * 32)}
    assert len(made) == 1


def test_a_run_that_is_killed_while_it_makes_the_secret_leaves_none(tmp_path, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "link", killed)
    with pytest.raises(KeyboardInterrupt):
        secret_of(tmp_path)
    assert not (tmp_path / "secret").exists()


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620, 0o666])
def test_a_secret_that_others_can_read_is_refused(tmp_path, mode):
    secret_of(tmp_path)
    (tmp_path / "secret").chmod(mode)
    with pytest.raises(SecretError, match="chmod 600"):
        secret_of(tmp_path)


@pytest.mark.parametrize("content", ["", "not a secret", "ab" * 31, "ü" * 64])
def test_what_is_no_secret_is_not_taken_for_one(tmp_path, content):
    path = tmp_path / "secret"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(SecretError, match="Put the old file back"):
        secret_of(tmp_path)


@pytest.mark.parametrize("make", [lambda p: p.mkdir(), lambda p: p.symlink_to("nowhere")])
def test_a_secret_that_cannot_be_opened_is_said(tmp_path, make):
    make(tmp_path / "secret")
    (tmp_path / "secret").chmod(0o700) if (tmp_path / "secret").is_dir() else None
    with pytest.raises(SecretError, match="cannot be used"):
        secret_of(tmp_path)


def test_the_seed_is_an_hmac_of_assignment_and_round():
    digest = hmac.new(SECRET, b"2_lstm\n3", hashlib.sha256).digest()
    words = seed(SECRET, EXERCISES["lstm_forward"], 3)
    assert b"".join(word.to_bytes(4, "little") for word in words) == digest


def test_the_same_round_has_the_same_cases():
    one, other = Round(SECRET, 2), Round(SECRET, 2)
    for exercise in EXERCISES.values():
        assert pack_of(one.plan(exercise)) == pack_of(other.plan(exercise))
        assert one.plan(exercise) is one.plan(exercise)


def pack_of(plan):
    return pack([[call.name, call.args] for call in plan.calls.values()])


@pytest.mark.parametrize("other", [Round(SECRET, 2), Round(bytes(32), 1), Live()])
def test_another_round_secret_or_the_public_cases_share_no_array(other):
    cases = Round(SECRET, 1)
    for exercise in EXERCISES.values():
        own, others = drawn_in(cases.plan(exercise)), drawn_in(other.plan(exercise))
        assert not own & others, exercise.name
        assert len(own) > 3 or exercise.name in NOTHING_DRAWN


def test_no_two_exercises_share_an_array():
    cases = Round(SECRET)
    seen = {}
    for exercise in EXERCISES.values():
        for array in drawn_in(cases.plan(exercise)):
            assert seen.setdefault(array, exercise.name) == exercise.name


def test_assignments_are_the_folders_of_the_notebooks():
    assert {assignment_of(LESSON_OF[name]) for name in EXERCISES if "lstm" in name} == {"2_lstm"}
    assert {assignment_of(LESSON_OF[n]) for n in EXERCISES if "lstm" not in n} == {"1_rnn"}


@pytest.mark.parametrize(("number", "name"), [(1, "1_rnn-1"), (12, "1_rnn-12")])
def test_the_report_names_the_round(sandbox, notebook, number, name):
    content = json.dumps(notebook("01_rnn_forward.ipynb")).encode()
    file = File("student-001", "1_rnn", "01_rnn_forward.ipynb", "student-001/x.ipynb", content)
    report = grade(file, sandbox, Round(SECRET, number), ["rnn_cell_forward"]).to_json()
    assert report["round"] == name
    assert report["kind"] == "grade"
    assert report["sandbox"] == "bwrap"
    assert report["exercises"]["rnn_cell_forward"]["status"] == "correct"


def test_neither_secret_nor_right_answers_enter_the_sandbox(monkeypatch):
    """All bytes that go in are searched for the secret and for every array of a right answer."""
    sent = bytearray()
    send = Fork.send

    def listen(self, packed, deadline):
        sent.extend(packed)
        send(self, packed, deadline)

    monkeypatch.setattr(Fork, "send", listen)
    cases = Round(SECRET)
    source = "import numpy as np\n\n" + SOLUTIONS["lstm_cell_backward"] + SOLUTIONS["softmax"]
    file = File("", "", "a.py", "a.py", source.encode())
    with Sandbox() as sandbox:
        graded = grade(file, sandbox, cases)
        line = Path(f"/proc/{sandbox.process.pid}/cmdline").read_bytes()
    assert [v.status for v in graded.verdicts] == ["correct"] * len(graded.verdicts)
    for form in (SECRET, SECRET.hex().encode(), repr(SECRET).encode()):
        assert form not in sent
        assert form not in line
    for verdict in graded.verdicts:
        plan = cases.plan(EXERCISES[verdict.exercise])
        assert all(is_in(sent, array) for array in arrays_of(plan) if array.size > 3)
        for answer in cases.answers(plan).values():
            computed = [array for array in arrays_in(answer.value) if is_drawn(array)]
            assert not any(is_in(sent, array) for array in computed)


def is_in(sent, array):
    return array.tobytes("C") in sent or array.tobytes("F") in sent
