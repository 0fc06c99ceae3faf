"""The command `export-quiz`: what it takes, and what it refuses."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

from crmo_desktop import quiz_exporting
from crmo_desktop.cli import make_parser
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownChapterError, UserError
from crmo_desktop.library.pack import open_pack
from crmo_desktop.opening import Reference


@pytest.fixture(scope="module")
def reference(pack_path: Path) -> Iterator[Reference]:
    pack = open_pack(pack_path)
    yield Reference(pack)
    pack.close()


def options(*arguments: str) -> Namespace:
    return make_parser(with_commands=True).parse_args(["export-quiz", *arguments])


@pytest.mark.parametrize(("ending", "begins"), [("apkg", b"PK"), ("txt", b"CRMO"), ("tsv", b"Question\t")])
def test_the_kind_is_what_the_file_is_called(
    reference: Reference, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str, begins: bytes
) -> None:
    path = tmp_path / f"quiz.{ending}"

    assert quiz_exporting.run(reference, options("-o", str(path))) == 0

    assert path.read_bytes().startswith(begins)
    assert capsys.readouterr().out.strip() == str(path)


def test_the_kind_can_be_told(reference: Reference, tmp_path: Path) -> None:
    path = tmp_path / "quiz"

    quiz_exporting.run(reference, options("-o", str(path), "--format", "table", "--audience", "patient"))

    assert "\tFamilies\t" in path.read_text(encoding="utf-8")
    assert "\tClinicians\t" not in path.read_text(encoding="utf-8")


def test_a_file_that_says_nothing_is_asked_about(reference: Reference, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not clear which kind"):
        quiz_exporting.run(reference, options("-o", str(tmp_path / "quiz.doc")))


def test_questions_are_those_of_a_chapter_and_an_audience(reference: Reference) -> None:
    reading = reference.reading
    chapter = reading.questions()[0].chapter
    title = next(each.title for each in reading.chapters() if each.id == chapter)

    by_id = quiz_exporting.chosen(reading, Audience.PATIENT, chapter)

    assert by_id == quiz_exporting.chosen(reading, Audience.PATIENT, title.upper())
    assert {(each.chapter, each.audience) for each in by_id} == {(chapter, Audience.PATIENT)}
    assert quiz_exporting.chosen(reading, None, None) == reading.questions()


def test_a_chapter_that_is_not_there_is_refused(reference: Reference) -> None:
    with pytest.raises(UnknownChapterError):
        quiz_exporting.chosen(reference.reading, None, "no-such-chapter")


def test_no_questions_are_no_file(reference: Reference) -> None:
    without = next(
        chapter.id
        for chapter in reference.reading.chapters()
        if chapter.id not in {question.chapter for question in reference.reading.questions()}
    )

    with pytest.raises(UserError, match="no such questions"):
        quiz_exporting.chosen(reference.reading, None, without)
