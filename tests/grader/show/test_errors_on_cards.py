"""Does a card explain an error in the words of the course where its meaning is certain?"""

import re
from dataclasses import replace
from html import unescape

import pytest
from answers import edited, file_of, judged

from grader.crashes import UNKNOWN, meaning, plainly
from grader.show.card import html
from grader.show.terminal import text


def crashed(old, new, name="lstm_cell_forward"):
    verdict = judged(file_of(edited(name, old, new)))[name]
    assert verdict.status == "crashed"
    return verdict


def words(verdict):
    return " ".join(text(verdict).split())


@pytest.mark.parametrize(
    ("old", "new", "error", "said"),
    [
        ("ft * c_prev", "ft @ c_prev", "matmul", "here 5 is n_a and 4 is m"),
        ('+ parameters["bf"]', '+ parameters["bf"].T', "broadcast", "(n_a, m) meets (1, n_a)"),
        ('parameters["bf"]', 'parameters["b_f"]', "KeyError", "there is no `b_f` here"),
        ('parameters["bf"]', "bf", "NameError", "`bf` is not defined: take it from `parameters`"),
        ("concat = np", "stack = np", "NameError", "a name that it does not have"),
    ],
)
def test_an_error_with_a_certain_meaning_is_explained_under_its_own_words(old, new, error, said):
    verdict = crashed(old, new)
    plain = said.replace("`", "")
    for shown in (words(verdict).replace("`", ""), re.sub("<.*?>", "", unescape(html(verdict)))):
        assert shown.count(plain) == 1
        assert shown.index(error) < shown.index(plain)


def test_entry_by_entry_is_offered_where_a_matrix_product_does_not_fit():
    known = meaning(crashed("ft * c_prev", "ft @ c_prev").message)
    assert "`*`" in known.look


def test_an_error_that_may_mean_anything_is_not_explained():
    verdict = crashed("c_next = ft", 'raise RuntimeError("hm")\n    c_next = ft')
    assert plainly(verdict.message) == ""
    assert UNKNOWN.says not in words(verdict)
    assert meaning("TypeError: 'NoneType' object is not subscriptable").says not in words(
        replace(verdict, message="TypeError: 'NoneType' object is not subscriptable")
    )


def test_only_the_error_is_read_and_not_the_line_of_code():
    verdict = crashed("c_next = ft", 'raise RuntimeError("hm")  # matmul\n    c_next = ft')
    assert plainly(verdict.message) == ""
