"""Is no text of a student's HTML, and is nobody named where it must not be?"""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from answers import edited
from parsed import HARMFUL, HOSTILE, Parsed, words
from report_class import graded, keep

from grader.classroom.remarks import remarks
from grader.classroom.remarks.remarks import Remark
from grader.classroom.report import alike, collecting, writing
from grader.classroom.report.clusters import clusters, slip
from grader.classroom.report.collecting import Answer, Class, Person, Work
from grader.classroom.report.page import html
from grader.fingerprint import Fingerprint

CELL = "rnn_cell_forward"
NAMED = edited(CELL, "np.tanh(", "(")
STOPS = edited(CELL, "np.tanh(", "np.quokka(")


def page(course, anonymous=False):
    path, _ = writing.write(course, anonymous)
    return path.read_text("utf-8")


def test_nothing_of_a_students_is_html_and_nothing_comes_from_outside():
    person = Person(HOSTILE, HOSTILE, HOSTILE)
    mistake = dict.fromkeys(("id", "title", "hint", "reread"), HOSTILE)
    mistake |= {"outputs": [HOSTILE], "more": [HOSTILE, HOSTILE]}
    answer = Answer(
        person,
        CELL,
        "wrong",
        1,
        6,
        HOSTILE,
        {HOSTILE: "wrong", "a_next": "right"},
        (mistake,),
        {HOSTILE: Fingerprint(HOSTILE, (1.0,), 1)},
        {"title": HOSTILE, "hints": [(HOSTILE, HOSTILE)], "reread": HOSTILE},
        f"def {CELL}(x):\n    '{HOSTILE[:20]}'\n    return '''{HOSTILE}''' < (x)",
        HOSTILE,
    )
    other = replace(answer, status="crashed")
    twin = Person("twin", "", f"twin{HOSTILE}")
    lines = "\n".join(f"    {HOSTILE} odd{n}word" for n in range(9))
    alike = [
        replace(answer, person=p, exercise="rnn_forward", source=lines) for p in (person, twin)
    ]
    run = dict.fromkeys(("sandbox", "system", "python", "numpy", "nbgrader"), HOSTILE)
    run |= dict.fromkeys(("seconds", "budget", "megabytes", "files"), 1)
    work = Work(person, HOSTILE, 60, ((HOSTILE, HOSTILE),), (HOSTILE,), (HOSTILE,))
    texts = (HOSTILE,)
    for anonymous in (False, True):
        about = Class(
            (person, twin), (work,), (answer, other, *alike), (run,), texts, texts, texts, anonymous
        )
        said = (Remark(HOSTILE, slip(answer), HOSTILE),)
        text = html(replace(about, remarks=said, course=Path(HOSTILE)))
        found = Parsed(text)
        assert not found.tags & HARMFUL
        names = {name for name, _ in found.attributes}
        assert not {name for name in names if name.startswith("on")} | names & {"src", "style"}
        assert not re.search(r"url\(|@import|https?:", text)
        assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in found.attributes
        starts = {value.split("/")[0][:1] for name, value in found.attributes if name == "href"}
        assert starts <= {"#", "f"}
    assert "odd0word" in html(replace(about, anonymous=False))


def test_an_example_that_holds_html_is_shown_as_text(tmp_path):
    source = NAMED.replace('"""', '"""</script><img src=x onerror=alert(1)>', 1)
    source = source.replace("    return", "    b = a_next < 1 > 0  # </script>\n    return")
    keep(tmp_path, graded("anna", {CELL: source}))
    text = page(tmp_path)
    assert not Parsed(text).tags & HARMFUL
    assert "b = a_next &lt; 1 &gt; 0" in text
    assert "onerror" not in text


# Nobody's name.


PEOPLE = {
    "quirin-1842": ("Zenobia Mustersurname", ("wendelin", "lms-77881")),
    "xaver": ("Fjodor Beispielname", ()),
    "956227": ("", ()),
}
FIRST, SECOND, THIRD = PEOPLE


@pytest.fixture
def with_names(tmp_path, monkeypatch):
    """A class whose students write their names wherever they can."""
    monkeypatch.setattr(collecting, "roster", lambda course: PEOPLE)
    theirs = "zenobias, dz_956227, fjodor_x, wendelin, lms77881 = 1, 2, 3, 4, 5  # Mustersurname\n"
    theirs += "    print('Zenobia')\n"
    head, body = NAMED.split('    """\n    # BEGIN')[0], NAMED.split('"""\n')[-1]
    signed = f'{head}    By Zenobia Mustersurname, quirin-1842\n    """\n    {theirs}{body}'
    crash = STOPS.replace("quokka", "fjodor_beispielname")
    text = "\n".join(f"    xaver{n} = 'Fjodor'  # wombat{n}" for n in range(9))
    keep(tmp_path, graded(FIRST, {CELL: signed, "rnn_forward": f"def rnn_forward():\n{text}"}))
    keep(tmp_path, graded(SECOND, {CELL: crash, "rnn_forward": f"def rnn_forward():\n{text}"}))
    keep(tmp_path, graded(THIRD, message="956227_Zenobia.ipynb is no notebook."), late=60.0)
    return tmp_path


WORDS = ("quirin", "1842", "zenobia", "mustersurname", "xaver", "fjodor", "beispiel", "956227")
WORDS += ("wendelin", "77881")


def test_an_anonymous_report_names_nobody(with_names):
    low = page(with_names, anonymous=True).lower()
    assert [word for word in WORDS if word in low] == []
    assert "no. 1" in low
    assert "feedback/" not in low


def test_an_example_names_nobody_in_the_report_for_the_instructor(with_names):
    text = page(with_names)
    examples = " ".join(
        re.findall(r"<summary>An example</summary>(.*?)</details>", text, re.S)
    ).lower()
    assert "renamed_1" in examples
    assert [word for word in WORDS if word in examples] == []
    assert "Zenobia Mustersurname (quirin-1842)" in words(text)


def test_what_is_said_of_an_error_names_nobody(tmp_path, monkeypatch):
    monkeypatch.setattr(collecting, "roster", lambda course: {"1842": ("Aprev Quarx", ())})
    misspelt = edited(CELL, "Waa @ a_prev", "Waa @ aprev_")
    keep(tmp_path, graded("1842", {CELL: misspelt}))
    text = page(tmp_path, anonymous=True)
    assert "there is no `aprev_` here" not in text
    assert "there is no" in text
    assert "aprev_" not in text


def test_one_report_is_not_taken_for_the_other(with_names):
    assert writing.write(with_names)[0] != writing.write(with_names, anonymous=True)[0]


def test_numbers_do_not_follow_the_alphabet():
    ids = [f"student-{n:03}" for n in range(30)]
    numbered = collecting.named(ids, {}, b"secret")
    assert [p.id for p in numbered] != ids
    assert sorted(p.label for p in numbered) == [p.label for p in numbered]
    assert {p.label for p in numbered} == {f"No. {n:02}" for n in range(1, 31)}


def test_numbers_cannot_be_found_out_from_a_list_of_the_class(tmp_path):
    """Whoever has the list and this program could else put names to numbers."""
    ids, numbers = [f"student-{n:02}" for n in range(12)], []
    for secret in ("11" * 32, "22" * 32, None):
        course = tmp_path / str(secret)
        for who in ids:
            keep(course, graded(who, message="it is no notebook."))
        if secret:
            (course / "secret").write_text(secret)
            (course / "secret").chmod(0o600)
        numbers.append([p.id for p in collecting.collect(course, anonymous=True).people])
        if secret:
            again = [p.id for p in collecting.collect(course, anonymous=True).people]
            assert again == numbers[-1]
    assert len(set(map(tuple, numbers))) == 3
    assert not (tmp_path / "None" / "secret").exists()


def test_no_list_of_numbers_is_in_the_order_of_ids(tmp_path):
    """With the list of the class, many such lists would tell whose numbers they are."""
    mine = (
        "zt_odd = x[:, :, t]\n        at_odd = zt_odd\n        bt_odd = at_odd\n        a[:, :, t]"
    )
    odd = edited("rnn_forward", "a[:, :, t]", mine).replace(
        "= a_next\n        y", "= -a_next\n        y"
    )
    for n in range(alike.MOST_PEOPLE):
        keep(tmp_path, graded(f"student-{n}", {"rnn_forward": odd}))
    text = words(page(tmp_path, anonymous=True))
    lists = [
        re.findall(r"\d", found) for found in re.findall(r"(?:No\. \d(?:, | and )?){2,}", text)
    ]
    assert sum(len(numbers) == alike.MOST_PEOPLE for numbers in lists) >= 2, text
    assert all(numbers == sorted(numbers) for numbers in lists), lists


def test_an_anonymous_report_has_the_comment_without_names_and_asks_for_none(tmp_path, monkeypatch):
    monkeypatch.setattr(collecting, "roster", lambda course: PEOPLE)
    for who, source in ((FIRST, STOPS), (SECOND, STOPS.replace("quokka", "wombat"))):
        keep(tmp_path, graded(who, {CELL: source}))
    first = clusters(collecting.collect(tmp_path))[0]
    remarks.write(tmp_path, [Remark(first.id, first.slip, "As Zenobia asked: take tanh.")])
    said = words(page(tmp_path, anonymous=True))
    assert "As … asked: take tanh." in said
    assert "grader comment" not in said
    assert "As Zenobia asked" in words(page(tmp_path))
