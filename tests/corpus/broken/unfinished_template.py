# expect: crashed, rnn_cell_backward
# line: 5
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    dtanh = None * (1 - a_next ** 2)
    dxt = None
    return {"dxt": dxt, "da_prev": None, "dWax": None, "dWaa": None, "dba": None}
