"""Is nobody named in what is shown to all, and does code stay code?"""

import ast

import pytest

from grader.classroom.report.collecting import Person
from grader.classroom.report.example import MOST_LINES, example
from grader.classroom.report.names import Names

PEOPLE = [
    Person("student-007", "Zenobia Quarx", ""),
    Person("956227", "Max Li", ""),
    Person("fjodor", "", ""),
    Person("7", "", ""),
    Person("8", "Zoë Müller-Weiß", ""),
    Person("9", "Łukasz Sørensen", ""),
    Person("10", "Ange\u0301 Ünlü", ""),
]
NAMES = Names(PEOPLE)


@pytest.mark.parametrize(
    "word",
    [
        "Zenobia",
        "zenobias_dz",
        "dz_quarx",
        "dzQuarx",
        "student_007",
        "Student007",
        "dW956227",
        "li_dz",
        "max_li",
        "fjodor",
        "Fjodors",
        "zoe_x",
        "zoë_x",
        "dzMuller",
        "mueller_dz",
        "weiss",
        "lukasz2",
        "Soerensens",
        "sorensen",
        "angé",
        "ange",
        "uenlue",
    ],
)
def test_names_and_ids_are_found_however_they_are_written(word):
    assert NAMES.is_name(word)
    assert word not in NAMES.out_of(f"no {word} here")
    assert word not in NAMES.out_of_code(f"x = {word} + 1")


@pytest.mark.parametrize(
    "word",
    ["max", "linear", "list", "da_next", "Wax", "x7", "np", "student", "quark", "clip", "1956227"],
)
def test_words_of_the_course_and_of_numpy_are_nobodys_name(word):
    assert not NAMES.is_name(word)


def test_an_accent_that_is_a_sign_of_its_own_hides_nobody():
    assert "ngé" not in NAMES.out_of_code("x = Ange\u0301 + 1")
    assert NAMES.out_of("by Zoe\u0308") == "by …"


def test_a_renamed_variable_stays_one_variable():
    code = NAMES.out_of_code("zenobia = quarx + 1\nreturn zenobia * quarx")
    assert code == "renamed_1 = renamed_2 + 1\nreturn renamed_1 * renamed_2"


def test_a_class_without_anybody_has_no_names():
    assert Names([]).out_of("Zenobia was here") == "Zenobia was here"


SOURCE = '''
def rnn_forward(x, a0, parameters):
    """Written by Zenobia."""
    # Quarx has helped me
    r"Fjodor, too"
    text = "made by Zenobia"; also = f"{x} by Zenobia {text!r:>7}"; raw = b"Zenobia"
    zenobias = parameters["Wax"] @ x
    y = np.einsum("ij,jk->ik", zenobias, zenobias)
    key = {"a_next": 956227}
    if y:
        """Fjodor"""
    return y
'''


def test_an_example_has_neither_comments_nor_docstrings_nor_texts_nor_names():
    shown = example(SOURCE, NAMES)
    for word in ("Zenobia", "zenobia", "Quarx", "Fjodor", "made", "#", '"""', "956227"):
        assert word not in shown, word
    assert "parameters['Wax']" in shown
    assert "'ij,jk->ik'" in shown
    assert "'a_next': 0" in shown
    ast.parse(shown)


HARD = [
    "-" * 9000 + "1",
    "a" + ".a" * 4000,
    "not " * 2000 + "1",
    "(" * 5000,
    "9" * 9000,
    "a[" * 150,
]


@pytest.mark.parametrize("hard", HARD, ids=[text[:4] for text in HARD])
def test_code_that_cannot_be_read_is_no_example(hard):
    assert example(f"def f():\n    return {hard}\n", NAMES) == ""


@pytest.mark.parametrize("source", ["def f(:", "def f():\n    x = '\0'", "", "\ud800"])
def test_what_is_no_python_is_no_example(source):
    assert example(source, NAMES) == ""


def test_a_backslash_in_a_text_warns_nobody():
    assert example("def f():\n    return '\\d'", NAMES) == "def f():\n    return '…'"


def test_a_long_example_is_cut():
    shown = example("def f():\n" + "    x = 1\n" * (MOST_LINES + 9), NAMES).split("\n")
    assert shown[-1] == "# … 10 more lines"
    assert len(shown) == MOST_LINES + 1
