"""What a folder of the reader's is to be called."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.theme import Look

LONGEST = 80  # signs


class FolderNameDialog(PlainDialog):
    """Asks for a name until one can be had."""

    def __init__(self, name: str, take: Callable[[str], bool], look: Look, parent: QWidget | None) -> None:
        """Ask.

        Args:
            name: of the folder now; "" for one to be made.
            take: called with the name; false where another folder is called so.
            look: to draw with.
            parent: over which it stands.
        """
        title = self.tr("Rename the folder") if name else self.tr("New folder")
        super().__init__(title, look, parent, width=420)
        self._take = take
        self.add_title(title)
        self.add_words(self.tr("Name of the folder"))
        self._field = QLineEdit(name, self)
        self._field.setMaxLength(LONGEST)
        self._field.setAccessibleName(self.tr("Name of the folder"))
        self._field.selectAll()
        self.body.addWidget(self._field)
        self._trouble = self.add_words("")
        self._trouble.hide()
        cancel = self.add_button(self.tr("Cancel"))
        self._done = self.add_button(self.tr("Rename") if name else self.tr("Make the folder"), primary=True)
        self._done.setEnabled(bool(name))
        cancel.clicked.connect(self.reject)
        self._done.clicked.connect(self._on_done)
        self._field.textChanged.connect(self._on_changed)
        self._field.setFocus()
        self.fit()

    @Slot(str)
    def _on_changed(self, words: str) -> None:
        self._done.setEnabled(bool(words.strip()))

    @Slot()
    def _on_done(self) -> None:
        name = " ".join(self._field.text().split())
        if self._take(name):
            self.accept()
            return
        words = self.tr("Another folder is called “{name}”.").format(name=name)
        self._trouble.setText(words)
        self._trouble.show()
        announce(self._trouble, words)
        self._field.setFocus()
        self._field.selectAll()
        self.fit()
