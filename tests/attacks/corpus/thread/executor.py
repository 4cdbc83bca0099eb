# sigmoid: crashed 0 "can't start new thread"
from concurrent.futures import ThreadPoolExecutor


def sigmoid(z):
    with ThreadPoolExecutor() as pool:
        return next(pool.map(abs, [z]))
