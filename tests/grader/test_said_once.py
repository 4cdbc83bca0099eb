"""Is one slip on several outputs said once, and are different slips kept apart?"""

import pytest
from answers import SOLUTIONS, file_of, judged

from grader.said_once import said_once, together
from grader.show.card import html

CELL = "lstm_cell_backward"


def mistakes_after(*edits, of=CELL):
    source = SOLUTIONS[of]
    for old, new in edits:
        assert old in source
        source = source.replace(old, new)
    return judged(file_of(source))[of].mistakes


def test_three_lost_axes_are_one_mistake():
    lost = [
        (f"dgamma_{gate}.sum(axis=1, keepdims=True)", f"dgamma_{gate}.sum(axis=1)")
        for gate in "fic"
    ]
    (mistake,) = mistakes_after(*lost)
    assert mistake["title"] == "each of dbf, dbi and dbc has lost its second axis"
    assert mistake["outputs"] == ["dbf", "dbi", "dbc"]
    assert mistake["id"] == "dbf-without-keepdims"


def test_a_mean_for_a_sum_in_four_lines_is_one_mistake():
    (mistake,) = mistakes_after((".sum(axis=1", ".mean(axis=1"))
    assert mistake["title"].startswith("each of dbf, dbi, dbc and dbo is averaged")


def test_two_slips_on_two_outputs_each_are_two_mistakes():
    gates = [(f"dgamma_{gate} @ concat.T", f"concat @ dgamma_{gate}.T") for gate in "fi"]
    sums = [(f"dgamma_{gate}.sum(axis=1", f"dgamma_{gate}.mean(axis=1") for gate in "co"]
    titles = {mistake["title"] for mistake in mistakes_after(*gates, *sums)}
    assert titles == {
        "each of dWf and dWi is transposed",
        "each of dbc and dbo is averaged over the batch instead of summed",
    }


def test_one_slip_on_one_output_is_said_as_before():
    (mistake,) = mistakes_after(("dgamma_c.sum(axis=1", "dgamma_c.mean(axis=1"))
    assert mistake["title"] == "dbc is averaged over the batch instead of summed"


def test_three_gates_without_their_bias_are_one_mistake_on_the_card():
    source = SOLUTIONS["lstm_cell_forward"]
    for gate in "fio":
        source = source.replace(f' + parameters["b{gate}"]', "")
    verdict = judged(file_of(source))["lstm_cell_forward"]
    assert "the bias of the forget, input and output gate is missing" in html(verdict)


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (["dba is averaged", "the transpose of Waa is missing"], ""),
        (["dWf is transposed", "dWaa is averaged"], ""),
        (["cat", "dog"], ""),
        (["the bias of the candidate is missing"], ""),
        (
            [
                "the forget gate uses the weights of the input gate",
                "the input gate uses the weights of the forget gate",
            ],
            "",
        ),
        (
            ["the bias of the input gate is missing", "the bias of the candidate is missing"],
            "the bias of the input gate and candidate is missing",
        ),
    ],
)
def test_titles_are_joined_only_where_a_word_or_two_differ(titles, said):
    assert together(titles) == said


def test_what_is_to_be_read_again_must_agree():
    one, other = (
        {"id": name, "title": f"{name} is wrong", "outputs": [name], "hint": "?", "reread": reread}
        for name, reread in (("a", "01"), ("b", "02"))
    )
    assert said_once([one, other]) == (one, other)
