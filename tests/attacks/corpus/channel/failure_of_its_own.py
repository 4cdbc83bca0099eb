# sigmoid: timeout 0 "<b>"
# longest: 900
"""A message may say anything in print; whoever shows it has to escape it."""
import sys


def sigmoid(z):
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    failed = listed(word("timeout"), word("<b>\x1b[2J" + "x" * 5000), word("y" * 5000), word(-7), word(""))
    four = listed(word(None), failed, listed(), word("z" * 5000))
    send(answers(*[listed(word(name), four) for name, *_ in frame.f_locals["request"]["calls"]]))
    os._exit(0)
