# sigmoid: wrong 0
# softmax: correct 3
"""A forged frame is an answer like any other, and this one is wrong.

Whoever ends the process after it does not take the next exercise along.
"""
import sys


def sigmoid(z):
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    calls = frame.f_locals["request"]["calls"]
    zeros = [answer(name, array(args[0].shape, bytes(8 * args[0].size))) for name, args, _ in calls]
    send(answers(*zeros))
    os._exit(0)


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)
