"""A zip of a stranger's: what honest programs write is read, everything else is one line."""

import contextlib
import io
import stat
import struct
import tracemalloc
import warnings
import zipfile

import pytest
from handed_in import find

from grader.classroom.handed_in import archive
from grader.classroom.handed_in.archive import LARGEST_FILE, Refused, entries

NOTEBOOK = b'{"cells": []}'


def zipped(files, packing=zipfile.ZIP_DEFLATED, **about):
    """Give the bytes of a zip; `about` changes what it says of its entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as target, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that come twice
        for name, content in files:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = packing
            for key, value in about.items():
                setattr(entry, key, value)
            target.writestr(entry, content)
    return buffer.getvalue()


def names(content):
    return ["/".join(parts) for parts, _ in entries(content)]


def refusal(content):
    with pytest.raises(Refused) as refused:
        list(entries(content))
    return str(refused.value)


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_notebooks_and_python_files_come_out_and_nothing_else(packing):
    files = [("b.IPYNB", NOTEBOOK), ("1_rnn/a.py", b"x = 1"), ("image.png", b"x"), ("dir/", b"")]
    files += [("__MACOSX/._a.py", b"x"), (".ipynb_checkpoints/a.ipynb", b"x"), ("inner.zip", b"x")]
    content = zipped(files, packing)
    assert dict(entries(content)) == {("1_rnn", "a.py"): b"x = 1", ("b.IPYNB",): NOTEBOOK}


def test_the_graders_own_program_and_an_environment_are_passed_over_and_notebooks_come_first():
    files = ["all/grader/__init__.py", "all/grader/given.py", "all/grader/show/card.py"]
    files += ["all/venv/pyvenv.cfg", "all/venv/lib/python3.11/site-packages/six.py"]
    files += ["all/grader/mine/a.ipynb", "a.py", "all/work/z.ipynb", "grader/b.py", "grader.py"]
    content = zipped([(name, b"") for name in files])
    assert names(content) == ["all/work/z.ipynb", "a.py", "grader/b.py", "grader.py"]


def test_backslashes_of_old_programs_are_folders():
    assert names(zipped([("1_rnn\\a.ipynb", NOTEBOOK)])) == ["1_rnn/a.ipynb"]


OUTSIDE = (
    "../a.ipynb",
    "x/../../a.py",
    "/etc/a.ipynb",
    "..\\a.py",
    "C:\\a.py",
    "C:/a.py",
    "\\a.py",
)


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_name_outside_of_the_zip_is_refused(name):
    assert "outside of itself" in refusal(zipped([("ok.ipynb", NOTEBOOK), (name, NOTEBOOK)]))


def test_a_link_is_refused():
    content = zipped([("a.ipynb", b"/etc/passwd")], external_attr=(stat.S_IFLNK | 0o777) << 16)
    assert "holds a link" in refusal(content)


def test_an_encrypted_zip_is_refused():
    content = bytearray(zipped([("a.ipynb", NOTEBOOK)]))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.index(mark) + offset] |= 1
    assert "without a password" in refusal(bytes(content))


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_cannot_be_unpacked_a_little_at_a_time_are_refused(packing):
    assert "unusual way" in refusal(zipped([("a.ipynb", NOTEBOOK)], packing))


def most_memory(content):
    tracemalloc.start()
    said = refusal(content)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return said, most


def test_a_bomb_of_one_file_goes_off_nowhere():
    content = zipped([("a.ipynb", bytes(8 * LARGEST_FILE))])
    assert len(content) < LARGEST_FILE / 10
    said, most = most_memory(content)
    assert "far more than a submission" in said
    assert most < 4 * LARGEST_FILE


def test_a_bomb_of_many_files_goes_off_nowhere():
    content = zipped([(f"{n}.ipynb", bytes(LARGEST_FILE - 1)) for n in range(8)])
    said, most = most_memory(content)
    assert "far more than a submission" in said
    assert most < 6 * LARGEST_FILE


def test_a_zip_in_a_zip_is_not_opened():
    inner = zipped([("a.ipynb", NOTEBOOK)])
    assert "neither a notebook" in refusal(zipped([("inner.zip", inner)]))


@pytest.mark.parametrize("name", ["{}.txt", "{}.ipynb"])
def test_thousands_of_files_are_refused_before_they_are_listed(name, monkeypatch):
    content = zipped([(name.format(number), b"") for number in range(archive.MOST_ENTRIES + 1)])
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert "thousands of files" in refusal(content)


def cut_off(content):
    return content[: len(content) // 2]


def end_cut_off(content):
    return content[:-10]


def damaged_numbers(content):
    place = content.index(b"PK\x03\x04") + 30 + len("a.ipynb")
    return content[:place] + b"\xff" * 8 + content[place + 8 :]


def wrong_sum(content):
    place = content.index(b"PK\x01\x02") + 16
    return content[:place] + b"\0\0\0\0" + content[place + 4 :]


def directory_elsewhere(content):
    place = content.index(b"PK\x05\x06") + 16
    return content[:place] + struct.pack("<I", 2**31) + content[place + 4 :]


def name_that_is_no_text(content):
    content = content.replace(b"a.ipynb", b"\xff\xfe.pynb")
    place = content.index(b"PK\x01\x02") + 9
    return content[:place] + b"\x08" + content[place + 1 :]


def nothing(content):
    return b""


def no_zip(content):
    return NOTEBOOK


DAMAGES = (
    cut_off,
    end_cut_off,
    damaged_numbers,
    wrong_sum,
    directory_elsewhere,
    name_that_is_no_text,
    nothing,
    no_zip,
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_zip_is_one_line(damage):
    content = damage(zipped([("a.ipynb", NOTEBOOK * 50)]))
    assert "not a zip that can be read" in refusal(content)


def test_a_size_that_lies_is_not_believed():
    content = zipped([("a.ipynb", NOTEBOOK)])
    place = content.index(b"PK\x01\x02") + 20
    content = content[:place] + struct.pack("<II", 2**31, 2**31) + content[place + 8 :]
    with contextlib.suppress(Refused):  # newer versions of Python refuse such a zip
        assert list(entries(content)) == [(("a.ipynb",), NOTEBOOK)]


def test_every_single_wrong_byte_is_survived():
    good = zipped([("a.ipynb", NOTEBOOK), ("b.py", b"x = 1")])
    for place in range(len(good)):
        for wrong in (0, 255, good[place] ^ 1):
            with contextlib.suppress(Refused):
                list(entries(good[:place] + bytes([wrong]) + good[place + 1 :]))


def test_the_students_line_names_the_zip_and_the_others_are_read(tmp_path):
    for student, content in (
        ("student-001", zipped([("a.ipynb", NOTEBOOK), ("x/a.ipynb", b"{}"), ("a.ipynb", b"[]")])),
        ("student-002", b"PK"),
        ("student-003", zipped([("a.ipynb", NOTEBOOK)])),
    ):
        (tmp_path / student / "1_rnn").mkdir(parents=True)
        (tmp_path / student / "1_rnn" / "mine.ZIP").write_bytes(content)
    found = [(f.student, f.assignment, f.name, f.label, f.problem) for f in find(tmp_path)]
    assert found == [
        ("student-001", "1_rnn", "a.ipynb", "student-001/a.ipynb", ""),
        ("student-001", "1_rnn", "a.ipynb", "student-001/a.ipynb", ""),
        ("student-001", "1_rnn", "a.ipynb", "student-001/x/a.ipynb", ""),
        (
            "student-002",
            "1_rnn",
            "mine.ZIP",
            "student-002/mine.ZIP",
            "mine.ZIP: it is not a zip that can be read. Zip it again.",
        ),
        ("student-003", "1_rnn", "a.ipynb", "student-003/a.ipynb", ""),
    ]


def test_a_zip_in_nobodys_folder_belongs_to_the_student_it_is_named_after(tmp_path):
    (tmp_path / "student-007.zip").write_bytes(zipped([("a.ipynb", NOTEBOOK)]))
    (file,) = find(tmp_path)
    assert (file.student, file.label) == ("student-007", "student-007/a.ipynb")
