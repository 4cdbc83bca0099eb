"""Everything that was handed in at a place, read."""

from grader.classroom.handed_in.intake import files, places


def find(path, **options):
    """Give the files one by one, each read when it is its turn."""
    for place in places(path, **options):
        yield from files(place)
