"""How far grading is: a bar where somebody watches, and nothing where nobody does."""

import io
import sys

import pytest
from test_command import judged, outcome

from grader.classroom.terminal.progress import Progress, kind_of


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


RIGHT = outcome(judged("01_rnn_forward"))
WRONG = outcome(judged("01_rnn_forward", rnn_forward="wrong"))
BROKEN = outcome(judged("01_rnn_forward"), judged("02_rnn_backward", "no JSON"))


def watched(*found, encoding="utf-8"):
    """Draw the bar on a terminal; give what came on stdout and on stderr."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Terminal, "encoding", encoding)
        patch.setattr(sys, "stdout", Terminal())
        patch.setattr(sys, "stderr", Terminal())
        with Progress(len(found)) as progress:
            for one in found:
                progress.add(one)
            progress.bar.refresh()
            progress.print("a line")
        return sys.stdout.getvalue(), sys.stderr.getvalue()


@pytest.mark.parametrize(
    ("found", "kind"), [(RIGHT, "full marks"), (WRONG, "wrong"), (BROKEN, "broken")]
)
def test_an_assignment_has_one_kind(found, kind):
    assert kind_of(found) == kind


def test_nothing_is_drawn_where_nobody_watches(capsys):
    with Progress(3) as progress:
        progress.add(RIGHT)
        progress.print("a line")
    assert capsys.readouterr() == ("a line\n", "")


def test_the_bar_counts_and_stands_below_the_lines():
    printed, drawn = watched(RIGHT, RIGHT, WRONG, BROKEN)
    assert printed == "a line\n"
    assert "100%" in drawn
    assert "4 of 4" in drawn
    assert "2 full marks, 1 wrong, 1 broken" in drawn


def test_what_stands_from_an_earlier_run_is_no_work():
    assert "1 of 1" in watched(outcome(unchanged=True), RIGHT)[1]


def test_a_terminal_of_old_gets_signs_it_has():
    assert watched(RIGHT, encoding="ascii")[1].isascii()
