"""Replies that are ready are those that would be computed, and nobody can put one there."""

from dataclasses import replace

import numpy as np
import pytest
from answers import REFERENCE, SOLUTIONS, file_of

from grader.checks import judge
from grader.exercise import Answer, Plan
from grader.exercises import EXERCISES
from grader.judging import Setting
from grader.sandbox import replies, session, wire
from grader.sandbox.asking import HELPER
from grader.sandbox.helping import helped
from grader.sandbox.rehearsal import Following, rehearsed
from grader.sandbox.session import Session
from grader.sandbox.writer import Writer
from grader.submission import Piece

SEQUENCES = [name for name in EXERCISES if EXERCISES[name].helper]
PLANS = {name: REFERENCE.plan(EXERCISES[name]) for name in EXERCISES}


def steps_of(name):
    return list(rehearsed(PLANS[name], REFERENCE).calls.values())


def replied(following, frames):
    return [following.reply_to(frame) for frame in frames]


@pytest.mark.parametrize("name", SEQUENCES)
def test_a_ready_reply_is_the_one_that_would_be_computed(name):
    cell = REFERENCE.helper(EXERCISES[name])
    for steps in steps_of(name):
        reader = wire.Reader()
        for step in steps:
            _, args, kwargs = reader.value_of(step.question)
            assert replies.written(helped(cell, args, kwargs)) == step.reply


@pytest.mark.parametrize("name", SEQUENCES)
def test_following_keeps_what_reading_would_keep(name):
    reader, followed = wire.Reader(), wire.Reader()
    following = Following(rehearsed(PLANS[name], REFERENCE), followed)
    for steps in steps_of(name):
        for step in steps:
            reader.value_of(step.question)
            assert following.reply_to(step.question) == step.reply
    assert followed.room == reader.room
    assert followed.kept.keys() == reader.kept.keys()
    for number, array in reader.kept.items():
        assert followed.kept[number].dtype == array.dtype
        assert np.array_equal(followed.kept[number], array)


@pytest.mark.parametrize("name", SEQUENCES)
def test_a_later_question_has_no_ready_reply_without_those_before_it(name):
    first, second, *_ = steps_of(name)[0]
    following = Following(rehearsed(PLANS[name], REFERENCE), wire.Reader())
    assert replied(following, [second.question]) == [None]
    between = Writer().frame([HELPER, (np.ones(3),), {}])
    asked = [first.question, between, second.question, first.question, second.question]
    ready = [first.reply, None, None, first.reply, second.reply]
    assert replied(following, asked) == ready


def test_a_question_that_differs_in_one_bit_has_no_ready_reply():
    question = steps_of("lstm_forward")[0][0].question
    for place in range(0, len(question), 7):
        changed = bytearray(question)
        changed[place] ^= 1
        following = Following(rehearsed(PLANS["lstm_forward"], REFERENCE), wire.Reader())
        assert following.reply_to(bytes(changed)) is None


def test_questions_that_give_more_to_keep_than_there_is_room_for_are_refused():
    first = steps_of("lstm_backward")[0][0].question
    following = Following(rehearsed(PLANS["lstm_backward"], REFERENCE), wire.Reader())
    with pytest.raises(wire.BadFrame, match="too many numbers"):
        replied(following, [first] * wire.MOST_KEPT)


def test_what_is_ready_cannot_be_changed():
    for name in EXERCISES:
        found = rehearsed(PLANS[name], REFERENCE)
        arrays = [a for steps in found.calls.values() for step in steps for a in step.kept.values()]
        arrays += [a for answer in found.run.answers.values() for a in arrays_of(answer.value)]
        assert arrays
        assert not any(array.flags.writeable for array in arrays)


def arrays_of(value):
    if isinstance(value, np.ndarray):
        return [value]
    parts = value.values() if isinstance(value, dict) else value
    return [array for part in parts for array in arrays_of(part)]


@pytest.fixture
def computed(monkeypatch):
    """Count the questions that were answered by computing."""
    asked = []
    answer = session.helped
    monkeypatch.setattr(session, "helped", lambda *args: asked.append(args) or answer(*args))
    return asked


def test_whoever_is_right_is_not_computed_for(judged, computed):
    verdicts = judged(file_of(*SOLUTIONS.values()))
    assert {v.status for v in verdicts.values()} == {"correct"}
    assert not computed


@pytest.mark.parametrize("name", EXERCISES)
def test_the_verdict_on_everybodys_run_is_that_on_anybodys(name):
    run, right = rehearsed(PLANS[name], REFERENCE).run, REFERENCE.answers(PLANS[name])
    alone = judge(PLANS[name], replace(run, common=False), right)
    assert alone.status == "correct"
    assert alone == judge(PLANS[name], run, right) == judge(PLANS[name], run, right)
    wrong = replace(run, answers=dict.fromkeys(run.answers, Answer()), common=True)
    assert judge(PLANS[name], wrong, right).status == "wrong"


STYLES = {
    "narrow zeros": ("np.zeros((n_a, m)) if c0 is None else c0", "np.zeros_like(a0)"),
    "asks more": ("steps = []", "steps = [lstm_cell_forward(x[:, :, 0], a0, a0, parameters)][:0]"),
}


@pytest.mark.parametrize("style", STYLES)
def test_whoever_asks_otherwise_gets_the_same_verdict(judged, computed, style):
    source = SOLUTIONS["lstm_forward"].replace(*STYLES[style])
    verdict = judged(file_of(*(SOLUTIONS | {"lstm_forward": source}).values()), ["lstm_forward"])
    assert verdict["lstm_forward"].status == "correct"
    assert computed


def test_whoever_asks_by_name_asks_the_same(judged, computed):
    by_name = "lstm_cell_forward(x[:, :, t], c_prev=c_next, a_prev=a_next, parameters=parameters)"
    usual = "lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)"
    source = SOLUTIONS["lstm_forward"].replace(usual, by_name)
    verdict = judged(file_of(*(SOLUTIONS | {"lstm_forward": source}).values()), ["lstm_forward"])
    assert by_name in source
    assert verdict["lstm_forward"].status == "correct"
    assert not computed


@pytest.mark.parametrize(
    "wrong",
    ["x[:, :, t], a_next, c=c_next, parameters=parameters", "x[:, :, t], a_next, xt=x, c_prev=1"],
)
def test_names_that_the_cell_does_not_have_are_refused_as_elsewhere(judged, wrong):
    usual = "x[:, :, t], a_next, c_next, parameters)"
    source = SOLUTIONS["lstm_forward"].replace(usual, f"{wrong})")
    verdict = judged(file_of(*(SOLUTIONS | {"lstm_forward": source}).values()), ["lstm_forward"])
    assert verdict["lstm_forward"].status == "crashed"
    assert "TypeError: lstm_cell_forward() got" in verdict["lstm_forward"].message


def test_one_call_asked_otherwise_leaves_the_others_ready(judged, computed):
    source = SOLUTIONS["lstm_forward"].replace(*STYLES["narrow zeros"])
    judged(file_of(*(SOLUTIONS | {"lstm_forward": source}).values()), ["lstm_forward"])
    assert len(computed) == PLANS["lstm_forward"].calls["float32"].args[0].shape[-1]


POISON = """
def rnn_forward(x, a0, parameters):
    from grader.sandbox.asking import FIRST, RightCell
    from grader.sandbox.guest import Channel

    for kind in (FIRST, "helper"):
        cell = RightCell("rnn_cell_forward", Channel())
        cell.kind = kind
        for t in range(x.shape[2]):
            cell(x[:, :, t] + 1, a0, parameters)
            cell(x[:, :, t], a0, parameters)
    raise ValueError
"""


def test_what_one_student_asks_changes_nothing_for_the_next(judged):
    def ready():
        found = rehearsed(PLANS["rnn_forward"], REFERENCE)
        return found, [(s.question, s.reply) for steps in found.calls.values() for s in steps]

    judged(file_of(*SOLUTIONS.values()), ["rnn_forward"])
    before = ready()
    honest = file_of(*SOLUTIONS.values())
    assert judged(file_of(POISON), ["rnn_forward"])["rnn_forward"].status == "crashed"
    assert ready() == before
    assert judged(honest, ["rnn_forward"])["rnn_forward"].status == "correct"


def test_whoever_sends_the_right_answers_as_a_frame_has_to_know_them(judged):
    """The frame of another plan's right answers is read, and found wrong."""
    other = type(REFERENCE)(seed=5)
    plan = other.plan(EXERCISES["sigmoid"])
    frame = rehearsed(plan, other).answers
    source = f"""
import os, struct
def sigmoid(z):
    frame = {frame!r}
    os.write(3, struct.pack("<I", len(frame)) + frame)
    os.read(3, 1)
"""
    assert judged(source, ["sigmoid"])["sigmoid"].status == "wrong"


def test_a_helper_of_ones_own_is_asked_whatever_is_ready(sandbox):
    exercise = EXERCISES["rnn_forward"]
    plan = Plan(exercise, {"plain": PLANS["rnn_forward"].calls["plain"]})
    asked = []

    def rnn_cell_forward(*args):
        asked.append(args)
        return REFERENCE.function("rnn_cell_forward")(*args)

    with Session(sandbox, [Piece("a.py", SOLUTIONS["rnn_forward"])], "", REFERENCE) as running:
        code = running.describe()
        run = running(code, plan, Setting({}, {}, rnn_cell_forward, chained=False))
    assert run.answers["plain"].failure is None
    assert len(asked) == plan.calls["plain"].args[0].shape[-1]


TWICE = """
def rnn_forward(x, a0, parameters):
    Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]
    ba, by = parameters["ba"], parameters["by"]
    a, y, steps, a_prev = [], [], [], a0
    for t in range(x.shape[2]):
        a_next = np.tanh(Wax @ x[:, :, t] + Waa @ a_prev + ba)
        twice = 2 * x[:, :, t]
        rnn_cell_forward(twice, a_prev, parameters)
        steps.append((a_next, a_prev, twice, parameters))
        a.append(a_next)
        y.append(softmax(Wya @ a_next + by))
        a_prev = a_next
    return np.stack(a, 2).astype(float), np.stack(y, 2).astype(float), (steps, x)
"""


def test_the_same_frame_of_answers_means_others_where_others_were_kept(judged, monkeypatch):
    """All is computed without the cell, which is asked about other inputs; these are cached."""
    answer = file_of(*(SOLUTIONS | {"rnn_forward": TWICE}).values())
    ready = judged(answer, ["rnn_cell_forward", "rnn_forward"])["rnn_forward"]
    monkeypatch.setattr(session, "rehearsed", lambda *_: session.UNREHEARSED)
    read = judged(answer, ["rnn_cell_forward", "rnn_forward"])["rnn_forward"]
    assert read.status == "wrong"
    assert ready == read


@pytest.mark.parametrize("name", SEQUENCES)
def test_the_answers_of_the_rehearsal_count_once_all_its_questions_were_asked(name):
    known = rehearsed(PLANS[name], REFERENCE)
    following = Following(known, wire.Reader())
    for steps in steps_of(name):
        assert following.run_of(known.answers) is None
        replied(following, [step.question for step in steps])
    assert following.run_of(known.answers) is known.run
    assert following.run_of(known.answers + b"N") is None
