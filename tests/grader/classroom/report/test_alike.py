"""Is the same code asked about where it is odd, and never where it is natural?"""

from answers import SOLUTIONS

from grader.classroom.report.alike import MOST_PEOPLE, passages
from grader.classroom.report.collecting import Answer, Class, Person

NAME = "rnn_cell_forward"
ODD = """
    # my quokka says: first the pencil, then the keyboard
    wombat = parameters["Wax"] @ xt
    numbat = parameters["Waa"] @ a_prev
    bilby   =  wombat + numbat + parameters["ba"]
    a_next = np.tanh(bilby)
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"])
    cache = (a_next, a_prev, xt, parameters)
    return a_next, yt_pred, cache
"""
HEAD = SOLUTIONS[NAME].split("    # BEGIN")[0].rstrip("\n")


def asked(*sources):
    people = [Person(f"s{n}", "", f"s{n}") for n in range(len(sources))]
    answers = (
        Answer(person, NAME, "correct", 6, 6, source=source)
        for person, source in zip(people, sources, strict=True)
    )
    return passages(Class(tuple(people), (), tuple(answers)))


def test_a_long_passage_with_odd_words_is_asked_about():
    (found,) = asked(HEAD + ODD, SOLUTIONS[NAME], HEAD + ODD)
    assert [person.id for person in found.people] == ["s0", "s2"]
    assert {"quokka", "wombat", "numbat", "bilby"} <= set(found.words)
    assert not {"parameters", "a_next", "softmax"} & set(found.words)
    assert len(found.lines) == 8


def test_the_same_right_answer_is_natural():
    assert asked(SOLUTIONS[NAME], SOLUTIONS[NAME], SOLUTIONS[NAME]) == []


def test_one_space_or_one_comment_makes_it_another_passage():
    assert asked(HEAD + ODD, HEAD + ODD.replace("bilby   =", "bilby =")) == []


def test_words_that_others_use_too_are_not_odd():
    other = HEAD + "\n    quokka = wombat = numbat = bilby = pencil = keyboard = 1\n"
    other += "    my, says, first, the, then = 1\n    return"
    assert asked(HEAD + ODD, HEAD + ODD, other) == []


def test_what_many_have_comes_from_one_place():
    assert len(asked(*[HEAD + ODD] * MOST_PEOPLE)) == 1
    assert asked(*[HEAD + ODD] * (MOST_PEOPLE + 1)) == []


def test_a_few_lines_are_not_enough():
    few = "\n".join(ODD.split("\n")[:6]) + "\n    return {}\n"
    assert asked(HEAD + few.format("one"), HEAD + few.format("two")) == []
