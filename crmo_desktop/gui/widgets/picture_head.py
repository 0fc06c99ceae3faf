"""Above a picture: where it belongs, what it is called, what to see in it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crmo_desktop.gui.mirroring import align_to_beginning
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.flow_row import FlowRow


class PictureHead(QWidget):
    """Chapter and topic as a link, the title in the serif face, the caption."""

    address_chosen = Signal(str)  # of the topic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self._way = QPushButton(self)
        self._way.setProperty("kind", "link")
        self._way.clicked.connect(self._on_way)
        self._audience = QLabel(self)
        self._audience.setProperty("kind", "small")
        self._title = self._label()
        self._caption = self._label()
        row = QWidget(self)
        flow = FlowRow(row, gap=12)
        flow.addWidget(self._way)
        flow.addWidget(self._audience)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (row, self._title, self._caption):
            layout.addWidget(part)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        align_to_beginning(label)
        return label

    def set_words(self, way: str, address: str, title: str, caption: str, audience: str) -> None:
        """Show these words.

        Args:
            way: chapter and topic; "" hides the link.
            address: of that topic.
            title: of the picture.
            caption: what to see in it.
            audience: whom it is for, if not for everybody.
        """
        self._address = address
        self._way.setText(way.replace("&", "&&"))
        self._way.setVisible(bool(way))
        self._title.setText(title)
        self._caption.setText(caption)
        self._audience.setText(audience)
        self._audience.setVisible(bool(audience))

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        serif = ", ".join(f"'{family}'" for family in look.heading_families)
        page = ", ".join(f"'{family}'" for family in look.page_families)
        self._way.setStyleSheet(
            f"font-size: {look.ui(15)}px; font-weight: 600; color: {look.name_of('accent')};"
        )
        self._title.setStyleSheet(
            f"font-family: {serif}; font-size: {look.ui(30)}px; font-weight: 600;"
            f"color: {look.name_of('heading')};"
        )
        self._caption.setStyleSheet(f"font-family: {page}; font-size: {look.ui(17)}px;")

    @Slot()
    def _on_way(self) -> None:
        self.address_chosen.emit(self._address)
