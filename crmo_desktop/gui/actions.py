"""Everything a reader can ask of the window, in one table: menus, toolbar and keys come from it."""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

_MENUS: Final = ("file", "edit", "view", "go", "bookmarks", "present", "help")
SEPARATOR: Final = "-"
# What can be done while a topic is shown.
OF_A_TOPIC: Final = (
    "next_topic",
    "previous_topic",
    "next_section",
    "previous_section",
    "find",
    "read_aloud",
    "bookmark",
    "note",
    "finished",
    "highlight_1",
    "highlight_2",
    "highlight_3",
    "highlight_4",
    "save_pdf",
    "save_html",
    "copy_with_source",
    "report_error",
    "present",
    "present_section",
)


class ActionSpec(NamedTuple):
    """One action.

    Attributes:
        name: how code calls it.
        text: for menus, with the mnemonic's ampersand.
        keys: the first is shown in the menu.
        group: actions of one group exclude each other; "" for none.
        is_for_page: its keys are heard only while the keyboard is in a page, which has the action, too.
    """

    name: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    is_checkable: bool = False
    group: str = ""
    is_for_page: bool = False


class ActionTable(QObject):
    """Makes the actions and keeps them by name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.menu_titles = {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "view": self.tr("&View"),
            "go": self.tr("&Go"),
            "bookmarks": self.tr("&Bookmarks"),
            "present": self.tr("&Present"),
            "help": self.tr("&Help"),
        }
        self.theme_title = self.tr("Colou&rs")
        self.depth_title = self.tr("How &much of a topic")
        self.highlight_title = self.tr("&Highlight the selected words")
        self.specs = [
            *self._file(),
            *self._edit(),
            *self._view(),
            *self._depths(),
            *self._themes(),
            *self._go(),
            *self._bookmarks(),
            *self._highlights(),
            *self._present(),
            *self._help(),
        ]
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for spec in self.specs:
            if spec.text != SEPARATOR:
                self._actions[spec.name] = self._make(spec)

    def __getitem__(self, name: str) -> QAction:
        """The action called `name`.

        Raises:
            KeyError: there is none.
        """
        return self._actions[name]

    def all(self) -> Iterable[QAction]:
        """Every action."""
        return self._actions.values()

    def menus(self) -> tuple[str, ...]:
        """The menus in order."""
        return _MENUS

    def in_menu(self, menu: str) -> list[ActionSpec]:
        """The actions and separators of a menu, in order."""
        return [spec for spec in self.specs if spec.menu == menu]

    def title_of(self, spec: ActionSpec) -> str:
        """What the menu is called that leads to an action."""
        inner = "bookmarks" if spec.menu == "highlight" else "view"
        return self.menu_titles.get(spec.menu, self.menu_titles[inner]).replace("&", "")

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        anywhere, in_page = Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.WidgetShortcut
        action.setShortcutContext(in_page if spec.is_for_page else anywhere)
        action.setCheckable(spec.is_checkable)
        action.setVisible(spec.name != "keep_here")  # only where the program runs from a drive
        if spec.name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        if spec.name == "about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        return action

    def _file(self) -> list[ActionSpec]:
        return [
            ActionSpec("open_address", self.tr("&Open an address…"), "file", ("Ctrl+O",)),
            ActionSpec("sep_paper", SEPARATOR, "file"),
            ActionSpec("print", self.tr("&Print…"), "file", ("Ctrl+P",)),
            ActionSpec("save_pdf", self.tr("&Save as PDF…"), "file", ("Ctrl+S",)),
            ActionSpec("save_html", self.tr("Save the page as &HTML…"), "file", ("Ctrl+Shift+S",)),
            ActionSpec("handout", self.tr("Hando&ut…"), "file", ("Ctrl+Shift+H",)),
            ActionSpec("sep_keep", SEPARATOR, "file"),
            ActionSpec("keep_here", self.tr("&Keep my things on this drive…"), "file"),
            ActionSpec("sep_quit", SEPARATOR, "file"),
            ActionSpec("quit", self.tr("&Quit"), "file", ("Ctrl+Q",)),
        ]

    def _edit(self) -> list[ActionSpec]:
        return [
            ActionSpec("undo", self.tr("&Undo deleting"), "edit", ("Ctrl+Z",)),
            ActionSpec("sep_copy", SEPARATOR, "edit"),
            ActionSpec("copy", self.tr("&Copy"), "edit", ("Ctrl+C",)),
            ActionSpec("copy_with_source", self.tr("Copy &with its source"), "edit", ("Ctrl+Shift+C",)),
            ActionSpec("select_all", self.tr("Select &all"), "edit", ("Ctrl+A",)),
            ActionSpec("caret", self.tr("Te&xt cursor on the page"), "edit", ("F7",), is_checkable=True),
            ActionSpec("copy_address", self.tr("Copy a&ddress of this page"), "edit", ("Ctrl+Shift+D",)),
            ActionSpec("sep_find", SEPARATOR, "edit"),
            ActionSpec("search", self.tr("&Search all topics"), "edit", ("Ctrl+K", "Ctrl+L", "/")),
            ActionSpec("beside", self.tr("Look at the &result beside"), "edit", ("Alt+Return", "Alt+Enter")),
            ActionSpec(
                "find_everywhere", self.tr("Find in all &topics, on one page"), "edit", ("Ctrl+Shift+F",)
            ),
            ActionSpec("find", self.tr("&Find in this page"), "edit", ("Ctrl+F",)),
            ActionSpec("find_next", self.tr("Find &next"), "edit", ("F3", "Ctrl+G")),
            ActionSpec("find_previous", self.tr("Find &previous"), "edit", ("Shift+F3", "Ctrl+Shift+G")),
            ActionSpec("sep_settings", SEPARATOR, "edit"),
            ActionSpec("settings", self.tr("S&ettings…"), "edit", ("Ctrl+,",)),
        ]

    def _view(self) -> list[ActionSpec]:
        return [
            ActionSpec("left_pane", self.tr("&Topics"), "view", ("F9",), is_checkable=True),
            ActionSpec("right_pane", self.tr("&On this page"), "view", ("Shift+F9",), is_checkable=True),
            ActionSpec("sep_audience", SEPARATOR, "view"),
            ActionSpec(
                "for_patient", self.tr("Written for &families"), "view", ("Ctrl+Shift+P",), True, "audience"
            ),
            ActionSpec(
                "for_clinician",
                self.tr("Written for &clinicians"),
                "view",
                ("Ctrl+Shift+L",),
                True,
                "audience",
            ),
            ActionSpec("sep_size", SEPARATOR, "view"),
            ActionSpec("larger", self.tr("&Larger text"), "view", ("Ctrl+=", "Ctrl++")),
            ActionSpec("smaller", self.tr("&Smaller text"), "view", ("Ctrl+-",)),
            ActionSpec("normal_size", self.tr("&Normal text size"), "view", ("Ctrl+0",)),
            ActionSpec("reading", self.tr("Te&xt and reading…"), "view"),
            ActionSpec("ruler", self.tr("Rea&ding ruler"), "view", ("Ctrl+Shift+R",), is_checkable=True),
            ActionSpec("line_focus", self.tr("L&ine focus"), "view", ("Ctrl+Shift+U",), is_checkable=True),
            ActionSpec("sep_aloud", SEPARATOR, "view"),
            ActionSpec("read_aloud", self.tr("Read &aloud, or pause"), "view", ("Alt+Shift+A",)),
            ActionSpec("stop_aloud", self.tr("Stop readin&g aloud"), "view", ("Alt+Shift+X",)),
            ActionSpec("sep_full", SEPARATOR, "view"),
            ActionSpec("full_screen", self.tr("F&ull screen"), "view", ("F11",), is_checkable=True),
        ]

    def _depths(self) -> list[ActionSpec]:
        return [
            ActionSpec("depth_sentence", self.tr("One &sentence"), "depth", ("1",), True, "depth", True),
            ActionSpec("depth_short", self.tr("&Thirty seconds"), "depth", ("2",), True, "depth", True),
            ActionSpec("depth_everything", self.tr("&Everything"), "depth", ("3",), True, "depth", True),
        ]

    def _themes(self) -> list[ActionSpec]:
        return [
            ActionSpec("theme_system", self.tr("As the &system"), "theme", (), True, "theme"),
            ActionSpec("theme_light", self.tr("&Light"), "theme", (), True, "theme"),
            ActionSpec("theme_dark", self.tr("&Dark"), "theme", (), True, "theme"),
            ActionSpec("theme_sepia", self.tr("S&epia"), "theme", (), True, "theme"),
            ActionSpec("theme_hc_black", self.tr("High contrast, &black"), "theme", (), True, "theme"),
            ActionSpec("theme_hc_white", self.tr("High contrast, &white"), "theme", (), True, "theme"),
        ]

    def _go(self) -> list[ActionSpec]:
        # The arrow that points where one came from; the buttons' arrows do, too.
        behind, ahead = ("Alt+Left", "Alt+Right")
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            behind, ahead = ahead, behind
        return [
            ActionSpec("back", self.tr("&Back"), "go", (behind,)),
            ActionSpec("forward", self.tr("&Forward"), "go", (ahead,)),
            ActionSpec("home", self.tr("&Start page"), "go", ("Alt+Home",)),
            ActionSpec("sep_topics", SEPARATOR, "go"),
            ActionSpec("next_topic", self.tr("&Next topic"), "go", ("Ctrl+PgDown",)),
            ActionSpec("previous_topic", self.tr("&Previous topic"), "go", ("Ctrl+PgUp",)),
            ActionSpec("next_section", self.tr("Next s&ection"), "go", ("Alt+Down",)),
            ActionSpec("previous_section", self.tr("Previous se&ction"), "go", ("Alt+Up",)),
            ActionSpec("page_parts", self.tr("&Headings, links and more…"), "go", ("Shift+F7",)),
            ActionSpec("sep_kept", SEPARATOR, "go"),
            ActionSpec("pictures", self.tr("P&ictures…"), "go", ("Ctrl+Shift+M",)),
            ActionSpec("kept_questions", self.tr("Questions &kept for the trainer…"), "go"),
            ActionSpec("sep_panes", SEPARATOR, "go"),
            ActionSpec("next_pane", self.tr("Next p&ane"), "go", ("F6",)),
            ActionSpec("previous_pane", self.tr("Pre&vious pane"), "go", ("Shift+F6",)),
            ActionSpec("menus", self.tr("&Menus"), "go", ("F10",)),
        ]

    def _bookmarks(self) -> list[ActionSpec]:
        return [
            ActionSpec("bookmark", self.tr("&Bookmark this place"), "bookmarks", ("Ctrl+D",), True),
            ActionSpec("note", self.tr("&Note on this topic…"), "bookmarks", ("Ctrl+N",)),
            ActionSpec(
                "finished", self.tr("&Finished with this topic"), "bookmarks", ("Ctrl+Shift+K",), True
            ),
            ActionSpec("sep_things", SEPARATOR, "bookmarks"),
            ActionSpec("my_things", self.tr("&My notes and marks"), "bookmarks", ("Ctrl+B",)),
            ActionSpec("history", self.tr("H&istory"), "bookmarks", ("Ctrl+H",)),
            ActionSpec("sep_files", SEPARATOR, "bookmarks"),
            ActionSpec("export_things", self.tr("&Export my things…"), "bookmarks"),
            ActionSpec("import_things", self.tr("Im&port things…"), "bookmarks"),
            ActionSpec("backups", self.tr("Backups and &restoring…"), "bookmarks"),
            ActionSpec("sep_forget", SEPARATOR, "bookmarks"),
            ActionSpec("forget_history", self.tr("Forget the his&tory…"), "bookmarks"),
            ActionSpec("forget_everything", self.tr("Forget e&verything…"), "bookmarks"),
        ]

    def _highlights(self) -> list[ActionSpec]:
        return [
            ActionSpec("highlight_1", self.tr("&1 Yellow"), "highlight", ("Ctrl+1",)),
            ActionSpec("highlight_2", self.tr("&2 Green"), "highlight", ("Ctrl+2",)),
            ActionSpec("highlight_3", self.tr("&3 Blue"), "highlight", ("Ctrl+3",)),
            ActionSpec("highlight_4", self.tr("&4 Pink"), "highlight", ("Ctrl+4",)),
        ]

    def _present(self) -> list[ActionSpec]:
        return [
            ActionSpec("present", self.tr("&Present this topic"), "present", ("F5",)),
            ActionSpec("present_section", self.tr("Present from this s&ection"), "present", ("Shift+F5",)),
            ActionSpec("sessions", self.tr("&Sessions…"), "present", ("Ctrl+F5",)),
            ActionSpec("sep_quiz", SEPARATOR, "present"),
            ActionSpec("quiz", self.tr("Take the &quiz…"), "present", ("F8",)),
            ActionSpec("results", self.tr("&Answers of the room…"), "present"),
            ActionSpec("sep_out", SEPARATOR, "present"),
            ActionSpec("slides_out", self.tr("Slides as a &file…"), "present", ("Ctrl+Shift+F5",)),
            ActionSpec("questions_out", self.tr("Quiz questions as a fi&le…"), "present"),
        ]

    def _help(self) -> list[ActionSpec]:
        return [
            ActionSpec("guide", self.tr("&Guide"), "help", ("Shift+F1",)),
            ActionSpec("keys", self.tr("What you can &press…"), "help", ("F1", "Ctrl+/")),
            ActionSpec("accessibility", self.tr("Accessibilit&y"), "help"),
            ActionSpec("report_error", self.tr("&Report an error on this page…"), "help", ("Ctrl+Shift+E",)),
            ActionSpec("sep_about", SEPARATOR, "help"),
            ActionSpec("check_installation", self.tr("&Check this installation…"), "help"),
            ActionSpec("licences", self.tr("&Licences…"), "help"),
            ActionSpec("about", self.tr("&About CRMO Desktop"), "help"),
        ]


def make_menus(window: QMainWindow, table: ActionTable) -> tuple[QMenu, QMenu]:
    """Fill the window's menu bar.

    Returns:
        The menu that stands in for it where it has no room, and the menu of audiences.
    """
    folded, audiences = QMenu(window), QMenu(window)
    for name in ("for_patient", "for_clinician"):
        audiences.addAction(table[name])
    inner = {
        "sep_size": (
            _submenu(window, table, "depth", table.depth_title),
            _submenu(window, table, "theme", table.theme_title),
        ),
        "note": (_submenu(window, table, "highlight", table.highlight_title),),
    }
    for name in table.menus():
        menu = QMenu(table.menu_titles[name], window)
        for spec in table.in_menu(name):
            for submenu in inner.get(spec.name, ()):
                menu.addMenu(submenu)
            if spec.text == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(table[spec.name])
        window.menuBar().addMenu(menu)
        folded.addMenu(menu)
    for action in table.all():  # a shortcut dies with a hidden menu bar unless the window has the action, too
        window.addAction(action)
    return folded, audiences


def _submenu(window: QMainWindow, table: ActionTable, name: str, title: str) -> QMenu:
    menu = QMenu(title, window)
    for spec in table.in_menu(name):
        menu.addAction(table[spec.name])
    return menu


def add_after(window: QMainWindow, action: QAction, menus: Iterable[QMenu]) -> None:
    """Put `menus` behind `action` in the menu of the window's bar that holds it."""
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu) and action in menu.actions():
            behind = menu.actions()[menu.actions().index(action) + 1]
            for added in menus:
                menu.insertMenu(behind, added)


def connect(table: ActionTable, slots: dict[str, Callable[[], object]]) -> None:
    """Have each action call its slot; `triggered` also tells whether it is checked, which no slot asks."""
    for name, slot in slots.items():
        table[name].triggered.connect(without_arguments(slot))


def without_arguments(slot: Callable[[], object]) -> Callable[[bool], None]:
    """`slot` for a signal that tells something it does not ask for."""

    def call(_checked: bool = False) -> None:
        slot()

    return call
