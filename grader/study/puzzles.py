"""The puzzles of the bonus notebook: symptoms without the mistake's name, hints, and a score.

A puzzle's cell begins with `# Puzzle 3 of 12: rnn_forward`. Two puzzles may be about the same
function, so what is judged is the newest run of that cell, whatever was run after it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from grader import reference
from grader.course import CourseError
from grader.exercises import EXERCISES
from grader.judging import judge_exercise
from grader.notebook import cells_run, notebook_session
from grader.reference import NoReference
from grader.runners import in_process
from grader.show.hint_card import Hint
from grader.show.puzzle_card import PuzzleCard, ScoreCard
from grader.study.ladder import Ladder, ladder
from grader.study.session import Session
from grader.submission import PUZZLE, Piece, from_pieces
from grader.verdict import Verdict


@dataclass
class Game:
    """What one kernel remembers: the puzzles that are solved, how many there are, the hints."""

    found: set[int] = field(default_factory=set)
    total: int = 0
    hints: Session = field(default_factory=Session)


GAME = Game()


def puzzle(number: int) -> PuzzleCard:
    """Judge the function of a puzzle and show its symptoms; what causes them is the question.

    Parameters
    ----------
    number : int
        As in the first line of the puzzle's cell.
    """
    verdict = judged(number)
    if verdict.status == "correct":
        GAME.found.add(number)
    return PuzzleCard(number, verdict, number in GAME.found, len(GAME.found), GAME.total)


def hint(number: int) -> Hint:
    """Give one hint more about a puzzle: a question, then where to look, then what belongs there.

    Parameters
    ----------
    number : int
        As in the first line of the puzzle's cell.
    """
    verdict = judged(number)
    if not verdict.outputs:
        return Hint(verdict, Ladder("", verdict.message))
    steps = ladder(verdict)
    if verdict.status == "correct":
        return Hint(verdict, replace(steps, title="Found: there is nothing wrong any more."), 0)
    if (
        verdict.status == "wrong" and verdict.mistakes
    ):  # the title names the mistake, and its section nearly does
        steps = replace(steps, title="", reread="")
    level = GAME.hints.climb(f"puzzle {number}", steps.trouble)
    return Hint(verdict, steps, level, after=after(number, level < len(steps.rungs)))


def after(number: int, more: bool) -> str:
    if more:
        return f"Run `hint({number})` again for the next hint."
    return "This was the last hint. “The line”, folded below the puzzle, holds the answer."


def score() -> ScoreCard:
    """Show how many mistakes are found since this kernel started, and which puzzles are open."""
    every = range(1, GAME.total + 1)
    return ScoreCard(tuple(n for n in every if n not in GAME.found), GAME.total)


def judged(number: int) -> Verdict:
    """Judge the newest run of a puzzle's cell, without the puzzles beside it."""
    cells = list(cells_run(notebook_session() or {}))
    for place in reversed(range(len(cells))):
        mark = PUZZLE.match(cells[place].source.lstrip())
        if mark and int(mark[1]) == number and mark[3] in EXERCISES:
            GAME.total = int(mark[2])
            cells[place] = as_answer(cells[place])
            return judge(mark[3], cells)
    return Verdict(
        "puzzle",
        "missing",
        0.0,
        0.0,
        f"Run the cell above first, the one that begins with `# Puzzle {number} of …`. The check "
        "knows it by this line, so leave the line there.",
    )


def judge(name: str, cells: list[Piece]) -> Verdict:
    try:
        right = reference.find()
    except (CourseError, NoReference) as error:
        return Verdict(name, "missing", 0.0, 0.0, str(error))
    return judge_exercise(EXERCISES[name], from_pieces(cells), right, in_process.run)


def as_answer(cell: Piece) -> Piece:
    """Take a puzzle's mark off a cell, which is no answer as long as it has one."""
    return replace(cell, source=cell.source.replace("# Puzzle", "# puzzle", 1))
