import ast
import inspect
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import solutions
from solutions import activations, gradients, lstm, mistakes, rnn
from solutions.mistakes import FAMILIES, MISTAKES, apply, of

SOURCES = {
    name: inspect.getsource(function)
    for module in (activations, gradients, rnn, lstm)
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__
}
LESSONS = Path(solutions.__file__).parent / "lessons"
HEADINGS = {
    f"{path.name[:2]} · {heading}"
    for path in LESSONS.glob("*.md")
    for heading in re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.M)
}
WRITTEN = {heading[:2] for heading in HEADINGS} & {"00", "01", "02", "03", "04"}
CODE = ("@", "np.", "[:", '["', "**", "+=", "==", "()", ".T", "axis=", "keepdims", "`", " * ")
SENTENCE_ENDS = re.compile(r"[.?!] +[A-Z]")


def every_mistake(holds):
    """Make a test for each exercise that goes through its mistakes: one for each takes too long."""

    def test(name):
        for mistake in of(name):
            try:
                holds(mistake)
            except AssertionError as error:
                raise AssertionError(f"{mistake.id}: {error}") from None

    return pytest.mark.parametrize("name", SOURCES)(test)


def test_there_are_mistakes_for_every_exercise():
    assert len(MISTAKES) >= 100
    assert {mistake.of for mistake in MISTAKES} == set(SOURCES)
    assert [mistake for name in SOURCES for mistake in of(name)] == sorted(
        MISTAKES, key=lambda mistake: list(SOURCES).index(mistake.of)
    )


def test_ids_are_unique_within_an_exercise():
    counts = Counter((mistake.of, mistake.id) for mistake in MISTAKES)
    assert not [key for key, count in counts.items() if count > 1]


def test_every_family_is_in_use():
    assert {mistake.family for mistake in MISTAKES} == set(FAMILIES)


@every_mistake
def test_the_edited_source_is_another_valid_function(mistake):
    source = SOURCES[mistake.of]
    edited = apply(mistake, source)
    assert ast.dump(ast.parse(edited)) != ast.dump(ast.parse(source))


@every_mistake
def test_an_edit_is_small(mistake):
    assert len(mistake.old.strip("\n").split("\n")) <= 3
    assert len(mistake.new.strip("\n").split("\n")) <= 3


@pytest.mark.parametrize("old", ["nowhere in the source", "np."])
def test_an_edit_that_does_not_fit_exactly_once_is_refused(old):
    mistake = replace(of("rnn_forward")[0], old=old)
    with pytest.raises(ValueError, match="not once"):
        apply(mistake, SOURCES["rnn_forward"])


@every_mistake
def test_a_mistake_has_a_title_and_three_hints_of_one_sentence(mistake):
    question, place, formula = mistake.hints
    assert question.endswith("?")
    assert place.endswith((".", "?"))
    assert formula.endswith(".")
    assert not mistake.title.endswith(".")
    assert not [hint for hint in mistake.hints if SENTENCE_ENDS.search(hint)]
    assert re.fullmatch(r"[a-zA-Z0-9_]+(-[a-zA-Z0-9_]+)*", mistake.id)


@every_mistake
def test_no_hint_contains_code(mistake):
    text = " ".join((mistake.title, *mistake.hints))
    assert not [sign for sign in CODE if sign in text]


@every_mistake
def test_the_section_to_reread_exists(mistake):
    number = mistake.reread.split(" · ")[0]
    assert number in {"00", "01", "02", "03", "04"}
    assert number not in WRITTEN or mistake.reread in HEADINGS


def section(reread):
    """Give the text below a heading of a lesson, as far as the next heading."""
    number, heading = reread.split(" · ", 1)
    (path,) = LESSONS.glob(f"{number}_*.md")
    below = re.split(rf"^#+ {re.escape(heading)}$", path.read_text("utf-8"), flags=re.M)[1]
    return re.split(r"^#+ ", below, flags=re.M)[0]


@pytest.mark.parametrize(
    "mistake",
    [m for m in MISTAKES if m.family == "order" and m.new.startswith("return")],
    ids=lambda m: f"{m.of}-{m.id}",
)
def test_the_section_to_reread_says_in_which_order_to_return(mistake):
    returned = mistake.old.removeprefix("return ").replace("(steps, x)", "caches")
    assert f"`{returned}`" in section(mistake.reread)


def test_the_bank_imports_nothing_of_the_grader():
    folder = Path(mistakes.__file__).parent
    assert not [path for path in folder.glob("*.py") if "grader" in path.read_text("utf-8")]
