# expect: wrong, relative_error
def relative_error(a, b):
    return "tiny"
