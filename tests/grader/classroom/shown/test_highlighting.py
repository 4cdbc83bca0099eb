"""Is code coloured as nbconvert colours it, although less is asked?"""

import pytest
from answers import SOLUTIONS
from bs4 import BeautifulSoup
from nbconvert.filters import Highlight2HTML

from grader.classroom.shown import highlighting

OTHERS = [
    "",
    "\n\n  x = 1\n\n",
    "%timeit f(x)\n%%bash\nls",
    "!ls -l\nfiles = !ls",
    "np.dot?\n?np\nx??",
    "!!ls",
    "if a != b and not c:\n    print('a%d' % 3)",
    "f'{a!r:>{width}}' != \"&amp;\" # <b> &#39; &quot;",
    "'''left open\n</pre></div><script>alert(1)</script>",
    "ż = 'ü\xa0\r\n'\r\n\t\x0c",
    "a = b ? c : d",
]


@pytest.mark.parametrize("language", highlighting.PYTHON)
def test_the_colours_are_nbconverts(language):
    for source in [*SOLUTIONS.values(), *OTHERS]:
        theirs = Highlight2HTML(pygments_lexer=language)(source)
        assert highlighting.coloured(source, language) == theirs
        again = str(BeautifulSoup(theirs, "html.parser"))
        assert highlighting.written_again(theirs) == again
