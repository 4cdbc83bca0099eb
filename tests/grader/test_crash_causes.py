"""Is an error told in the course's words where it is certain, and left alone where it is not?"""

import pytest
from answers import edited, file_of, judged

RNN_PARAMETERS = 'Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]'


def causes(name, old, new):
    verdict = judged(file_of(edited(name, old, new)))[name]
    assert verdict.status == "crashed", verdict
    return [known["title"] for known in verdict.mistakes]


@pytest.mark.parametrize(
    ("name", "old", "new", "title"),
    [
        (
            "rnn_cell_forward",
            RNN_PARAMETERS,
            'Wax, Wya = parameters["Wax"], parameters["Wya"]',
            "`Waa` is not defined: take it from `parameters`",
        ),
        (
            "lstm_cell_backward",
            "c_prev, ft, it, cct, ot, xt, parameters = cache",
            "c_prev, _, it, cct, ot, xt, parameters = cache",
            "`ft` is not defined: take it from the cache",
        ),
        (
            "rnn_cell_forward",
            'parameters["Wya"]',
            'parameters["Way"]',
            "there is no `Way` here; there is `Wya`",
        ),
        (
            "rnn_cell_forward",
            'parameters["Wax"]',
            'parameters["Wxa"]',
            "there is no `Wxa` here; there is `Wax`",
        ),
        (
            "rnn_cell_forward",
            "Wax @ xt",
            "xt @ Wax",
            "the shapes do not fit: here 5 is n_a and 4 is m",
        ),
        (
            "rnn_cell_forward",
            "Waa @ a_prev",
            "Waa @ xt",
            "the shapes do not fit: here 3 is n_x and 5 is n_a",
        ),
        (
            "rnn_cell_backward",
            "da_next * (1",
            "da_next.T * (1",
            "the shapes do not fit: (m, n_a) meets (n_a, m)",
        ),
        (
            "rnn_backward",
            "steps, x = caches",
            "steps, x, _ = caches",
            "caches is a pair: the list of the cells' caches, and x",
        ),
        (
            "rnn_cell_backward",
            "a_next, a_prev, xt, parameters = cache",
            "a_next, a_prev, xt = cache",
            "a cache holds 4 things: a_next, a_prev, xt, parameters",
        ),
    ],
)
def test_an_error_is_told_in_the_words_of_the_course(name, old, new, title):
    assert causes(name, old, new) == [title]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Wax @ xt", "nothing @ xt"),
        ("Wax @ xt", "1 / 0 + Wax @ xt"),
        ("Wax @ xt", "np.ones(99)[100] * Wax @ xt"),
        ("Wax @ xt", "Wax @ None"),
    ],
)
def test_an_error_that_may_mean_several_things_is_left_as_it_is(old, new):
    assert causes("rnn_cell_forward", old, new) == []


def test_another_number_of_arguments_for_the_cell_is_told_with_the_cells_arguments():
    old = "rnn_cell_forward(x[:, :, t], a_next, parameters)"
    (title,) = causes("rnn_forward", old, old.replace(", parameters", ""))
    assert title == "rnn_cell_forward takes (xt, a_prev, parameters)"


def test_another_number_of_results_of_the_cell_is_told_with_the_cells_results():
    old = "cache = rnn_cell_forward"
    (title,) = causes("rnn_forward", old, "cache, more = rnn_cell_forward")
    assert title == "rnn_cell_forward gives back 3 things: a_next, yt_pred, cache"


def test_a_step_of_the_pair_of_caches_is_told_to_be_none():
    (title,) = causes("rnn_backward", "steps[t])", "caches[t])")
    assert title.startswith("caches is a pair")


def test_the_key_of_the_other_function_is_told():
    (title,) = causes("rnn_backward", 'gradients["dxt"]', 'gradients["dx"]')
    assert title == "there is no `dx` here; there is `dxt`"
