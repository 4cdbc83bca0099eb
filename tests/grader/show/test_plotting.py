"""The shared pieces of the live plots: do they draw, and do they leave nothing behind?"""

import base64
import gc
import sys
import weakref

import ipywidgets
import matplotlib
import numpy as np
import pytest
from matplotlib.figure import Figure

from grader.show import plotting

PNG = b"\x89PNG"


@pytest.fixture
def displayed(monkeypatch):
    """What would have appeared under the cell."""
    outputs = []
    monkeypatch.setattr(plotting, "display", outputs.append)
    return outputs


def test_a_figure_appears_as_a_sharp_opaque_picture(displayed):
    with plotting.figure(4, 3, alt="a line that rises") as (_, ax):
        ax.plot([0, 1])
    (output,) = displayed
    assert 'alt="a line that rises"' in output.bundle["text/html"]
    assert "width:400px" in output.bundle["text/html"]
    assert output.bundle["text/plain"] == "a line that rises"
    png = base64.b64decode(output.bundle["text/html"].split("base64,")[1].split('"')[0])
    assert png.startswith(PNG)
    assert int.from_bytes(png[16:20]) == 800


def test_the_ground_is_opaque_and_nearly_white():
    with matplotlib.rc_context(plotting.STYLE):
        assert min(matplotlib.colors.to_rgb(Figure().get_facecolor())) > 0.95


def test_a_figure_leaves_no_trace_in_pyplot_or_in_memory(displayed):
    before = dict(matplotlib.rcParams)
    with plotting.figure(2, 2) as (fig, ax):
        left = weakref.ref(fig)
    del fig, ax
    displayed.clear()
    gc.collect()
    assert left() is None
    assert dict(matplotlib.rcParams) == before


def test_a_figure_whose_block_fails_is_not_shown(displayed):
    with pytest.raises(ZeroDivisionError), plotting.figure(2, 2):
        _ = 1 / 0
    assert displayed == []


@pytest.mark.parametrize("size", sorted(k for k in plotting.STYLE if k.endswith("size")))
def test_no_text_is_smaller_than_nine_points(size):
    if not size.startswith(("lines", "hatch")):
        assert plotting.STYLE[size] >= 9


@pytest.mark.parametrize("shape", [(1, 1), (5, 8), (12, 9)])
def test_a_heat_map_prints_its_numbers_when_they_are_few(displayed, shape):
    values = np.linspace(-1, 1, np.prod(shape)).reshape(shape)
    with plotting.figure(4, 3) as (_, ax):
        plotting.heat_map(ax, values)
        assert len(ax.texts) == (values.size if values.size <= 60 else 0)


def relative_luminance(colour):
    channels = np.array(matplotlib.colors.to_rgb(colour))
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


@pytest.mark.parametrize("name", ["x", "gate", "y_hat", "gradient", "c", "a"])
def test_numbers_of_a_heat_map_stand_out_from_every_colour(displayed, name):
    """No ink and no paper does better on a colour of middling brightness."""
    colours = [plotting.COLOURS["paper"], plotting.COLOURS[name]]
    shades = matplotlib.colors.LinearSegmentedColormap.from_list(name, colours)
    values = np.linspace(-1, 1, 41)[np.newaxis]
    with plotting.figure(9, 2) as (_, ax):
        picture = plotting.heat_map(ax, values, cmap=shades)
        for value, text in zip(values[0], ax.texts, strict=True):
            ground = relative_luminance(picture.to_rgba(value)[:3])
            inks = (text.get_color(), plotting.COLOURS["ink"], plotting.COLOURS["paper"])
            pairs = [(ground, relative_luminance(ink)) for ink in inks]
            chosen, *possible = ((max(pair) + 0.05) / (min(pair) + 0.05) for pair in pairs)
            assert chosen == max(possible) > 3.8


def test_a_heat_map_has_no_ticks_that_read_as_minus_signs(displayed):
    with plotting.figure(4, 3) as (_, ax):
        plotting.heat_map(ax, np.eye(3))
        assert all(tick.tick1line.get_markersize() == 0 for tick in ax.yaxis.get_major_ticks())


def test_nothing_of_a_figure_touches_its_edge(displayed):
    """In the dark theme the edge of the paper can be seen."""
    with plotting.figure(4, 3) as (fig, ax):
        ax.set(title="A title", ylabel="value", xlabel="step")
    fig.canvas.draw()
    box = fig.get_tightbbox().padded(0.05)
    assert box.x0 >= 0 <= box.y0
    assert box.x1 <= 4
    assert box.y1 <= 3


@pytest.mark.parametrize("values", [np.zeros((2, 3)), np.full((2, 3), -4.0)])
def test_zero_is_the_middle_of_a_heat_map_whatever_the_values(displayed, values):
    with plotting.figure(4, 3) as (_, ax):
        picture = plotting.heat_map(ax, values, numbers="+.1f")
        assert picture.norm(0) == 0.5
        assert ax.texts[0].get_text() == format(values[0, 0], "+.1f")


def test_steps_are_counted_from_one(displayed):
    with plotting.figure(4, 3) as (_, ax):
        plotting.whole_steps(ax, 3)
        assert [label.get_text() for label in ax.get_xticklabels()] == ["1", "2", "3"]


class Kernel:
    kernel = object()


def test_outside_a_notebook_a_slider_draws_its_first_picture_once():
    drawn = []
    plotting.slider(lambda t=3: drawn.append(t), t=(1, 8))
    assert drawn == [3]


def test_without_ipywidgets_a_slider_draws_its_first_picture_once(monkeypatch):
    monkeypatch.setattr(plotting, "get_ipython", Kernel)
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    drawn = []
    plotting.slider(lambda t=3: drawn.append(t), t=(1, 8))
    assert drawn == [3]


def widget_in(output):
    """Give the widget that a displayed output stands for."""
    model = output.bundle["application/vnd.jupyter.widget-view+json"]["model_id"]
    return ipywidgets.widgets.widget._instances[model]


def drawing(drawn, **given):
    """Remember what was asked for, and draw it."""
    drawn.append(given)
    with plotting.figure(2, 2, alt=f"a picture of {given}"):
        pass


def test_in_a_notebook_a_slider_starts_at_the_default_and_redraws(monkeypatch, displayed):
    monkeypatch.setattr(plotting, "get_ipython", Kernel)
    drawn = []
    plotting.slider(
        lambda t=3, of="dWaa": drawing(drawn, t=t, of=of), t=(1, 8), of=["dWax", "dWaa"]
    )
    (output,) = displayed
    slide, menu, screen = widget_in(output).children
    assert (slide.value, slide.min, slide.max, menu.value) == (3, 1, 8, "dWaa")
    assert "a picture of {&#x27;t&#x27;: 3" in screen.value
    slide.value = 5
    assert drawn[-1] == {"t": 5, "of": "dWaa"}
    assert "a picture of {&#x27;t&#x27;: 5" in screen.value


def test_where_no_kernel_runs_the_first_picture_stands_in_for_a_slider(monkeypatch, displayed):
    monkeypatch.setattr(plotting, "get_ipython", Kernel)
    plotting.slider(lambda t=3: drawing([], t=t), t=(1, 8))
    assert "<img" in displayed[0].bundle["text/html"]


def test_a_slider_with_nothing_to_draw_does_not_appear(monkeypatch, displayed):
    monkeypatch.setattr(plotting, "get_ipython", Kernel)
    plotting.slider(lambda t=3: None, t=(1, 8))
    assert displayed == []


def test_a_slider_says_what_is_missing_when_a_function_fails_later(monkeypatch, displayed):
    def draw(t=3):
        if t > 3:
            raise plotting.missing("rnn_forward")
        drawing([], t=t)

    monkeypatch.setattr(plotting, "get_ipython", Kernel)
    plotting.slider(draw, t=(1, 8))
    slide, screen = widget_in(displayed[0]).children
    slide.value = 4
    assert screen.value.startswith("Not yet: rnn_forward")


def test_a_slider_makes_no_output_widget(monkeypatch, displayed):
    """With one, nbclient now and then waits for its whole time limit."""
    before = set(ipywidgets.widgets.widget._instances)
    monkeypatch.setattr(plotting, "get_ipython", Kernel)
    plotting.slider(lambda t=3: drawing([], t=t), t=(1, 8))
    made = set(ipywidgets.widgets.widget._instances) - before
    kinds = {type(ipywidgets.widgets.widget._instances[model]) for model in made}
    assert kinds
    assert ipywidgets.Output not in kinds
