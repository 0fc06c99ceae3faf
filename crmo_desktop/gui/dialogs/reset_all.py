"""Asks before every setting is reset."""

from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.theme import Look


class ResetAllDialog(PlainDialog):
    """Accepted, everything is to be reset."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Reset everything"), look, parent, width=480)
        self.add_title(self.tr("Reset all settings?"))
        self.add_words(
            self.tr(
                "Every setting of this dialog goes back to what it was at first: text, colours, keys, voice, "
                "paper, privacy."
            )
        )
        self.add_words(
            self.tr(
                "Your notes, highlights, bookmarks, folders, history and kept questions stay as they are."
            )
        )
        self.add_words(self.tr("You can undo it until you close the settings."), muted=True)
        cancel = self.add_button(self.tr("Cancel"))
        reset = self.add_button(self.tr("Reset all settings"), primary=True)
        cancel.clicked.connect(self.reject)
        reset.clicked.connect(self.accept)
        self.fit()
