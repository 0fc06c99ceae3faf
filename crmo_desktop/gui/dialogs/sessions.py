"""Present > Sessions: what was put together, to be changed, held, rehearsed, taken along."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QToolButton, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.session_json import ENDING
from crmo_desktop.gui.actions import without_arguments
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.asking_place import ask_place
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.dialogs.session_editor import SessionEditor
from crmo_desktop.gui.dialogs.session_tools import SessionTools
from crmo_desktop.gui.dialogs.session_words import SessionWords
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.widgets.flow_row import FlowRow
from crmo_desktop.gui.widgets.picture_list import PictureRow
from crmo_desktop.gui.widgets.session_list import SessionList
from crmo_desktop.services.publishing import file_name
from crmo_desktop.services.session_making import SessionMaking

if TYPE_CHECKING:
    from crmo_desktop.domain.session import Session
    from crmo_desktop.services.agendas import Agenda
    from crmo_desktop.services.sessions import DeletedSession

_SHOWN: Final = 3  # rehearsals of a session


class SessionsDialog(PlainDialog):
    """Lists the sessions; what was deleted can be had back as long as it is open."""

    start_wanted = Signal(object, bool)  # the Session; whether it is a rehearsal
    print_wanted = Signal(object)  # a Publication

    def __init__(self, tools: SessionTools, parent: QWidget | None) -> None:
        super().__init__(self.tr("Sessions"), tools.look, parent, width=760)
        self._tools, self._sessions, self._words = tools, tools.sessions, SessionWords(self)
        self._deleted: list[DeletedSession] = []  # to be had back, the last first
        self._all: dict[str, Session] = {}
        self._folder = ""  # where the last file was
        self.add_title(self.tr("Sessions"))
        self._about = self.add_words("", muted=True)
        self.list = SessionList(tools.look, self)
        self.list.setAccessibleName(self.tr("Sessions"))
        room = self.screen().availableGeometry().height() - 48 - tools.look.ui(330)
        self.list.setMinimumHeight(max(tools.look.ui(90), min(tools.look.ui(260), room)))
        self.body.addWidget(self.list, 1)
        self.took = self.add_words("", muted=True)
        self._add_buttons()
        self.said = self.add_words("")
        self.said.hide()
        self._trouble = self.add_words("")
        close = self.add_button(self.tr("Close"))
        self.rehearse = self.add_button(self.tr("&Rehearse"))
        self.start = self.add_button(self.tr("&Start presenting"), primary=True)
        close.clicked.connect(self.accept)
        self._connect()
        self._show("")
        (self.list if self._all else self.new).setFocus()
        self.fit()

    # --- building

    def _add_buttons(self) -> None:
        self.new = self._menu_button(self.tr("&New"), self._fill_new)
        self.change = self._small(self.tr("&Change…"))
        self.copy = self._small(self.tr("Cop&y"))
        self.rename = self._small(self.tr("Rena&me…"))
        self.delete = self._small(self.tr("&Delete"))
        self.more = self._menu_button(self.tr("M&ore"), self._fill_more)
        self.undo = self._small(self.tr("&Undo"))
        row = FlowRow(gap=8)
        for button in (
            self.new, self.change, self.copy, self.rename, self.delete, self.more, self.undo,
        ):  # fmt: skip
            row.addWidget(button)
        self.body.addLayout(row)

    def _small(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", "plain")
        button.setAutoDefault(False)
        return button

    def _menu_button(self, words: str, fill: Callable[[QMenu], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(f"{words} ▾")
        button.setAccessibleName(words.replace("&", ""))
        button.setProperty("kind", "menu")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        fill(menu)
        button.setMenu(menu)
        return button

    def _fill_new(self, menu: QMenu) -> None:
        empty = {
            Audience.PATIENT: self.tr("Empty, for &families"),
            Audience.CLINICIAN: self.tr("Empty, for &clinicians"),
        }
        audience = self._tools.audience
        for one in (audience, audience.other):
            self._entry(menu, empty[one], partial(self.begin_empty, one))
        menu.addSeparator()
        by_audience = sorted(self._tools.agendas(), key=lambda agenda: agenda.audience is not audience)
        for agenda in by_audience:
            title = agenda.title.replace("&", "&&")
            words = self.tr("From the plan: {title}").format(title=title)
            self._entry(menu, words, partial(self.begin_agenda, agenda))

    def _fill_more(self, menu: QMenu) -> None:
        self.save_file = self._entry(menu, self.tr("&Save as a file…"), self.ask_place)
        self._entry(menu, self.tr("&Take in a file…"), self.ask_file)
        self.print_plan = self._entry(menu, self.tr("&Print the plan…"), self.print)

    def _entry(self, menu: QMenu, words: str, slot: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(without_arguments(slot))
        return action

    def _connect(self) -> None:
        buttons: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (self.change, self.change_session),
            (self.copy, self.copy_session),
            (self.rename, self.ask_name),
            (self.delete, self.delete_session),
            (self.undo, self.take_back),
            (self.start, partial(self._begin, False)),
            (self.rehearse, partial(self._begin, True)),
        )
        for button, slot in buttons:
            button.clicked.connect(without_arguments(slot))
        self.list.change_wanted.connect(self.change_session)
        self.list.removal_wanted.connect(self.delete_session)
        self.list.renaming_wanted.connect(self.ask_name)
        self.list.selectionModel().currentRowChanged.connect(self._on_row)

    # --- what is shown

    def _show(self, uid: str) -> None:
        """Show what there is, the session `uid` as the current one."""
        self._all = {session.uid: session for session in self._sessions.all()}
        rows = [
            PictureRow(session.uid, session.name, self._words.summary(session))
            for session in self._all.values()
        ]
        self.list.set_sessions(rows, uid)
        grows = self.isVisible() and self.list.isHidden() is bool(rows)
        self.list.setVisible(bool(rows))
        self._about.setText(
            self.tr("Everything is kept as you write it. Nothing is sent.")
            if rows
            else self.tr(
                "No session is kept yet. “New” begins one, empty or from a plan of the workshop guide."
            )
        )
        trouble = self._sessions.trouble()
        self._trouble.setText("" if trouble is None else " ".join(words_of(trouble)))
        self._trouble.setVisible(trouble is not None)
        self._on_row()
        if grows:
            self.fit()

    def current(self) -> "Session | None":
        """The session that is chosen."""
        row = self.list.current()
        return None if row is None else self._all.get(row.id)

    @Slot()
    def _on_row(self, *_indexes: object) -> None:
        session = self.current()
        for part in (self.change, self.copy, self.rename, self.delete, self.save_file, self.print_plan):
            part.setEnabled(session is not None)
        for button in (self.start, self.rehearse):
            button.setEnabled(session is not None and bool(session.parts))
        self.undo.setEnabled(bool(self._deleted))
        lines = []
        if session is not None:
            found = self._sessions.rehearsals(session.uid)[:_SHOWN]
            lines = [self._words.rehearsal(one, session.minutes) for one in found]
            lines = lines or [self.tr("Neither rehearsed nor held yet.")]
        self.took.setText("\n".join(lines))
        self.took.setVisible(bool(lines))

    def say(self, words: str) -> None:
        """Tell something that was done, or why not."""
        self.said.setText(words)
        if self.said.isHidden():
            self.said.show()
            self.fit()
        announce(self.said, words)

    # --- beginning and changing

    def begin_empty(self, audience: Audience) -> None:
        """Begin a session without parts, and open it."""
        self._edit(self._sessions.begin(self.tr("New session"), audience))

    def begin_agenda(self, agenda: "Agenda") -> None:
        """Begin a session as a plan of the workshop guide has it, and open it."""
        self._edit(
            self._sessions.begin(agenda.title, agenda.audience, agenda.parts, from_agenda=agenda.section)
        )

    @Slot()
    def change_session(self) -> None:
        """Open the session that is chosen."""
        session = self.current()
        if session is not None:
            self._edit(session)

    def _edit(self, session: "Session") -> None:
        self._show(session.uid)
        editor = SessionEditor(session, self._tools, self)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.start_wanted.connect(self._on_start)
        editor.finished.connect(partial(self._on_edited, session.uid))
        editor.open()

    def _on_edited(self, uid: str, _result: int) -> None:
        self._show(uid)
        self.list.setFocus()

    def copy_session(self) -> None:
        """Make another one like it."""
        session = self.current()
        copied = None if session is None else self._sessions.copy(session.uid)
        if copied is not None:
            self._show(copied.uid)
            self.say(self.tr("Copied: “{name}”").format(name=copied.name))

    @Slot()
    def ask_name(self) -> None:
        """Ask what the session is to be called."""
        session = self.current()
        if session is not None:
            from crmo_desktop.gui.dialogs.session_name import SessionNameDialog

            take = partial(self._rename, session.uid)
            dialog = SessionNameDialog(session.name, take, self._look, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _rename(self, uid: str, name: str) -> bool:
        is_done = self._sessions.rename(uid, name)
        if is_done:
            self._show(uid)
            self.say(self.tr("Now called “{name}”").format(name=name))
        return is_done

    @Slot()
    def delete_session(self) -> None:
        """Delete the session that is chosen; "Undo" brings it back."""
        session = self.current()
        deleted = None if session is None else self._sessions.delete(session.uid)
        if deleted is not None:
            self._deleted.append(deleted)
            self._show("")
            name = deleted.session.name
            self.say(self.tr("“{name}” is deleted. “Undo” brings it back.").format(name=name))
            (self.list if self._all else self.undo).setFocus()

    def take_back(self) -> None:
        """Have back what was deleted last."""
        if self._deleted:
            session = self._sessions.restore(self._deleted.pop())
            self._show(session.uid)
            self.say(self.tr("Kept again: “{name}”").format(name=session.name))
            self.list.setFocus()

    # --- files and paper

    def ask_place(self) -> None:
        """Ask where the session is to be written as a file."""
        session = self.current()
        if session is not None:
            name = file_name(session.name, self._today(session), ENDING)
            asked = ask_place(self, self.tr("Save the session as a file"), self._kind(), name, self._folder)
            asked.fileSelected.connect(partial(self._on_place, session))
            asked.open()

    def _today(self, session: "Session") -> str:
        return session.changed.astimezone().date().isoformat()

    def _kind(self) -> str:
        return self.tr("Sessions of CRMO Desktop (*{ending})").format(ending=ENDING)

    def _on_place(self, session: "Session", place: str) -> None:
        self._folder = str(Path(place).parent)
        try:
            self._sessions.save_file(session, Path(place))
        except UserError as error:
            self.say(" ".join(words_of(error)))
        else:
            self.say(self.tr("Saved as “{name}”").format(name=Path(place).name))

    def ask_file(self) -> None:
        """Ask for a file with a session to take in."""
        dialog = QFileDialog(self, self.tr("Take in a session"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self._kind(), self.tr("All files (*)")])
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._folder or documents
        if Path(folder).is_dir():
            dialog.setDirectory(folder)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_chosen(self, place: str) -> None:
        self._folder = str(Path(place).parent)
        self.take_in(Path(place))

    def take_in(self, path: Path) -> None:
        """Take in the session of a file, and say what came of it."""
        try:
            taken = self._sessions.take_in(path)
        except UserError as error:
            self.say(" ".join(words_of(error)))
            return
        session = taken.session
        self._show(session.uid)
        words = self.tr("Taken in: “{name}”.") if taken.is_new else self.tr("“{name}” was here already.")
        self.say(" ".join((words.format(name=session.name), self._missing(session))).rstrip())
        self.list.setFocus()

    def _missing(self, session: "Session") -> str:
        """Which parts this edition does not have."""
        making = SessionMaking(self._tools.parts, session)
        gone = [making.title(n) for n in range(len(session.parts)) if making.is_missing(n)]
        if not gone:
            return ""
        return self.tr("This edition does not have: {titles}.").format(titles="; ".join(gone))

    def print(self) -> None:
        """Have the session as a plan on paper."""
        session = self.current()
        if session is not None:
            making = SessionMaking(self._tools.parts, session)
            titles = [making.title(number) for number in range(len(session.parts))]
            self.print_wanted.emit(self._words.plan(session, titles))

    # --- holding

    def _begin(self, is_rehearsal: bool) -> None:
        session = self.current()
        if session is not None:
            self._on_start(session, is_rehearsal)

    @Slot(object, bool)
    def _on_start(self, session: "Session", is_rehearsal: bool) -> None:
        self.accept()
        self.start_wanted.emit(session, is_rehearsal)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z has back what was deleted."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        else:
            super().keyPressEvent(event)
