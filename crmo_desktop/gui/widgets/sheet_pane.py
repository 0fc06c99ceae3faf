"""Pages with what turns them and changes their size, and with how far their making is."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.flow_row import FlowRow
from crmo_desktop.gui.widgets.sheet_view import Sheets, SheetView


class SheetPane(QWidget):
    """The pages, "Page 1 of 3", and buttons below them."""

    cancelled = Signal()  # the making of pages is not wanted any more

    def __init__(self, look: Look, icons: IconShelf, paper: QColor, parent: QWidget | None = None) -> None:
        """`paper` is the colour of the sheets."""
        super().__init__(parent)
        self.setObjectName("sheetPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self.view = SheetView(look, paper, self)
        self._where = QLabel(self)
        self._where.setProperty("kind", "muted")
        self._nothing = QLabel(self.view.viewport())
        self._nothing.setProperty("kind", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(24, 24, 24, 24)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._making = QLabel(self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setProperty("kind", "plain")
        self._cancel.setAutoDefault(False)
        self._continuous = QCheckBox(self.tr("Continuous"), self)
        self._buttons = (
            self._button("zoom-out", self.tr("Smaller"), "Ctrl+-"),
            self._button("zoom-in", self.tr("Larger"), "Ctrl++"),
            self._button("maximize", self.tr("Whole page"), "Ctrl+0"),
        )
        self._lay_out()
        self._continuous.toggled.connect(self._on_continuous)
        self._cancel.clicked.connect(self.cancelled)
        self.view.page_reached.connect(self._on_page)
        self.set_look(look)
        self.set_sheets(None)
        self.set_done()

    def _button(self, icon: str, name: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("icon_name", icon)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({keys})")
        button.clicked.connect(self._on_button)
        return button

    def _lay_out(self) -> None:
        foot = QWidget(self)
        row = FlowRow(foot, gap=10)
        zooms = QWidget(foot)
        inner = QHBoxLayout(zooms)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2)
        for button in self._buttons:
            inner.addWidget(button)
        for part in (self._where, zooms, self._continuous):
            row.addWidget(part)
        middle = QVBoxLayout(self.view.viewport())
        middle.addWidget(self._nothing)
        making = QHBoxLayout()
        making.setContentsMargins(16, 0, 16, 0)
        making.setSpacing(10)
        making.addWidget(self._making)
        making.addWidget(self._cancel)
        making.addStretch(1)
        below = QVBoxLayout()
        below.setContentsMargins(16, 0, 16, 0)
        below.addWidget(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 10)
        layout.setSpacing(8)
        layout.addWidget(self.view, 1)
        layout.addLayout(making)
        layout.addLayout(below)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self.view.set_look(look)
        for button in self._buttons:
            name, ratio = str(button.property("icon_name")), self.devicePixelRatioF()
            button.setIcon(self._icons.icon(name, look, "text", 20, ratio, fades=True))
            button.setIconSize(QSize(look.ui(20), look.ui(20)))

    def set_sheets(self, sheets: Sheets | None, nothing: str = "") -> None:
        """Show other pages without reporting it; where there are none, `nothing` says why."""
        self.view.set_sheets(sheets)
        self._nothing.setText(nothing)
        self._nothing.setVisible(sheets is None and bool(nothing))
        for part in (*self._buttons, self._continuous):
            part.setEnabled(sheets is not None)
        self._show_where()

    @Slot(int, int)
    def set_progress(self, done: int, count: int) -> None:
        """Show that pages are being made, and how far that is."""
        words = self.tr("Making the pages: part {number} of {count} …")
        self._making.setText(words.format(number=min(done + 1, count), count=count))
        for part in (self._making, self._cancel):
            part.show()

    @Slot()
    def set_done(self) -> None:
        """Show that no pages are being made."""
        for part in (self._making, self._cancel):
            part.hide()

    def where(self) -> str:
        """What is said of the page in sight: "Page 1 of 3"."""
        return self._where.text()

    def _show_where(self) -> None:
        self._where.setText(self.view.accessibleName() if self.view.count() else "")

    @Slot(int)
    def _on_page(self, _page: int) -> None:
        self._show_where()

    @Slot(bool)
    def _on_continuous(self, on: bool) -> None:
        self.view.set_continuous(on)

    @Slot()
    def _on_button(self) -> None:
        pressed = self.sender()
        steps = dict(zip(self._buttons, (-1, 1, 0), strict=True))
        step = steps[pressed]  # type: ignore[index]  # it is one of them
        if step:
            self.view.step_zoom(step)
        else:
            self.view.fit()
