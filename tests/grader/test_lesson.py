import pytest

from grader import lesson
from grader.lesson import Block, Place, Text

LESSON = """# Title

Prose.

```python setup
# Setup: first
import numpy as np
```

## Section

More.

::exercise softmax minutes=5 difficulty=2

<details><summary>Hint</summary>

```
not a cell
```
</details>
"""


def test_a_lesson_is_split_at_sections_code_and_exercises():
    parts = lesson.read(LESSON, "x")
    assert [type(part) for part in parts] == [Text, Block, Text, Place, Text]
    assert parts[1] == Block("setup", "# Setup: first\nimport numpy as np")
    assert parts[3] == Place("softmax", 5, 2)
    assert "not a cell" in parts[4].source


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("```python\nx\n```", "must be one of setup, demo, predict"),
        ("```python demo\nx = 1\n```", "the first line of a demo block"),
        ("```python demo\n# Demo: x\n", "never closed"),
        ("::exercise softmax", "is not `::exercise NAME"),
        ("::exercise softmax minutes=5 difficulty=9", "is not `::exercise NAME"),
    ],
)
def test_a_slip_of_the_author_is_named(text, said):
    with pytest.raises(ValueError, match=said):
        lesson.read(text, "02")
