"""Each wall taken down: an attack that it stops gets through, or the self-test sees it.

So the attacks are known to be able to fail. Limits of memory and time stay up, or are only raised.
"""

import ctypes
import socket
from concurrent.futures import ThreadPoolExecutor

import catalogue
import pytest
from catalogue import MESSAGE
from walls import (
    etc,
    more_descriptors,
    more_locked_memory,
    more_memory,
    more_processes,
    no_filter,
    no_landlock,
    open_descriptors,
    proc,
    right_functions,
    same_ipc,
    same_network,
    shared_futexes,
    user_namespaces,
    writable_folder,
    writable_root,
)
from world import REFERENCE, World

from grader.sandbox import host
from grader.sandbox.host import Sandbox
from grader.sandbox.refusal import SandboxUnavailable
from grader.sandbox.selftest import selftest

pytestmark = [pytest.mark.attack, pytest.mark.long]


@pytest.fixture
def without(monkeypatch, canaries):
    """Start a sandbox without some walls."""
    started = []

    def start(*walls):
        for wall in walls:
            wall(monkeypatch)
        started.append(Sandbox())
        started[-1].start()
        return World(started[-1], canaries)

    yield start
    for sandbox in started:
        sandbox.end()


def attack(name):
    (found,) = [a for a in catalogue.of(name.split("/")[0]) if a.name == name]
    return found


def outcome(world, name):
    """Give the verdict on an attack's first exercise."""
    found = attack(name)
    source = found.source + (MESSAGE if name.startswith("sharing/") else "")
    return world.judge(source, **found.limits)[next(iter(found.expected))]


def stopped(verdict, name):
    """Say whether an attack has ended as it should."""
    expected = attack(name).expected[verdict.exercise]
    return verdict.status == expected.status and expected.words in verdict.message


THROUGH = [
    ("probing/sockets_of_every_family", "(2, 1)", no_filter),
    ("kernel/io_uring", "wrong", no_filter, more_locked_memory),
    ("kernel/keyrings", "'add_key'", no_filter),
    ("kernel/calls_of_32_bits", "wrong", no_filter),
    ("memory/a_file_in_memory", "File too large", no_filter),
    ("descriptors/other_kinds", "'pipe'", no_filter),
    ("sharing/shared_memory", "found [0", no_filter),
    ("disk/devices", "'urandom'", no_landlock),
    ("memory/one_huge_array", "wrong", more_memory),
    ("descriptors/open_until_none_is_left", "60 opened", more_descriptors),
    ("descriptors/what_else_is_open", "3, 4", open_descriptors),
    ("probing/files", "'/proc/self'", proc),
    ("kernel/memory_of_others", "/mem'", proc),
    ("probing/files", "'/etc/passwd'", etc),
    ("probing/solutions_by_import", "correct", right_functions),
    ("fork/one_child", "a child", no_filter, more_processes),
    ("thread/one_thread", "a thread", no_filter, more_processes),
    ("kernel/namespaces", "'0x10000000'", no_filter, user_namespaces),
    ("disk/write_anywhere", "'/'", no_landlock, writable_root),
    ("sharing/files", "/tmp/note", no_landlock, writable_folder),
]
"""Attack, what its outcome says when it gets through, and the walls without which it does."""

HELD = [
    ("fork/one_child", no_filter),
    ("fork/one_child", more_processes),
    ("thread/one_thread", no_filter),
    ("thread/one_thread", more_processes),
    ("kernel/namespaces", no_filter),
    ("kernel/namespaces", user_namespaces),
    ("disk/write_anywhere", no_filter),
    ("disk/write_anywhere", no_landlock),
    ("disk/write_anywhere", writable_root),
    ("sharing/files", writable_folder),
    ("probing/network", same_network),
    ("sharing/shared_memory", same_ipc),
]
"""Attack, and a wall without which another one still stops it."""

SEEN = [
    ("a file in memory", no_filter),
    ("a socket", no_filter),
    ("a local socket", no_filter),
    ("io_uring", no_filter, more_locked_memory),
    ("a keyring", no_filter),
    ("waking a neighbour", shared_futexes),
    ("an order to the supervisor", open_descriptors),
    ("memory without a limit", more_memory),
    ("processes", proc),
    ("the list of users", etc),
    ("the solutions", right_functions),
    ("a fork", no_filter, more_processes),
    ("a thread", no_filter, more_processes),
    ("a namespace", no_filter, user_namespaces),
    ("a signal to the supervisor", no_filter, no_landlock),
    ("a device to write on", no_landlock),
    ("this machine's network", same_network),
    ("this machine's shared memory", same_ipc),
    ("more than its share of this machine", more_processes),
    ("more than its share of this machine", more_descriptors),
    ("a file in the root folder", no_landlock, writable_root),
    ("a temporary file", no_landlock, writable_folder),
]
"""What the self-test says is within reach, and the walls that were taken down."""


def named(table):
    return [pytest.param(*row, id=f"{row[0]} {n}") for n, row in enumerate(table)]


@pytest.mark.parametrize(
    ("name", "words", "walls"), named([(name, words, walls) for name, words, *walls in THROUGH])
)
def test_without_its_walls_an_attack_gets_through(without, name, words, walls):
    world = without(*walls)
    if name.startswith("sharing/"):
        outcome(world, name)  # this one leaves what the next one finds
    verdict = outcome(world, name)
    assert words in f"{verdict.status} {verdict.message}"
    assert not stopped(verdict, name)


@pytest.mark.parametrize(("name", "walls"), named([(name, walls) for name, *walls in HELD]))
def test_behind_a_wall_that_is_down_stands_another(without, name, walls):
    world = without(*walls)
    assert all(stopped(outcome(world, name), name) for _ in range(2))
    world.check_unharmed()


@pytest.mark.parametrize(("words", "walls"), named([(words, walls) for words, *walls in SEEN]))
def test_the_selftest_sees_a_gap(without, words, walls):
    world = without(*walls)
    with pytest.raises(SandboxUnavailable, match=rf"\b{words}[,.]"):
        selftest(world.sandbox, REFERENCE)


@pytest.mark.parametrize("wall", [writable_root, user_namespaces, writable_folder])
def test_the_selftest_does_not_see_what_stands_behind_another_wall(without, wall):
    selftest(without(wall).sandbox, REFERENCE)


def test_the_selftest_finds_nothing_where_all_walls_stand(without):
    selftest(without().sandbox, REFERENCE)


def test_whoever_steals_the_solutions_gets_full_marks(without):
    found = attack("probing/solutions_by_import")
    verdicts = without(right_functions).judge(found.source)
    assert verdicts["rnn_cell_forward"].points == 6


@pytest.mark.parametrize(
    ("walls", "arrives"),
    [((no_filter, same_network), True), ((no_filter,), False), ((same_network,), False)],
)
def test_a_packet_leaves_only_past_two_walls(without, walls, arrives):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.setblocking(False)
        port = listening.getsockname()[1]
        without(*walls).judge(PACKET.format(port))
        try:
            assert (listening.recv(10) == b"answer") == arrives
        except BlockingIOError:
            assert not arrives


@pytest.mark.parametrize("walls", [(no_filter, same_ipc), (no_filter,), (same_ipc,)])
def test_memory_is_shared_between_sandboxes_only_past_two_walls(without, walls):
    here, there = without(*walls), without()
    try:
        outcome(here, "sharing/shared_memory")
        verdict = outcome(there, "sharing/shared_memory")
        assert stopped(verdict, "sharing/shared_memory") == (len(walls) == 1)
    finally:
        remove_shared_memory()


def test_a_neighbour_can_be_woken_only_by_shared_futexes(without):
    here, there = without(shared_futexes), without()
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda world: outcome(world, "sharing/futexes"), (here, there)))
    assert any("somebody" in verdict.message for verdict in found)


def test_a_supervisor_that_is_stopped_costs_a_sandbox_and_no_more(without, monkeypatch):
    monkeypatch.setattr(host, "END_SECONDS", 0.5)
    world = without(no_filter, no_landlock)
    before = world.sandbox.process.pid
    verdict = world.judge(STOPPING)["sigmoid"]
    assert verdict.points == 0
    world.check_unharmed()
    if "stopped" in verdict.message:  # not where the system forbids tracing altogether
        assert world.sandbox.process.pid != before


PACKET = """
import socket


def sigmoid(z):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as talking:
        talking.sendto(b"answer", ("127.0.0.1", {}))
"""
STOPPING = """
def sigmoid(z):
    called(LIBC.ptrace(16, 1, None, None))
    raise RuntimeError("the supervisor is stopped")
"""


def remove_shared_memory():
    """Take away what an attack without walls left in the machine's own shared memory."""
    libc = ctypes.CDLL(None)
    for find, control in ((libc.shmget, libc.shmctl), (libc.msgget, libc.msgctl)):
        place = find(4711, 0, 0) if find is libc.shmget else find(4711, 0)
        if place >= 0:
            control(place, 0, None)
    place = libc.semget(4711, 0, 0)
    if place >= 0:
        libc.semctl(place, 0, 0)
