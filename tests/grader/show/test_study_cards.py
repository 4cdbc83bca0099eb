"""The cards of `hint`, `reveal` and `progress`: readable in both themes, with and without eyes."""

import html
import re
from html.parser import HTMLParser

import pytest
from answers import SOLUTIONS, edited, file_of, judged

from grader.exercises import EXERCISES
from grader.show import hint_card, progress_card, solution_card
from grader.show.card import STYLE
from grader.show.hint_card import Hint
from grader.show.progress_card import Progress
from grader.show.solution_card import Solution, coloured
from grader.study.ladder import ladder
from grader.study.standing import Part, Row, Standing

PARTS = (
    Part("01_rnn_forward", "01 · RNN forward", 14, (Row("rnn_forward", "done", 8, 8, 15),)),
    Part("02", "02 · <b>", 22, (Row("rnn_backward", "not yet right", 4.5, 12, 25),)),
    Part("03", "03 · LSTM forward", 16, reason="03_lstm_forward.ipynb is not in your folders."),
    Part("04", "04 · LSTM backward", 30, (Row("lstm_backward", "not judged", 0, 12),)),
)


class Tags(HTMLParser):
    """The tags of a card, each of which must be closed in the right place."""

    def __init__(self, card):
        super().__init__()
        self.open, self.seen = [], []
        self.feed(card)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def of(self, tag):
        return [attrs for seen, attrs in self.seen if seen == tag]


def a_hint(level=3):
    wrong = edited("rnn_backward", "da[:, :, t] + da_prevt", "da[:, :, t]")
    verdict = judged(file_of(wrong))["rnn_backward"]
    return Hint(verdict, ladder(verdict), level, "A lead.", "What is next.")


def cards():
    source = "def f(x):\n    return 1  # one\n"
    progress = Progress(Standing(PARTS))
    return [a_hint(), Solution("f", source, "Say."), Solution("f", say="Not yet."), progress]


@pytest.mark.parametrize("number", range(4))
def test_a_card_is_well_formed_and_a_named_region(number):
    tags = Tags(cards()[number]._repr_html_())
    assert tags.open == []
    (section,) = tags.of("section")
    assert section["aria-label"]
    assert not [tag for tag in ("script", "link", "img", "a", "b") if tags.of(tag)]


@pytest.mark.parametrize("number", range(4))
def test_a_sign_is_for_the_eye_alone(number):
    card = cards()[number]._repr_html_()
    for sign in re.findall(r"<span[^>]*>[✓✗–?]</span>", card):
        assert 'aria-hidden="true"' in sign


def test_hints_stand_in_a_list_and_the_newest_is_marked():
    tags = Tags(a_hint(2)._repr_html_())
    items = tags.of("li")
    assert len(items) == 2
    assert [item.get("aria-current") for item in items] == [None, "step"]


def test_a_hint_says_no_more_than_was_asked_for():
    first, third = a_hint(1), a_hint(3)
    for _, said in third.rungs[1:]:
        assert said not in str(first)
        assert html.escape(said) not in first._repr_html_()
    assert "hint 1 of 3" in str(first)
    assert "hint 3 of 3" in str(a_hint(7))


def test_a_hint_has_the_same_words_as_text_and_as_a_card():
    hint = a_hint()
    flat = " ".join(str(hint).split())
    for words in (hint.lead, hint.after, hint.ladder.title, hint.ladder.reread, *hint.rungs[1]):
        assert words in flat


def test_notes_of_the_check_are_kept():
    source = edited("rnn_cell_forward", "Waa @ a_prev", "a_prev")
    verdicts = judged(file_of(source, SOLUTIONS["rnn_forward"]))
    verdict = verdicts["rnn_forward"]
    hint = Hint(verdict, ladder(verdict), 0)
    assert "your own rnn_cell_forward" in " ".join(str(hint).split())
    assert "your own rnn_cell_forward" in hint._repr_html_()


def test_the_table_of_progress_can_be_read_cell_by_cell():
    tags = Tags(Progress(Standing(PARTS))._repr_html_())
    scopes = [attrs["scope"] for attrs in tags.of("th")]
    assert scopes.count("col") == 4
    assert scopes.count("rowgroup") == len(PARTS)
    assert scopes.count("row") == 3
    assert len(tags.of("tbody")) == len(PARTS)


def test_progress_names_the_next_exercise_and_what_is_left():
    shown = Progress(Standing(PARTS))
    words = " ".join(str(shown).split())
    assert "Next: `rnn_backward` in 02 · <b>, about 25 minutes." in words
    assert "in the notebooks that could be read: about 25 minutes" in words
    assert "Time was up" in words
    assert "12.5 / 82" in words
    assert "saved" in words
    assert "saved notebooks" in shown._repr_html_()


@pytest.mark.parametrize(
    ("minutes", "words"), [(25, "25 minutes"), (60, "1 h"), (206, "3 h 26 min")]
)
def test_minutes_are_spoken_as_hours_where_there_are_many(minutes, words):
    assert progress_card.spoken(minutes) == words


@pytest.mark.parametrize("name", EXERCISES)
def test_colours_leave_the_code_as_it_is(name):
    source = SOLUTIONS[name]
    shown = coloured(source)
    assert html.unescape(re.sub(r"<[^>]+>", "", shown)) == source
    assert f'<span class="def">{name}</span>' in shown
    assert '<span class="key">return</span>' in shown


def luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def colours(style, theme):
    """Give the custom properties of a style sheet in one theme: later rules win."""
    found = {}
    for selector, rule in re.findall(r"([^{}]+)\{([^{}]*)\}", style):
        if "@media" not in selector and (theme == "dark" or "body" not in selector):
            found |= dict(re.findall(r"--(\w+):(#\w+)", rule))
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("style", "names", "ground"),
    [
        (hint_card.ASKING, ["ask"], "ground"),
        (solution_card.INKS, ["key", "text", "num", "note", "def"], "code"),
        (progress_card.TABLE, ["good", "bad", "idle", "soft"], "ground"),
    ],
)
def test_every_colour_of_a_word_stands_out_from_its_ground(theme, style, names, ground):
    known = colours(STYLE.partition("@media print")[0] + style.partition("@media print")[0], theme)
    for name in names:
        assert contrast(known[name], known[ground]) >= 4.5, name
