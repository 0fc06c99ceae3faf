"""Readers take turns: what one leaves open is gone for the next."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QAction, QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import HomeAddress, SearchAddress, TopicAddress, TopicId
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.gui.idle import IdleWatch
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.models.topic_model import FINISHED_ROLE, TopicModel
from crmo_desktop.gui.shared_computer import SharedComputer
from crmo_desktop.gui.theme import Appearance
from crmo_desktop.gui.widgets.mark_card import MarkCard
from tests.gui.conftest import Desk
from tests.gui.hands import press_keys, type_words, wait_for_results
from tests.gui.marks import highlight, things_of
from tests.gui.own_samples import fill

MRI = TopicAddress(TopicId("mri"))


@dataclass
class Turns:
    """A window that readers use in turns, and what has been forgotten."""

    window: MainWindow
    watch: IdleWatch
    shared: SharedComputer
    forgotten: list[bool] = field(default_factory=list)

    def leave(self) -> None:
        """Nobody has been there for long enough."""
        self.watch.expired.emit()
        QApplication.processEvents()


Share = Callable[..., Turns]


@pytest.fixture
def share(desk: Desk) -> Share:
    """`share(options)` opens a window that starts as these say."""

    def make(start: WindowOptions | None = None) -> Turns:
        options = start or WindowOptions()
        desk.keeps = False
        window = desk.open(audience=options.audience, theme=options.theme, text_size=options.text_size)
        notebook, forgotten = desk.notebooks[-1], list[bool]()

        def forget() -> None:
            forgotten.append(True)
            notebook.start_anew()

        (appearance,) = window.findChildren(Appearance)
        watch = IdleWatch(10)
        return Turns(window, watch, SharedComputer(window, appearance, options, forget, watch), forgotten)

    return make


@pytest.fixture
def turns(share: Share) -> Turns:
    return share()


def test_a_quiet_sign_says_that_nothing_is_kept(turns: Turns) -> None:
    signs = [label for label in turns.window.status.findChildren(QLabel) if "Shared" in label.text()]

    assert [sign.text() for sign in signs] == ["Shared computer: nothing is kept"]
    assert signs[0].isVisible()
    assert "not kept" in signs[0].toolTip()
    assert not turns.window.table["kept_questions"].isVisible()


def test_a_minute_before_it_says_so_and_any_key_keeps_the_page(turns: Turns) -> None:
    window = turns.window
    window.navigator.go(MRI)

    turns.watch.warned.emit(60)
    assert window.notice.words() == "Going back to the start in a minute. Press any key to stay."

    turns.watch.resumed.emit()
    assert window.notice.words() == ""
    assert window.navigator.address() == MRI


def test_of_one_minute_it_says_half(turns: Turns) -> None:
    turns.watch.warned.emit(30)

    assert turns.window.notice.words() == "Going back to the start in half a minute. Press any key to stay."


def test_a_trouble_that_was_told_waits_behind_the_warning(turns: Turns) -> None:
    turns.window.show_error(UserError("The policy is wrong.", hint="Mend it."))
    turns.watch.warned.emit(60)
    assert "in a minute" in turns.window.notice.words()

    turns.leave()

    assert turns.window.notice.words() == "The policy is wrong. Mend it."


def test_the_next_reader_begins_with_everything(turns: Turns) -> None:
    window = turns.window
    window.navigator.go(MRI)
    window.commands.set_depth(Depth.SENTENCE)

    turns.leave()

    window.navigator.go(MRI)
    assert window.reader.easy.depth is Depth.EVERYTHING


def test_the_next_reader_finds_the_start_page_and_no_way_back(turns: Turns) -> None:
    window = turns.window
    window.navigator.go(MRI)
    window.navigator.go(TopicAddress(TopicId("biopsy")))
    window.navigator.back()

    turns.leave()

    assert turns.forgotten == [True]
    assert window.navigator.address() == HomeAddress()
    assert (window.navigator.trail.behind(), window.navigator.trail.ahead()) == ((), ())
    assert not window.table["back"].isEnabled()
    assert not window.table["forward"].isEnabled()
    assert window.focusWidget() is window.home.search
    assert window.status.said() == "Back at the start. Nothing was kept."
    assert window.tree.shown_topic() == ""
    assert not window.tree.currentIndex().isValid()


def test_nothing_that_was_marked_is_left(turns: Turns) -> None:
    window = turns.window
    window.navigator.go(MRI)
    highlight(window, "MRI")
    for name in ("bookmark", "finished", "note"):
        window.table[name].trigger()
    card = window.reader.card()
    assert isinstance(card, MarkCard)
    card.note.field.setPlainText("Mine")

    turns.leave()
    window.navigator.go(MRI)

    assert things_of(window) == ()
    assert window.reader.view.highlights.all() == ()
    assert window.late.marks.marking.strip.words() == ("", "")
    assert not window.table["bookmark"].isChecked()
    assert not window.table["finished"].isChecked()
    model = window.tree.model()
    assert isinstance(model, TopicModel)
    assert not model.index_of(MRI.topic).data(FINISHED_ROLE)


def test_what_was_deleted_cannot_be_had_back_by_the_next_reader(turns: Turns) -> None:
    window = turns.window
    window.navigator.go(MRI)
    window.table["bookmark"].trigger()
    window.table["bookmark"].trigger()
    assert window.undo.has_any()

    turns.leave()

    assert not window.undo.has_any()


def test_nothing_that_was_typed_or_filtered_is_left(turns: Turns) -> None:
    window = turns.window
    press_keys(window, "Ctrl+K")
    type_words(window, "bone pain")
    wait_for_results(window, "bone pain")
    window.results.filters.chapter_chosen.emit("symptoms")

    turns.leave()

    assert window.navigator.is_home()
    for search in (window.toolbar.search, window.home.search):
        assert search.text() == ""
        search.undo()
        assert search.text() == ""
    assert window.navigator.typed() == ""
    window.navigator.go(SearchAddress("bone"))
    wait_for_results(window, "bone")
    assert not window.results.filters.is_filtering()


def test_a_search_as_a_stop_of_its_own_is_left(turns: Turns) -> None:
    window = turns.window
    window.navigator.go(SearchAddress("bone"))
    wait_for_results(window, "bone")

    turns.leave()

    assert window.navigator.address() == HomeAddress()


def test_what_was_open_over_the_page_is_closed(turns: Turns) -> None:
    window = turns.window
    window.navigator.go(MRI)
    view = window.reader.view
    link = next(link for link in view.links() if link.href.startswith("cite:"))
    view.link_activated.emit(link.href, view.cursorRect())
    window.reader.open_find()
    window.reader.find_bar.set_words("my own words")
    window.dialogs.show_about()
    menu = QMenu(window)
    menu.addAction(QAction("x", menu))
    menu.popup(window.pos())

    turns.leave()

    others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    assert others == []
    assert window.reader.card() is None
    assert not window.reader.find_bar.isVisible()
    assert window.reader.find_bar.words() == ""


def test_words_colours_and_sizes_are_as_on_the_first_start(turns: Turns) -> None:
    window = turns.window
    (appearance,) = window.findChildren(Appearance)
    window.table["theme_hc_black"].trigger()
    window.commands.set_text_size(200)
    window.table["for_clinician"].trigger()
    window.table["right_pane"].trigger()
    window.table["left_pane"].trigger()
    window.table["full_screen"].trigger()
    window.preferences.pane_sizes = (400, 300)

    turns.leave()

    assert (appearance.choice, appearance.text_size) == ("system", 100)
    assert window.table["theme_system"].isChecked()
    assert window.navigator.audience is Audience.PATIENT
    assert window.toolbar.switch.audience() is Audience.PATIENT
    assert window.table["for_patient"].isChecked()
    assert window.table["left_pane"].isChecked()
    assert window.table["right_pane"].isChecked()
    assert window.tree.isVisible()
    assert not window.isFullScreen()
    assert not window.preferences.pane_sizes


def test_what_the_command_line_says_holds_for_every_reader(share: Share) -> None:
    turns = share(WindowOptions(theme="dark", text_size=125, audience=Audience.CLINICIAN))
    window = turns.window
    (appearance,) = window.findChildren(Appearance)
    window.table["theme_light"].trigger()
    window.commands.set_text_size(100)
    window.table["for_patient"].trigger()

    turns.leave()

    assert (appearance.choice, appearance.text_size) == ("dark", 125)
    assert window.navigator.audience is Audience.CLINICIAN


@pytest.mark.parametrize(("is_ours", "left"), [(True, ""), (False, "crmo://home")])
def test_what_was_copied_here_is_not_there_to_be_pasted(
    is_ours: bool, left: str, turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: is_ours)  # without a screen it never is
    turns.window.commands.copy_address()

    turns.leave()

    assert QGuiApplication.clipboard().text() == left


def test_without_results_there_is_no_page_of_them_to_be_cleared(turns: Turns) -> None:
    turns.leave()

    assert not turns.window.pages.has_results()


def test_what_one_reader_made_and_deleted_is_gone_for_the_next(turns: Turns) -> None:
    window = turns.window
    made = fill(window)
    window.table["my_things"].trigger()
    window.pages.mine.show_thing(made["note"])
    window.pages.mine.editing.delete()
    window.pages.mine.side.part_chosen.emit("bookmarks")
    window.pages.mine.detail.note.field.insertPlainText("mine only")

    turns.leave()

    assert window.navigator.is_home()
    assert window.undo.toast.isHidden()
    assert not window.undo.has_any()
    assert window._services.own.things.all() == ()
    assert window.pages.mine.wanted().is_everything
    assert window.pages.mine.detail.note.words() == ""


def test_there_is_no_history_and_that_is_told(turns: Turns) -> None:
    window = turns.window
    assert not window.table["history"].isEnabled()
    assert not window.table["backups"].isEnabled()

    window.table["my_things"].trigger()
    shown = [label.text() for label in window.pages.mine.side.findChildren(QLabel) if label.isVisible()]

    assert "History is not kept: readers take turns at this computer." in shown
    assert window.status.page() == "0 things, kept until nobody has used this computer for a while"


def test_a_talk_is_not_ended_because_the_trainer_only_talks(turns: Turns) -> None:
    turns.window.navigator.go(MRI)
    assert not turns.window.late.is_presenting()
    press_keys(turns.window, "F5")
    assert turns.window.late.is_presenting()
    turns.leave()
    held = turns.window.late.present.presenter.held
    assert held is not None
    assert held.wall.isVisible()
    assert turns.forgotten == []
    held.show.end()
    turns.leave()

    assert not turns.window.late.is_presenting()
    assert turns.forgotten == [True]
