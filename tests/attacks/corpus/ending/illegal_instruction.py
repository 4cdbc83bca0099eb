# sigmoid: crashed 0 "SIG"
"""Machine code of its own, from a page that may be written and run."""
import mmap


def sigmoid(z):
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(b"\x0f\x0b" * 64)
    ctypes.CFUNCTYPE(None)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
