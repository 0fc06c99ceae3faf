"""Every window state, dialog and panel there is, for tests of names, order and letters."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget
from shiboken6 import isValid

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import NoPrinterError
from crmo_desktop.domain.identifiers import (
    HomeAddress,
    OwnAddress,
    OwnPart,
    PictureAddress,
    PictureId,
    SearchAddress,
    TopicAddress,
    TopicId,
)
from crmo_desktop.domain.own_file import ImportReport
from crmo_desktop.domain.own_things import Colour, Quote, Spot
from crmo_desktop.domain.policy import LOCKABLE
from crmo_desktop.domain.session import Part, PartKind, Rehearsal
from crmo_desktop.gui.administered import Administered
from crmo_desktop.gui.crash_dialog import CrashDialog
from crmo_desktop.gui.dialogs.backups import BackupsDialog
from crmo_desktop.gui.dialogs.change_keys import ChangeKeysDialog
from crmo_desktop.gui.dialogs.check_installation import CheckInstallationDialog
from crmo_desktop.gui.dialogs.handout import HandoutDialog
from crmo_desktop.gui.dialogs.import_report import ImportReportDialog
from crmo_desktop.gui.dialogs.report_error import Draft, ReportErrorDialog
from crmo_desktop.gui.dialogs.session_editor import SessionEditor
from crmo_desktop.gui.dialogs.session_name import SessionNameDialog
from crmo_desktop.gui.dialogs.sessions import SessionsDialog
from crmo_desktop.gui.dialogs.settings import SettingsDialog
from crmo_desktop.gui.dialogs.sheet_dialog import SheetDialog
from crmo_desktop.gui.dialogs.talk_over import PartTime, TalkOverDialog
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.pages.marking import spot_of
from crmo_desktop.gui.pages.picture import PicturePage
from crmo_desktop.gui.widgets.step_tabs import StepTabs
from crmo_desktop.services.agendas import agendas
from crmo_desktop.store.database import Notebook
from tests.gui.hands import button_called, wait_for_results
from tests.gui.marks import highlight
from tests.gui.own_samples import fill
from tests.gui.presenter.console_samples import make_bench, talk
from tests.gui.quiz_scenes import QUIZ_SCENES

Prepare = Callable[[MainWindow], QWidget]
MRI = TopicAddress(TopicId("mri"))


def home(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.navigator.go(HomeAddress())
    return window


def topic(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    return window


def topic_for_clinicians(window: MainWindow) -> QWidget:
    window.navigator.set_audience(Audience.CLINICIAN)
    window.navigator.go(TopicAddress(TopicId("naproxen")))
    return window


def topic_with_find_and_notice(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.reader.open_find()
    window.navigator.go_to_text("no-such-topic")
    return window


def citation_card(window: MainWindow) -> QWidget:
    return card(window, "cite:")


def glossary_card(window: MainWindow) -> QWidget:
    return card(window, "term:")


def card(window: MainWindow, kind: str) -> QWidget:
    window.navigator.go(MRI)
    view = window.reader.view
    link = next(link for link in view.links() if link.href.startswith(kind))
    view.link_activated.emit(link.href, view.cursorRect())
    assert window.reader.card() is not None
    return window


def topic_with_highlights(window: MainWindow) -> QWidget:
    """With a note above the page, and a line for what is gone."""
    window.navigator.go(MRI)
    page, things = window.reader.page(), window._services.own.things
    assert page is not None
    for colour, words in zip(Colour, ("MRI", "pictures", "bone", "child"), strict=True):
        highlight(window, words, int(colour), -1)
    things.write(things.all()[0].id, "Ask about this")
    things.note(spot_of(page, None), "Ask about the day of the examination.")
    gone = Quote(exact="An earlier edition said this, and nothing of the kind is left here.")
    things.highlight(spot_of(page, None), gone, Colour.PINK)
    things.set_finished(page.topic.id, is_finished=True)
    window.own_signal.changed.emit()
    QApplication.processEvents()
    return window


def card_of_a_highlight(window: MainWindow) -> QWidget:
    topic_with_highlights(window)
    view = window.reader.view
    view.open_mark(view.highlights.all()[0].id)
    assert window.reader.card() is not None
    return window


def card_of_a_note(window: MainWindow) -> QWidget:
    topic_with_highlights(window)
    window.table["note"].trigger()
    assert window.reader.card() is not None
    return window


def picture(window: MainWindow, id: str, view: str | None = None) -> PicturePage:
    window.navigator.set_audience(Audience.CLINICIAN)
    window.navigator.go(PictureAddress(PictureId(id), view))
    window.focus_page()
    return window.pages.picture


def flow_chart(window: MainWindow) -> QWidget:
    picture(window, "path-to-diagnosis")
    return window


def step_of_a_flow_chart(window: MainWindow) -> QWidget:
    step = window.reading.figure(PictureId("path-to-diagnosis")).drawing.steps[0]  # type: ignore[union-attr]  # it is a flow chart
    picture(window, "path-to-diagnosis", step.id)
    return window


def bone_map(window: MainWindow) -> QWidget:
    picture(window, "bone-map")
    return window


def icon_arrays_in_words(window: MainWindow) -> QWidget:
    page = picture(window, "response-to-nsaids")
    next(part for part in page.foot.findChildren(QAbstractButton) if part.text() == "In words").click()
    return window


def picture_made_larger(window: MainWindow) -> QWidget:
    picture(window, "response-to-nsaids").canvas.set_zoom(3.0)
    return window


def picture_as_table(window: MainWindow) -> QWidget:
    picture(window, "response-to-nsaids", "table")
    return window


def card_of_a_picture(window: MainWindow) -> QWidget:
    page = picture(window, "response-to-nsaids")
    page.foot.sources.buttons()[0].click()
    assert page.card() is not None
    return window


def list_of_pictures(window: MainWindow) -> QWidget:
    window.navigator.set_audience(Audience.CLINICIAN)
    window.dialogs.show_pictures()
    return open_dialog()


def results(window: MainWindow) -> QWidget:
    window.navigator.go(SearchAddress("bone"))
    wait_for_results(window, "bone")
    return window


def results_filtered(window: MainWindow) -> QWidget:
    window.searching.recent.note("limping")
    window.navigator.go(SearchAddress("bone pa"))
    wait_for_results(window, "bone pa")
    window.results.filters.chapter_chosen.emit("symptoms")
    return window


def results_with_the_filter_in_the_drawer(window: MainWindow) -> QWidget:
    window.searching.recent.note("limping")
    results(window)
    if not window.table["left_pane"].isChecked():
        window.table["left_pane"].trigger()
    return window


def all_passages(window: MainWindow) -> QWidget:
    window.navigator.list_all("night pain")
    wait_for_results(window, "night pain")
    return window


def kept_questions(window: MainWindow) -> QWidget:
    nothing_found(window)
    window.results.nothing.keep_wanted.emit("zzzzqqqqxxxx")
    window.dialogs.show_kept_questions()
    return open_dialog()


def no_kept_questions(window: MainWindow) -> QWidget:
    window.dialogs.show_kept_questions()
    return open_dialog()


def results_of_a_misspelling(window: MainWindow) -> QWidget:
    window.navigator.go(SearchAddress("bisfosfonate"))
    wait_for_results(window, "bisfosfonate")
    return window


def nothing_found(window: MainWindow) -> QWidget:
    window.navigator.go(SearchAddress("zzzzqqqqxxxx"))
    wait_for_results(window, "zzzzqqqqxxxx")
    return window


def nothing_found_but_something_near(window: MainWindow) -> QWidget:
    window.navigator.go(SearchAddress('"bisphosphonate wrist"'))
    wait_for_results(window, '"bisphosphonate wrist"')
    return window


def about(window: MainWindow) -> QWidget:
    window.dialogs.show_about()
    return open_dialog()


def checked(window: MainWindow) -> QWidget:
    window.dialogs.check_installation()
    dialog = window.findChild(CheckInstallationDialog)
    assert dialog is not None
    dialog._tasks.finish()
    return dialog


def licences(window: MainWindow) -> QWidget:
    window.dialogs.show_licences()
    return open_dialog()


def keys(window: MainWindow) -> QWidget:
    window.dialogs.show_keys()
    return open_dialog()


def change_keys(window: MainWindow) -> QWidget:
    keys(window)
    dialog = ChangeKeysDialog(window.dialogs.keys, "find", window._appearance.look, open_dialog())
    dialog.open()
    return open_dialog()


def page_parts(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.dialogs.show_page_parts(window.reader.view)
    return open_dialog()


def text_and_reading(window: MainWindow) -> QWidget:
    window.table["reading"].trigger()
    return open_dialog()


def settings(window: MainWindow, page: str = "reading", query: str = "") -> QWidget:
    window.table["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.show_page(page)
    dialog.search_for(query)
    return dialog


def settings_for_seeing(window: MainWindow) -> QWidget:
    return settings(window, "seeing")


def settings_that_are_changed(window: MainWindow) -> QWidget:
    window.preferences.text_spacing = "roomy"
    window.preferences.theme = "sepia"
    return settings(window)


def settings_of_paper(window: MainWindow) -> QWidget:
    return settings(window, "paper")


def settings_of_presenting(window: MainWindow) -> QWidget:
    return settings(window, "presenting")


def settings_and_things(window: MainWindow) -> QWidget:
    return settings(window, "things")


def settings_of_privacy(window: MainWindow) -> QWidget:
    return settings(window, "privacy")


def settings_searched(window: MainWindow) -> QWidget:
    return settings(window, query="line")


def settings_not_found(window: MainWindow) -> QWidget:
    return settings(window, query="xyzzy")


def settings_on_a_shared_computer(window: MainWindow) -> QWidget:
    window.dialogs.lock_keys()
    return settings(window)


def resetting_everything(window: MainWindow) -> QWidget:
    window.preferences.text_spacing = "roomy"
    buttons = settings(window).findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == "Reset everything…").click()
    return open_dialog()


def topic_with_ruler_and_line_focus(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.table["ruler"].trigger()
    window.table["line_focus"].trigger()
    return window


def open_address(window: MainWindow) -> QWidget:
    window.dialogs.ask_address()
    return open_dialog()


def outside_address(window: MainWindow) -> QWidget:
    window.dialogs.show_outside_address("https://doi.org/10.1000/1")
    return open_dialog()


def keep_here(window: MainWindow) -> QWidget:
    window.dialogs.ask_to_keep_here()
    return open_dialog()


def topic_with_a_question(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.notice.ask(
        "drive", "Where?", (("here", "Keep on this drive…"), ("there", "Keep on this computer"))
    )
    return window


def locked_and_shared(window: MainWindow) -> QWidget:
    Administered(window, frozenset(LOCKABLE))
    window.status.set_shared()
    return window


def backups(window: MainWindow) -> QWidget:
    own = window._services.own
    for title in ("mri", "spine"):
        page = f"crmo://topic/{title}"
        own.things.bookmark(Spot(page=page, audience=Audience.PATIENT, title=title))
        own.backups.make()
    window.table["backups"].trigger()
    dialog = open_dialog()
    assert isinstance(dialog, BackupsDialog)
    dialog.finish()
    return dialog


def no_backups(window: MainWindow) -> QWidget:
    window.table["backups"].trigger()
    return open_dialog()


def restoring(window: MainWindow) -> QWidget:
    button_called(backups(window), "Restore this…", QPushButton).click()
    return open_dialog()


def crash(window: MainWindow) -> QWidget:
    dialog = CrashDialog("details", window)
    dialog.open()
    for button in dialog.findChildren(QAbstractButton):
        if button.text() == "Show details":
            button.click()
    return dialog


def my_things(window: MainWindow) -> QWidget:
    fill(window)
    window.table["my_things"].trigger()
    QApplication.processEvents()
    return window


def my_things_in_full(window: MainWindow) -> QWidget:
    my_things(window)
    window.pages.mine.look_beside()
    return window


def my_things_several(window: MainWindow) -> QWidget:
    my_things(window)
    window.pages.mine.select_all()
    window.pages.mine.look_beside()
    return window


def my_things_gone(window: MainWindow) -> QWidget:
    made = fill(window)
    window.table["my_things"].trigger()
    window.pages.mine.show_thing(made["gone"])
    window.pages.mine.look_beside()
    return window


def my_things_to_choose_from(window: MainWindow) -> QWidget:
    my_things(window)
    window.pages.mine.side.folder_chosen.emit("1")
    if not window.table["left_pane"].isChecked():
        window.table["left_pane"].trigger()
    return window


def my_things_filtered_to_nothing(window: MainWindow) -> QWidget:
    my_things(window)
    window.pages.mine.side.colour_chosen.emit(Colour.GREEN.value)
    window.pages.mine.enter()
    return window


def my_things_with_undo(window: MainWindow) -> QWidget:
    my_things(window)
    window.pages.mine.editing.delete()
    return window


def no_things(window: MainWindow) -> QWidget:
    window.table["my_things"].trigger()
    return window


def history(window: MainWindow) -> QWidget:
    for topic in ("mri", "naproxen", "x-ray"):
        window.navigator.go(TopicAddress(TopicId(topic)))
    window.table["history"].trigger()
    QApplication.processEvents()
    return window


def history_off(window: MainWindow) -> QWidget:
    window.preferences.keeps_history = False
    window.table["history"].trigger()
    window.pages.mine.enter()
    return window


def new_folder(window: MainWindow) -> QWidget:
    my_things(window)
    window.pages.mine.side.new_folder_wanted.emit()
    return open_dialog()


def forget_history(window: MainWindow) -> QWidget:
    window.table["forget_history"].trigger()
    return open_dialog()


def forget_everything(window: MainWindow) -> QWidget:
    fill(window)
    window.table["forget_everything"].trigger()
    return open_dialog()


def imported(window: MainWindow) -> QWidget:
    report = ImportReport(
        added=12, updated=1, already_here=5, newer_here=2, folders=3, finished=4, questions=1, handouts=2,
        visits=40, searches=3, unread=1,
    )  # fmt: skip
    look = window._appearance.look
    window.dialogs.open(ImportReportDialog(report, "my-crmo-things.json", look, window))
    return open_dialog()


def made(window: MainWindow) -> QWidget:
    """The window about paper that is open, once its pages are made."""
    dialog = open_dialog()
    assert isinstance(dialog, SheetDialog)
    waited = QElapsedTimer()
    waited.start()
    while dialog.making.is_busy():
        assert not waited.hasExpired(10_000), "the pages are made"
        QApplication.processEvents()
    return dialog


def print_window(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.table["print"].trigger()
    return made(window)


def print_window_of_own_things(window: MainWindow) -> QWidget:
    fill(window)
    window.navigator.go(OwnAddress(OwnPart.EVERYTHING))
    window.table["print"].trigger()
    return made(window)


def print_window_of_questions(window: MainWindow) -> QWidget:
    window.preferences.paper_type = "largest"
    window.navigator.go(TopicAddress(TopicId("questions-to-ask")))
    window.table["print"].trigger()
    return made(window)


def print_window_without_printer(window: MainWindow) -> QWidget:
    dialog = print_window(window)
    assert isinstance(dialog, SheetDialog)
    dialog.show_error(NoPrinterError())
    return dialog


def slides_out(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.table["slides_out"].trigger()
    return made(window)


def questions_out(window: MainWindow) -> QWidget:
    window.table["questions_out"].trigger()
    return open_dialog()


def handout_empty(window: MainWindow) -> QWidget:
    window.table["handout"].trigger()
    return made(window)


def handout_filled(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.table["handout"].trigger()
    dialog = open_dialog()
    assert isinstance(dialog, HandoutDialog)
    for key in ("mri#in-short", "red-flags", "mri#no-longer-there"):
        dialog.choosing.wanted.emit(key, True)
    dialog.chosen.title.setText("After the MRI")
    tabs = dialog.findChild(StepTabs)
    if tabs is not None:
        tabs.show_step(1)
    return made(window)


def handout_saved(window: MainWindow) -> QWidget:
    dialog = handout_filled(window)
    assert isinstance(dialog, HandoutDialog)
    dialog.save_handout()
    tabs = dialog.findChild(StepTabs)
    if tabs is not None:
        tabs.show_step(2)
    return dialog


def own_words(window: MainWindow) -> QWidget:
    dialog = handout_empty(window)
    assert isinstance(dialog, HandoutDialog)
    dialog.add_own()
    return open_dialog()


def no_sessions(window: MainWindow) -> QWidget:
    window.table["sessions"].trigger()
    return open_dialog()


def sessions(window: MainWindow) -> QWidget:
    """One from a plan, rehearsed; one without parts; one that was deleted."""
    reading, kept = window.reading, window._services.own.sessions
    for agenda in agendas(reading)[1:5:3]:
        kept.begin(agenda.title, agenda.audience, agenda.parts, from_agenda=agenda.section)
    first, last = kept.all()
    for number in range(2):
        kept.keep_rehearsal(
            Rehearsal(
                session=first.uid,
                titles=tuple(part.title for part in first.parts),
                seconds=tuple(100.0 + 70 * place for place in range(len(first.parts))),
                began=datetime(2026, 11, 24, 9, 30 * number).astimezone(),
                is_rehearsal=not number,
            )
        )
    kept.begin("For the school nurse", Audience.PATIENT)
    dialog = no_sessions(window)
    assert isinstance(dialog, SessionsDialog)
    dialog._show(last.uid)
    dialog.delete_session()
    dialog._show(first.uid)
    return dialog


def renaming_a_session(window: MainWindow) -> QWidget:
    dialog = sessions(window)
    assert isinstance(dialog, SessionsDialog)
    dialog.ask_name()
    asking = open_dialog()
    assert isinstance(asking, SessionNameDialog)
    asking.field.setText("For the school nurse")
    asking.rename.click()
    return asking


def session_empty(window: MainWindow) -> QWidget:
    dialog = no_sessions(window)
    assert isinstance(dialog, SessionsDialog)
    dialog.begin_empty(Audience.PATIENT)
    return open_dialog()


def session_filled(window: MainWindow) -> QWidget:
    dialog = sessions(window)
    assert isinstance(dialog, SessionsDialog)
    dialog.change_session()
    return session_at(2)


def session_at(step: int) -> QWidget:
    """The window in which a session is put together, with own words and a part that is gone."""
    editor = open_dialog()
    assert isinstance(editor, SessionEditor)
    editor.making.add(Part(kind=PartKind.TOPIC, target="gone", title="What an earlier edition had"), 0)
    editor.add_own()
    tabs = editor.findChild(StepTabs)
    if tabs is not None:
        tabs.show_step(step)
    return editor


def session_in_order(window: MainWindow) -> QWidget:
    dialog = sessions(window)
    assert isinstance(dialog, SessionsDialog)
    dialog.change_session()
    return session_at(1)


def rehearsal_over(window: MainWindow) -> QWidget:
    parts = (
        PartTime("Welcome", 5.0, 340),
        PartTime("What happens in the bone, and what of it is known today", 7.5, 430),
        PartTime("Break", None, 600),
    )
    look = window._appearance.look
    window.dialogs.open(TalkOverDialog("90 minutes: a workshop for families", parts, look, window))
    return open_dialog()


def console(window: MainWindow, place: int) -> QWidget:
    """As large as the window, on a screen of its own."""
    bench = make_bench(talk(), window._appearance, window._icons, Notebook(None))
    bench.console.setParent(window, Qt.WindowType.Window)
    bench.console.resize(window.size())
    bench.console.set_screens("Two screens. The wall shows slides only.")
    bench.console.set_number("12")
    bench.clock.seconds += 400
    bench.show.go_to(place)
    bench.console.refresh()  # else a moment later, when the wall is painted
    bench.console.show()
    return bench.console


def console_of_a_question(window: MainWindow) -> QWidget:
    return console(window, 3)


def console_of_a_live_picture(window: MainWindow) -> QWidget:
    return console(window, 4)


def open_dialog() -> QWidget:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def report_of_an_error(window: MainWindow) -> QWidget:
    window.navigator.go(MRI)
    window.reader.view.selectAll()
    window.table["report_error"].trigger()
    dialog = open_dialog()
    assert isinstance(dialog, ReportErrorDialog)
    dialog.set_draft(Draft("The second line is wrong.", with_system=True))
    dialog.say("Report copied. Nothing was sent.")
    return dialog


SCENES: tuple[Prepare, ...] = (
    home, topic, topic_for_clinicians, topic_with_find_and_notice, citation_card, glossary_card, results,
    results_filtered, results_with_the_filter_in_the_drawer, results_of_a_misspelling, nothing_found,
    nothing_found_but_something_near, all_passages, kept_questions, no_kept_questions, about, checked,
    licences, keys, change_keys, open_address, outside_address, crash, keep_here, topic_with_a_question,
    locked_and_shared, page_parts, report_of_an_error, text_and_reading,
    topic_with_ruler_and_line_focus, flow_chart, step_of_a_flow_chart, bone_map, icon_arrays_in_words,
    print_window, print_window_of_own_things, print_window_of_questions, print_window_without_printer,
    slides_out, questions_out,
    handout_empty, handout_filled,
    handout_saved, own_words,
    rehearsal_over, console_of_a_question, console_of_a_live_picture,
    no_sessions, sessions, renaming_a_session, session_empty, session_filled, session_in_order,
    backups, no_backups, restoring,
    picture_made_larger, picture_as_table, card_of_a_picture, list_of_pictures,
    my_things, my_things_in_full, my_things_several, my_things_gone, my_things_to_choose_from,
    my_things_filtered_to_nothing, my_things_with_undo, no_things, history, history_off, new_folder,
    forget_history, forget_everything, imported,
    topic_with_highlights, card_of_a_highlight, card_of_a_note,
    settings, settings_for_seeing, settings_that_are_changed, settings_of_paper, settings_of_presenting,
    settings_and_things,
    settings_of_privacy, settings_searched, settings_not_found, settings_on_a_shared_computer,
    resetting_everything, *QUIZ_SCENES,
)  # fmt: skip


def opened(window: MainWindow, prepare: Prepare) -> QWidget:
    """The window or dialog that a scene is about, with the keyboard in it."""
    shown = prepare(window)
    waited = QElapsedTimer()
    waited.start()
    QApplication.processEvents()
    while not shown.isActiveWindow():
        assert not waited.hasExpired(5000), "it has the keyboard"
        shown.activateWindow()
        QApplication.processEvents()
    return shown


def closed(window: MainWindow) -> None:
    """Close what a scene opened."""
    for other in QApplication.topLevelWidgets():
        if other is not window and isValid(other) and other.isVisible():
            other.close()
