# sigmoid: crashed 0 ""
# softmax: wrong 0
import builtins
import sys


class Finder:
    def find_spec(self, name, path=None, target=None):
        raise ImportError("not for you")


def sigmoid(z):
    sys.meta_path.insert(0, Finder())
    sys.path_hooks.clear()
    builtins.__import__ = lambda *args, **kwargs: np
    sys.modules.clear()
    return np.zeros_like(z)


def softmax(z):
    return z
