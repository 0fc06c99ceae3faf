"""Slides by the command `export`: what it takes, what it refuses, and that it needs no screen."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest

from crmo_desktop import exporting
from crmo_desktop.cli import make_parser
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UnknownTopicError, UserError
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.session import Part, PartKind, Session
from crmo_desktop.domain.session_json import session_file
from crmo_desktop.library.pack import open_pack
from crmo_desktop.opening import Reference
from tests.house.tree import ROOT

RESOURCES = ROOT / "resources"
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def reference(pack_path: Path) -> Iterator[Reference]:
    pack = open_pack(pack_path)
    yield Reference(pack)
    pack.close()


@pytest.fixture(autouse=True)
def _platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")  # the command sets it for good


def options(*arguments: str) -> Namespace:
    return make_parser(with_commands=True).parse_args(["export", *arguments])


def run(reference: Reference, *arguments: str) -> int:
    return exporting.run(reference, RESOURCES, options(*arguments))


def session(path: Path, *parts: Part) -> Path:
    made = Session(uid="s-1", name="Evening", audience=Audience.PATIENT, parts=parts, changed=NOON)
    path.write_text(session_file(made, program="0.2.0", exported=NOON.isoformat()), encoding="utf-8")
    return path


def test_topics_become_a_pdf_of_slides(
    reference: Reference, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "slides.pdf"

    run(reference, "--topic", "mri", "flares", "--format", "slides-pdf", "--layout", "6", "-o", str(path))

    read = pypdf.PdfReader(path)
    assert read.metadata is not None
    assert read.metadata.title == reference.reading.edition.title
    assert len(read.outline) >= 2
    assert capsys.readouterr().out.strip() == str(path)


def test_a_pptx_is_one_by_its_name(reference: Reference, tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"

    run(reference, "--topic", "mri", "--shape", "4:3", "--colours", "dark", "--no-answers", "-o", str(path))

    assert path.read_bytes().startswith(b"PK")


def test_both_audiences_follow_each_other(reference: Reference, tmp_path: Path) -> None:
    one, both = tmp_path / "one.pdf", tmp_path / "both.pdf"

    run(reference, "--topic", "mri", "--format", "slides-pdf", "-o", str(one))
    run(reference, "--topic", "mri", "--format", "slides-pdf", "--audience", "both", "-o", str(both))

    read = pypdf.PdfReader(both)
    assert len(read.pages) > len(pypdf.PdfReader(one).pages)
    assert read.metadata is not None
    assert read.metadata.title == reference.reading.page(TopicId("mri"), Audience.PATIENT).topic.title


def test_a_chapter_becomes_slides(reference: Reference, tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"

    run(reference, "--chapter", "reference", "-o", str(path))

    assert path.read_bytes().startswith(b"PK")


def test_a_session_becomes_slides_and_its_pdf_is_one_of_slides(reference: Reference, tmp_path: Path) -> None:
    file = session(tmp_path / "a.crmo-session", Part(kind=PartKind.OWN, title="Welcome"))
    path = tmp_path / "slides.pdf"

    run(reference, "--session", str(file), "-o", str(path))

    assert "Welcome" in " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_a_session_is_no_page_of_a_browser(reference: Reference, tmp_path: Path) -> None:
    file = session(tmp_path / "a.crmo-session", Part(kind=PartKind.OWN, title="Welcome"))

    with pytest.raises(UserError, match="slides only"):
        run(reference, "--session", str(file), "-o", str(tmp_path / "slides.html"))


def test_what_an_edition_lacks_of_a_session_is_told(
    reference: Reference, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = Part(kind=PartKind.TOPIC, target="no-such-topic", title="Old page")
    file = session(tmp_path / "a.crmo-session", Part(kind=PartKind.OWN, title="Welcome"), gone)

    run(reference, "--session", str(file), "-o", str(tmp_path / "slides.pptx"))

    assert "No longer in this edition: Old page" in capsys.readouterr().err


def test_a_session_of_which_nothing_is_left_is_refused(reference: Reference, tmp_path: Path) -> None:
    file = session(tmp_path / "a.crmo-session", Part(kind=PartKind.TOPIC, target="no-such-topic"))

    with pytest.raises(UserError, match="nothing of the session"):
        run(reference, "--session", str(file), "-o", str(tmp_path / "slides.pptx"))


def test_slides_of_everything_are_too_many(reference: Reference, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="of what the slides"):
        run(reference, "-o", str(tmp_path / "slides.pptx"))


def test_topics_that_are_not_there_are_refused(reference: Reference, tmp_path: Path) -> None:
    with pytest.raises(UnknownTopicError):
        run(reference, "--topic", "no-such-topic", "-o", str(tmp_path / "slides.pptx"))
