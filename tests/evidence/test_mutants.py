"""Do mutants lose marks, and is what is listed as equivalent really right?"""

from collections import Counter

import pytest
from equivalent_mutants import sources
from mutants import CASE_SETS, a_few_of_each, every_mutant, judged, lost, shown, solution

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


@pytest.mark.parametrize("array", ["a", "b"])
@pytest.mark.parametrize("seed", range(12))
def test_a_forgotten_absolute_value_loses_marks_however_the_numbers_fall(array, seed):
    wrong = solution("relative_error").replace(f"np.abs({array}).max()", f"{array}.max()")
    assert lost(judged("relative_error", wrong, seed))


@pytest.mark.long
def test_every_mutant_loses_marks_or_is_listed_as_equivalent():
    assert not survivors(every_mutant())
