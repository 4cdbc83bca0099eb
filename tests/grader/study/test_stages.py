"""The stages that a hint goes by where no known mistake explains a wrong answer."""

from dataclasses import replace

import pytest
from answers import SOLUTIONS, edited, file_of, judged
from test_mistakes import CODE, HEADINGS

from grader.exercises import EXERCISES
from grader.study.stages import STAGES, first_wrong, position, stages_of

EVERY = [(name, stage) for name, stages in STAGES.items() for stage in stages]
every_stage = pytest.mark.parametrize(
    ("name", "stage"), EVERY, ids=[f"{name}-{'+'.join(stage.outputs)}" for name, stage in EVERY]
)


@pytest.mark.parametrize("name", EXERCISES)
def test_every_output_stands_alone_in_one_stage(name):
    alone = [stage.outputs[0] for stage in STAGES[name] if len(stage.outputs) == 1]
    together = {o for stage in STAGES[name] for o in stage.outputs}
    weights = EXERCISES[name].weights()
    assert together == set(weights)
    assert sorted(alone) == sorted(weights)


@every_stage
def test_a_stage_is_a_question_a_place_and_a_formula_without_code(name, stage):
    assert stage.question.endswith("?")
    assert stage.look.endswith((".", "?"))
    assert stage.formula.endswith(".")
    assert not [sign for sign in CODE if sign in f"{stage.question} {stage.look} {stage.formula}"]


@every_stage
def test_the_section_to_reread_exists(name, stage):
    assert stage.reread in HEADINGS


@pytest.mark.parametrize(
    ("name", "old", "new", "outputs"),
    [
        ("lstm_cell_forward", "(a_prev, xt)", "(a_prev / 2, xt)", ("cache.ft", "cache.it")),
        ("lstm_cell_forward", "+ it * cct", "+ it * cct / 2", ("c_next",)),
        ("lstm_cell_forward", "ot * np.tanh(c_next)", "ot * np.tanh(c_next / 2)", ("a_next",)),
        ("rnn_cell_backward", "(1 - a_next**2)", "(1 - a_next**2) / 3", ("dxt", "da_prev")),
        ("rnn_cell_backward", "dz @ xt.T", "dz @ xt.T / 3", ("dWax",)),
        (
            "lstm_cell_backward",
            "= dc_next + da_next",
            "= dc_next + 3 * da_next",
            ("dc_prev", "dWf"),
        ),
        ("lstm_cell_backward", "dc * cct * it", "dc * cct * 3 * it", ("dWi", "dbi")),
    ],
)
def test_the_first_stage_that_goes_wrong_is_where_the_edit_is(name, old, new, outputs):
    verdict = judged(file_of(edited(name, old, new)))[name]
    wrong = [output.name for output in verdict.outputs if output.status != "right"]
    assert first_wrong(STAGES[name], wrong).outputs[: len(outputs)] == outputs


def test_outputs_come_in_the_order_of_the_computation():
    stages = STAGES["lstm_cell_forward"]
    order = ["cache.ft", "c_next", "a_next", "yt_pred", "cache"]
    assert sorted(set(order), key=lambda output: position(stages, [output])) == order
    assert SOLUTIONS.keys() == STAGES.keys()


def test_a_new_exercise_without_stages_goes_by_its_outputs():
    new = replace(EXERCISES["lstm_cell_forward"], name="new")
    assert [stage.outputs for stage in stages_of(new)] == [(output,) for output in new.weights()]
    assert first_wrong(stages_of(new), ["cache.it", "yt_pred"]).outputs == ("yt_pred",)
