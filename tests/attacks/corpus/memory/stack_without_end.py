# sigmoid: crashed 0 "SIGSEGV"
import sys


def deeper(n):
    return list(map(deeper, [n]))


def sigmoid(z):
    sys.setrecursionlimit(10**9)
    return deeper(z)
