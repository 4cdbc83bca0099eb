# expect: crashed, one_hot
# line: 4
def one_hot(ids, n):
    raise KeyboardInterrupt
