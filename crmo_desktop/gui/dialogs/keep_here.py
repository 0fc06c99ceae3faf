"""Keep the reader's things on the removable drive that the program runs from."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from crmo_desktop.domain.errors import UserError
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.keeping import Keeping


class KeepHereDialog(PlainDialog):
    """File > Keep my things on this drive."""

    moved = Signal()  # everything is kept on the drive now

    def __init__(self, keeping: Keeping, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Keep my things on this drive"), look, parent, width=520)
        self._keeping = keeping
        self.add_title(self.tr("Keep my things on this drive"))
        self.add_words(
            self.tr(
                "From now on, your settings, your history and the questions you keep are written into the "
                "folder “data” beside the program, and nothing is written to this computer."
            )
        )
        self._take_along = QCheckBox(self.tr("Copy what is kept on this computer to the drive"), self)
        if keeping.has_things_there():
            self._take_along.hide()
            self.add_words(
                self.tr("The drive holds things from before. They are used again, and nothing is copied.")
            )
        else:
            self._take_along.setChecked(True)
            self.body.addWidget(self._take_along)
        self.add_words(
            self.tr("What is on this computer stays there until you delete it, in the folder"), muted=True
        )
        self.add_code(str(keeping.folder), self.tr("The folder on this computer"))
        self._trouble = self.add_words("")
        self._trouble.hide()
        cancel = self.add_button(self.tr("Cancel"))
        keep = self.add_button(self.tr("Keep on this drive"), primary=True)
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._on_keep)
        keep.setFocus()
        self.fit()

    @Slot()
    def _on_keep(self) -> None:
        try:
            self._keeping.move(take_along=self._take_along.isChecked())
        except UserError as error:
            stays = self.tr("Nothing could be kept on this drive, so everything stays on this computer.")
            words = f"{words_of(error)[0]} {stays}"
            self._trouble.setText(words)
            self._trouble.show()
            announce(self._trouble, words)
            self.fit()
            return
        self.accept()
        self.moved.emit()
