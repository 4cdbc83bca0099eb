"""Inside the sandbox: a supervisor that never reads a job, and forks that see one submission each.

A fork locks itself down first. Only then it reads the student's cells and runs them; what it sends
back may be a lie from then on, and is treated as one outside. It holds inputs, and no answer.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import struct
import sys
from typing import Any, NoReturn

from grader import given
from grader.exercise import Answer, Call, Plan, Run
from grader.exercises import EXERCISES
from grader.judging import Setting
from grader.packing import unpack
from grader.runners import in_process
from grader.runners.limits import TimeIsUp
from grader.sandbox import inert, lockdown, replies, warming
from grader.sandbox.asking import RightCell
from grader.sandbox.writer import Numbers, Writer
from grader.submission import Code, Piece, from_pieces

CHANNEL = 3
READY, FORK, KILL, FAILED_LOCK = b"R", b"F", b"K", 70
STATUS = struct.Struct("<i")
LENGTH = struct.Struct("<I")
USUAL_FRAME = 4096
NUMBERS = Numbers()
"""Of all channels of this process, so that no two arrays share one, whoever opens another."""


def supervise(control: socket.socket, seccomp: bytes) -> None:
    """Fork when told to, kill when told to, and report how each fork ended, until hung up on."""
    control.send(READY)
    child, exit_notice = 0, -1
    while True:
        watched = [control.fileno()] + ([exit_notice] if child else [])
        ready, _, _ = select.select(watched, [], [])
        if exit_notice in ready:
            _, status = os.waitpid(child, 0)
            os.close(exit_notice)
            child, exit_notice = 0, -1
            control.send(STATUS.pack(status))
            continue
        order, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not order:
            os._exit(0)
        if order == KILL and child:
            os.kill(child, signal.SIGKILL)
        if order == FORK:
            child = os.fork()
            if child == 0:
                serve(descriptors[0], seccomp)
            exit_notice = os.pidfd_open(child)
        for descriptor in descriptors:
            os.close(descriptor)


def serve(descriptor: int, seccomp: bytes) -> None:
    """Be one fork: lock down, read a submission, run what is asked, end."""
    try:
        os.dup2(descriptor, CHANNEL)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        os.closerange(CHANNEL + 1, 1 << 16)
        lockdown.lock(seccomp)
    except BaseException:  # not one lock may be missing
        os._exit(FAILED_LOCK)
    try:
        answer_requests(Channel())
    finally:
        os._exit(0)


class Channel:
    """Frames to and from the grader, through one descriptor."""

    def __init__(self) -> None:
        self.writer = Writer(numbers=NUMBERS)
        self.rest = b""

    def request(self) -> Any:
        """Read what is asked next; with it, a new conversation begins.

        Functions get copies of the arrays in it, so here they stay as they have come.
        """
        NUMBERS.last = 0
        self.writer = Writer(numbers=NUMBERS)
        return unpack(self.read(), lent=True)

    def reply(self, names: tuple[str, ...] = ()) -> dict[str, Any]:
        """Read what a right cell has answered: an error, or the arrays of these names."""
        return replies.read(self.read(), names)

    def read(self) -> bytearray:
        """Read a frame; mostly, all of it has come at once."""
        came = self.rest
        while len(came) < LENGTH.size:
            came += some(USUAL_FRAME)
        (length,) = LENGTH.unpack_from(came)
        frame = bytearray(length)
        place = min(len(came) - LENGTH.size, length)
        frame[:place] = came[LENGTH.size : LENGTH.size + length]
        self.rest = came[LENGTH.size + length :]
        with memoryview(frame) as view:
            while place < length:
                count = os.readv(CHANNEL, [view[place:]])
                place += count or ended()
        return frame

    def write(self, value: Any) -> None:
        frame = self.writer.frame(value)
        rest = memoryview(LENGTH.pack(len(frame)) + frame)
        while rest:
            rest = rest[os.write(CHANNEL, rest) :]
        self.writer.sent()


def some(most: int) -> bytes:
    """Read what is there, and wait if nothing is."""
    return os.read(CHANNEL, most) or ended()


def ended() -> NoReturn:
    """End with the grader, which has hung up."""
    os._exit(0)


def answer_requests(channel: Channel) -> None:
    submission = channel.request()
    pieces = [Piece(place, source) for place, source in submission["pieces"]]
    code = from_pieces(pieces, lesson=submission["lesson"])
    channel.write(description(code, submission["stubs"]))
    while True:
        request = channel.request()
        answers = run(code, request, channel)
        channel.writer.recall()
        channel.write(["answers", as_plain(answers.answers), as_plain(answers.chained)])


def description(code: Code, stubs: dict[str, str]) -> dict[str, Any]:
    """Say what is in a submission; nothing of it has run yet."""
    return {
        "expected": list(code.expected),
        "broken": code.broken,
        "own_tools": code.own_tools,
        "defined": [name for name in EXERCISES if code.defines(name)],
        "untouched": [name for name, stub in stubs.items() if code.is_untouched(name, stub)],
    }


def run(code: Code, request: dict[str, Any], channel: Channel) -> Run:
    """Make the calls that a request holds."""
    exercise = EXERCISES[request["exercise"]]
    calls = {name: Call(name, args, shows) for name, args, shows in request["calls"]}
    tools = {name: getattr(given, name) for name in request["given"]}
    substitutes = {name: getattr(given, name) for name in request["substitutes"]}
    helper = RightCell(exercise.helper, channel) if exercise.helper else None
    setting = Setting(tools, substitutes, helper, request["chained"])
    try:
        return in_process.run(code, Plan(exercise, calls), setting, request["seconds"])
    except TimeIsUp:  # again, after a student's `except:` had swallowed it
        return Run(dict.fromkeys(calls, in_process.TOO_LONG))


def as_plain(answers: Any) -> list[Any]:
    return [[name, answer_as_list(answer)] for name, answer in answers.items()]


def answer_as_list(answer: Answer) -> list[Any]:
    failure = answer.failure
    failed = failure and [
        failure.kind,
        failure.message,
        failure.line,
        failure.line_number,
        failure.place,
    ]
    return [answer.value, failed, list(answer.changed), answer.warning]


def main() -> None:
    control = socket.socket(fileno=int(sys.argv[1]))
    with open(sys.argv[2], "rb") as file:
        seccomp = file.read()
    inert.install()
    warming.warm_up(answer_requests)
    supervise(control, seccomp)
