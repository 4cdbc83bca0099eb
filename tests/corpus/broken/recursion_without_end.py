# expect: crashed, relative_error
# line: 4
def relative_error(a, b):
    return relative_error(b, a)
