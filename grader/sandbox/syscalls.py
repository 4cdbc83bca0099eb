"""The system calls that a student's numbers need; the kernel answers all others with ENOSYS."""

from __future__ import annotations

import errno
import tempfile
from functools import cache

from grader.sandbox.refusal import SandboxUnavailable

ALLOWED = """
read write readv writev pread64 pwrite64 close fstat newfstatat statx lseek open openat access
faccessat faccessat2 stat lstat readlink readlinkat getdents64 getcwd dup dup2 dup3 poll ppoll
select pselect6 mmap munmap mremap mprotect madvise brk set_robust_list rseq arch_prctl
sched_yield sched_getaffinity rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack exit exit_group
getpid getppid gettid getuid geteuid getgid getegid getrandom clock_gettime clock_getres
clock_nanosleep nanosleep gettimeofday time times getrusage uname restart_syscall
getitimer setitimer alarm
""".split()  # noqa: SIM905

TCGETS, FIONCLEX, FIOCLEX = 0x5401, 0x5450, 0x5451
DUPLICATE, GET_CLOSE, SET_CLOSE, GET_FLAGS, DUPLICATE_CLOSED = 0, 1, 2, 3, 1030
CHECKED = {
    "ioctl": (1, (TCGETS, FIONCLEX, FIOCLEX)),
    "fcntl": (1, (DUPLICATE, GET_CLOSE, SET_CLOSE, GET_FLAGS, DUPLICATE_CLOSED)),
    "prlimit64": (2, (0,)),  # a null pointer for the new limit: reading only
}
"""System call -> (which argument is looked at, what it may be)."""

FUTEX_PRIVATE = 128
"""Without it, whoever waits on a word of a file that two sandboxes have mapped can be counted and
woken from the other one."""


@cache
def compiled() -> bytes:
    """Compile the filter for this machine with libseccomp.

    Raises
    ------
    SandboxUnavailable
        If libseccomp is not here.
    """
    try:
        import pyseccomp
    except (ImportError, OSError, RuntimeError) as error:
        raise SandboxUnavailable(
            f"libseccomp is not here ({error}).",
            "On Debian and Ubuntu: apt install libseccomp2. Then `make grade` once more.",
        ) from None
    rules = pyseccomp.SyscallFilter(pyseccomp.ERRNO(errno.ENOSYS))
    rules.set_attr(pyseccomp.Attr.ACT_BADARCH, pyseccomp.KILL_PROCESS)
    for name in ALLOWED:
        try:
            rules.add_rule(pyseccomp.ALLOW, name)
        except (RuntimeError, OSError, ValueError):  # an old call that this architecture never had
            continue
    for name, (argument, values) in CHECKED.items():
        for value in values:
            rules.add_rule(pyseccomp.ALLOW, name, pyseccomp.Arg(argument, pyseccomp.EQ, value))
    private = pyseccomp.Arg(1, pyseccomp.MASKED_EQ, FUTEX_PRIVATE, FUTEX_PRIVATE)
    rules.add_rule(pyseccomp.ALLOW, "futex", private)
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()
