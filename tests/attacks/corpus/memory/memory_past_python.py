# sigmoid: crashed 0 "Cannot allocate memory"
"""Mapped memory, shared and private, in many pieces: all of it counts."""
import mmap


def sigmoid(z):
    kept = []
    while True:
        for flags in (mmap.MAP_SHARED, mmap.MAP_PRIVATE):
            kept.append(mmap.mmap(-1, 1 << 23, flags | mmap.MAP_ANONYMOUS))
