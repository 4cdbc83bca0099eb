"""How each function of the course comes to its results, part by part, in the order of the work.

Where no known mistake explains a wrong answer, the first part that goes wrong still says where to
look. Each output stands alone in one stage; a stage before it that names several outputs is
something they have in common.
"""

from collections.abc import Mapping

from grader.stages import lstm_backward, lstm_forward, rnn, tools
from grader.stages.stage import Stage, first_wrong, position

__all__ = ["STAGES", "Stage", "first_wrong", "position"]

STAGES: Mapping[str, tuple[Stage, ...]] = {
    **tools.STAGES,
    **rnn.STAGES,
    **lstm_forward.STAGES,
    **lstm_backward.STAGES,
}
