# sigmoid: crashed 0 "Error"
import multiprocessing


def sigmoid(z):
    with multiprocessing.Pool(4) as pool:
        return pool.map(abs, [1, 2, 3])
