"""Between title and picture: drawing or table, larger, smaller."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look


class PictureBar(QWidget):
    """Tells what the reader wants; shows what is so."""

    table_wanted = Signal(bool)  # the table instead of the drawing
    zoom_wanted = Signal(int)  # 1 larger, -1 smaller, 0 as wide as the page

    def __init__(self, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._table = QPushButton(self.tr("Show as table"), self)
        self._table.setCheckable(True)
        self._table.clicked.connect(self.table_wanted)
        self._percent = QLabel(self)
        self._percent.setProperty("kind", "muted")
        self._zooms = (
            self._zoom_button("zoom-out", self.tr("Make the picture smaller"), "-", -1),
            self._zoom_button("zoom-in", self.tr("Make the picture larger"), "+", 1),
            self._zoom_button("maximize", self.tr("Fit the picture to the page"), "0", 0),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._table)
        row.addStretch(1)
        row.addWidget(self._percent)
        for button in self._zooms:
            row.addWidget(button)

    def _zoom_button(self, icon: str, name: str, key: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("icon_name", icon)
        button.setProperty("step", step)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})")
        button.clicked.connect(self._on_zoom)
        return button

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        ratio = self.devicePixelRatioF()
        self._table.setIcon(self._icons.icon("table", look, "text", 18, ratio, before_words=True))
        self._table.setIconSize(self._icons.size_before_words(look, 18))
        for button in self._zooms:
            button.setIcon(self._icons.icon(str(button.property("icon_name")), look, "text", 20, ratio))
            button.setIconSize(QSize(look.ui(20), look.ui(20)))

    def set_table(self, shown: bool, *, offered: bool = True) -> None:
        """Show whether the table is shown, without reporting it; some pictures are not offered as one."""
        self._table.setChecked(shown)
        self._table.setVisible(offered)
        for part in (*self._zooms, self._percent):
            part.setVisible(not shown)

    def set_zoom(self, zoom: float) -> None:
        """Show how large the picture is; 1 is as wide as the page."""
        self._percent.setText(self.tr("{percent}%").format(percent=round(zoom * 100)))

    @Slot()
    def _on_zoom(self) -> None:
        self.zoom_wanted.emit(int(self.sender().property("step")))
