"""Does a piece of a page come out of nbconvert's last step as it does within the page?"""

import random

import pytest
from bs4 import BeautifulSoup

from grader.classroom.shown.roundtrip import Entangled, joined, with_words, written_again

BEFORE = '<html><body class="a"><main>\n\n<div id="b">\n '
AFTER = "\n\n </div></main>\n<a id=\"c\" title='d'>e</a><!-- f --></body></html>"
SCRAPS = [
    *("<p>", "</p>", "<div>", "</div>", "</main>", "</body>", "</html>", "<b x='y'>", "</b>"),
    *("<pre>", "</pre>", " \n ", "\n\n", " ", "\xa0", "words", "&amp;", "&am", "&#39;", "&", "<"),
    *(">", '"', "'", '<a href="', "<a href='", "<i ", "/>", "<br>", "</br>", "<br/>", "<img>"),
    *("<!--", "-->", "<!", "<?", "?>", "<![CDATA[", "]]>", "<!DOCTYPE html>", "</", "</>", "<x/>"),
    *("<script>", "</script>", "<style>", "</style>", "<textarea>", "</textarea>", "<title>"),
    *("</title>", "<template>", "</template>", "<piece-of-a-page>", "</piece-of-a-page>"),
    *('<p class=" a  b ">', "<p>q</p>", "<p>q</p>", "<div>r</div>", "<pre>\n s </pre>", "<hr>"),
]


def whole(pieces):
    soup = BeautifulSoup(BEFORE + "".join(pieces) + AFTER, "html.parser")
    return with_words(soup, str(soup))


def put_together(pieces):
    made = [written_again(piece) for piece in pieces]
    gap = "<gap-in-it></gap-in-it>"
    before, after = str(BeautifulSoup(BEFORE + gap + AFTER, "html.parser")).split(gap)
    return joined((before, after), made)


NAMES = ["p", "div", "pre", "b", "textarea", "script", "style", "template", "main", "title", "ul"]


def drawn(rng, depth=0):
    """Draw a piece of whole elements, in which now and then something is out of place."""
    inner = "".join(
        rng.choice(SCRAPS) if rng.random() < 0.2 else drawn(rng, depth + 1)
        for _ in range(rng.choice([0, 1, 1, 2] if depth < 4 else [0]))
    )
    name = rng.choice(NAMES)
    around = rng.choices(["", " ", "\n", "\n\n", "words"], [8, 2, 2, 2, depth], k=2)
    return f"{around[0]}<{name}>{inner}</{name}>{around[1]}"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", range(4))
def test_whatever_can_be_taken_alone_is_the_same_in_the_page(seed):
    rng = random.Random(seed)
    alone = 0
    for _ in range(300):
        pieces = [drawn(rng) for _ in range(3)]
        try:
            made = put_together(pieces)
        except Entangled:
            continue
        alone += 1
        assert made == whole(pieces), pieces
    assert alone > 100


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p></div>",
        "<p>a</p></main><p>b</p>",
        "<div></div></div><div>",
        "<p>a</p></body>",
        "<p>a",
        "words",
        "<p>a</p>words",
        "<pre>a",
        "<p>a</p><script>",
        '<p>a</p><a href="<p>b</p>',
        "<p>a</p><a href='<p>b</p>",
        "<p>a</p><!-- <p>b</p>",
        "<p>a</p><![CDATA[ <p>b</p>",
        "</piece-of-a-page></div><piece-of-a-page>",
        "<p>a</br></p>",
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_what_reaches_beyond_itself_is_not_taken_alone(html):
    with pytest.raises(Entangled):
        written_again(html)


def test_white_space_around_a_piece_melts_into_that_of_its_neighbours():
    pieces = ["\n\n<p>a</p>\n ", "", "  <p>b</p>", "<p>c</p>\n"]
    assert put_together(pieces) == whole(pieces)


def test_a_picture_without_words_gets_nbconverts():
    assert 'alt="No description' in written_again("<p><img src='a.svg'></p>").html
