# expect: crashed, relative_error
# line: 8
class Stop(BaseException):
    pass


def relative_error(a, b):
    raise Stop("enough")
