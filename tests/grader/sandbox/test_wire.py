"""A frame is a plain value or a BadFrame, whatever its bytes are."""

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
from grader.sandbox.writer import Writer, dump

OFTEN = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
MUTATIONS = 1000
MOST_MEMORY = 50 * 2**20


LETTERS = b"NFTI'?([{AK="


def begun(letter, length):
    return letter + struct.pack("<I", length)


def listed(*parts):
    return begun(b"[", len(parts)) + b"".join(parts)


def word(text):
    return begun(b"'", len(text)) + text


KEPT = begun(b"K", 0)


def array(kind, shape, numbers, begin=b"A"):
    code = kind if isinstance(kind, int) else [*wire.KNOWN].index(kind)
    return begin + struct.pack(f"<BB{len(shape)}q", code, len(shape), *shape) + numbers


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
    assert equal(wire.load(dump(value)), value)


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_what_is_nasty_but_plain_can_be_read(value):
    assert equal(wire.load(dump(value)), value)


@OFTEN
@given(st.binary(max_size=200))
@example(b"")
@example(b"\xff" * 4)
@example(b"\0\0\0\0")
def test_bytes_are_a_value_or_no_frame(frame):
    read(frame)


NUMBERS = st.integers(0, 4) | st.integers(0, 2**32 - 1)
SIZES = st.integers(-2, 5) | st.integers(-(2**63), 2**63 - 1)
TOKENS = st.one_of(
    st.sampled_from([bytes([letter]) for letter in LETTERS]),
    st.builds(begun, st.sampled_from([bytes([letter]) for letter in LETTERS]), NUMBERS),
    st.builds(word, st.binary(max_size=5)),
    st.builds(
        array,
        st.integers(0, 20),
        st.lists(SIZES, max_size=9),
        st.binary(max_size=64),
        st.just(b"A") | st.builds(begun, st.just(b"K"), NUMBERS),
    ),
    st.binary(max_size=9),
)


@OFTEN
@given(st.lists(TOKENS, max_size=12).map(b"".join))
@example(b"'")
@example(b"A\0")
@example(begun(b"[", 2**32 - 1))
def test_any_structure_is_a_value_or_no_frame(frame):
    read(frame)


def conveyed(value, writer, reader):
    frame = writer.frame(value)
    writer.sent()
    return reader.value_of(frame)


@OFTEN
@given(st.lists(VALUES, max_size=6))
def test_a_conversation_is_read_as_it_was_written(values):
    writer, reader = Writer(), wire.Reader()
    for value in [*values, *values]:
        assert equal(conveyed(value, writer, reader), value)


def test_an_array_is_sent_once_in_a_conversation():
    writer, reader = Writer(), wire.Reader()
    ones = np.ones((3, 3))
    (first,) = conveyed([ones], writer, reader)
    frame = writer.frame([ones.copy(), {"again": ones}])
    one, other = reader.value_of(frame)
    assert len(frame) < ones.nbytes
    assert one is first
    assert other["again"] is first
    with pytest.raises(ValueError, match="read-only"):
        first[0, 0] = 2


def test_a_dictionary_that_was_changed_in_place_is_not_the_same():
    writer, reader = Writer(), wire.Reader()
    parameters = {"W": np.ones((2, 2)), "b": np.zeros(2)}
    for change in (None, None, "W", "b", None):
        if change:
            parameters[change] += 1
        assert equal(conveyed(parameters, writer, reader), parameters)
    renamed = {"V": parameters["W"], "b": parameters["b"]}
    assert equal(conveyed(renamed, writer, reader), renamed)


def test_a_call_is_written_the_same_whatever_was_written_before():
    frames = []
    for before in (0, 2):
        writer = Writer()
        for call in range(before):
            writer.begin(call)
            writer.frame([np.arange(3.0), {"a": np.ones(call + 1)}])
            writer.sent()
        writer.begin(2)
        frames.append(writer.frame([np.arange(3.0), {"a": np.ones(1)}]))
    assert frames[0] == frames[1]


def test_what_earlier_calls_have_sent_is_called_by_its_number_when_it_is_recalled():
    writer, reader = Writer(), wire.Reader()
    values = [[np.full((9, 9), float(call)), {"a": np.full(3, call + 0.5)}] for call in range(3)]
    for call, value in enumerate(values):
        writer.begin(call)
        conveyed(value, writer, reader)
    writer.recall()
    assert len(writer.frame(values)) < values[0][0].nbytes
    assert equal(conveyed(values, writer, reader), values)


@pytest.mark.parametrize(
    "other", [np.ones((1, 4)), np.ones((2, 2), np.int64), -np.zeros((2, 2))], ids=str
)
def test_arrays_alike_but_for_shape_kind_or_sign_are_not_the_same(other):
    value = [np.ones((2, 2)), np.zeros((2, 2)), other]
    again = wire.Reader().value_of(Writer().frame(value))[2]
    assert again.shape == other.shape
    assert again.dtype == other.dtype
    assert again.tobytes() == other.tobytes()


def test_what_is_kept_is_bounded_on_both_sides():
    writer, reader = Writer(), wire.Reader()
    for number in range(600):
        value = np.full((50, 50), float(number))
        assert equal(conveyed(value, writer, reader), value)
    assert 0 <= writer.room == reader.room
    assert sum(map(wire.weight, reader.kept.values())) <= wire.MOST_KEPT
    assert len(writer.kept) == len(reader.kept) < 600


@pytest.mark.parametrize("arrives", [False, True])
def test_what_was_written_when_time_was_up_does_not_spoil_what_comes_next(arrives):
    writer, reader = Writer(), wire.Reader()
    one, other = np.zeros(3), np.ones(3)
    frame = writer.frame([one, {"one": one}])
    if arrives:  # and nobody inside has noted it
        reader.value_of(frame)
    value = [other, {"one": one}, one, other, {"other": other}]
    for _ in range(2):
        assert equal(conveyed(value, writer, reader), value)


@pytest.mark.parametrize("size", [0, 1, 100_000])
def test_whoever_has_more_kept_than_there_is_room_for_is_refused(size):
    frame = listed(*[array("|i1", [size], bytes(size), KEPT)] * 10)
    reader = wire.Reader()

    def read_on():
        while True:
            reader.value_of(frame)

    with pytest.raises(wire.BadFrame, match="too many numbers"):
        read_on()


def test_what_comes_again_counts_again():
    kept = array("|i1", [2**18], bytes(2**18), KEPT)
    again = begun(b"=", 0)
    assert read(listed(kept, *[again] * 3))
    assert not read(listed(kept, *[again] * 4))


@pytest.mark.parametrize("number", [0, 1, 2**31, 2**32 - 1])
def test_a_number_under_which_nothing_is_kept_is_no_array(number):
    assert not read(listed(begun(b"=", number), array("<f8", [], bytes(8), KEPT)))


@pytest.mark.parametrize("name", ["lstm_forward", "rnn_cell_backward", "relative_error"])
def test_an_honest_frame_with_bytes_changed_is_a_value_or_no_frame(name):
    rng = random.Random(name)
    plan = REFERENCE.plan(EXERCISES[name])
    honest = dump(["answers", as_plain(REFERENCE.answers(plan)), []])
    assert read(honest)
    accepted = 0
    for _ in range(MUTATIONS):
        frame = bytearray(honest)
        for _ in range(rng.choice((1, 1, 2, 8))):
            place = rng.randrange(rng.choice((40, len(frame))))
            match rng.randrange(4):
                case 0:
                    frame[place] = rng.randrange(256)
                case 1:
                    frame[place] ^= 1 << rng.randrange(8)
                case 2:
                    del frame[place : place + rng.randrange(1, 9)]
                case 3:
                    frame[place:place] = bytes([rng.choice(LETTERS + b"\0\1\x7f\xff")])
        accepted += read(bytes(frame))
    assert 0 < accepted < MUTATIONS


BOMBS = {
    "lists in lists": begun(b"[", 1) * 1_600_000,
    "tuples in dictionaries": (begun(b"{", 1) + word(b"a") + begun(b"(", 1)) * 100_000,
    "many empty lists": begun(b"[", 2**32 - 1) + begun(b"[", 0) * 1_600_000,
    "many empty dictionaries": begun(b"(", 2**32 - 1) + begun(b"{", 0) * 1_600_000,
    "many truths": begun(b"[", 2**32 - 1) + b"T" * 8_000_000,
    "many empty arrays": begun(b"[", 2**32 - 1) + array("<f8", [0], b"", KEPT) * 700_000,
    "a long text": word(b"x" * 8_000_000),
    "many texts": begun(b"[", 2**32 - 1) + word(b"x" * 2000) * 4000,
    "many texts in wide letters": begun(b"[", 50_000)
    + word(b"\xf0\x9f\x98\x80" + b"x" * 36) * 50_000,
    "a long text in wide letters": word(b"\xf0\x9f\x98\x80" + b"x" * 2_000_000),
    "the same key again and again": begun(b"{", 2**32 - 1) + (word(b"a") + b"N") * 1_000_000,
    "not UTF-8": word(b"\xff\xfe"),
}
SHAPES = {
    "negative": [-1],
    "negative and large": [-1, -8],
    "larger than all": [2**62],
    "with a product that wraps": [2**23] * 8,
    "empty and huge": [0, *[2**23] * 7],
    "of nine axes": [1] * 9,
    "of 255 axes": [1] * 255,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_do_not_go_off(name):
    tracemalloc.start()
    try:
        read(BOMBS[name])
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_shape_that_cannot_be_is_no_frame(shape):
    assert not read(array("<f8", shape, b"\0" * 8))


@pytest.mark.parametrize("kind", range(len(wire.KNOWN), 256))
def test_an_array_of_an_unknown_kind_is_no_frame(kind):
    assert not read(array(kind, [1], b"\0" * 16))


@pytest.mark.parametrize("letter", set(range(256)) - set(LETTERS))
def test_a_letter_that_means_nothing_is_no_frame(letter):
    assert not read(bytes([letter]) + bytes(16))


def test_keys_are_text():
    assert read(begun(b"{", 1) + word(b"a") + b"N")
    assert not read(begun(b"{", 1) + b"NN")
    assert not read(begun(b"{", 1) + begun(b"?", 1) + b"aN")


@pytest.mark.parametrize("value", [2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63)])
def test_an_integer_that_no_float_holds_is_no_frame(value):
    assert not read(dump(value))


def test_nothing_may_be_left_over_or_missing():
    frame = dump([np.ones(3), "x"])
    assert read(frame)
    assert not read(frame + b"\0")
    assert not any(read(frame[:length]) for length in range(len(frame)))


@pytest.mark.parametrize("kind", wire.KNOWN)
def test_the_numbers_of_a_frame_are_counted_not_weighed(kind):
    fits, one = wire.MOST_NUMBERS, wire.KNOWN[kind].itemsize
    if fits * one < wire.LARGEST_FRAME:
        assert read(array(kind, [fits], b"\0" * fits * one))
    assert not read(array(kind, [fits + 1], b"\0" * (fits + 1) * one))


@pytest.mark.parametrize("kind", [">f8", ">i2", np.longdouble, np.clongdouble])
def test_other_numbers_come_out_as_the_nearest_kind(kind):
    value = np.array([1, -2, 3]).astype(kind)
    again = wire.load(dump(value))
    assert again.tolist() == [1, -2, 3]
    assert again.dtype.kind == value.dtype.kind


@pytest.mark.parametrize("value", [np.array(["a"]), np.array([None]), np.zeros(2, "M8[s]")])
def test_what_holds_no_numbers_comes_out_as_a_description(value):
    assert wire.load(dump(value)) == Opaque(f"an array of {value.dtype.name}")


def test_a_truth_value_is_true_or_false_whatever_its_byte():
    (value,) = wire.load(listed(array("|b1", [3], b"\0\1\7")))
    assert value.view(np.uint8).tolist() == [0, 1, 1]


def test_text_cannot_steer_a_terminal():
    words = "a\x1b[31m\u202eb\r\n\x07\ud800c\u200b" + "d" * 10_000
    assert wire.load(dump(words)) == "a[31mb\nc" + "d" * (wire.LONGEST_TEXT - 14)
