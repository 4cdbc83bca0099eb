"""Do answers that are wrong in the same way stand together, and no others?"""

from dataclasses import replace

import pytest
from answers import SOLUTIONS, edited
from report_class import graded, keep

from grader.classroom.remarks.slips import TOO_LONG
from grader.classroom.report.clusters import by_cause, clusters
from grader.classroom.report.collecting import Answer, Class, Person, collect

SCALED = edited("rnn_cell_forward", "np.tanh(", "0.7 * np.arctan(")
REWRITTEN = SCALED.replace("a_next", "hidden").replace("0.7 * np.arctan(", "np.arctan(0.0 + ")
REWRITTEN = REWRITTEN.replace(" + ba)", " + ba) * 0.7")
OTHER = edited("rnn_cell_forward", "np.tanh(", "0.8 * np.arctan(")
STOPS = edited("rnn_cell_forward", "np.tanh(", "np.nosuch(")


def of(course, **sources):
    """Give the clusters of a class: who -> source of rnn_cell_forward."""
    for who, source in sources.items():
        keep(course, graded(who, {"rnn_cell_forward": source}))
    return clusters(collect(course))


def who(cluster):
    return {answer.person.id for answer in cluster.answers}


def test_other_words_with_the_same_numbers_fall_together(tmp_path):
    assert REWRITTEN != SCALED
    first, second = of(tmp_path, one=SCALED, two=REWRITTEN, three=OTHER, four=SCALED)
    assert who(first) == {"one", "two", "four"}
    assert who(second) == {"three"}


def test_right_answers_and_named_mistakes_are_in_no_cluster(tmp_path):
    named = edited("rnn_cell_forward", "np.tanh(", "(")
    assert of(tmp_path, one=SOLUTIONS["rnn_cell_forward"], two=named) == []


def test_an_id_stays_when_others_come_and_tells_clusters_apart(tmp_path):
    (alone,) = of(tmp_path / "a", two=REWRITTEN)
    found = of(tmp_path / "b", one=SCALED, two=REWRITTEN, three=OTHER)
    assert found[0].id == alone.id
    assert len({cluster.id for cluster in found}) == 2
    assert alone.id.startswith("rnn_cell_forward-")
    assert len(alone.id) == len("rnn_cell_forward-3f2a")


def test_a_cluster_says_what_is_wrong_what_is_right_and_what_goes_wrong_first(tmp_path):
    yt = edited("rnn_cell_forward", "softmax(", "0.2 + 0.7 * softmax(")
    (found,) = of(tmp_path, one=yt)
    assert found.outputs(is_right=False) == ["yt_pred"]
    assert "a_next" in found.outputs(is_right=True)
    assert "`yt_pred` goes wrong first" in found.first["title"]
    assert len(found.first["hints"]) == 3
    assert found.first["reread"].startswith("01 · ")


def test_the_same_error_falls_together_whatever_the_line(tmp_path):
    later = STOPS.replace('    """', '    """Another line.\n', 1)
    (found,) = of(tmp_path, one=STOPS, two=later)
    assert who(found) == {"one", "two"}
    assert found.error.startswith("AttributeError")


ONE = Answer(Person("1", "", "1"), "rnn_forward", "crashed", 0, 8, first={"title": ""})


def errors(*answers):
    return [cluster.error for cluster in clusters(Class((), (), answers))]


def test_slips_of_syntax_are_compared_without_their_places():
    said = "not valid Python: code cell {}: line {}: expected ':'"
    found = [replace(ONE, message=said.format(*place)) for place in ((3, 4), (7, 1))]
    assert errors(*found) == ["not valid Python: expected ':'"]


def test_what_ran_too_long_stands_together_by_exercise():
    late = replace(ONE, status="timeout", message="x")
    assert errors(late, replace(late, message="y")) == [TOO_LONG]
    assert errors(late, replace(late, exercise="rnn_backward")) == [TOO_LONG, TOO_LONG]


@pytest.mark.parametrize("round", ["1_rnn-1", "1_rnn-2"])
def test_answers_of_other_rounds_are_not_compared(tmp_path, round):
    of(tmp_path, one=SCALED, two=SCALED)
    about = collect(tmp_path)
    answers = [replace(a, round=round) if a.person.id == "one" else a for a in about.answers]
    found = clusters(replace(about, answers=tuple(answers)))
    assert len(found) == (1 if round == "1_rnn-1" else 2)
    assert len({cluster.id for cluster in found}) == len(found)


def test_the_outputs_that_a_mistake_leaves_unexplained_make_a_cluster(tmp_path):
    without = edited("rnn_cell_forward", "np.tanh(", "(")  # a known mistake, which spoils yt_pred
    mixed = without.replace("softmax(", "0.2 + 0.7 * softmax(")
    (found,) = of(tmp_path, one=mixed, two=mixed, three=without)
    assert who(found) == {"one", "two"}
    assert set(found.example.prints) == {"yt_pred"}
    assert found.example.mistakes


def causes(*answers):
    return [len(same) for same in by_cause(clusters(Class((), (), answers)))]


def test_one_error_that_stops_several_functions_of_the_same_people_is_one_cause():
    one = replace(ONE, message="NameError: name 'T' is not defined")
    also = replace(one, person=Person("2", "", "2"))
    both = [replace(a, exercise=e) for a in (one, also) for e in ("rnn_cell_forward", "softmax")]
    assert causes(*both) == [2]
    assert causes(*both[:3]) == [1, 1]
    assert causes(*both[:2], replace(both[2], message="Other"), both[3]) == [1, 1, 1]


def test_loops_and_wrong_numbers_have_a_cause_each(tmp_path):
    late = replace(ONE, status="timeout")
    assert causes(late, replace(late, exercise="softmax")) == [1, 1]
    of(tmp_path, one=SCALED)
    (wrong,) = (a for a in collect(tmp_path).answers if a.first)
    assert causes(wrong, replace(wrong, exercise="rnn_forward")) == [1, 1]
