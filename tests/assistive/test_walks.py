"""Three readers find, read and check a passage with their eyes closed: by keys, and by what is said."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.assistive.stage import Stage, missing

LACKING = missing()
MUST_RUN = os.environ.get("CRMO_TESTS_NEED") == "screen-reader"  # .ci/run has installed what is needed
pytestmark = pytest.mark.skipif(
    bool(LACKING) and not MUST_RUN, reason=f"needs a screen and an accessibility bus: {', '.join(LACKING)}"
)

Told = dict[str, Any]


class BlindReader:
    """Knows only what a screen reader says: what has the keyboard, announcements, the line at the caret."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._heard: list[Told] = []

    def press(self, *keys: str) -> None:
        """Press keys; what was heard before counts no more."""
        self.stage.ask("heard")
        self._heard.clear()
        self.stage.press(*keys)

    def type(self, words: str) -> None:
        self.stage.ask("heard")
        self._heard.clear()
        self.stage.type(words)

    def hear(self, words: str) -> str:
        """Wait until something with these words is said; returns all of it."""
        return str(self._wait(words, lambda told: words in _words(told), _words))

    def reach(self, role: str, words: str = "") -> str:
        """Wait until the keyboard is on something of this kind; returns what it is called."""

        def fits(told: Told) -> bool:
            return told["event"] == "focus" and told["role"] == role and words in told["name"]

        return str(self._wait(f"{role}: {words}", fits, lambda told: told["name"]))

    def _wait(self, what: str, fits: Callable[[Told], bool], told: Callable[[Told], str]) -> str:
        def found() -> str:
            self._heard.extend(self.stage.ask("heard"))
            return next((told(one) or " " for one in self._heard if fits(one)), "")

        try:
            return self.stage.wait(what, found)
        except AssertionError as error:
            raise AssertionError(f"{error}; heard: {[_words(one) for one in self._heard]}") from None

    def walk_to(self, key: str, words: str) -> str:
        """Press a letter until what is said has `words`; fails where that comes round to the end."""
        for _ in range(60):
            self.press(key)
            said = self._wait(f"{key} says something", _is_no_line, _words)
            if words in said:
                return said
            assert not said.startswith("No further"), f"“{words}” is not on the page"
        raise AssertionError(f"“{words}” was not reached")


def _is_no_line(told: Told) -> bool:
    return told["event"] in ("focus", "announcement")


def _words(told: Told) -> str:
    """What a screen reader says of an event."""
    match told["event"]:
        case "focus":
            level = f"level {told['level']}" if told["level"] else ""
            return ", ".join(filter(None, (told["name"], told["role"], level, told["description"])))
        case "announcement":
            return str(told["words"])
        case "caret":
            return str(told["line"])
    return ""


@pytest.fixture
def reader(tmp_path: Path, pack_path: Path) -> Iterator[BlindReader]:
    with Stage(tmp_path, "--data-dir", str(tmp_path / "data"), "--pack", str(pack_path)) as stage:
        stage.wait_for_focus("text", "Search all topics")
        yield BlindReader(stage)


def test_a_parent_finds_what_the_doctor_said_its_source_and_the_way_back(reader: BlindReader) -> None:
    reader.type("can she have vaccines")
    reader.hear("results in")
    reader.press("Down")
    first = reader.reach("list item")
    assert "accin" in first

    reader.press("Return")
    reader.reach("document frame", ", for families")

    said = reader.walk_to("h", "heading, level 2")
    assert said
    reader.press("Down")
    reader.hear("")
    source = reader.walk_to("k", "Source")
    assert "link" in source
    reader.press("Return")
    reader.hear("What the card says")
    reader.press("Escape")
    assert reader.reach("link").startswith("Source")

    reader.press("Alt+Left")
    reader.hear("results in")


def test_a_clinician_finds_a_figure_in_a_table_with_its_headers_and_source(reader: BlindReader) -> None:
    reader.press("Ctrl+Shift+l")
    reader.type("pamidronate dose")
    reader.hear("results in")
    reader.press("Return")
    reader.reach("document frame", ", for clinicians")

    said = reader.walk_to("t", ", table, ")
    assert "columns" in said
    page = reader.stage.ask("tree", within="document frame")
    cells = [part["name"] for part in page if part["role"] == "table cell"]
    assert cells
    place = reader.stage.ask("cell", name=cells[0])
    assert place["row"] > 0
    assert place["heads"]
    assert place["sides"]

    source = reader.walk_to("k", "Source")
    reader.press("Return")
    card = reader.hear(". ")
    assert card
    reader.press("Escape")
    assert reader.reach("link", source.split(",")[0])


def test_a_trainer_walks_the_topics_and_the_list_of_headings(reader: BlindReader) -> None:
    reader.press("F9")
    reader.press("F9")
    reader.reach("tree", "Topics")
    reader.type("workshop")
    topic = reader.hear("Workshop")
    reader.press("Return")
    title = reader.reach("document frame", ", for ")
    assert title.startswith(topic.split(",")[0])

    reader.press("Shift+F7")
    reader.reach("list item", "level")
    reader.press("Down")
    heading = reader.reach("list item", "level 2").removesuffix(", level 2")
    reader.press("Return")
    reader.hear(f"{heading}, heading, level 2")
    reader.walk_to("k", "link")
    reader.press("Alt+Home")
    reader.hear("Search all topics")


def test_all_of_a_page_is_on_the_bus_with_its_language(reader: BlindReader) -> None:
    reader.type("bone map")
    reader.hear("results in")
    reader.press("Return")
    reader.hear(", for families")

    page = reader.stage.ask("tree", within="document frame")

    assert page[0]["language"].startswith("en")
    roles = {part["role"] for part in page}
    assert {"document frame", "heading", "paragraph", "list", "list item", "link", "panel"} <= roles
    assert next(part["level"] for part in page if part["role"] == "heading") == "1"
    assert all(part["name"] for part in page if part["role"] in ("heading", "link", "panel", "image"))


def test_text_is_read_by_character_word_and_line_and_selected_by_keys(reader: BlindReader) -> None:
    reader.type("mri")
    reader.hear("results in")
    reader.press("Return")
    reader.reach("document frame", ", for families")
    reader.walk_to("h", "heading, level 2")

    reader.press("Down")
    line = reader.hear("")
    reader.press("Shift+Right", "Shift+Right", "Shift+Right")
    text = reader.stage.wait("a selection", lambda: (t := reader.stage.ask("text"))["selection"] and t)

    assert len(text["selection"]) == 3
    assert text["selection"] in text["all"]
    assert text["word"] in text["line"] or text["line"]
    assert line
    assert text["count"] > 500


def test_the_program_ends_well_while_a_screen_reader_listens(reader: BlindReader) -> None:
    reader.type("mri")
    reader.hear("results in")
    reader.press("Return")
    reader.reach("document frame", ", for families")
    assert reader.stage.ask("count", within="document frame") > 50
    program = reader.stage.program
    assert program is not None

    reader.stage.press("Ctrl+q")

    assert program.wait(30) == 0, reader.stage.log.read_text(encoding="utf-8")


def test_a_picture_is_walked_place_by_place_and_the_program_ends_well(reader: BlindReader) -> None:
    reader.press("Ctrl+Shift+M")
    reader.reach("text")
    reader.type("bone map")
    reader.press("Return")
    reader.hear("Which bones, in which group")

    reader.press("Right")
    first = reader.reach("link")
    assert "%" in first
    reader.press("Right")
    second = reader.reach("link")
    assert "%" in second
    assert second != first

    reader.press("Return")
    reader.reach("document frame", ", for families")
    reader.press("Alt+Left")
    reader.hear("Which bones, in which group")
    program = reader.stage.program
    assert program is not None

    reader.stage.press("Ctrl+q")

    assert program.wait(30) == 0, reader.stage.log.read_text(encoding="utf-8")


def test_what_happens_without_the_keyboard_moving_is_said(reader: BlindReader) -> None:
    reader.type("mri")
    reader.hear("results in")
    reader.press("Return")
    reader.hear(", for families")

    reader.press("Ctrl+Shift+d")
    reader.hear("Address copied")
    reader.press("Ctrl+Shift+l")
    reader.hear("for clinicians")
    reader.press("Ctrl+f")
    reader.reach("text", "Find in this page")
    reader.type("zzzq")
    reader.hear("Not on this page")
