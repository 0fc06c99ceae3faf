"""A topic for families in one sentence, in thirty seconds and in full, as it is read."""

from collections.abc import Iterator
from html import unescape
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.authoring.check_easy import SENTENCE_WORDS, SHORT_WORDS
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.page import Page
from crmo_desktop.gui.pages.easy_reading import DEPTH_LINK, REST, EasyReading
from crmo_desktop.gui.pages.reader import ReaderPage
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import LookOf
from tests.gui.hands import press, type_words
from tests.gui.pages.desk import Desk
from tests.gui.specimen import page as specimen
from tests.gui.specimen import section

SPINE, SKIN = TopicId("spine"), TopicId("skin")
SHORT = [Depth.SENTENCE, Depth.SHORT]


def text_of(reader: ReaderPage) -> str:
    return reader.view.toPlainText()


def topics(reading: ReadingService) -> Iterator[Page]:
    for chapter in reading.chapters():
        for entry in chapter.topics:
            if not entry.is_help:
                yield reading.page(entry.id, Audience.PATIENT)


@pytest.fixture
def spine(desk: Desk, reading: ReadingService) -> Desk:
    desk.put(reading.page(SPINE, Audience.PATIENT))
    return desk


@pytest.fixture
def short_spine(spine: Desk) -> Desk:
    spine.reader.set_depth(Depth.SHORT)
    return spine


class TestWords:
    @pytest.fixture
    def easy(self, desk: Desk) -> EasyReading:
        easy = EasyReading(desk.window)
        easy.set_page(specimen())
        return easy

    @pytest.mark.parametrize(
        ("depth", "name", "said"),
        [
            (Depth.SENTENCE, "one sentence", "One sentence. Shortened: press 3 for everything."),
            (Depth.SHORT, "thirty seconds", "Thirty seconds. Shortened: press 3 for everything."),
            (Depth.EVERYTHING, "", "Everything."),
        ],
    )
    def test_each_depth_is_called_by_its_name(
        self, depth: Depth, name: str, said: str, easy: EasyReading
    ) -> None:
        easy.set_depth(depth)

        assert (easy.depth, easy.name(), easy.said()) == (depth, name, said)
        words = easy.words(has_red_flags=True)
        assert words is not None
        assert [choice.is_chosen for choice in words.choices] == [depth is other for other in Depth]

    def test_keys_are_told_as_they_are_set(self, easy: EasyReading) -> None:
        easy.set_depth(Depth.SHORT)

        easy.set_keys({Depth.SENTENCE: "Ctrl+1", Depth.SHORT: "", Depth.EVERYTHING: "9"})

        words = easy.words(has_red_flags=True)
        assert words is not None
        assert [choice.tip for choice in words.choices] == ["Key Ctrl+1", "", "Key 9"]
        assert easy.said() == "Thirty seconds. Shortened: press 9 for everything."
        easy.set_keys(dict.fromkeys(Depth, ""))
        assert easy.said() == "Thirty seconds. Shortened."

    def test_a_page_without_short_forms_has_no_words(self, easy: EasyReading) -> None:
        easy.set_page(specimen(section("only", "Only", "<p>This.</p>")))
        easy.set_depth(Depth.SHORT)

        assert not easy.applies()
        assert easy.words(has_red_flags=True) is None
        assert easy.depth is Depth.EVERYTHING
        assert not easy.open()

    @pytest.mark.parametrize("has_red_flags", [True, False])
    def test_an_edition_may_have_no_red_flags(self, has_red_flags: bool, easy: EasyReading) -> None:
        words = easy.words(has_red_flags=has_red_flags)

        assert words is not None
        assert (words.all_warnings is not None) == has_red_flags

    def test_the_red_flags_do_not_lead_to_themselves(
        self, easy: EasyReading, reading: ReadingService
    ) -> None:
        easy.set_page(reading.page(TopicId("red-flags"), Audience.PATIENT))

        words = easy.words(has_red_flags=True)
        assert words is not None
        assert words.all_warnings is None


class TestEveryTopic:
    """All real topics for families at depth 1 and 2."""

    @pytest.mark.parametrize("depth", SHORT)
    def test_is_short_and_leaves_no_warning_out(
        self, depth: Depth, desk: Desk, reading: ReadingService
    ) -> None:
        reader = desk.reader
        reader.set_depth(depth)
        limit = SENTENCE_WORDS if depth is Depth.SENTENCE else SHORT_WORDS
        seen = 0
        for page in topics(reading):
            reader.show_page(page, Audience.PATIENT)
            form = reader.easy.form
            assert form is not None, page.topic.id
            words = [page.summary, *(section.text for section in form.page.sections)]
            assert 0 < len(" ".join(words).split()) <= limit, page.topic.id
            shown = " ".join(text_of(reader).split())
            assert page.summary.split()[0] in shown
            links = {link.href for link in reader.view.links()}
            assert f"{DEPTH_LINK}{REST}" in links
            for place, passage in enumerate(page.sections):
                if 'class="red-flag"' in passage.html:
                    linked = f"crmo://topic/{page.topic.id}#{passage.id}" in links
                    assert linked != (place == 1), (page.topic.id, passage.id)
                    assert "Get help fast" in shown
            for warning in form.warnings:
                for piece in ElementTree.fromstring(warning).itertext():
                    assert " ".join(piece.split()) in shown, page.topic.id
            seen += 1
        assert seen > 80

    @pytest.mark.parametrize("depth", SHORT)
    def test_every_mark_shown_has_its_source_and_every_link_its_place(
        self, depth: Depth, desk: Desk, reading: ReadingService
    ) -> None:
        reader = desk.reader
        reader.set_depth(depth)
        for page in topics(reading):
            reader.show_page(page, Audience.PATIENT)
            listed = text_of(reader).rpartition("\nSources\n")[2]
            for link in reader.view.links():
                if link.href.startswith("cite:"):
                    for citation in reading.citations(page, unescape(link.href)):
                        assert f"[{citation.number}]" in listed, (page.topic.id, link.href)


class TestReader:
    @pytest.mark.parametrize("depth", SHORT)
    def test_a_short_form_says_that_it_is_one(self, depth: Depth, spine: Desk) -> None:
        spine.reader.set_depth(depth)

        words = "one sentence" if depth is Depth.SENTENCE else "thirty seconds"
        assert f"This was the topic in {words}. Show everything on this page" in text_of(spine.reader)
        assert spine.reader.view.accessibleName() == f"Spine, for families, {words}"
        assert ("It does not always hurt." in text_of(spine.reader)) == (depth is Depth.SHORT)
        assert "minute" not in text_of(spine.reader)

    def test_the_depth_is_kept_from_page_to_page(self, short_spine: Desk, reading: ReadingService) -> None:
        short_spine.put(reading.page(SKIN, Audience.PATIENT))

        assert short_spine.reader.view.accessibleName() == "Skin, for families, thirty seconds"

    @pytest.mark.parametrize("topic", ["spine", "help-start"])
    def test_clinicians_and_the_guide_have_no_depths(
        self, topic: str, desk: Desk, reading: ReadingService
    ) -> None:
        audience = Audience.CLINICIAN if topic == "spine" else Audience.PATIENT
        desk.reader.set_depth(Depth.SENTENCE)

        desk.put(reading.page(TopicId(topic), audience))

        assert not [link for link in desk.reader.view.links() if link.href.startswith(DEPTH_LINK)]
        assert "How much:" not in text_of(desk.reader)

    def test_choosing_in_the_row_is_told_to_the_window(self, spine: Desk, qtbot: QtBot) -> None:
        with qtbot.waitSignal(spine.reader.depth_wanted) as wanted:
            spine.click(f"{DEPTH_LINK}{Depth.SHORT}")

        assert wanted.args == [Depth.SHORT]
        assert spine.reader.easy.depth is Depth.EVERYTHING

    def test_the_keyboard_reaches_the_row(self, spine: Desk, qtbot: QtBot) -> None:
        spine.tab_to(f"{DEPTH_LINK}{Depth.SENTENCE}")

        with qtbot.waitSignal(spine.reader.depth_wanted) as wanted:
            press(spine.reader.view, Qt.Key.Key_Return)

        assert wanted.args == [Depth.SENTENCE]

    def test_keys_are_shown_where_the_pointer_rests(self, spine: Desk) -> None:
        view = spine.reader.view
        link = spine.link(f"{DEPTH_LINK}{Depth.SHORT}")
        cursor = QTextCursor(view.document())
        cursor.setPosition(link.start + 1)

        assert cursor.charFormat().toolTip() == "Key 2"

    def test_setting_the_depth_it_has_draws_nothing_anew(self, spine: Desk) -> None:
        document = spine.reader.view.document()

        spine.reader.set_depth(Depth.EVERYTHING)

        assert spine.reader.view.document() is document

    def test_another_look_keeps_the_short_form(self, short_spine: Desk, look_of: LookOf) -> None:
        before = text_of(short_spine.reader)

        short_spine.reader.set_look(look_of("hc_black"))

        assert text_of(short_spine.reader) == before


class TestGoingOn:
    def test_the_link_at_the_end_goes_on_where_the_short_form_ends(
        self, short_spine: Desk, qtbot: QtBot
    ) -> None:
        reader = short_spine.reader
        with qtbot.waitSignals([reader.said, reader.opened_whole]):
            short_spine.click(f"{DEPTH_LINK}{REST}")

        assert reader.easy.said() == "Everything, for this page only."
        assert reader.view.section() == "when-to-go-now"

    def test_only_this_page_is_opened(self, short_spine: Desk, reading: ReadingService) -> None:
        short_spine.click(f"{DEPTH_LINK}{REST}")

        short_spine.put(reading.page(SKIN, Audience.PATIENT))

        assert short_spine.reader.easy.depth is Depth.SHORT

    def test_a_section_that_is_left_out_is_shown_with_everything(
        self, short_spine: Desk, qtbot: QtBot
    ) -> None:
        reader = short_spine.reader
        with qtbot.waitSignal(reader.said) as said:
            assert reader.show_section(reader.outline()[3][0])

        assert said.args == ["Everything, for this page only."]
        assert reader.easy.depth is Depth.EVERYTHING

    def test_one_that_is_shown_opens_nothing(self, short_spine: Desk) -> None:
        assert short_spine.reader.show_section("in-short")
        assert short_spine.reader.show_section("sources")

        assert short_spine.reader.easy.depth is Depth.SHORT

    def test_one_that_is_not_there_opens_nothing(self, short_spine: Desk) -> None:
        assert not short_spine.reader.show_section("nowhere")

        assert short_spine.reader.easy.depth is Depth.SHORT

    def test_the_outline_names_what_is_left_out(self, short_spine: Desk) -> None:
        shown = dict(short_spine.reader.outline())

        short_spine.reader.set_depth(Depth.EVERYTHING)

        assert dict(short_spine.reader.outline()) == shown
        assert "when-to-go-now" in shown

    @pytest.mark.parametrize("depth", SHORT)
    def test_next_section_goes_on_into_what_is_left_out(self, depth: Depth, spine: Desk) -> None:
        reader = spine.reader
        reader.set_depth(depth)
        met = []
        for _ in range(3):
            reader.step_section(1)
            met.append(reader.view.section())

        assert met == ["in-short", "when-to-go-now", reader.outline()[2][0]]

    def test_from_a_short_form_without_a_scroll_bar_too(self, spine: Desk, reading: ReadingService) -> None:
        reader = spine.reader
        spine.put(reading.page(TopicId("about"), Audience.PATIENT))
        spine.window.resize(1366, 1400)
        reader.set_depth(Depth.SHORT)
        QApplication.processEvents()
        assert reader.view.verticalScrollBar().maximum() == 0

        reader.step_section(1)

        assert reader.easy.depth is Depth.EVERYTHING

    def test_coming_back_shows_what_was_opened(self, short_spine: Desk, reading: ReadingService) -> None:
        reader = short_spine.reader
        short_spine.click(f"{DEPTH_LINK}{REST}")
        short_spine.put(reading.page(SKIN, Audience.PATIENT))
        short_spine.put(reading.page(SPINE, Audience.PATIENT))
        assert reader.view.accessibleName().endswith("thirty seconds")

        reader.return_to(1.0)

        assert reader.easy.form is None
        assert reader.view.place() == 1.0

    def test_until_another_depth_is_chosen(self, short_spine: Desk, reading: ReadingService) -> None:
        short_spine.click(f"{DEPTH_LINK}{REST}")

        short_spine.reader.set_depth(Depth.SENTENCE)
        short_spine.reader.return_to(0.0)

        assert short_spine.reader.easy.depth is Depth.SENTENCE

    def test_pages_of_all_passages_know_no_depth(self, desk: Desk) -> None:
        desk.reader.set_depth(Depth.SHORT)  # before any page is shown

        assert desk.reader.view.toPlainText() == ""


class TestFind:
    def test_words_that_are_left_out_are_found_there(self, short_spine: Desk, qtbot: QtBot) -> None:
        reader = short_spine.reader
        reader.open_find()
        type_words(short_spine.window, rest_word(reader))
        assert reader.find_bar.count_text() == "Not in the short form. Enter shows everything"

        with qtbot.waitSignal(reader.said) as said:
            press(short_spine.window, Qt.Key.Key_Return)

        assert said.args == ["Everything, for this page only."]
        assert reader.find_bar.count_text().startswith("1 of ")
        assert reader.find_bar.hasFocus() or reader.find_bar.focusProxy() is QApplication.focusWidget()

    def test_a_step_beyond_the_last_that_is_shown_goes_on(self, short_spine: Desk) -> None:
        reader = short_spine.reader
        reader.open_find()
        type_words(short_spine.window, "spine")
        _, shown = reader.finding.matches()
        assert reader.find_bar.count_text() == f"1 of {shown}, and more in everything"

        for _ in range(shown):
            press(short_spine.window, Qt.Key.Key_Return)

        current, total = reader.finding.matches()
        assert total > shown
        assert current == shown
        assert reader.find_bar.count_text() == f"{shown + 1} of {total}"

    def test_backwards_it_goes_round_in_what_is_shown(self, short_spine: Desk) -> None:
        reader = short_spine.reader
        reader.open_find()
        type_words(short_spine.window, "spine")
        _, shown = reader.finding.matches()

        press(short_spine.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

        assert reader.finding.matches() == (shown - 1, shown)
        assert reader.easy.depth is Depth.SHORT

    def test_what_is_nowhere_is_not_on_this_page(self, short_spine: Desk) -> None:
        reader = short_spine.reader
        reader.open_find()
        type_words(short_spine.window, "zebra")

        assert reader.find_bar.count_text() == "Not on this page"
        press(short_spine.window, Qt.Key.Key_Return)
        assert reader.easy.depth is Depth.SHORT


def rest_word(reader: ReaderPage) -> str:
    """A word that only what is left out has."""
    form = reader.easy.form
    assert form is not None
    shown, left_out = text_of(reader).lower(), " ".join(part.text for part in form.left_out).lower()
    return next(word for word in left_out.split() if word.isalpha() and len(word) > 6 and word not in shown)
