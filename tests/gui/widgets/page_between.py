"""A page view between two fields."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from crmo_desktop.domain.page import Page
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import page_html
from crmo_desktop.gui.widgets.page_view import PageView
from tests.gui.conftest import Show
from tests.gui.specimen import WORDS


class Reader:
    """A view between two fields, as something stands round it in the window."""

    def __init__(self, show: Show, size: tuple[int, int] = (900, 600)) -> None:
        self.asked: list[str] = []
        self.window = QWidget()
        self.before, self.view, self.after = QLineEdit(), PageView(self._pixmap), QLineEdit()
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.before, self.view, self.after):
            layout.addWidget(part)
        show(self.window, *size)
        self.opened: list[tuple[str, QRect]] = []
        self.view.link_activated.connect(self._on_link)

    def _pixmap(self, name: str, ratio: float) -> QPixmap | None:
        self.asked.append(name)
        if not name.startswith(("ic:", "pic:")):
            return None
        pixmap = QPixmap(20, 20)
        pixmap.fill(QColor("#00ff00"))
        return pixmap

    def _on_link(self, target: str, place: QRect) -> None:
        self.opened.append((target, place))

    def put(self, page: Page, look: Look, *, same_text: bool = False) -> None:
        name = f"{page.topic.title}, for families"
        self.view.set_page(page_html(page, look, WORDS), page_css(look), look, name=name, same_text=same_text)
        QApplication.processEvents()

    def targets(self) -> list[str]:
        return [target for target, _ in self.opened]
