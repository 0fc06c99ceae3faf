"""Addresses: one outside the program is shown, never opened by itself; one of the reference can be typed."""

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from crmo_desktop.domain.errors import AddressError
from crmo_desktop.domain.identifiers import parse_address
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.theme import Look


class OutsideAddressDialog(PlainDialog):
    """Shows an address that needs the internet: copy it, hand it to the browser, or neither."""

    copied = Signal()

    def __init__(self, address: str, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("An address outside this program"), look, parent, width=560)
        self._address = address
        self.add_title(self.tr("This address needs the internet"))
        self.add_code(address, self.tr("Address"))
        self.add_words(self.tr("CRMO Desktop opens no connection itself. Your browser would."), muted=True)
        cancel = self.add_button(self.tr("Cancel"))
        browse = self.add_button(self.tr("Open in browser"))
        copy = self.add_button(self.tr("Copy address"), primary=True)
        cancel.clicked.connect(self.reject)
        browse.clicked.connect(self._on_browse)
        copy.clicked.connect(self._on_copy)
        copy.setFocus()
        self.fit()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.copied.emit()
        self.accept()

    @Slot()
    def _on_browse(self) -> None:
        QDesktopServices.openUrl(QUrl(self._address))
        self.accept()


class OpenAddressDialog(PlainDialog):
    """Asks for an address of the reference."""

    address_chosen = Signal(object)  # an Address

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Open an address"), look, parent, width=520)
        self.add_title(self.tr("Open an address"))
        label = self.add_words(self.tr("Address, for example crmo://topic/what-is-crmo"))
        self._field = QLineEdit(self)
        self._field.setAccessibleName(self.tr("Address"))
        label.setBuddy(self._field)
        self.body.addWidget(self._field)
        self._fault = self.add_words("")
        self._fault.hide()
        cancel = self.add_button(self.tr("Cancel"))
        opened = self.add_button(self.tr("Open the page"), primary=True)
        cancel.clicked.connect(self.reject)
        opened.clicked.connect(self._on_open)
        copied = QGuiApplication.clipboard().text().strip()
        if copied.startswith("crmo://"):
            self._field.setText(copied)
            self._field.selectAll()
        self._field.setFocus()
        self.fit()

    @Slot()
    def _on_open(self) -> None:
        try:
            address = parse_address(self._field.text())
        except AddressError as error:
            self._fault.setText(f"{error.message} {error.hint}")
            self._fault.show()
            self.fit()
            self._field.setFocus()
            return
        self.accept()
        self.address_chosen.emit(address)
