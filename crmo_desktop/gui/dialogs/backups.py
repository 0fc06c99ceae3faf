"""Bookmarks > Backups and restoring: what is in each backup, and one of them put back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QTableView, QWidget

from crmo_desktop.domain.backup import Backup, BackupContent
from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.backup_words import BackupWords
from crmo_desktop.gui.dialogs.parts import PlainDialog, dress_table
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.models.backup_model import BackupModel
from crmo_desktop.gui.tasks import LatestOnly
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.flow_row import FlowRow
from crmo_desktop.services.backups import Backups, ListedBackup


class BackupsDialog(PlainDialog):
    """Lists the backups, the latest first; what is in each is read beside the window."""

    restored = Signal(str)  # something was put back; the words that say so

    def __init__(self, backups: Backups, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Backups and restoring"), look, parent, width=760)
        self._backups, self._words = backups, BackupWords(self)
        self._listed: tuple[ListedBackup, ...] = ()
        self._contents: dict[Backup, BackupContent] = {}
        self._reading = LatestOnly("backups", self)
        self.add_title(self.tr("Backups and restoring"))
        self._about = self.add_words("", muted=True)
        self._model = BackupModel(self)
        self._table = self._make_table(look)
        self.body.addWidget(self._table, 1)
        self._make = self._more(self.tr("&Make a backup now"))
        self._copy = self._more(self.tr("&Keep a copy elsewhere…"))
        self._add = self._more(self.tr("&Bring back what is missing"))
        row = FlowRow()
        for button in (self._make, self._copy, self._add):
            row.addWidget(button)
        self.body.addLayout(row)
        self._said = self.add_words("")
        self._said.hide()
        close = self.add_button(self.tr("Close"))
        self._restore = self.add_button(self.tr("&Restore this…"), primary=True)
        self._make.clicked.connect(self._on_make)
        self._copy.clicked.connect(self._on_copy)
        self._add.clicked.connect(self._on_add)
        self._restore.clicked.connect(self._on_restore)
        close.clicked.connect(self.accept)
        self.finished.connect(self._reading.close)
        self._table.selectionModel().selectionChanged.connect(self._enable)
        self._show()
        (self._table if self._all() else close).setFocus()
        self.fit()

    def _make_table(self, look: Look) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("Backups"))
        table.setModel(self._model)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        dress_table(table, look, stretched=2)
        table.verticalHeader().setMinimumSectionSize(look.ui(24))
        table.horizontalHeader().setHighlightSections(False)
        room = self.screen().availableGeometry().height() - 48 - look.ui(260)
        table.setMinimumHeight(max(look.ui(110), min(look.ui(260), room)))
        return table

    def _more(self, words: str) -> QPushButton:
        """A button for what is done less often, in the body."""
        button = QPushButton(words, self)
        button.setProperty("kind", "plain")
        button.setAutoDefault(False)
        return button

    # --- what is shown

    def finish(self) -> None:
        """Wait until it is known what is in each backup."""
        self._reading.finish()

    def _show(self) -> None:
        """Show what there is now; what is in it follows."""
        self._listed = self._backups.all()
        self._about.setText(self._told())
        self._table.setVisible(bool(self._listed))
        self._contents = {backup: c for backup, c in self._contents.items() if backup in self._all()}
        self._fill()
        if self._listed:
            self._table.selectRow(0)
        unread = [backup for backup in self._all() if backup not in self._contents]
        self._reading.run(partial(_contents, self._backups, unread), on_success=self._on_read)
        self._enable()

    def _all(self) -> list[Backup]:
        return [listed.backup for listed in self._listed]

    def _told(self) -> str:
        if self._backups.folder is None:
            return self.tr("Nothing is kept on this computer, so there are no backups.")
        if not self._listed:
            return self.tr(
                "There is no backup yet. One is made at each start, once there is anything to keep."
            )
        latest = self._words.when(self._listed[0].backup, self._backups.now())
        return self.tr(
            "One is made at each start; some are kept for days, weeks and months. The last one: {when}. "
            "Restoring loses nothing: what is there now becomes a backup first."
        ).format(when=latest)

    def _fill(self) -> None:
        now, row = self._backups.now(), self._row()
        reading = self.tr("Being read…")
        self._model.set_rows(
            [
                (
                    self._words.when(one.backup, now),
                    self._words.reason(one.reason),
                    self._words.holds(self._contents[one.backup])
                    if one.backup in self._contents
                    else reading,
                )
                for one in self._listed
            ]
        )
        if 0 <= row < len(self._listed):
            self._table.selectRow(row)

    def _on_read(self, found: dict[Backup, BackupContent]) -> None:
        self._contents |= found
        self._fill()
        self._enable()

    def _row(self) -> int:
        rows = self._table.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def _chosen(self) -> Backup | None:
        row = self._row()
        return self._listed[row].backup if 0 <= row < len(self._listed) else None

    @Slot()
    def _enable(self) -> None:
        chosen = self._chosen()
        content = self._contents.get(chosen) if chosen is not None else None
        is_sound = content is not None and content.is_sound
        for button in (self._restore, self._add, self._copy):
            button.setEnabled(is_sound)
        self._make.setEnabled(self._backups.folder is not None)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)

    # --- what is done

    @Slot()
    def _on_make(self) -> None:
        try:
            backup = self._backups.make()
        except UserError as error:
            self._say(" ".join(words_of(error)))
            return
        self._show()
        self._say(self.tr("Backup made: {when}.").format(when=self._words.when(backup, self._backups.now())))

    @Slot()
    def _on_copy(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            from crmo_desktop.gui.asking_place import ask_place

            kind = self.tr("Notes file of CRMO Desktop (*.sqlite)")
            asked = ask_place(self, self.tr("Keep a copy elsewhere"), kind, chosen.name)
            asked.fileSelected.connect(partial(self._on_place, chosen))
            asked.open()

    def _on_place(self, backup: Backup, place: str) -> None:
        try:
            self._backups.copy_to(Path(place), backup)
        except UserError as error:
            self._say(" ".join(words_of(error)))
        else:
            self._say(self.tr("Copied to “{name}”.").format(name=Path(place).name))

    @Slot()
    def _on_add(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        try:
            added = self._backups.add_missing(chosen)
        except UserError as error:
            self._say(" ".join(words_of(error)))
            return
        if not added:
            self._say(self.tr("Nothing was missing: all that this backup holds is there."))
            return
        words = self.tr("Brought back: {things}.").format(things=self._words.things(added))
        self._say(words)
        self.restored.emit(words)

    @Slot()
    def _on_restore(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen in self._contents:
            when = self._words.when(chosen, self._backups.now())
            sure = RestoreDialog(when, self._words.holds(self._contents[chosen]), self._look, self)
            sure.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            sure.accepted.connect(partial(self._put_back, chosen))
            sure.open()

    def _put_back(self, backup: Backup) -> None:
        when = self._words.when(backup, self._backups.now())
        try:
            self._backups.restore(backup)
        except UserError as error:
            self._say(" ".join(words_of(error)))
            return
        words = self.tr("Your things are as they were: {when}.").format(when=when)
        self._show()
        self._say(words)
        self.restored.emit(words)


class RestoreDialog(PlainDialog):
    """Says what restoring does before it is done."""

    def __init__(self, when: str, holds: str, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Restore this backup"), look, parent, width=520)
        self.add_title(self.tr("Restore this backup"))
        self.add_words(
            self.tr(
                "Your bookmarks, highlights, notes, history and settings will be as they were: {when}."
            ).format(when=when)
        )
        self.add_words(holds, muted=True)
        self.add_words(
            self.tr(
                "What you have made since then will not be there any more. It is kept as a backup “before "
                "restoring” in this list, so you can go back to it."
            )
        )
        cancel = self.add_button(self.tr("Cancel"))
        restore = self.add_button(self.tr("Restore"), primary=True)
        cancel.clicked.connect(self.reject)
        restore.clicked.connect(self.accept)
        cancel.setFocus()
        self.fit()


def _contents(backups: Backups, unread: Sequence[Backup]) -> dict[Backup, BackupContent]:
    return {backup: backups.content(backup) for backup in unread}
