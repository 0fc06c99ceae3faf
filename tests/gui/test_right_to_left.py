"""The window in a made-up language from right to left: all is where its reader looks for it, measured."""

import gc
import itertools
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, QStringListModel, Qt, QTranslator
from PySide6.QtGui import QImage, QPainter, QTextCursor, QTextDocument, QTextLine
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop import bootstrap
from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.bidi import END, START
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import HomeAddress, SearchAddress, SectionId, TopicAddress, TopicId
from crmo_desktop.domain.start import WindowOptions
from crmo_desktop.gui.application import Application
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.language_menu import LanguageMenu
from crmo_desktop.gui.languages import install_language
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.page_structure import Kind
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.pages.home_cards import DoorCard
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.card import Card
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.row_delegate import RowDelegate
from crmo_desktop.gui.widgets.text_places import rects_of
from crmo_desktop.library.pack import Pack, open_pack
from crmo_desktop.paths import Paths
from crmo_desktop.search.engine import SearchEngine
from crmo_desktop.services.checking import InstallationCheck
from crmo_desktop.services.finding import Finder
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.rescue import RescueService
from crmo_desktop.services.searching import SearchingService
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.settings import LANGUAGE, Settings
from tests import pseudo
from tests.gui.conftest import RESOURCES, Desk, nothing
from tests.gui.hands import picture_of, press, press_keys, wait_for_results

TOPICS = frozenset({"what-is-crmo", "drug-table", "mri", "red-flags", "when-to-suspect"})
TABLES = TopicAddress(TopicId("drug-table"), SectionId("nsaids-table"))
UNTRANSLATED = "mri"
W = "שלום"


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the window's words and an edition, both made up."""
    folder = tmp_path_factory.mktemp("translated")
    (folder / "i18n").mkdir()
    (folder / "fonts").symlink_to(RESOURCES / "fonts")
    pseudo.write_words(folder / "i18n")
    content = pseudo.write_content(folder / "content", only=TOPICS, untranslated=UNTRANSLATED)
    compile_pack(content, folder / "content.crmo")
    return folder


@pytest.fixture(scope="module")
def edition(translated: Path) -> Iterator[Pack]:
    pack = open_pack(translated / "content.crmo")
    yield pack
    pack.close()


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    """What is made afterwards speaks English."""
    locale = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(locale)


@pytest.fixture
def backwards(qapp: QApplication, translated: Path, english_again: None) -> None:
    """Everything made meanwhile goes from right to left."""
    install_language(qapp, pseudo.LANGUAGE, translated)


@pytest.fixture
def desk(
    qtbot: QtBot, edition: Pack, themes: Path, tmp_path: Path, backwards: None, qapp: QApplication
) -> Iterator[Desk]:
    palette, font = qapp.palette(), qapp.font()

    def make_rescuing(searching: SearchingService) -> RescueService:
        return RescueService(searching, tuple, tuple)

    finder = Finder(SearchingService(partial(SearchEngine, edition.connection)), make_rescuing, close=nothing)
    check = InstallationCheck(None, [edition.path], version="1.2.3", now=lambda: datetime.now().astimezone())
    icons = IconShelf(RESOURCES / "icons", mirrored=True)
    desk = Desk(
        qtbot, ReadingService(edition), finder, tmp_path / "data" / "notes.sqlite", icons, themes, check
    )
    desk.language = pseudo.LANGUAGE
    yield desk
    for notebook in desk.notebooks:
        notebook.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    return desk.open(audience=Audience.CLINICIAN)


def place(widget: QWidget) -> QRect:
    """Where `widget` is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def cells(view: PageView) -> list[tuple[str, QRectF]]:
    """Words and place of every cell of the first table with columns, in the order of the document."""
    layout = view.document().documentLayout()
    block = view.document().begin()
    found = []
    while block.isValid():
        table = QTextCursor(block).currentTable()
        if bool(table) and table.columns() > 2 and block.text():
            found.append((block.text(), layout.blockBoundingRect(block)))
        elif found:
            break
        block = block.next()
    return found


# --- the frame


def test_panes_and_toolbar_are_turned_round(window: MainWindow) -> None:
    window.navigator.go(TABLES)
    QApplication.processEvents()

    assert place(window.tree).left() > place(window.reader.view).right()
    assert place(window.right).right() < place(window.reader.view).left()
    buttons = window.toolbar.buttons
    xs = [place(buttons[name]).center().x() for name in ("left_pane", "back", "forward", "home")]
    assert xs == sorted(xs, reverse=True)
    assert place(window.toolbar.switch).right() < place(window.toolbar.search).left()


def test_doors_begin_at_the_right(window: MainWindow) -> None:
    first, second, *_ = window.home.findChildren(DoorCard)

    assert place(first).left() > place(second).right()


def test_back_points_to_where_one_came_from(desk: Desk, window: MainWindow, icons: IconShelf) -> None:
    """The picture is that of an arrow to the right, and so is the key."""
    black = "#000000"
    turned = desk.icons.pixmap("arrow-left", black, 24).toImage()

    assert turned == icons.pixmap("arrow-left", black, 24).toImage().flipped(Qt.Orientation.Horizontal)
    assert desk.icons.pixmap("search", black, 24).toImage() == icons.pixmap("search", black, 24).toImage()
    window.navigator.go(TABLES)
    press_keys(window, "Alt+Right")
    assert window.navigator.is_home()
    press_keys(window, "Alt+Left")
    assert not window.navigator.is_home()


def test_every_word_of_the_window_is_translated(window: MainWindow) -> None:
    window.navigator.go(TABLES)
    english = set("abcdefghijklmnopqrstuvwxyz")

    shown = [action.text() for action in window.table.all()]
    shown += [button.text() for button in window.findChildren(QToolButton) if button.text()]

    assert not [words for words in shown if english & set(words)]


def test_keys_are_written_as_they_are_pressed(window: MainWindow) -> None:
    keys = window.dialogs.keys

    assert keys.shown(keys.keys_of("smaller")) == f"{START}Ctrl+-{END}"


def test_the_drawer_opens_at_the_right(desk: Desk) -> None:
    window = desk.open(size=(700, 600))
    window.navigator.go(TABLES)
    window.table["left_pane"].trigger()
    QApplication.processEvents()

    drawer = window.panes.sidebar
    assert drawer.isVisible()
    assert place(drawer).right() == place(window.panes).right()


def test_the_arrows_of_the_tree_are_turned_round(window: MainWindow) -> None:
    tree = window.tree
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(1, 0))
    tree.collapse(tree.currentIndex())

    press(window, Qt.Key.Key_Left)
    assert tree.isExpanded(tree.model().index(1, 0))
    press(window, Qt.Key.Key_Right)
    assert not tree.isExpanded(tree.model().index(1, 0))


# --- the page


def test_a_page_begins_at_the_right(window: MainWindow) -> None:
    window.navigator.go(TopicAddress(TopicId("what-is-crmo")))
    view = window.reader.view
    right = (view.viewport().width() + view.column_width()) / 2
    layout = view.document().documentLayout()
    block = view.document().begin()

    kinds = set()
    while block.isValid():
        line = block.layout().lineAt(0)
        if block.text() and QTextCursor(block).currentTable() is None and block.textList() is None:
            ends = layout.blockBoundingRect(block).left() + line.naturalTextRect().right()
            assert abs(ends - right) < 3, block.text()
            kinds.add(block.blockFormat().headingLevel())
        assert block.textDirection() == Qt.LayoutDirection.RightToLeft
        block = block.next()
    assert {0, 1, 2} <= kinds  # headings, too


def test_lists_are_indented_from_the_right(window: MainWindow) -> None:
    window.navigator.go(TopicAddress(TopicId("what-is-crmo")))
    view = window.reader.view
    right = (view.viewport().width() + view.column_width()) / 2
    block = view.document().begin()
    while block.textList() is None:
        block = block.next()

    (first,) = rects_of(view, block.position(), block.position() + 1)

    assert right - 60 < first.right() < right - 20  # the box's edge, then the bullet


def test_the_first_column_is_at_the_right(window: MainWindow) -> None:
    window.navigator.go(TABLES)

    found = cells(window.reader.view)
    row = found[:4]

    assert row[-1][0] == pseudo.backwards("Medicine")
    places = [rect.left() for _, rect in row]
    assert places == sorted(places)  # in the document from the left: the first column is the last cell
    assert len(found) > 8


def test_the_bar_of_a_call_out_is_at_the_right(window: MainWindow, look: Look) -> None:
    window.navigator.go(TopicAddress(TopicId("drug-table")))
    view = window.reader.view
    image = picture_of(view.viewport())
    bar = look.colour("key_bar").name()
    left, right = (round((image.width() + side * view.column_width()) / 2) for side in (-1, 1))

    def rows_at(edge: int) -> set[int]:
        places = itertools.product(range(edge - 6, edge + 6), range(image.height()))
        return {y for x, y in places if image.pixelColor(x, y).name() == bar}

    at_left, at_right = rows_at(left), rows_at(right)

    assert not at_left
    assert len(at_right) > 100


def test_cards_stand_at_the_left_of_the_column(window: MainWindow) -> None:
    window.resize(1800, 800)
    window.navigator.go(TABLES)
    view = window.reader.view
    link = next(link for link in view.links() if link.href.startswith("cite:"))
    view.show_position(link.start, 200)
    view.link_activated.emit(link.href, QRect(view.mapToGlobal(QPoint(500, 200)), view.cursorRect().size()))

    card = window.findChild(Card)
    assert card is not None
    column_left = view.viewport().mapTo(window, QPoint(0, 0)).x()
    column_left += round((view.viewport().width() - view.column_width()) / 2)
    assert place(card).right() < column_left


def test_what_is_not_translated_goes_its_own_way_and_says_so(window: MainWindow) -> None:
    window.navigator.go(TopicAddress(TopicId(UNTRANSLATED)))
    view = window.reader.view
    page = window.reader.page()

    assert page is not None
    assert page.language == "en"
    assert view.document().defaultTextOption().textDirection() != Qt.LayoutDirection.RightToLeft
    assert pseudo.backwards("in {language}").format(language="English") in view.toPlainText()


def test_a_translated_page_does_not_say_so(window: MainWindow) -> None:
    window.navigator.go(TABLES)

    page = window.reader.page()
    assert page is not None
    assert page.language == pseudo.LANGUAGE
    assert "English" not in window.reader.view.toPlainText()


# --- words among words


@pytest.fixture
def view(qtbot: QtBot, look: Look, backwards: None) -> PageView:
    view = PageView(lambda _name, _ratio: None)
    qtbot.addWidget(view)
    view.resize(800, 400)
    html = (
        f"<p>{W} 5–7% {W} 25 mg/kg {W} ≥ 3.5 {W}</p>"
        f'<p>{W}. <a class="cite" href="cite:a">[1]</a> <a class="cite" href="cite:b">[2, 3]</a></p>'
    )
    view.set_page(html, page_css(look), look, name="x", language="he")
    return view


def caret(line: QTextLine, position: int) -> float:
    """Where the letter at `position` of a block begins; what Qt tells is typed as anything."""
    told: Any = line.cursorToX(position)
    return float(told[0] if isinstance(told, tuple) else told)


def xs_of(view: PageView, words: str) -> list[float]:
    """Where each letter of `words` begins in its line."""
    start = view.find_all(words)[0][0]
    block = view.document().findBlock(start)
    first = start - block.position()
    line = block.layout().lineForTextPosition(first)
    return [caret(line, first + number) for number, letter in enumerate(words) if letter != " "]


@pytest.mark.parametrize("words", ["5–7%", "25 mg/kg", "≥ 3.5", "[2, 3]"])
def test_figures_keep_their_order(view: PageView, words: str) -> None:
    xs = xs_of(view, words)

    # a caret before a letter that begins a run may stand at the run's other side: the rest must go on
    assert all(one < other for one, other in itertools.pairwise(xs[1:])), xs
    assert xs[-1] - xs[1] > 0


def test_marks_follow_one_another_from_right_to_left(view: PageView) -> None:
    first, second = view.links()
    (one,), (two,) = rects_of(view, first.start, first.end), rects_of(view, second.start, second.end)

    assert one.left() > two.left()
    assert one.width() > 5
    assert two.width() > one.width()
    assert first.text == "[1]"


def test_words_are_found_and_copied_without_the_signs(view: PageView) -> None:
    ((start, end),) = view.find_all(f"{W} 5–7% {W}")

    cursor = view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)

    assert START in cursor.selectedText()
    copied = view.createMimeDataFromSelection().text()
    assert copied == f"{W} 5–7% {W}"
    assert END not in copied


def test_without_the_signs_qt_would_turn_a_range_round() -> None:
    """Why they are there: with none of them the figure before the dash stands at its right."""
    document = QTextDocument()
    document.setHtml(f"<p>{W} 5–7% {W}</p>")
    document.setTextWidth(600)
    document.size()
    text, line = document.begin().text(), document.begin().layout().lineAt(0)

    assert caret(line, text.index("5")) > caret(line, text.index("7"))


# --- rows painted by hand


class _Row(RowDelegate):
    def is_current(self, index: object) -> bool:
        return True


@pytest.fixture
def rows(qtbot: QtBot, look: Look, backwards: None) -> tuple[QListView, RowDelegate]:
    view = QListView()
    qtbot.addWidget(view)
    delegate = _Row(look, parent=view)
    delegate.view_width = 240
    view.setModel(QStringListModel([f"{W} {W}", "MRI"], view))
    view.setItemDelegate(delegate)
    view.resize(240, 100)
    return view, delegate


def painted(view: QListView, delegate: RowDelegate, row: int) -> QImage:
    image = QImage(240, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 240, 30)
    painter = QPainter(image)
    delegate.paint(painter, option, view.model().index(row, 0))
    painter.end()
    return image


@pytest.mark.parametrize("row", [0, 1])
def test_rows_begin_at_the_right(rows: tuple[QListView, RowDelegate], row: int, look: Look) -> None:
    view, delegate = rows
    image = painted(view, delegate, row)
    accent, ink = look.colour("accent").name(), look.colour("on_row_current").name()
    bar = [x for x in range(240) if image.pixelColor(x, 15).name() == accent]
    words = [x for x in range(240) for y in range(30) if image.pixelColor(x, y).name() == ink]

    assert min(bar) > 220
    assert max(words) > 240 - delegate.left_of_text(view.model().index(row, 0)) - 8
    assert min(words) > 100


def test_results_begin_at_the_right(window: MainWindow, look: Look) -> None:
    window.navigator.go(SearchAddress("CRMO"))
    wait_for_results(window, "CRMO")
    listed = window.results.findChild(QListView, "results")
    assert listed is not None
    image = picture_of(listed.viewport(), listed.visualRect(listed.model().index(0, 0)))
    marked = look.colour("find").name()

    xs = [x for x in range(image.width()) for y in range(0, image.height(), 3)
          if image.pixelColor(x, y).name() == marked]  # fmt: skip

    assert xs
    assert max(xs) > image.width() * 0.6
    window.navigator.go(HomeAddress())


# --- the program, started in it


@pytest.fixture
def paths(translated: Path, pack_path: Path, tmp_path: Path) -> Paths:
    """A copy of the program that speaks English and the made-up language."""
    resources, packs = tmp_path / "resources", tmp_path / "pack"
    resources.mkdir()
    packs.mkdir()
    for folder in RESOURCES.iterdir():
        if folder.is_dir() and folder.name != "i18n":
            (resources / folder.name).symlink_to(folder)
    (resources / "i18n").symlink_to(translated / "i18n")
    found = Paths(resources, packs / "content.crmo", None, tmp_path / "data")
    found.bundled_pack.symlink_to(pack_path)
    found.pack_in(pseudo.LANGUAGE).symlink_to(translated / "content.crmo")
    return found


Start = Callable[[WindowOptions], Application]


@pytest.fixture
def start(paths: Paths, qtbot: QtBot, qapp: QApplication, english_again: None) -> Iterator[Start]:
    palette, font = qapp.palette(), qapp.font()
    started: list[Application] = []

    def build(options: WindowOptions) -> Application:
        started.append(bootstrap.build(paths, options))
        qtbot.addWidget(started[-1].window)
        return started[-1]

    yield build
    for application in started:
        application.close()
    gc.enable()  # a start leaves that to the window
    qapp.setPalette(palette)
    qapp.setFont(font)


def has_menu_of_languages(started: Application) -> bool:
    return started.window.findChild(LanguageMenu) is not None


def test_the_program_starts_in_the_language_it_is_told(start: Start, qapp: QApplication) -> None:
    started = start(WindowOptions(language="ar-xb"))

    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert started.window.reading.edition.language == pseudo.LANGUAGE
    assert started.appearance.look.language == pseudo.LANGUAGE
    assert has_menu_of_languages(started)


def test_the_readers_choice_holds(start: Start, paths: Paths, qapp: QApplication) -> None:
    notebook = Notebook(paths.notes_file)
    Settings(notebook).set(LANGUAGE, "en")
    notebook.close()

    started = start(WindowOptions())

    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert not qapp.findChildren(QTranslator)
    assert started.window.reading.edition.language == "en"
    assert has_menu_of_languages(started)


def test_words_without_an_edition_show_the_english_one(
    start: Start, paths: Paths, qapp: QApplication
) -> None:
    paths.pack_in(pseudo.LANGUAGE).unlink()

    started = start(WindowOptions(language=pseudo.LANGUAGE))

    assert started.window.reading.edition.language == "en"
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_language_that_is_not_there_is_told(start: Start) -> None:
    with pytest.raises(UserError, match="does not speak “th”"):
        start(WindowOptions(language="th"))


# --- as assistive programs read it


def test_a_table_is_read_as_it_is_shown(window: MainWindow) -> None:
    window.navigator.go(TABLES)
    shown = window.reader.view.shown
    table = shown.all(Kind.TABLE)[0]
    header = [cell.name for cell in table.cells() if cell.row == 0]

    assert header[0] == pseudo.backwards("Medicine")
    assert [cell.column for cell in table.cells() if cell.row == 1] == list(range(table.columns))
    assert shown.language().language() == QLocale.Language.Arabic
    assert not {START, END} & set("".join(part.name for part in shown.all(*Kind)))


def test_sources_are_read_number_first(window: MainWindow) -> None:
    window.navigator.go(TABLES)

    items = [part.name for part in window.reader.view.shown.all(Kind.ITEM)]

    assert any(name.startswith("[1] ") for name in items)
