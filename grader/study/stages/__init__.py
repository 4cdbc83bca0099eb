"""How each function of the course comes to its results, part by part, in the order of the work.

Where no known mistake explains a wrong answer, the first part that goes wrong still says where to
look. Each output stands alone in one stage; a stage before it that names several outputs is
something they have in common.
"""

from collections.abc import Mapping

from grader.exercise import Exercise
from grader.study.stages import lstm_backward, lstm_forward, rnn, tools
from grader.study.stages.stage import Stage, first_wrong, position

__all__ = ["STAGES", "Stage", "first_wrong", "position", "stages_of"]

STAGES: Mapping[str, tuple[Stage, ...]] = {
    **tools.STAGES,
    **rnn.STAGES,
    **lstm_forward.STAGES,
    **lstm_backward.STAGES,
}


def stages_of(exercise: Exercise) -> tuple[Stage, ...]:
    """Give the stages of an exercise; one that has none yet goes by its outputs, in their order."""
    known = STAGES.get(exercise.name)
    above = f"{exercise.lesson[:2]} · the section above {exercise.name}"
    return known or tuple(
        Stage(
            (output,),
            f"Which line of your function makes {output}, and what of?",
            "Take the smallest case you can work out on paper, and compare line by line.",
            f"The formula of {output} stands in the notebook, above the exercise.",
            above,
        )
        for output in exercise.weights()
    )
