"""What draws, shows or counts steps costs nothing, though its packages are not in the sandbox."""

import pytest
from answers import SOLUTIONS

from grader.sandbox import inert
from grader.sandbox.inert import INERT, Bar, subplots

SOFTMAX = SOLUTIONS["softmax"]
BODY = "    e = np.exp("
AT_THE_TOP = (
    "import matplotlib.pyplot as plt",
    "import matplotlib.pyplot as plt, numpy as np",
    "from matplotlib import pyplot as plt, cm",
    "import seaborn as sns\nsns.set_theme()",
    "from tqdm.notebook import tqdm",
    "from IPython.display import display, clear_output",
)
INSIDE = {
    "import matplotlib.pyplot as plt": "plt.figure(figsize=(3, 2)); plt.plot(z); plt.show()",
    "import matplotlib as mpl": "mpl.rcParams['font.size'] = 9; line, = mpl.pyplot.plot(z)",
    "from matplotlib import pyplot as plt": "fig, (a, b) = plt.subplots(1, 2); a.plot(z)",
    "import matplotlib": "fig, ax = matplotlib.pyplot.subplots(); ax.set(title='z')",
    "from IPython.display import display, clear_output": "clear_output(wait=True); display(z)",
    "import seaborn as sns": "sns.heatmap(z).set_title('z')",
    "from tqdm.auto import tqdm": "rows = [row for row in tqdm(z)]; z = np.array(rows)",
    "import tqdm": "rows = [z[i] for i in tqdm.trange(len(z))]; z = np.array(rows)",
    "from ipywidgets import interact": "interact(lambda k: k, k=(0, 1))",
    "": "import matplotlib.pyplot as plt; plt.imshow(z); plt.colorbar()",
}


def with_line(line):
    assert SOFTMAX.count(BODY) == 1
    return SOFTMAX.replace(BODY, f"    {line}\n{BODY}")


@pytest.mark.parametrize("line", AT_THE_TOP)
def test_an_import_at_the_top_of_a_cell_does_not_cost_the_functions_below(judged, line):
    verdict = judged(f"{line}\n\n{SOFTMAX}", ["softmax"])["softmax"]
    assert verdict.status == "correct"


@pytest.mark.parametrize(("line", "use"), INSIDE.items())
def test_a_function_that_draws_is_judged_by_its_numbers(judged, line, use):
    verdict = judged(f"{line}\n\n{with_line(use)}", ["softmax"])["softmax"]
    assert (verdict.status, verdict.message) == ("correct", "")


def test_a_package_that_is_nowhere_fails_as_anywhere(judged):
    verdict = judged(f"import pandas as pd\n\n{with_line('pd.DataFrame(z)')}", ["softmax"])
    assert verdict["softmax"].status == "crashed"
    assert "pd" in verdict["softmax"].message


def test_what_a_plot_gives_is_no_answer(judged):
    source = "import matplotlib.pyplot as plt\n\ndef softmax(z):\n    return plt.plot(z)\n"
    assert judged(source, ["softmax"])["softmax"].points == 0


def test_a_progress_bar_gives_what_it_goes_through():
    assert list(Bar([1, 2], desc="x")) == list(Bar(iterable=[1, 2])) == [1, 2]
    assert len(Bar(range(3))) == 3
    with Bar(total=3) as bar:
        bar.update(1)


def test_axes_come_apart_as_they_would():
    _, ((a, b), (c, d)) = subplots(2, 2)
    _, (e, f, g) = subplots(3)
    _, h = subplots()
    assert {id(axis) for axis in (a, b, c, d, e, f, g, h)} == {id(INERT)}
    assert list(subplots(2, 2)[1].flat) == []


def test_a_decorator_leaves_its_function_alone():
    assert inert.attribute("interact")(subplots) is subplots
    assert inert.attribute("interact")(k=(0, 1))(subplots) is subplots
