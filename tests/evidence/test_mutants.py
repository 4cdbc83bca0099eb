"""Do mutants lose marks, and is what is listed as equivalent really right?"""

from collections import Counter
from dataclasses import replace

import pytest
from equivalent_mutants import sources
from mutants import (
    CASE_SETS,
    Mutant,
    a_few_of_each,
    every_mutant,
    fate_of,
    judged,
    lost,
    not_found,
    page,
    shown,
    solution,
)

from grader.exercises import EXERCISES

LISTED = [(name, source) for name in EXERCISES for source in sources(name, solution(name))]


def survivors(mutants):
    return [f"{one.function}:\n{shown(one)}" for one in mutants if one.fate == "survived"]


def test_a_few_mutants_of_every_operator_lose_marks_or_are_listed_as_equivalent():
    mutants = a_few_of_each()
    assert not survivors(mutants)
    fates = Counter(one.fate for one in mutants)
    assert fates["crashed"] > 10
    assert fates["wrong"] > 10


@pytest.mark.parametrize(("name", "source"), LISTED)
def test_what_is_listed_as_equivalent_gets_full_marks(name, source):
    assert source != solution(name)
    assert not lost(judged(name, source))


@pytest.mark.parametrize("name", EXERCISES)
def test_the_solution_itself_gets_full_marks_on_every_case_set(name):
    assert not any(lost(judged(name, solution(name), seed)) for seed in CASE_SETS)


def test_an_entry_of_the_list_that_no_mutant_matches_is_an_error():
    mutants = [Mutant(*entry, "name", False, "equivalent") for entry in LISTED]
    assert not not_found(mutants)
    assert "z > 0" in not_found(one for one in mutants if one.function != "sigmoid")
    assert "z > 0" in not_found(replace(one, fate="wrong") for one in mutants)


def test_a_mutant_that_keeps_full_marks_is_counted_and_shown():
    harmless = solution("sigmoid").replace("e = np.exp", "e = 1 * np.exp")
    assert fate_of("sigmoid", harmless) == "survived"
    said = page([Mutant("sigmoid", harmless, "one times", True, "survived")])
    assert "| one times (ours) | 1 | 0 | 0 | 0 | 1 | 0 |" in said
    assert "+     e = 1 * np.exp(-np.abs(z))" in said


@pytest.mark.parametrize("array", ["a", "b"])
@pytest.mark.parametrize("seed", range(12))
def test_a_forgotten_absolute_value_loses_marks_however_the_numbers_fall(array, seed):
    wrong = solution("relative_error").replace(f"np.abs({array}).max()", f"{array}.max()")
    assert lost(judged("relative_error", wrong, seed))


@pytest.mark.long
def test_every_mutant_loses_marks_or_is_listed_as_equivalent():
    assert not survivors(every_mutant())
