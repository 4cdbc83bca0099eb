"""The points of a class for Canvas and Moodle, as files that their gradebooks import.

nbgrader takes each class as an exporter, by its name:
`nbgrader export --exporter=grader.classroom.exports.CanvasExport`.

Who is who over there comes from the roster. `nbgrader db student import` fills every column that
nbgrader's table of students has, `lms_user_id` among them, and `nbgrader db student add` has
`--lms-user-id` (nbgrader 0.9.6: api.Student, apps/dbapp.py). Grading changes none of them.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NoReturn

from nbgrader.api import Gradebook
from nbgrader.plugins import ExportPlugin
from traitlets import Dict, Unicode

from grader.show.terminal import number

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
FORMULA = re.compile(r'((?:^|;)[\s"]*)(?=[=+\-@＝＋－＠])')
IN_ROSTER: tuple[str, ...] = ("lms_user_id", "id", "email")


def text(words: str | None) -> str:
    """Write words so that they are one line and no spreadsheet takes them for a formula.

    A field that begins with = + - @, or with their wide forms, gets an apostrophe before it, which
    is OWASP's advice ("CSV Injection"). So does what follows a semicolon: where a comma is the
    decimal sign, spreadsheets begin a new field there.
    """
    line = " ".join(CONTROL.sub(" ", words or "").split())
    return FORMULA.sub(r"\1'", line)


class TableExport(ExportPlugin):  # type: ignore[misc]
    """A line a student, a column an assignment; what comes before them differs by system."""

    file = ""
    fields: tuple[str, ...] = ()  # settings that name a field of the roster
    choices = IN_ROSTER
    headings = Dict(
        value_trait=Unicode(),
        key_trait=Unicode(),
        help="What to write above an assignment's column, by its name in nbgrader; else that name.",
    ).tag(config=True)
    not_handed_in = Unicode("", help="What to write where nothing was handed in.").tag(config=True)

    def export(self, gradebook: Gradebook) -> None:
        """Write the file.

        Parameters
        ----------
        gradebook : Gradebook
        """
        for setting in self.fields:
            self.demand_field(setting)
        assignments = {one.name: one for one in gradebook.assignments}
        students = {one.id: one for one in gradebook.students}
        self.demand_known(self.headings, assignments, f"{type(self).__name__}.headings")
        chosen = self.chosen(assignments, self.assignment, "--assignment")
        points = {name: scores(gradebook, name) for name in chosen}
        above = [text(self.headings.get(name, name)) for name in chosen]
        self.demand_different(dict(zip(chosen, above, strict=True)), "heading")
        most = [number(round(one.max_score, 2)) for one in chosen.values()]
        rows = [
            [*before, *(points[name].get(student, self.not_handed_in) for name in chosen)]
            for student, before in self.identified(
                self.chosen(students, self.student, "--student").values()
            )
        ]
        self.write([*self.top(above, most), *rows])

    def top(self, above: Sequence[str], most: Sequence[str]) -> list[list[str]]:
        """Give the lines before those of students: headings, and what can be earned at most."""
        raise NotImplementedError

    def identified(self, students: Iterable[Any]) -> list[tuple[str, list[str]]]:
        """Give (student, the fields that say who it is) for all who can be found over there."""
        raise NotImplementedError

    def chosen(
        self, known: Mapping[str, Any], names: Iterable[Any], option: str
    ) -> Mapping[str, Any]:
        """Keep what an option of the command names; all if it names nothing."""
        asked = [str(name) for name in names]
        self.demand_known(asked, known, option)
        return {name: one for name, one in known.items() if name in asked} if asked else known

    def demand_field(self, setting: str) -> None:
        value = getattr(self, setting)
        if value not in self.choices:
            of = ", ".join(map(repr, self.choices))
            self.stop(f"{type(self).__name__}.{setting} is {value!r}. It can be one of {of}.")

    def demand_known(self, names: Iterable[str], known: Collection[str], where: str) -> None:
        for name in names:
            if name not in known:
                listed = ", ".join(known) or "nothing"
                self.stop(f"{where}: the gradebook does not know {name}. It has {listed}.")

    def demand_different(self, fields: Mapping[str, str], what: str) -> None:
        """Refuse if one student's points, or one assignment's, could land at another's."""
        for field, times in Counter(filter(None, fields.values())).items():
            if times > 1:
                same = " and ".join(name for name, value in fields.items() if value == field)
                self.stop(f"{same} have the same {what}, {field}. Nothing was written.")

    def write(self, rows: Iterable[Sequence[str]]) -> None:
        path = self.to or self.file
        try:
            with open(path, "w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows(rows)
        except OSError as error:
            self.stop(f"{path} cannot be written: {error.strerror}.")
        self.log.info("Points written to %s", path)

    def stop(self, why: str) -> NoReturn:
        self.log.error(why)
        raise SystemExit(1)


class CanvasExport(TableExport):
    """A CSV file for *Import* in the gradebook of Canvas.

    Its form is what lib/gradebook_importer.rb of canvas-lms reads, and what
    lib/gradebook_exporter.rb writes:

    * The first line has Student, ID, SIS User ID, SIS Login ID, Section, in this order, and then
      the assignments (`row_has_student_headers?`, `update_column_count`, `header?`).
    * A heading that ends with a number in parentheses is that assignment; another one is the
      assignment of that title, else a new one (`parse_assignments`; app/models/assignment.rb,
      `title_and_id`).
    * In a line with Points Possible stand the most points (`check_for_non_student_row`). A new
      assignment gets them (ui/features/gradebook_uploads, `createIndividualAssignment`).
    * A student is looked for by ID, read as a number as far as it is one; then by SIS User ID, by
      SIS Login ID, and last by name, also with the family name first (`process_student`).
    * Numbers have a decimal point, of which two places count (`no_change_to_value?`).
    * An empty field takes away the score that is there (`populateGradeDataPerSubmission`).
    """

    file = "canvas.csv"
    fields = ("user_id", "sis_user_id", "sis_login_id")
    choices = (*IN_ROSTER, "")
    user_id = Unicode("lms_user_id", help="The roster's field for ID.").tag(config=True)
    sis_user_id = Unicode("", help="The roster's field for SIS User ID.").tag(config=True)
    sis_login_id = Unicode("id", help="The roster's field for SIS Login ID.").tag(config=True)

    def top(self, above: Sequence[str], most: Sequence[str]) -> list[list[str]]:
        known = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
        return [[*known, *above], ["Points Possible", *[""] * 4, *most]]

    def identified(self, students: Iterable[Any]) -> list[tuple[str, list[str]]]:
        found = {
            one.id: [in_roster(one, getattr(self, setting)) for setting in self.fields]
            for one in students
        }
        numbers = {who: fields[0].lstrip("0") for who, fields in found.items()}
        self.demand_different(numbers, "ID")
        for place, what in ((1, "SIS User ID"), (2, "SIS Login ID")):
            self.demand_different({who: fields[place] for who, fields in found.items()}, what)
        strange = [who for who, (number, *_) in found.items() if number and not is_whole(number)]
        if strange:
            self.log.warning("Left without an ID, which is a number in Canvas: %s", listed(strange))
            for who in strange:
                found[who][0] = ""
        return [(one.id, [text(name(one)), *found[one.id], ""]) for one in students]


class MoodleExport(TableExport):
    """A CSV file for *Import*, *CSV file* in the gradebook of Moodle.

    * After the upload a person says which column tells who it is, and which column is which grade
      item (docs.moodle.org, "Grade import"). So headings are free. The first column is proposed.
    * It may be an ID number, an email address, a username or Moodle's own number
      (`load_data.php` of grade/import/csv in moodle, `map_user_data_with_value`).
    * An unknown student ends the whole import, and in a line with an empty field the points go to
      the student of the line before (`prepare_import_grade_data`). So nobody is written down
      without it.
    * A hyphen means that there is no grade; an empty field can mean 0 in a new grade item
      (`update_grade_item`, `import_new_grade_item`).
    * A number may have a decimal point, whatever people write there (`update_grade_item`).
    """

    file = "moodle.csv"
    not_handed_in = Unicode("-", help=TableExport.not_handed_in.help).tag(config=True)
    fields = ("identify_by",)
    identify_by = Unicode(
        "lms_user_id", help="The roster's field by which Moodle knows a student."
    ).tag(config=True)

    def top(self, above: Sequence[str], most: Sequence[str]) -> list[list[str]]:
        for heading, points in zip(above, most, strict=True):
            self.log.info("In Moodle, the maximum grade of %s has to be %s", heading, points)
        who = {"lms_user_id": "ID number", "id": "Username", "email": "Email address"}
        return [[who[self.identify_by], "First name", "Last name", *above]]

    def identified(self, students: Iterable[Any]) -> list[tuple[str, list[str]]]:
        found = {one.id: in_roster(one, self.identify_by) for one in students}
        self.demand_different(found, self.identify_by)
        missing = [who for who, field in found.items() if not field]
        if missing:
            self.log.warning("Left out, without %s: %s", self.identify_by, listed(missing))
        return [
            (one.id, [found[one.id], text(one.first_name), text(one.last_name)])
            for one in students
            if found[one.id]
        ]


def scores(gradebook: Gradebook, assignment: str) -> dict[str, str]:
    """Give what everybody has who handed in: points by hand, extra credit and penalties count."""
    return {
        one.student_id: number(round(max(0.0, one.score - one.late_submission_penalty), 2))
        for one in gradebook.assignment_submissions(assignment)
    }


def in_roster(student: Any, field: str) -> str:
    return text(getattr(student, field)) if field else ""


def is_whole(field: str) -> bool:
    return field.isascii() and field.isdigit()


def name(student: Any) -> str:
    """Write a name with the family name first; where there is none, what the roster has."""
    return ", ".join(filter(None, (student.last_name, student.first_name))) or student.id


def listed(names: Iterable[str]) -> str:
    return ", ".join(text(name) for name in names)
