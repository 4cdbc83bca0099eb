import functools
import time

import numpy as np


def timed(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        result = function(*args, **kwargs)
        print(f"{function.__name__} took {time.perf_counter() - start:.6f} s")
        return result

    return wrapper


def checked(shapes):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(xt, a_prev, parameters):
            result = function(xt, a_prev, parameters)
            if shapes:
                assert result[0].shape == a_prev.shape
            return result

        return wrapper

    return decorate


@timed
@checked(shapes=True)
def rnn_cell_forward(xt, a_prev, parameters):
    a_next = np.tanh(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"])
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
