"""What a session is to be called."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from crmo_desktop.domain.session import LONGEST_NAME
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.paper_options import add_field
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.theme import Look


class SessionNameDialog(PlainDialog):
    """Asks for a name until one can be had."""

    def __init__(self, name: str, take: Callable[[str], bool], look: Look, parent: QWidget | None) -> None:
        """Ask.

        Args:
            name: of the session now.
            take: called with the name; false where another session is called so.
            look: to draw with.
            parent: over which it stands.
        """
        super().__init__(self.tr("Rename the session"), look, parent, width=460)
        self._take = take
        self.add_title(self.tr("Rename the session"))
        self.field = QLineEdit(name, self)
        self.field.setMaxLength(LONGEST_NAME)
        self.field.selectAll()
        add_field(self.body, self.tr("Name of the session"), self.field, self._body)
        self.trouble = self.add_words("")
        self.trouble.hide()
        cancel = self.add_button(self.tr("Cancel"))
        self.rename = self.add_button(self.tr("Rename"), primary=True)
        cancel.clicked.connect(self.reject)
        self.rename.clicked.connect(self._on_rename)
        self.field.textChanged.connect(self._on_changed)
        self.field.setFocus()
        self.fit()

    @Slot(str)
    def _on_changed(self, words: str) -> None:
        self.rename.setEnabled(bool(words.strip()))

    @Slot()
    def _on_rename(self) -> None:
        name = " ".join(self.field.text().split())
        if self._take(name):
            self.accept()
            return
        words = self.tr("Another session is called “{name}”.").format(name=name)
        self.trouble.setText(words)
        self.trouble.show()
        announce(self.trouble, words)
        self.field.setFocus()
        self.field.selectAll()
        self.fit()
