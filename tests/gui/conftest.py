"""A window as a reader has it: the real edition, the bundled faces and themes, a file of one's own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.early import load_fonts
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.stylesheet import style_sheet
from crmo_desktop.gui.theme import SYSTEM, Appearance, Look
from crmo_desktop.library import names
from crmo_desktop.library.pack import Pack, open_pack
from crmo_desktop.services.checking import InstallationCheck
from crmo_desktop.services.finding import Finder
from crmo_desktop.services.licences import Licences
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.rescue import RescueService
from crmo_desktop.services.searching import SearchingService
from tests.gui.slow_finder import SlowFinder

if TYPE_CHECKING:
    from crmo_desktop.domain.errors import UserError
    from crmo_desktop.gui.main_window import MainWindow
    from crmo_desktop.services.lately import RecentSearches
    from crmo_desktop.services.trainer_questions import TrainerQuestions
    from crmo_desktop.store.database import Notebook

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
HARMLESS = "This plugin does not support"  # the offscreen screen has no window manager


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the offscreen screen cannot do is no warning of ours."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(HARMLESS, extend=True))


@pytest.fixture(scope="session", autouse=True)
def _faces_and_style(qapp: QApplication) -> None:
    """Draw as the program does, on every computer."""
    qapp.setStyle("Fusion")
    for use in ("start", "pages", "serif", "dyslexic"):
        assert load_fonts(RESOURCES / "fonts", use) == []


@pytest.fixture(autouse=True)
def _what_was_closed_goes(qapp: QApplication) -> Iterator[None]:
    """Widgets are deleted by an event loop, and a test has none: the last of a thousand would be slow."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def pack(pack_path: Path) -> Iterator[Pack]:
    """The edition made from content/."""
    pack = open_pack(pack_path)
    yield pack
    pack.close()


@pytest.fixture(scope="session")
def reading(pack: Pack) -> ReadingService:
    return ReadingService(pack)


@pytest.fixture(scope="session")
def searching(pack: Pack) -> SearchingService:
    from crmo_desktop.search.engine import SearchEngine

    return SearchingService(partial(SearchEngine, pack.connection))


@pytest.fixture(scope="session")
def finder(pack: Pack) -> Iterator[Finder]:
    """What windows search with: one after the other, so that one will do."""
    from crmo_desktop.search.engine import SearchEngine

    connection = names.connect_again(pack)

    def make_rescuing(searching: SearchingService) -> RescueService:
        return RescueService(
            searching, partial(names.topic_names, connection), partial(names.glossary, connection)
        )

    yield Finder(SearchingService(partial(SearchEngine, connection)), make_rescuing, close=nothing)
    connection.close()


def nothing() -> None:
    """The finder that all windows of the tests share is not closed by one of them."""


@pytest.fixture(scope="session")
def icons() -> IconShelf:
    return IconShelf(RESOURCES / "icons")


@pytest.fixture
def themes() -> Path:
    return RESOURCES / "themes"


@pytest.fixture
def appearance(themes: Path, qapp: QApplication) -> Appearance:
    """The light theme, as the offscreen screen has no colours of its own."""
    return Appearance(themes, choice=SYSTEM)


@pytest.fixture
def look(appearance: Appearance) -> Look:
    """Light, at 100%."""
    return appearance.look


LookOf = Callable[..., Look]


@pytest.fixture
def look_of(themes: Path, qapp: QApplication) -> LookOf:
    """`look_of("dark", 150)` is the look of a theme at a text size."""

    def make(theme: str = "light", text_size: int = 100) -> Look:
        return Appearance(themes, choice=theme, text_size=text_size).look

    return make


CheckModel = Callable[[QAbstractItemModel], None]


@pytest.fixture
def check_model(qtmodeltester: Any) -> CheckModel:
    """Fails where a model is not what Qt's views rely on."""
    check: CheckModel = qtmodeltester.check
    return check


Show = Callable[..., None]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """`show(widget, 400, 300)` opens a widget by itself, at that size, with the keyboard in its window."""

    kept: list[QWidget] = []

    def open_widget(widget: QWidget, width: int = 400, height: int = 300) -> None:
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()

    return open_widget


class Browser(QObject):
    """Stands in for the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.addresses.append(url.toString())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    """Whatever the program hands to the system's browser comes here instead."""
    browser = Browser()
    for scheme in ("https", "http"):
        QDesktopServices.setUrlHandler(scheme, browser, "open")  # type: ignore[arg-type]  # it takes str only
    yield browser
    for scheme in ("https", "http"):
        QDesktopServices.unsetUrlHandler(scheme)


def make_questions(
    notebook: "Notebook", trouble: "Callable[[], UserError | None]", *, keeps: bool = True
) -> "TrainerQuestions":
    """The questions kept in a reader's file."""
    from crmo_desktop.services.trainer_questions import TrainerQuestions
    from crmo_desktop.store.questions import QuestionRepository

    now = datetime.now().astimezone()
    return TrainerQuestions(QuestionRepository(notebook), now=lambda: now, trouble=trouble, keeps=keeps)


def make_recent(notebook: "Notebook", keeps: "Callable[[], bool]" = lambda: True) -> "RecentSearches":
    """The recent searches in a reader's file."""
    from crmo_desktop.services.lately import RecentSearches
    from crmo_desktop.store.searches import SearchRepository

    return RecentSearches(SearchRepository(notebook), keeps=keeps)


@pytest.fixture
def notebook(tmp_path: Path) -> "Iterator[Notebook]":
    """A file of a reader's own, apart from any window."""
    from crmo_desktop.store.database import Notebook

    notebook = Notebook(tmp_path / "apart" / "notes.sqlite")
    yield notebook
    notebook.close()


@pytest.fixture
def questions(notebook: "Notebook") -> "TrainerQuestions":
    """The questions that are kept there."""
    return make_questions(notebook, lambda: notebook.problem)


@dataclass
class Desk:
    """Makes windows over one file of a reader's own, as starts of the program one after the other do."""

    qtbot: QtBot
    reading: ReadingService
    finder: Finder
    notes: Path
    icons: IconShelf
    themes: Path
    check: InstallationCheck
    notebooks: "list[Notebook]" = field(default_factory=list)
    keeps: bool = True  # false on a computer that keeps nothing
    language: str = "en"  # of the window's words

    def hold(self, *queries: str) -> SlowFinder:
        """Have the windows opened from now on find these queries late."""
        slow = SlowFinder(self.finder)
        slow.hold(*queries)
        self.finder = slow
        return slow

    def open(
        self,
        *,
        size: tuple[int, int] | None = (1366, 768),
        audience: Audience | None = None,
        text_size: int | None = None,
        theme: str | None = None,
        is_overdue: bool = False,
    ) -> "MainWindow":
        """A window on the start page, shown and active; closed when the test is over."""
        from crmo_desktop.gui.main_window import MainWindow
        from crmo_desktop.gui.window_parts import WindowServices, restore_place
        from crmo_desktop.services.front_page import doors, questions
        from crmo_desktop.services.journal import Journal
        from crmo_desktop.services.keeping import Keeping, Kept
        from crmo_desktop.services.own import Own
        from crmo_desktop.services.preferences import Preferences
        from crmo_desktop.store.database import Notebook
        from crmo_desktop.store.history import HistoryRepository
        from crmo_desktop.store.settings import Settings

        notebook = Notebook(self.notes if self.keeps else None)
        settings = Settings(notebook)
        preferences = Preferences(settings)
        services = WindowServices(
            reading=self.reading,
            make_finder=lambda: self.finder,
            kept_questions=lambda: make_questions(notebook, lambda: notebook.problem),
            recent_searches=lambda: make_recent(notebook, lambda: preferences.keeps_history),
            journal=Journal(
                HistoryRepository(notebook),
                now=lambda: datetime.now().astimezone(),
                keeps=lambda: preferences.keeps_history,
            ),
            preferences=preferences,
            audience=audience or preferences.audience,
            doors=doors(self.reading),
            questions=questions(self.reading),
            own_trouble=lambda: notebook.problem,
            make_check=lambda: self.check,
            make_licences=lambda: Licences(None, ROOT, RESOURCES),
            keeping=Keeping(notebook, settings, Kept.ON_COMPUTER),
            own=Own(notebook, now=lambda: datetime.now().astimezone(), edition="2026-11-26"),
            style_sheet=lambda look: style_sheet(look, RESOURCES / "icons"),
            is_overdue=is_overdue,
            version="1.2.3",
            pictures=RESOURCES / "pictures",
        )
        appearance = Appearance(
            self.themes,
            choice=theme or preferences.theme,
            text_size=text_size or preferences.text_size,
            face=preferences.text_face,
            spacing=preferences.text_spacing,
            language=self.language,
        )
        picture = (RESOURCES / "pictures" / "knees.svg").read_text(encoding="utf-8")
        window = MainWindow(services, appearance, self.icons, picture)
        appearance.setParent(window)
        self.notebooks.append(notebook)
        self.qtbot.addWidget(window)
        restore_place(window, preferences.geometry or None, size)
        window.set_look()
        window.navigator.show_home()
        with self.qtbot.waitActive(window):
            window.show()
        window.focus_page()
        window.fill()  # as the application does after the first paint
        qapp = QApplication.instance()
        assert qapp is not None
        qapp.processEvents()
        return window


@pytest.fixture
def windows(
    qtbot: QtBot,
    reading: ReadingService,
    finder: Finder,
    tmp_path: Path,
    icons: IconShelf,
    themes: Path,
    pack_path: Path,
    qapp: QApplication,
) -> Iterator[Desk]:
    palette, font = qapp.palette(), qapp.font()
    check = InstallationCheck(None, [pack_path], version="1.2.3", now=lambda: datetime.now().astimezone())
    desk = Desk(qtbot, reading, finder, tmp_path / "data" / "notes.sqlite", icons, themes, check)
    yield desk
    for notebook in desk.notebooks:
        notebook.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def desk(windows: Desk) -> Desk:
    """The same; in the tests of pages this name is that of a page by itself."""
    return windows


@pytest.fixture
def window(desk: Desk) -> "MainWindow":
    """The window of a new reader, at 1366x768."""
    return desk.open()
