"""Do the shipped weights still solve their sentences, and hold what lesson 03 says they hold?"""

import numpy as np
import pytest

from solutions import train_agreement as agreement
from solutions.lstm import lstm_forward

SINGULAR, PLURAL = (set(nouns) for nouns in zip(*agreement.NOUNS, strict=True))
LESSON = """the boats near the tower that the sailor painted ___ blue
            but the lamp behind the doors ___ lost"""


@pytest.fixture(scope="module")
def stored():
    with np.load(agreement.FILE) as file:
        return {name: file[name] for name in file.files}


@pytest.fixture(scope="module")
def shipped(stored):
    return {name: value for name, value in stored.items() if name not in ("words", "verbs")}


@pytest.fixture(scope="module")
def sentences():
    return agreement.fresh(np.random.default_rng(11), 500)


def look(p, sentence):
    """Read one sentence; give c and a, shape (n_a, T_x), and the gates by name."""
    words = sentence.split()
    x, _ = agreement.bricks([(words, [agreement.NONE] * len(words))])
    a, y_pred, c, (steps, _) = lstm_forward(x, np.zeros((len(p["bf"]), 1)), p)
    at = {"f": 4, "i": 5, "candidate": 6, "o": 7}
    gates = {name: np.hstack([step[k] for step in steps]) for name, k in at.items()}
    return {"c": c[:, 0], "a": a[:, 0], "y": y_pred[:, 0], **gates}


def test_the_file_is_small_and_knows_the_words_of_the_script(stored):
    assert agreement.FILE.stat().st_size <= 60_000
    assert tuple(stored["words"]) == agreement.WORDS
    assert tuple(stored["verbs"]) == agreement.VERBS


def test_the_shipped_weights_give_every_word_its_class(shipped, sentences):
    assert agreement.share_right(shipped, sentences) == (1.0, 1.0)


def test_unit_3_holds_the_number_from_the_subject_to_its_blank(shipped, sentences):
    x, _ = agreement.bricks(sentences)
    c = lstm_forward(x, np.zeros((3, len(sentences))), shipped)[2]
    for i, (words, _) in enumerate(sentences):
        number = 0
        for t, word in enumerate(words):
            if not number and word in SINGULAR | PLURAL:
                number = 1 if word in PLURAL else -1
            if number:
                assert c[2, i, t] * number > 0, (words, word)
            if word == agreement.BLANK:
                number = 0


def test_what_lesson_03_says_about_its_sentence_is_so(shipped):
    seen = look(shipped, LESSON)
    boats, near, painted, blank, blue, lamp, doors = 1, 2, 8, 9, 10, 13, 16
    f, i, o, candidate, c, a = (seen[name][2] for name in ("f", "i", "o", "candidate", "c", "a"))
    between = slice(near, painted + 1)
    assert painted - near + 1 == 7
    assert i[boats].round(2) == 0.99
    assert candidate[boats].round() == 1
    assert i[between].max() < 0.005
    assert f[between].min() > 0.985
    assert 1.7 < c[between].min() <= c[between].max() < 1.8
    assert candidate[between].max() < -0.5
    assert o[blank] > 0.99
    assert a[blank].round(1) == 0.9
    assert f[blue].round(2) == 0.02
    assert f[lamp].round(2) == 0.01
    assert i[lamp].round(2) == 0.99
    assert candidate[lamp].round() == -1
    assert i[doors].round(2) == 0.03
    verbs = seen["y"].argmax(axis=0)
    assert [agreement.VERBS[verbs[t]] for t in (blank, 17)] == ["are", "is"]


def test_what_lesson_03_says_about_untidy_gates_is_so(shipped):
    seen = look(shipped, LESSON)
    i, o, candidate, c = (seen[name][2] for name in ("i", "o", "candidate", "c"))
    tower, sailor, painted, second_blank = 4, 7, 8, 17
    assert [o[t].round(2) for t in (tower, sailor, painted)] == [0.76, 0.78, 0.88]
    verbs = seen["y"].argmax(axis=0)
    assert {agreement.VERBS[verbs[t]] for t in (tower, sailor, painted)} == {"–"}
    assert i[second_blank].round(2) == 0.84
    assert candidate[second_blank].round() == -1
    assert [c[t].round(1) for t in (second_blank - 1, second_blank)] == [-1.3, -2.2]


def test_unit_1_knows_whether_the_subject_has_come(shipped):
    a = look(shipped, LESSON)["a"][0]
    before, after, blanks = [0, 10, 11, 12], [*range(1, 9), 13, 14, 15, 16], [9, 17]
    assert np.abs(a[before]).max() < 0.05
    assert a[after].min() > 0.5
    assert a[blanks].max() < -0.5


def test_a_verb_far_beyond_all_training_gets_its_number(shipped):
    far = " near the tower that the sailor painted" * 9 + " ___"
    for subject, verb in (("boats", "are"), ("boat", "is")):
        last = look(shipped, f"the {subject}{far}")["y"][:, -1]
        assert agreement.VERBS[last.argmax()] == verb


def test_training_repeats_itself_and_learns(sentences):
    short = {"turns": 40, "m": 16}
    first, again = agreement.train(**short), agreement.train(**short)
    assert all(np.array_equal(first[name], again[name]) for name in first)
    untrained = agreement.start(np.random.default_rng(9), 3)
    assert (
        agreement.share_right(first, sentences)[0] > agreement.share_right(untrained, sentences)[0]
    )


def test_the_label_of_a_blank_is_that_of_the_first_noun_of_its_clause(sentences):
    for words, classes in sentences:
        clauses = " ".join(words).replace(" but ", " and ").split(" and ")
        firsts = [next(w for w in c.split() if w in SINGULAR | PLURAL) for c in clauses]
        verbs = [agreement.VERBS[k] for k in classes if k != agreement.NONE]
        assert verbs == ["are" if noun in PLURAL else "is" for noun in firsts]
        assert len(words) == len(classes)
