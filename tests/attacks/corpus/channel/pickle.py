# sigmoid: crashed 0 "no answer"
"""Where frames were pickled, reading one would run it."""
import pickle


class Bomb:
    def __reduce__(self):
        return os.system, (f"touch {CANARY}/pickled",)


def sigmoid(z):
    send(pickle.dumps(Bomb()))
    os._exit(0)
