"""What this is, which edition it shows, under which licences, and what it never does."""

from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.content import Edition
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.keeping import Keeping, Kept


class AboutDialog(PlainDialog):
    """Help > About."""

    def __init__(
        self,
        version: str,
        qt_version: str,
        edition: Edition,
        keeping: Keeping,
        look: Look,
        parent: QWidget | None,
    ) -> None:
        super().__init__(self.tr("About CRMO Desktop"), look, parent, width=540)
        self.add_title(f"CRMO Desktop {version}")
        self.add_words(self.tr("An offline reference about chronic recurrent multifocal osteomyelitis."))
        self.add_words(
            self.tr("Information, not medical advice. It does not replace the advice of your own doctor.")
        )
        reviewed = (
            self.tr("Reviewed by {name}.").format(name=edition.reviewed_by)
            if edition.reviewed_by
            else self.tr("Not yet reviewed by a physician.")
        )
        words = self.tr("Edition of {date} by {maker}. Review due {due}. {reviewed}")
        self.add_words(
            words.format(
                date=edition.made_on.isoformat(),
                maker=edition.maker,
                due=edition.review_due.isoformat(),
                reviewed=reviewed,
            )
        )
        checksum = self.tr("Checksum of the edition")
        self.add_words(checksum, muted=True)
        self.add_code(edition.digest, checksum)
        self.add_words(
            self.tr(
                "What it never does: it opens no connection to any network, it sends nothing, "
                "it has no account, it never expires."
            )
        )
        self._add_where_things_are(keeping)
        self.add_words(
            self.tr(
                "The program: Apache License 2.0. The texts: {licence}. Qt {qt} and PySide6: LGPL 3. "
                "Faces: SIL Open Font License. "
                "Icons: Tabler, MIT. “Licences” in the Help menu has the words of each."
            ).format(licence=edition.licence, qt=qt_version)
        )
        close = self.add_button(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        close.setFocus()
        self.fit()

    def _add_where_things_are(self, keeping: Keeping) -> None:
        """Where settings and history are kept, or why they are not."""
        if keeping.trouble is not None:
            self.add_words(" ".join(words_of(keeping.trouble)), muted=True)
            return
        if keeping.folder is None:
            self.add_words(self.tr("Shared computer: nothing that you set, read or search for is kept."))
            return
        words = (
            self.tr("Your things are kept beside the program, in the folder")
            if keeping.kept is Kept.BESIDE
            else self.tr("Your things are kept on this computer, in the folder")
        )
        self.add_words(words, muted=True)
        self.add_code(str(keeping.folder), words)
