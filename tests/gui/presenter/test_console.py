"""Tests of `crmo_desktop.gui.presenter.console`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QCloseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.own_things import Spot
from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter import console as console_module
from crmo_desktop.gui.presenter.presenter import Presenter
from crmo_desktop.gui.presenter.show import Cover, Tool
from crmo_desktop.gui.presenter.stage import Stage
from crmo_desktop.gui.theme import Appearance
from crmo_desktop.gui.widgets.focus import in_order
from crmo_desktop.store.database import Notebook
from tests.gui.conftest import Show as ShowWidget
from tests.gui.hands import button_called, colours_in, picture_of, press_keys, type_words
from tests.gui.measure import faults
from tests.gui.presenter.console_samples import Bench, deck_of, make_bench, talk
from tests.gui.presenter.wall_samples import LAPTOP, PROJECTOR, SampleScreens

Open = Callable[..., Bench]
NAMES, SECOND, SIGNS, FEVER, MAP, BREAK = range(6)


@pytest.fixture
def opened(themes: Path, icons: IconShelf, notebook: Notebook, show: ShowWidget) -> Open:
    """`opened(theme="hc_white", text_size=200, size=(1024, 600))` is a console on the screen."""

    def make(
        held: Talk | None = None,
        *,
        theme: str = "light",
        text_size: int = 100,
        size: tuple[int, int] = (1366, 768),
    ) -> Bench:
        appearance = Appearance(themes, choice=theme, text_size=text_size)
        bench = make_bench(held or talk(), appearance, icons, notebook)
        show(bench.console, *size)
        bench.settle()
        return bench

    return make


@pytest.fixture
def bench(opened: Open) -> Bench:
    return opened()


# --- what it shows


def test_it_shows_this_slide_and_the_next_step(bench: Bench) -> None:
    console, show = bench.console, bench.show

    assert console.wall.picture.slide is show.slide
    assert console.wall.place.text() == "Slide 1 of 6"
    assert console.next.next_name.text() == "Next, on this slide"
    assert console.next.picture.slide is show.slide
    show.forward()
    bench.settle()
    assert console.next.next_name.text() == "Next"
    assert console.next.picture.slide is show.next_slide


def test_the_last_slide_says_so(bench: Bench) -> None:
    bench.go(BREAK)
    bench.show.forward()
    bench.settle()

    assert bench.console.next.next_name.text() == "This is the last slide"
    assert bench.console.next.picture.slide is None


def test_a_screen_reader_is_told_what_is_on_the_wall(bench: Bench) -> None:
    interface = QAccessible.queryAccessibleInterface(bench.console.wall.picture)

    assert interface.text(QAccessible.Text.Name) == "On the wall"
    assert interface.text(QAccessible.Text.Description) == "Names\nFirst"


def test_it_follows_another_theme_of_the_room(bench: Bench) -> None:
    before = colours_in(picture_of(bench.console.wall.picture))
    bench.show.set_room(bench.show.deck.room._replace(theme="dark", width=960.0))
    bench.settle()

    assert colours_in(picture_of(bench.console.wall.picture)) != before
    assert bench.console.wall.picture.slide is bench.show.slide


@pytest.mark.parametrize(
    ("cover", "words"), [(Cover.BLACK, "The wall is black"), (Cover.WHITE, "The wall is white")]
)
def test_a_covered_wall_is_told_and_its_slide_stays_in_sight(cover: Cover, words: str, bench: Bench) -> None:
    assert bench.console.wall.cover.isHidden()
    bench.show.set_cover(cover)
    bench.settle()

    assert bench.console.wall.cover.text() == words
    assert bench.console.wall.cover.isVisible()
    assert bench.console.wall.picture.slide is bench.show.slide
    assert bench.console.next.buttons["black"].isChecked() == (cover is Cover.BLACK)


def test_a_picture_made_large_is_told(bench: Bench) -> None:
    bench.go(MAP)
    bench.show.set_zoomed(True)
    bench.settle()

    assert bench.console.wall.cover.text() == "The picture is made large"


def test_times_go_on_without_a_slide(bench: Bench) -> None:
    console = bench.console
    bench.clock.seconds += 90
    bench.time.ticked.emit()

    assert console.head.used.face.text() == "01:30"
    assert console.head.left.face.text() == "03:30"
    assert console.next.list.rows.index(1, 0).data() == "Names (1 of 2)"
    assert console.next.pace.text() == "Part 1 of 2 · 0:30 left in this part · on time"


@pytest.mark.parametrize(
    ("place", "seconds", "pace"),
    [
        (NAMES, 165, "Part 1 of 2 · 0:45 over in this part · 0:45 behind the plan"),
        (FEVER, 20, "Part 2 of 2 · 3:00 left in this part · 1:40 ahead of the plan"),
    ],
)
def test_the_pace_is_told_part_by_part(place: int, seconds: int, pace: str, bench: Bench) -> None:
    bench.clock.seconds += seconds
    bench.go(place)
    bench.time.ticked.emit()

    assert bench.console.next.pace.text() == pace


def test_that_no_time_is_left_is_said_once(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(console_module, "announce", lambda _source, words: said.append(words))
    for _ in range(3):
        bench.clock.seconds += 200
        bench.time.ticked.emit()

    assert said == ["The time is over"]


def test_a_topic_has_no_plan_and_counts_up(opened: Open) -> None:
    bench = opened(talk(is_session=False))
    bench.clock.seconds += 61
    bench.time.ticked.emit()

    assert bench.console.head.used.face.text() == "01:01"
    assert bench.console.head.left.isHidden()
    assert bench.console.next.pace.text() == ""


def test_it_pauses_goes_on_and_begins_again(bench: Bench) -> None:
    button_called(bench.console.head, "Pause", QPushButton).click()
    bench.clock.seconds += 60
    assert bench.time.keeper.used == 0
    button_called(bench.console.head, "Go on", QPushButton).click()
    bench.clock.seconds += 5
    assert bench.time.keeper.used == 5
    button_called(bench.console.head, "From 0:00", QPushButton).click()
    assert bench.console.head.used.face.text() == "00:00"


# --- notes


def test_notes_are_those_of_content_session_and_reader(bench: Bench) -> None:
    spot = Spot(
        page="crmo://topic/mri",
        audience=Audience.PATIENT,
        title="MRI",
        section="signs",
        section_title="Signs",
    )
    bench.things.note(spot, "Show the picture of Lena.")
    bench.go(SIGNS)

    assert bench.console.wall.notes.text.toPlainText().split("\n") == [
        "For this session",
        "Let Anna begin.",
        "For teaching",
        "Say this about signs.",
        "From your notes and highlights",
        "Show the picture of Lena.",
    ]
    bench.go(MAP)
    assert bench.console.wall.notes.text.toPlainText() == "Say this about map."


def test_an_own_note_is_kept_with_its_slide(bench: Bench) -> None:
    own = bench.console.wall.notes.own
    own.field.setFocus()
    type_words(bench.console, "Ask first")
    bench.go(SIGNS)

    assert own.words() == ""
    assert bench.notes.on("topic/mri#names", Audience.PATIENT) == "Ask first"
    own.field.setPlainText("Then wait")
    own.finish()
    bench.go(SECOND)
    assert own.words() == "Ask first"
    assert bench.notes.on("topic/mri#signs", Audience.PATIENT) == "Then wait"


def test_what_is_being_typed_is_kept_at_the_end(bench: Bench) -> None:
    bench.console.wall.notes.own.field.setPlainText("Last words")

    bench.console.close()

    assert bench.notes.on("topic/mri#names", Audience.PATIENT) == "Last words"


def test_a_note_that_is_not_kept_says_so_and_can_be_kept_again(bench: Bench) -> None:
    own = bench.console.wall.notes.own
    bench.trouble = UserError("The disk is full.", hint="Make room.")
    own.field.setPlainText("Ask first")
    own.finish()
    assert own.is_kept() is False
    bench.trouble = None

    button_called(own, "Try again", QPushButton).click()

    assert own.is_kept() is True
    assert bench.notes.on("topic/mri#names", Audience.PATIENT) == "Ask first"


def test_the_size_of_notes_is_told(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.console.notes_size_changed) as told:
        button_called(bench.console, "Larger notes", QPushButton).click()

    assert told.args == [24]


# --- what is done here


def test_buttons_do_what_keys_do_on_the_wall(bench: Bench, qtbot: QtBot) -> None:
    console, show = bench.console, bench.show
    buttons = console.next.buttons

    covers = []
    for _ in range(2):
        buttons["black"].click()
        covers.append(show.cover)
    assert covers == [Cover.BLACK, Cover.NOTHING]
    buttons["pointer"].click()
    bench.settle()
    assert buttons["pointer"].isChecked()
    buttons["draw"].click()
    bench.settle()
    assert show.tool is Tool.DRAW
    assert [name for name, button in buttons.items() if button.isChecked()] == ["draw"]
    buttons["all"].click()
    assert show.is_overview
    with qtbot.waitSignal(console.swap_wanted):
        buttons["swap"].click()
    with qtbot.waitSignal(show.ended):
        button_called(console, "End", QPushButton).click()


def test_the_list_goes_to_a_slide(bench: Bench) -> None:
    console = bench.console
    console.next.list.setFocus()
    for _ in range(3):
        press_keys(console, "Down")
    press_keys(console, "Return")
    bench.settle()

    assert bench.show.place == FEVER
    assert console.wall.place.text() == "Slide 4 of 6"
    assert bench.answered == []


def test_hands_are_typed_on_the_console(bench: Bench) -> None:
    hands = bench.console.next.hands
    assert hands.isHidden()
    bench.go(FEVER)
    assert hands.isVisible()
    hands.fields[1].setFocus()
    hands.fields[1].selectAll()
    press_keys(bench.console, "7")
    bench.settle()

    assert bench.show.state.counts == (0, 7, 0)
    press_keys(bench.console, "PgDown")
    assert bench.answered == ["PgDown"]
    button_called(hands, "Count by keys", QPushButton).click()
    assert bench.show.state.is_counting
    button_called(hands, "Show the answer", QPushButton).click()
    bench.settle()
    assert bench.show.state.step == 1
    assert not button_called(hands, "Show the answer", QPushButton).isEnabled()


def test_a_live_picture_is_moved_from_the_console(bench: Bench) -> None:
    live = bench.console.next.live
    assert live.isHidden()
    bench.go(MAP)
    live.buttons[1].click()
    live.buttons[1].click()

    assert live.isVisible()
    assert bench.show.state.chosen == 1


def test_pointing_at_its_slide_points_at_the_wall(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.console.pointed) as told:
        bench.console.wall.picture.pointed.emit("press", QPointF(3, 4))

    assert told.args == ["press", QPointF(3, 4)]


# --- keyboard


def test_keys_are_those_of_the_wall_at_first(bench: Bench) -> None:
    assert bench.console.wall.picture.hasFocus()
    for key in ("Right", "Space", "Down", "Return", "B", "4", "Esc"):
        press_keys(bench.console, key)

    assert bench.answered == ["Right", "Space", "Down", "Return", "B", "4", "Esc"]


def test_keys_come_to_the_wall_where_no_part_has_the_keyboard(bench: Bench) -> None:
    bench.console.wall.picture.clearFocus()
    bench.console.setFocus()
    press_keys(bench.console, "Right")

    assert bench.answered == ["Right"]


def test_tab_reaches_all_in_the_order_of_the_eye_and_comes_round(bench: Bench) -> None:
    console = bench.console
    order = list(in_order(console))
    seen: list[QWidget | None] = []
    for _ in order:
        press_keys(console, "Tab")
        seen.append(QApplication.focusWidget())

    assert len(order) >= 14
    assert set(seen) == set(order)
    assert seen[-1] is console.wall.picture
    assert bench.answered == []


def test_what_lies_over_it_has_its_own_keys(bench: Bench) -> None:
    class Over(QWidget):
        pressed = 0

        def keyPressEvent(self, event: object) -> None:
            self.pressed += 1

    over = Over(bench.console)
    over.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    over.show()
    bench.go(FEVER)
    over.setFocus()
    press_keys(bench.console, "Right")

    assert over.pressed == 1
    assert bench.answered == []


def test_closing_it_by_its_frame_ends_the_talk(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bench.show.ended):
        bench.console.close()

    class FromOutside(QCloseEvent):
        def spontaneous(self) -> bool:
            return True

    with qtbot.waitSignal(bench.show.ended):
        bench.console.closeEvent(FromOutside())


# --- with the wall


def test_a_projector_that_is_pulled_out_takes_nothing_away(
    stage: Stage, screens: SampleScreens, qtbot: QtBot
) -> None:
    """Keys only: to a slide by the list, a note on it, the cable out and in again."""
    screens.set_places(LAPTOP, PROJECTOR)
    presenter = Presenter(stage._replace(make=deck_of))
    presenter.begin(talk())
    held = presenter.held
    assert held is not None
    assert held.console is not None
    console = held.console
    console.next.list.setFocus()
    for key in ("Down", "Down", "Return"):
        press_keys(console, key)
    qtbot.waitUntil(lambda: console.wall.picture.slide is held.show.slide)
    console.wall.notes.own.field.setFocus()
    type_words(console, "Ask first")
    screens.set_places(LAPTOP)

    assert not console.isVisible()
    assert held.wall.geometry() == LAPTOP.rect
    assert stage.own.slide_notes.on("topic/mri#signs", Audience.PATIENT) == "Ask first"
    press_keys(held.wall, "Right")
    screens.set_places(LAPTOP, PROJECTOR)

    assert console.isVisible()
    assert console.geometry() == LAPTOP.rect
    assert console.wall.notes.own.words() == "Ask first"
    assert (held.show.place, held.show.state.step) == (SIGNS, 1)
    press_keys(console, "Esc")
    assert presenter.held is None


# --- how it looks


@pytest.mark.parametrize("theme", ["light", "sepia", "hc_white"])
def test_it_is_always_dark(theme: str, opened: Open) -> None:
    bench = opened(theme=theme)
    image = picture_of(bench.console.head)
    light = sum(many for colour, many in colours_in(image).items() if min(bytes.fromhex(colour[1:])) > 0x80)

    assert light < image.width() * image.height() * 0.08


def test_it_follows_the_reader_s_size_of_text(bench: Bench) -> None:
    before = bench.console.head.used.face.font().pixelSize()
    appearance = bench.console._desk.appearance
    appearance.set_text_size(150)
    bench.settle()

    assert bench.console.head.used.face.font().pixelSize() == before * 1.5


@pytest.mark.parametrize("place", [NAMES, FEVER, MAP])
@pytest.mark.parametrize(
    ("width", "height", "text_size"),
    [
        (1024, 600, 80),
        (1024, 600, 100),
        (1024, 600, 150),
        (1024, 600, 200),
        (1024, 600, 250),
        (1366, 768, 125),
    ],
)
def test_nothing_is_cut(width: int, height: int, text_size: int, place: int, opened: Open) -> None:
    bench = opened(size=(width, height), text_size=text_size)
    bench.console.set_screens("Two screens. The wall shows slides only.")
    bench.console.set_number("12")
    bench.clock.seconds += 400
    bench.go(place)
    bench.time.ticked.emit()
    bench.settle()

    assert faults(bench.console) == []
    needed = bench.console.minimumSizeHint()
    assert (needed.width() <= 1024, needed.height() <= 600) == (True, True)
    assert (bench.console.width(), bench.console.height()) == (width, height)


def test_all_that_can_have_the_keyboard_has_a_name(bench: Bench) -> None:
    bench.go(FEVER)
    nameless = [
        type(part).__name__
        for part in in_order(bench.console)
        if not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    ]

    assert nameless == []
