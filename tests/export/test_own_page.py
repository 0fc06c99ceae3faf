"""What the reader has made as one page: well-formed, in folders, told in words, with nothing let in."""

from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.own_things import Colour, Folder, FolderId, Kind, Quote, Spot, Thing, ThingId
from crmo_desktop.export.own_page import OwnPageWords, own_page

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
TODAY = date(2026, 11, 26)
SPOT = Spot(
    page="crmo://topic/mri",
    section="in-short",
    audience=Audience.PATIENT,
    title="MRI scan",
    section_title="In short",
)
NOTE = Thing(
    id=ThingId(1), uid="a", kind=Kind.NOTE, spot=SPOT, folder=None, colour=None, quote=None, words="ask\nher",
    edition="2026-11-23", made=NOON, changed=NOON,
)  # fmt: skip
HIGHLIGHT = replace(
    NOTE, id=ThingId(2), uid="b", kind=Kind.HIGHLIGHT, colour=Colour.PINK, quote=Quote(exact="A picture")
)
FOLDERS = (
    Folder(id=FolderId(1), uid="1", name="Doctor"),
    Folder(id=FolderId(2), uid="2", name="Empty"),
)


class Outline(HTMLParser):
    """Every element as a line, its text behind it; fails where tags do not match."""

    VOID = {"meta"}

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data))

    def of(self, *tags: str) -> list[str]:
        return [text for tag, text in self.texts if tag in tags]


def page(*things: Thing, words: OwnPageWords = OwnPageWords()) -> Outline:
    return Outline(own_page(things, FOLDERS, words, made_on=TODAY))


def test_folders_are_headings_pages_are_headings_within_them() -> None:
    other = Spot(page="crmo://topic/ct", audience=Audience.PATIENT, title="CT scan")
    untitled = Spot(page="crmo://topic/x", audience=Audience.PATIENT, title="")
    outline = page(
        HIGHLIGHT,
        replace(NOTE, id=ThingId(3), spot=other),
        replace(NOTE, id=ThingId(4), folder=FolderId(1)),
        replace(NOTE, id=ThingId(5), folder=FolderId(99), spot=untitled),
        NOTE,
    )

    assert outline.of("h1", "h2", "h3") == [
        "My notes and marks",
        "Doctor",
        "MRI scan",
        "In no folder",
        "crmo://topic/x",
        "CT scan",
        "MRI scan",
    ]
    assert ("html", "lang", "en") in outline.attributes


def test_a_highlight_is_told_by_the_name_of_its_colour() -> None:
    outline = page(HIGHLIGHT)

    assert "Highlight (pink): In short" in outline.of("p")
    assert outline.of("mark") == ["A picture"]
    assert ("mark", "class", "pink") in outline.attributes
    assert outline.of("time") == ["2026-11-26"]
    assert outline.of("span") == ["crmo://topic/mri#in-short"]


def test_words_keep_their_lines() -> None:
    assert "ask\nher" in page(NOTE).of("p")


def test_a_bookmark_has_no_words() -> None:
    spot = replace(SPOT, section=None, section_title="")
    outline = page(replace(NOTE, kind=Kind.BOOKMARK, words="", spot=spot))

    assert outline.of("p")[1] == "Bookmark"
    assert ("p", "class", "words") not in outline.attributes


def test_what_was_typed_is_text_and_nothing_else() -> None:
    bad = '<script>alert("1")</script>&amp;\'"'
    spot = Spot(page=f"crmo://{bad}", audience=Audience.PATIENT, title=bad, section=bad, section_title=bad)
    thing = replace(HIGHLIGHT, spot=spot, quote=Quote(exact=bad), words=bad, folder=FolderId(1))
    text = own_page([thing], [replace(FOLDERS[0], name=bad)], OwnPageWords(), made_on=TODAY)

    assert "<script" not in text
    outline = Outline(text)
    assert outline.of("h2") == outline.of("h3") == outline.of("mark") == [bad]
    assert bad in outline.of("p")


def test_nothing_is_told_in_words_and_the_window_may_give_its_own() -> None:
    words = OwnPageWords(
        language="ar", direction="rtl", title="T", made="M {date} {odd}", nothing="N", not_advice="A"
    )
    outline = page(words=words)

    assert outline.of("p") == ["M 2026-11-26 {odd}", "N", "A"]
    assert ("html", "dir", "rtl") in outline.attributes
    assert outline.of("title") == ["T"]


def test_it_needs_no_other_file() -> None:
    text = own_page([HIGHLIGHT], FOLDERS, OwnPageWords(), made_on=TODAY)

    assert "default-src 'none'" in text
    assert not any(sign in text for sign in ("http:", "https:", "src=", "@import", "url("))
