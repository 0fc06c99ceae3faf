"""The command `export`: what it takes, what it refuses, and that it needs no screen."""

import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from crmo_desktop import exporting
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import (
    FolderInPlaceError,
    NoFolderError,
    UnknownChapterError,
    UnknownTopicError,
    UserError,
)
from crmo_desktop.domain.publication import Extract, PaperLook, PaperSize, Publication, TypeSize
from crmo_desktop.library.pack import open_pack
from crmo_desktop.opening import Reference
from crmo_desktop.services.reading import ReadingService
from tests.house.tree import ROOT

FAMILIES, BOTH = (Audience.PATIENT,), (Audience.PATIENT, Audience.CLINICIAN)
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def reference(pack_path: Path) -> Iterator[Reference]:
    pack = open_pack(pack_path)
    yield Reference(pack)
    pack.close()


@pytest.fixture
def reading(reference: Reference) -> ReadingService:
    return reference.reading


def options(output: Path, **changes: object) -> Namespace:
    usual = {
        "output": output,
        "format": None,
        "topics": None,
        "chapter": None,
        "for_audience": None,
        "audience": None,
        "paper": "a4",
        "type": "normal",
        "session": None,
    }
    return Namespace(**{**usual, **changes})


def extracts(publication: Publication) -> list[tuple[str, Audience]]:
    return [(part.topic, part.audience) for part in publication.contents if isinstance(part, Extract)]


# --- what is chosen


def test_one_topic_has_its_own_title(reading: ReadingService) -> None:
    publication = exporting.chosen(reading, ["mri"], None, BOTH, PaperLook())

    assert publication.title == "MRI and whole-body MRI"
    assert extracts(publication) == [("mri", Audience.PATIENT), ("mri", Audience.CLINICIAN)]
    assert not publication.has_list_of_contents


def test_several_topics_come_in_the_order_wanted_each_once(reading: ReadingService) -> None:
    topics = ["nsaids", "crmo://topic/mri#protocol", "nsaids"]

    publication = exporting.chosen(reading, topics, None, FAMILIES, PaperLook())

    assert [topic for topic, _ in extracts(publication)] == ["nsaids", "mri"]
    assert publication.title == reading.edition.title
    assert publication.has_list_of_contents


@pytest.mark.parametrize("chapter", ["symptoms", "Symptoms", "SYMPTOMS"])
def test_a_chapter_by_its_id_or_title(reading: ReadingService, chapter: str) -> None:
    publication = exporting.chosen(reading, None, chapter, FAMILIES, PaperLook())

    wanted = next(one for one in reading.chapters() if one.id == "symptoms")
    assert [topic for topic, _ in extracts(publication)] == [topic.id for topic in wanted.topics]
    assert publication.title == "Symptoms"


def test_without_either_the_whole_reference(reading: ReadingService) -> None:
    look = PaperLook(size=PaperSize.LETTER, type_size=TypeSize.LARGEST)

    publication = exporting.chosen(reading, None, None, FAMILIES, look)

    assert len(extracts(publication)) == 89
    assert not [topic for topic, _ in extracts(publication) if topic.startswith("help-")]
    assert publication.look == look


def test_nearest_names_are_offered(reading: ReadingService) -> None:
    with pytest.raises(UnknownTopicError) as topic:
        exporting.chosen(reading, ["nsaid"], None, FAMILIES, PaperLook())
    with pytest.raises(UnknownChapterError) as near:
        exporting.chosen(reading, None, "symptom", FAMILIES, PaperLook())
    with pytest.raises(UnknownChapterError) as far:
        exporting.chosen(reading, None, "xyzzy", FAMILIES, PaperLook())

    assert topic.value.hint == "Did you mean “nsaids”?"
    assert near.value.hint == "Did you mean “symptoms”?"
    assert far.value.message == "There is no chapter “xyzzy” in this edition."
    assert far.value.hint.startswith("There are: understanding, bones, ")


# --- what is refused before anything is done


def refused(reference: Reference, kind: type[UserError], asked: Namespace) -> UserError:
    with pytest.raises(kind) as raised:
        exporting.run(reference, ROOT / "resources", asked)
    return raised.value


def test_the_kind_of_file_must_be_known(reference: Reference, tmp_path: Path) -> None:
    error = refused(reference, UserError, options(tmp_path / "out.doc"))

    assert error.hint == "Say it with --format pdf, --format html, --format slides-pdf or --format pptx."


def test_places_where_no_file_can_be(reference: Reference, tmp_path: Path) -> None:
    (tmp_path / "folder.html").mkdir()

    assert refused(reference, NoFolderError, options(tmp_path / "gone" / "out.html"))
    assert refused(reference, FolderInPlaceError, options(tmp_path / "folder.html", format="pdf"))


def test_an_unknown_topic_leaves_the_old_file(reference: Reference, tmp_path: Path) -> None:
    file = tmp_path / "out.html"
    file.write_text("old")

    refused(reference, UnknownTopicError, options(file, topics=["nope"]))

    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.html"]


# --- what is written


def child(*arguments: object, pack: Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Runs the program in a process that knows of no screen."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    own = ["--data-dir", str(folder / "profile"), "--pack", str(pack)]
    return subprocess.run(
        [sys.executable, "-m", "crmo_desktop", *own, "export", *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_html_without_a_screen(pack_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.html"

    done = child("--topic", "nsaids", "--audience", "both", "-o", file, pack=pack_path, folder=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, f"{file}\n", "")
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    assert len(list(root.iter(f"{XHTML}article"))) == 2
    assert len(list(root.iter("{http://www.w3.org/2000/svg}svg"))) >= 1
    assert not (tmp_path / "profile").exists()


def test_pdf_without_a_screen(pack_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    file.write_text("what was there")

    done = child(
        "--topic",
        "nsaids",
        "--paper",
        "letter",
        "--type",
        "large",
        "-o",
        file,
        pack=pack_path,
        folder=tmp_path,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, f"{file}\n", "")
    assert file.read_bytes().startswith(b"%PDF-")
    assert b"612" in file.read_bytes()  # points: the width of Letter


def test_a_wrong_name_is_said_with_exit_status_2(pack_path: Path, tmp_path: Path) -> None:
    done = child("--chapter", "symptom", "-o", tmp_path / "out.html", pack=pack_path, folder=tmp_path)

    assert done.returncode == 2
    assert done.stderr == "There is no chapter “symptom” in this edition.\nDid you mean “symptoms”?\n"
    assert not (tmp_path / "out.html").exists()
