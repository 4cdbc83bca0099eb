"""A frame is a plain value or a BadFrame, whatever its bytes are."""

import json
import random
import struct
import tracemalloc

import numpy as np
import pytest
from answers import REFERENCE
from hostile import NASTY, VALUES
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from grader.exercise import Opaque
from grader.exercises import EXERCISES
from grader.sandbox import wire
from grader.sandbox.guest import as_plain

OFTEN = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
MUTATIONS = 1000
MOST_MEMORY = 50 * 2**20


def framed(spec, numbers=b""):
    text = spec if isinstance(spec, bytes) else json.dumps(spec).encode()
    return struct.pack("<I", len(text)) + text + numbers


def is_plain(value, depth=0):
    if isinstance(value, dict):
        return all(type(k) is str and is_plain(v, depth + 1) for k, v in value.items())
    if type(value) in (tuple, list):
        return depth <= wire.DEEPEST and all(is_plain(item, depth + 1) for item in value)
    if type(value) is np.ndarray:
        return value.dtype in wire.KNOWN.values() and value.flags.owndata
    if type(value) is Opaque:
        return is_plain(value.description)
    if type(value) is str:
        return len(value) <= wire.LONGEST_TEXT and all(c.isprintable() or c == "\n" for c in value)
    return value is None or type(value) is bool or abs(value) <= wire.LARGEST_INTEGER


def read(frame):
    """Load a frame; give whether it was one. Anything but a plain value or BadFrame fails."""
    try:
        value = wire.load(frame)
    except wire.BadFrame:
        return False
    assert is_plain(value)
    return True


def equal(a, b):
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and np.array_equal(a, b, equal_nan=a.dtype.kind in "fc")
    if isinstance(a, tuple | list):
        return type(a) is type(b) and len(a) == len(b) and all(map(equal, a, b))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(equal(a[key], b[key]) for key in a)
    return type(a) is type(b) and a == b


@OFTEN
@given(VALUES)
def test_what_is_written_can_be_read(value):
    assert equal(wire.load(wire.dump(value)), value)


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_what_is_nasty_but_plain_can_be_read(value):
    assert equal(wire.load(wire.dump(value)), value)


@OFTEN
@given(st.binary(max_size=200))
@example(b"")
@example(b"\xff" * 4)
@example(b"\0\0\0\0")
def test_bytes_are_a_value_or_no_frame(frame):
    read(frame)


SPECS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["array", "tuple", "list", "dict", "opaque", "plain", *wire.KNOWN]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=12,
)
ARRAY = st.tuples(
    st.just("array"),
    st.sampled_from([*wire.KNOWN, "O", "|V8", ">f8", "<U1"]) | SPECS,
    st.lists(st.integers(-2, 5) | st.integers(), max_size=9) | SPECS,
)
NODES = st.recursive(
    ARRAY | st.tuples(st.sampled_from(["plain", "opaque", "array", "x"]), SPECS) | SPECS,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["tuple", "list", "dict"]), st.lists(inner, max_size=3)),
        st.tuples(st.just("dict"), st.lists(st.tuples(st.text(max_size=2) | SPECS, inner))),
    ),
    max_leaves=6,
)


@OFTEN
@given(NODES, st.binary(max_size=64))
def test_any_structure_is_a_value_or_no_frame(spec, numbers):
    read(framed(spec, numbers))


@pytest.mark.parametrize("name", ["lstm_forward", "rnn_cell_backward", "relative_error"])
def test_an_honest_frame_with_bytes_changed_is_a_value_or_no_frame(name):
    rng = random.Random(name)
    plan = REFERENCE.plan(EXERCISES[name])
    honest = wire.dump(["answers", as_plain(REFERENCE.answers(plan)), []])
    assert read(honest)
    accepted = 0
    structure = struct.unpack_from("<I", honest)[0] + 4
    for _ in range(MUTATIONS):
        frame = bytearray(honest)
        for _ in range(rng.choice((1, 1, 2, 8))):
            place = rng.randrange(rng.choice((8, structure, len(frame))))
            match rng.randrange(4):
                case 0:
                    frame[place] = rng.randrange(256)
                case 1:
                    frame[place] ^= 1 << rng.randrange(8)
                case 2:
                    del frame[place : place + rng.randrange(1, 9)]
                case 3:
                    frame[place:place] = rng.choice((b"[", b"]", b'"', b"0", b",", b"-", b"\0"))
        accepted += read(bytes(frame))
    assert 0 < accepted < MUTATIONS


BOMBS = {
    "lists in lists": b"[" * 1_000_000,
    "lists in lists, closed": b"[" * 500_000 + b"]" * 500_000,
    "parts in parts": b'["list",[' * 100_000 + b"]]" * 100_000,
    "many empty lists": b"[" + b"[]," * 2_700_000 + b"1]",
    "many empty dictionaries": b"[" + b"{}," * 2_700_000 + b"1]",
    "many small lists": b"[" + b"[1]," * 2_000_000 + b"1]",
    "a long number": b'["plain",' + b"1" * 5_000_000 + b"]",
    "a long text": b'["plain","' + b"x" * 8_000_000 + b'"]',
    "a text of surrogates": b'["plain","' + b"\\ud800" * 1_000_000 + b'"]',
    "the same key again and again": b'["dict",[' + b'["a",["plain",1]],' * 100_000 + b"1]]",
    "not UTF-8": b'["plain","\xff\xfe"]',
    "NaN": b'["plain",NaN]',
    "infinite": b'["plain",1e999]',
}
SHAPES = {
    "negative": [-1],
    "negative and large": [-1, -8],
    "larger than all": [2**62],
    "with a product that wraps": [2**23] * 8,
    "empty and huge": [0, *[2**23] * 7],
    "true": [True],
    "text": ["1"],
    "broken": [1.0],
    "of nine axes": [1] * 9,
    "no list": 1,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_of_json_do_not_go_off(name):
    tracemalloc.start()
    try:
        read(framed(BOMBS[name]))
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_shape_that_cannot_be_is_no_frame(shape):
    assert not read(framed(["array", "<f8", shape], b"\0" * 8))


@pytest.mark.parametrize(
    "kind", ["O", "|O", "|V8", "<U2", ">f8", "f8", "<f16", "<M8[s]", "", None, 1]
)
def test_an_array_of_an_unknown_kind_is_no_frame(kind):
    assert not read(framed(["array", kind, [1]], b"\0" * 16))


def test_nothing_may_be_left_over_or_missing():
    frame = wire.dump([np.ones(3), "x"])
    assert read(frame)
    assert not read(frame + b"\0")
    assert not any(read(frame[:length]) for length in range(len(frame)))


@pytest.mark.parametrize("kind", wire.KNOWN)
def test_the_numbers_of_a_frame_are_counted_not_weighed(kind):
    fits, one = wire.MOST_NUMBERS, wire.KNOWN[kind].itemsize
    if fits * one < wire.LARGEST_FRAME:
        assert read(framed(["array", kind, [fits]], b"\0" * fits * one))
    assert not read(framed(["array", kind, [fits + 1]], b"\0" * (fits + 1) * one))


def test_a_truth_value_is_true_or_false_whatever_its_byte():
    (value,) = wire.load(framed(["list", [["array", "|b1", [3]]]], b"\0\1\7"))
    assert value.view(np.uint8).tolist() == [0, 1, 1]


def test_text_cannot_steer_a_terminal():
    frame = framed(["plain", "a\x1b[31m\u202eb\r\n\x07\ud800c\u200b" + "d" * 10_000])
    assert wire.load(frame) == "a[31mb\nc" + "d" * (wire.LONGEST_TEXT - 14)
