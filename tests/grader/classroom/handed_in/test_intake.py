"""Whatever a student hands in is read in bounded memory, or ends as one clear line."""

import os
import socket
import stat
import tracemalloc

import pytest
from handed_in import find

from grader.classroom.handed_in import intake
from grader.classroom.handed_in.intake import NothingThere, files, places

NOTEBOOK = b'{"cells": []}'


def write(path, content=NOTEBOOK):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def problems(path, **options):
    """Give what is wrong with each file, by label; the others went well."""
    return {file.label: file.problem for file in find(path, **options)}


def only(path):
    (file,) = find(path)
    assert "\n" not in file.problem
    return file


def test_nbgraders_tree_says_whose_a_file_is(tmp_path):
    write(tmp_path / "student-002" / "1_rnn" / "01_rnn_forward.ipynb")
    write(tmp_path / "student-001" / "2_lstm" / "sub" / "my.py", b"x = 1")
    write(tmp_path / "student-001" / "1_rnn" / "timestamp.txt")
    found = [(f.student, f.assignment, f.name, f.label) for f in find(tmp_path)]
    assert found == [
        ("student-001", "2_lstm", "my.py", "student-001/sub/my.py"),
        ("student-002", "1_rnn", "01_rnn_forward.ipynb", "student-002/01_rnn_forward.ipynb"),
    ]


def test_a_flat_folder_and_a_single_file_are_nobodys(tmp_path):
    path = write(tmp_path / "01_rnn_forward.IPYNB")
    write(tmp_path / "readme.md")
    for place in (tmp_path, path):
        file = only(place)
        assert (file.student, file.label, file.content) == ("", "01_rnn_forward.IPYNB", NOTEBOOK)


def test_a_path_inside_the_tree_still_belongs_to_its_student(tmp_path):
    path = write(tmp_path / "student-001" / "1_rnn" / "a.ipynb")
    for inside in (path, path.parent, path.parent.parent):
        (place,) = places(inside, tmp_path)
        assert (place.student, place.assignment, place.inner) == (
            "student-001",
            "1_rnn",
            path.parts[-1:],
        )


def test_one_student_can_be_asked_for(tmp_path):
    for student in ("student-001", "student-0011", "student-002"):
        write(tmp_path / student / "1_rnn" / "a.ipynb")
    assert {*problems(tmp_path, student="student-001")} == {"student-001/a.ipynb"}


def test_what_does_not_exist_is_said(tmp_path):
    with pytest.raises(NothingThere, match="Give a notebook, a zip, or a folder"):
        places(tmp_path / "absent")


def test_another_kind_of_file_is_named_as_such(tmp_path):
    assert "neither a notebook" in only(write(tmp_path / "answers.docx")).problem


def test_hidden_folders_and_files_of_programs_are_left_out(tmp_path):
    for name in (".ipynb_checkpoints/a.ipynb", "__MACOSX/a.py", ".git/a.py", "._a.ipynb"):
        write(tmp_path / "student-001" / "1_rnn" / name)
    assert problems(tmp_path) == {}


EMPTY = ("student-001/1_rnn/answers.docx", "student-001/1_rnn", "student-001")


@pytest.mark.parametrize("inside", EMPTY)
def test_in_a_course_a_student_without_anything_to_grade_gets_a_line(tmp_path, inside):
    path = tmp_path / inside
    path.parent.mkdir(parents=True, exist_ok=True)
    _ = write(path) if path.suffix else path.mkdir()
    (place,) = places(tmp_path, tmp_path)
    assert place.student == "student-001"
    assert place.problem.startswith("There is no notebook")


# Each of these makes one thing that cannot be read at a place, and gives what is said of it.


def link_to_a_file(path):
    path.symlink_to(write(path.parent / "elsewhere.txt"))
    return "it is a link"


def link_to_nothing(path):
    path.symlink_to("nowhere")
    return "it is a link"


def link_to_itself(path):
    path.symlink_to(path)
    return "it is a link"


def pipe_that_nobody_writes_to(path):
    os.mkfifo(path)
    return "it is not a regular file"


def local_socket(path):
    here = os.getcwd()
    os.chdir(path.parent)  # its path may only be 108 bytes long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path.name)
    os.chdir(here)
    return "it is not a regular file"


def device(path):
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:  # only root may
        os.mkfifo(path)
    return "it is not a regular file"


def too_large(path):
    with path.open("wb") as file:
        file.truncate(2**40)
    return "too large for a submission"


STRANGE = (
    link_to_a_file,
    link_to_nothing,
    link_to_itself,
    pipe_that_nobody_writes_to,
    local_socket,
    device,
    too_large,
)


@pytest.mark.parametrize("make", STRANGE)
@pytest.mark.parametrize("name", ["a.ipynb", "a.py", "a.zip"])
def test_what_is_no_ordinary_file_is_one_line_and_the_others_are_read(tmp_path, make, name):
    said = make(write(tmp_path / "student-001" / "before").with_name(name))
    write(tmp_path / "student-002" / "b.ipynb")
    found = problems(tmp_path)
    assert said in found.pop(f"student-001/{name}")
    assert found == {"student-002/b.ipynb": ""}


def test_a_link_to_a_folder_is_not_followed(tmp_path):
    write(tmp_path / "private" / "a.ipynb")
    tree = tmp_path / "submitted"
    write(tree / "student-002" / "b.ipynb")
    (tree / "student-001").symlink_to(tmp_path / "private")
    (tree / "student-002" / "1_rnn").symlink_to(tmp_path / "private")
    found = problems(tree)
    assert {*found} == {"student-001", "student-002/1_rnn", "student-002/b.ipynb"}
    assert "it is a link" in found["student-001"]
    assert found["student-002/b.ipynb"] == ""


def test_a_loop_of_folders_ends(tmp_path):
    (tmp_path / "student-001").mkdir()
    (tmp_path / "student-001" / "again").symlink_to(tmp_path)
    (tmp_path / "student-001" / "self").symlink_to("self")
    assert all("it is a link" in problem for problem in problems(tmp_path).values())


def test_a_folder_that_was_named_by_hand_may_be_a_link(tmp_path):
    write(tmp_path / "disk" / "student-001" / "a.ipynb")
    (tmp_path / "submitted").symlink_to(tmp_path / "disk")
    assert problems(tmp_path / "submitted") == {"student-001/a.ipynb": ""}


def test_folders_without_bottom_are_one_line(tmp_path):
    write(tmp_path / "student-001" / "/".join(["d"] * 200) / "a.ipynb")
    write(tmp_path / "student-002" / "a.ipynb")
    found = problems(tmp_path)
    assert found.pop("student-002/a.ipynb") == ""
    (problem,) = found.values()
    assert "far more folders" in problem


def test_a_folder_of_thousands_of_files_is_one_line_and_takes_nothing_from_others(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(intake, "MOST_ENTRIES", 20)
    monkeypatch.setattr(intake.Listing.__init__, "__defaults__", (20,))
    for number in range(30):
        write(tmp_path / "student-001" / f"{number}.ipynb")
        write(tmp_path / f"student-1{number:02}" / "a.ipynb")
    found = problems(tmp_path)
    assert "far more" in found.pop("student-001")
    assert len(found) == 30
    assert {*found.values()} == {""}


def refused(*_, **__):
    raise PermissionError(13, "Permission denied")


def test_a_file_that_may_not_be_read_is_one_line(tmp_path, monkeypatch):
    write(tmp_path / "a.ipynb")
    monkeypatch.setattr(os, "open", refused)
    assert problems(tmp_path) == {"a.ipynb": "a.ipynb is not read: permission denied."}


def test_a_folder_that_may_not_be_read_is_one_line(tmp_path, monkeypatch):
    write(tmp_path / "student-001" / "1_rnn" / "a.ipynb")
    write(tmp_path / "student-002" / "a.ipynb")
    scan = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: refused() if "rnn" in str(path) else scan(path))
    assert problems(tmp_path) == {
        "student-001": "1_rnn is not read: permission denied.",
        "student-002/a.ipynb": "",
    }


def test_a_file_that_vanishes_or_becomes_a_link_after_the_listing_is_one_line(tmp_path):
    gone, changed, _ = (write(tmp_path / f"{name}.ipynb") for name in "abc")
    listed = places(tmp_path)
    gone.unlink()
    changed.unlink()
    changed.symlink_to("c.ipynb")
    found = [file.problem for place in listed for file in files(place)]
    assert found == [
        "a.ipynb is not read: it has vanished since the folder was listed.",
        "b.ipynb is not read: it is a link.",
        "",
    ]


def test_a_file_that_grows_while_it_is_read_is_read_no_further_than_the_limit(
    tmp_path, monkeypatch
):
    path = write(tmp_path / "a.ipynb")
    about = os.fstat

    def grow(descriptor):
        with path.open("r+b") as file:
            file.truncate(2**40)
        return about(descriptor)

    monkeypatch.setattr(os, "fstat", grow)
    tracemalloc.start()
    found = problems(tmp_path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "too large" in found["a.ipynb"]
    assert most < 3 * intake.LARGEST_FILE


def test_files_are_read_one_at_a_time(tmp_path):
    for number in range(20):
        write(tmp_path / f"student-{number:03}" / "a.ipynb", bytes(4 * 2**20))
    tracemalloc.start()
    for file in find(tmp_path):
        assert len(file.content) == 4 * 2**20
        del file
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 60 * 2**20


NAMES = (b"\xff\xfe.ipynb", b"a\nb.ipynb", b"\x1b[2J.ipynb", "\u202e.ipynb".encode())


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_could_steer_a_terminal_is_made_harmless(tmp_path, name):
    folder = os.path.join(os.fsencode(tmp_path), b"student-\xff")
    os.mkdir(folder)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(NOTEBOOK)
    file = only(tmp_path)
    assert file.label.isprintable()
    assert file.name.isprintable()
    assert file.label.encode().startswith(b"student-?/")
    assert (file.content, file.problem) == (NOTEBOOK, "")
