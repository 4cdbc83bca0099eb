"""A cache of the wrong length: is its length the finding, and no entry called missing for it?"""

import pytest
from answers import SOLUTIONS, edited, file_of, judged, outputs

from grader.show.card import html
from grader.show.terminal import text
from grader.study.ladder import ladder

ENTRIES = ["a_next", "c_next", "a_prev", "c_prev", "ft", "it", "cct", "ot", "xt", "parameters"]
GATES = {"ft", "it", "cct", "ot"}


def with_cache(*entries, of="lstm_cell_forward"):
    whole = next(line.strip() for line in SOLUTIONS[of].split("\n") if "    cache = " in line)
    source = edited(of, whole, f"cache = ({', '.join(entries)},)")
    return judged(file_of(source))[of]


def without(*left_out):
    return with_cache(*(entry for entry in ENTRIES if entry not in left_out))


def names(verdict):
    return [known["id"] for known in verdict.mistakes]


@pytest.mark.parametrize("entry", ENTRIES)
def test_one_entry_left_out_is_named_as_that_entry(entry):
    verdict = without(entry)
    assert names(verdict) == [f"cache-without-{entry}"]
    assert "gates are missing" not in html(verdict)


def test_the_gates_are_said_to_be_missing_only_where_exactly_they_are():
    assert names(without(*GATES)) == ["cache-without-gates"]
    for others in (("xt", "parameters", "a_prev", "c_prev"), ("ft", "it", "cct", "xt")):
        assert names(without(*others)) == []
    assert names(with_cache("a_next", "c_next", "a_prev", "c_prev", "2 * xt", "parameters")) == []


@pytest.mark.parametrize("left_out", [("xt", "ft"), ("parameters", "a_prev")])
def test_a_cache_of_eight_entries_says_so_in_each_row_that_it_costs(left_out):
    verdict = without(*left_out)
    assert set(names(verdict)) <= {f"cache-without-{entry}" for entry in left_out}
    wrong = {name for name, status in outputs(verdict).items() if status != "right"}
    assert wrong == {"cache", "cache.ft", "cache.it", "cache.cct", "cache.ot"}
    said = " ".join(text(verdict).split())
    assert said.count("8 entries where 10 belong") == 5
    assert "not found" not in said


def test_a_hint_about_an_unread_cache_leads_to_the_cache():
    given = ladder(without("ft", "it"))
    assert "`cache` goes wrong first" in given.title
    assert given.reread == "03 · The cache: ten entries"


def test_a_hint_about_a_wrong_cell_state_and_an_unread_cache_leads_to_the_cell_state():
    whole = f"cache = ({', '.join(ENTRIES)})"
    source = edited("lstm_cell_forward", whole, whole.replace(" xt,", ""))
    source = source.replace("ft * c_prev + it * cct", "it * cct")
    given = ladder(judged(file_of(source))["lstm_cell_forward"])
    assert "the old cell state is dropped" in given.title


@pytest.mark.parametrize("entry", ["a_next", "a_prev", "xt", "parameters"])
def test_the_cache_of_the_rnn_cell_too(entry):
    entries = [e for e in ("a_next", "a_prev", "xt", "parameters") if e != entry]
    verdict = with_cache(*entries, of="rnn_cell_forward")
    assert names(verdict) == [f"cache-without-{entry}"]
    both = {f"cache-without-{entry}", f"cache-without-{entries[-1]}"}
    assert set(names(with_cache(*entries[:-1], of="rnn_cell_forward"))) <= both


def test_a_pair_of_something_else_is_not_taken_for_a_swapped_pair():
    swapped = judged(file_of(edited("rnn_forward", "(steps, x)", "(x, steps)")))["rnn_forward"]
    assert names(swapped) == ["x-before-the-caches"]
    other = judged(file_of(edited("rnn_forward", "(steps, x)", "(a, y_pred)")))["rnn_forward"]
    assert names(other) == []
