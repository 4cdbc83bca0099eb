"""Words on a way to be wrong: kept, found again, and never a door for what stands below them."""

import contextlib
import functools
import json
from textwrap import indent

import pytest
from answers import edited
from hypothesis import given, settings
from hypothesis import strategies as st
from nbconvert.filters import markdown2html
from report_class import graded

from grader.classroom.remarks import remarks
from grader.classroom.remarks.remarks import Remark, Unreadable, above, is_closed
from grader.classroom.remarks.slips import slip_of

CELL = "rnn_cell_forward"
SCALED = edited(CELL, "np.tanh(", "0.7 * np.arctan(")
OTHER = edited(CELL, "np.tanh(", "0.8 * np.arctan(")
STOPS = edited(CELL, "np.tanh(", "np.nosuch(")
HOSTILE = "\n".join(
    [
        "$$ ` ``` ~~~ --> ]]> ?> </pre> </script> <img src=x onerror=alert(1)>",
        "",
        "--> <script>alert(1)</script>",
        r"\end{foo} <b>b</b> \\] \\) $",
        "```",
        "$$",
        "</pre><b>b</b>",
    ]
)


def slip(source, who="student-001"):
    one = graded(who, {CELL: source})
    return slip_of(one.verdicts[0], one)


def test_what_was_written_is_read_back(tmp_path):
    kept = [Remark("a-1", slip(SCALED), "Wörter.\n\n- $x$"), Remark("b-2", slip(STOPS), "b")]
    remarks.write(tmp_path, kept)
    found = remarks.read(tmp_path)
    assert [(one.cluster, one.words) for one in found] == [("a-1", kept[0].words), ("b-2", "b")]
    assert all(one.slip.is_like(other.slip) for one, other in zip(found, kept, strict=True))
    assert remarks.read(tmp_path / "elsewhere") == ()


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"format": 1}', '{"format": 9, "comments": []}', "\0"]
)
def test_a_damaged_file_is_said_and_not_taken_for_an_empty_one(tmp_path, text):
    remarks.place(tmp_path).write_text(text)
    with pytest.raises(Unreadable, match=r"comments\.json .*Mend it"):
        remarks.read(tmp_path)


WRONG = (None, 7, "x", [], {}, [1], -1.5, True, "\ud800")
FIELDS = (
    ("cluster",), ("exercise",), ("round",), ("error",), ("prints",), ("words",),
    ("prints", "a_next"), ("prints", "a_next", 0), ("prints", "a_next", 1), ("prints", "a_next", 5),
)  # fmt: skip


@pytest.mark.parametrize("field", FIELDS, ids=str)
@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_a_field_that_was_damaged_by_hand_is_said_before_anything_fails(tmp_path, field, value):
    remarks.write(tmp_path, [Remark("a-1", slip(SCALED), "Words.")])
    content = json.loads(remarks.place(tmp_path).read_text("utf-8"))
    *way, last = field
    inner = functools.reduce(lambda found, key: found[key], way, content["comments"][0])
    good, inner[last] = inner[last], value
    remarks.place(tmp_path).write_text(json.dumps(content))
    with contextlib.suppress(Unreadable):
        (one,) = remarks.read(tmp_path)
        assert type(value) is type(good) or {type(value), type(good)} == {int, float}
        one.slip.is_like(slip(SCALED))
        (one.cluster + one.slip.error + one.slip.round + one.words).encode()


def test_words_are_found_for_the_same_mistake_and_no_other(tmp_path):
    kept = [Remark("a", slip(SCALED), "scaled"), Remark("b", slip(STOPS), "stops")]
    rewritten = SCALED.replace("a_next", "hidden")
    for source, words in ((rewritten, "scaled"), (OTHER, ""), (STOPS, "stops"), (None, "")):
        one = graded("student-002", {CELL: source} if source else {})
        assert remarks.words_on(kept, one.verdicts[0], one) == words
        assert remarks.words_on(kept, one.verdicts[1], one) == ""
    assert remarks.words_on(kept, None, None) == ""


@pytest.mark.parametrize(
    "words",
    [
        "A sentence with **weight**, `code`, $x$ and $$y$$.",
        "It costs $5 or $$.",
        "- a\n- b",
        "1. a\n2. b",
        "Term\n: what it is",
        "> quoted\n> - and listed",
        "```python\nnp.tanh(z)\n```",
        "Look:\n\n    np.tanh(z)",
        "<div>\n\nwords\n\n</div>",
        "a | b\n--|--\n1 | 2",
        "# A heading",
    ],
)
def test_all_kinds_of_markdown_may_stand_above_our_report(words):
    assert is_closed(words)
    assert safe(words)


@pytest.mark.parametrize(
    "words",
    [
        "```",
        "~~~\nx",
        "$$\nx",
        "x <!--\n\n<!--",
        "<pre>",
        "<script>",
        "<?",
        "\\begin{foo} x",
        "\\\\[x",
    ],
)
def test_what_is_begun_and_not_ended_is_noticed(words):
    assert not is_closed(words)


def safe(words, text=HOSTILE):
    """Say whether a student's text below some words is shown as a block of code."""
    code = indent(text, remarks.CODE)
    return markdown2html(above(words, code)).endswith(markdown2html(code))


PARTS = r"""
a b - * + 1. : > # | ` ``` ~~~ $ $$ <!-- --> <pre> </pre> <b> <div> [x] (y) ** __ \ ! \begin{foo}
\end{foo} \\[ \\] \\( <? ?> <script> </script> <![CDATA[ & ; = --- === ~
""".split()  # noqa: SIM905
WORDS = st.lists(st.sampled_from([*PARTS, "\n", "\n\n", "    ", "  "]), min_size=1, max_size=12)


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_whatever_words_are_let_through_leave_a_student_s_text_code(parts):
    words = " ".join(parts).strip("\n").rstrip()
    if is_closed(words):
        assert safe(words)


def test_there_is_a_blank_line_between_words_and_report():
    assert above("Words.", "    report") == "Words.\n\n    report"
    assert above("- Words.", "    report") == "- Words.\n\n<!-- -->\n\n    report"


def test_what_is_kept_names_nobody(tmp_path):
    remarks.write(tmp_path, [Remark("a", slip(SCALED, "student-077"), "x")])
    assert "077" not in remarks.place(tmp_path).read_text()
    assert {*json.loads(remarks.place(tmp_path).read_text())["comments"][0]} == {
        "cluster",
        "exercise",
        "round",
        "error",
        "prints",
        "words",
    }
