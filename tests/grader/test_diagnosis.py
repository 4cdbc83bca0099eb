"""Is the mistake named when the numbers force it, and is the card silent when they do not?"""

from functools import cache
from types import SimpleNamespace

import pytest
from answers import SOLUTIONS, a_share, edited, file_of
from answers import judged as judged_publicly
from judged import Cases

from grader.diagnosis import Suspect, shows
from grader.exercises import EXERCISES
from grader.judging import judge_exercise
from grader.runners import in_process
from grader.study.stages import stages_of
from grader.submission import from_file
from solutions.mistakes import MISTAKES, apply

BY_NUMBERS = [mistake for mistake in MISTAKES if mistake.spoils]


@cache
def cases(seed):
    return Cases(seed)


def named(source, seed):
    """Judge on a fresh case set, and give (names of the mistakes, the verdict)."""
    code = from_file("answer.py", source)
    (name,) = code.expected
    verdict = judge_exercise(EXERCISES[name], code, cases(seed), in_process.run)
    return [mistake["id"] for mistake in verdict.mistakes], verdict


@pytest.mark.parametrize("mistake", a_share(BY_NUMBERS, every=4))
def test_a_mistake_of_the_bank_is_named_by_its_own_id_on_fresh_inputs(mistake):
    source = file_of(apply(mistake, SOLUTIONS[mistake.of]))
    ids, verdict = named(source, seed=20)
    if verdict.status == "crashed":
        return  # what the error says is another matter
    elif mistake.id == "caches-emptied":
        assert ids == []  # it also changes an input, which the card says
    else:
        assert ids == [mistake.id]


@pytest.mark.parametrize("name", EXERCISES)
def test_a_right_answer_gets_no_name(name):
    assert judged_publicly(file_of(SOLUTIONS[name]))[name].mistakes == ()


def test_two_mistakes_in_two_outputs_get_two_names():
    source = edited("rnn_cell_backward", "dz @ a_prev.T", "dz @ a_next.T")
    source = source.replace("dz.sum(axis=1, keepdims=True)", "dz.mean(axis=1, keepdims=True)")
    ids, _ = named(file_of(source), seed=3)
    titles = {
        mistake.id: mistake.spoils for mistake in MISTAKES if mistake.of == "rnn_cell_backward"
    }
    assert {titles[one] for one in ids} == {("dWaa",), ("dba",)}


def test_two_mistakes_in_one_output_get_two_names():
    source = edited("rnn_cell_backward", "1 - a_next**2", "1 - a_next")
    source = source.replace("dz @ a_prev.T", "dz @ a_next.T")
    ids, _ = named(file_of(source), seed=3)
    assert ids == ["square-missing", "dWaa-from-the-new-state"]


def test_two_mistakes_before_all_outputs_get_two_names():
    source = edited("rnn_cell_forward", "Waa @ a_prev", "Waa.T @ a_prev")
    source = source.replace("np.tanh(", "sigmoid(")
    ids, _ = named(file_of(source), seed=3)
    assert set(ids) == {"Waa-transposed", "sigmoid-for-tanh"}


def test_of_two_mistakes_the_one_that_shows_first_is_named_first():
    source = edited("rnn_cell_forward", "softmax(", "sigmoid(")
    source = source.replace("np.tanh(", "sigmoid(")
    ids, _ = named(file_of(source), seed=3)
    assert ids == ["sigmoid-for-tanh", "sigmoid-for-softmax"]


def test_a_wrong_answer_that_no_known_mistake_gives_is_not_named():
    source = edited("rnn_cell_backward", "dz @ a_prev.T", "dz @ np.sin(3 * a_prev).T")
    assert named(file_of(source), seed=3)[0] == []


def test_a_key_that_is_missing_is_not_called_another_key():
    source = edited("rnn_backward", '"da0": da_prevt, ', "")
    ids, verdict = named(file_of(source), seed=3)
    assert ids == []
    (missing,) = (output for output in verdict.outputs if output.status != "right")
    assert missing.findings[0].message == 'the key "da0" is missing'
    source = edited("rnn_backward", '"da0": da_prevt', '"da_prev": da_prevt')
    assert named(file_of(source), seed=3)[0] == ["key-da_prev"]


def test_a_name_that_explains_only_some_calls_is_not_given():
    once = "(dz @ a_next.T if xt.shape[1] == 4 else dz @ np.cos(a_prev).T)"
    source = edited("rnn_cell_backward", "dz @ a_prev.T", once)
    assert named(file_of(source), seed=3)[0] == []


def test_a_title_that_says_of_a_gradient_what_it_is_not_is_not_given():
    source = edited("rnn_backward", "t] + da_prevt", "t] + da_prevt * (t % 2 == 0)")
    (verdict,) = judged_publicly(file_of(source)).values()
    assert not any("da0 is zero" in known["title"] for known in verdict.mistakes)


def test_one_gate_made_as_another_is_not_called_two_in_each_others_place():
    old = 'cct = np.tanh(parameters["Wc"] @ concat + parameters["bc"])'
    source = edited("lstm_cell_forward", old, old.replace("cct", "ot"))
    old = 'ot = sigmoid(parameters["Wo"] @ concat + parameters["bo"])'
    source = source.replace(old, f"c{old.replace('ot', 'ct', 1)}; ot = 1 - ot")
    (verdict,) = judged_publicly(file_of(source)).values()
    assert not any("cache.cct" in known["outputs"] for known in verdict.mistakes)


@pytest.mark.parametrize(("title", "is_said"), [("it resets, so da0 is zero", False), ("it", True)])
def test_of_a_part_that_shows_the_title_speaks_of_nothing_else(title, is_said):
    spoils = ("dx", "dWax", "da0")
    mistake = SimpleNamespace(title=title, spoils=spoils)
    suspect = Suspect(mistake, frozenset({"dx", "dWax"}))
    stages = stages_of(EXERCISES["rnn_backward"])
    assert shows(suspect, None, stages) is is_said


def test_a_name_comes_with_a_question_and_no_code():
    source = edited("rnn_backward", "da[:, :, t] + da_prevt", "da[:, :, t]")
    (mistake,) = judged_publicly(file_of(source))["rnn_backward"].mistakes
    assert mistake["id"] == "future-gradient-forgotten"
    assert mistake["outputs"]
    assert mistake["hint"].endswith("?")
