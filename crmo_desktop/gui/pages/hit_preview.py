"""The passage that a result leads to, beside the list."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from crmo_desktop.domain.search import SearchHit
from crmo_desktop.gui.edition_stamp import stamp_of
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import Words, page_html
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.services.reading import ReadingService


class HitPreview(QFrame):
    """Shows one section in the style of its page, the words found marked."""

    opened = Signal()  # Enter, or a link: the page is wanted
    left = Signal()  # Escape: back to the list

    def __init__(
        self, reading: ReadingService, icons: IconShelf, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reading, self._icons, self._look = reading, icons, look
        self._hit: SearchHit | None = None
        self._eye = QLabel(self)
        self._title = QLabel(self.tr("Preview"), self)
        self._key = QLabel(self.tr("Enter"), self)
        self._opens = QLabel(self.tr("opens the page"), self)
        self._key.setProperty("kind", "key")
        for label in (self._title, self._opens):
            label.setProperty("kind", "muted")
        self.view = PageView(self._pixmap, self)
        self.view.setAccessibleName(self.tr("Preview"))
        self.view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.view.installEventFilter(self)
        self.view.link_activated.connect(self._on_link)
        head = QHBoxLayout()
        head.setContentsMargins(*margins(24, 12, 20, 0))
        head.setSpacing(8)
        head.addWidget(self._eye)
        head.addWidget(self._title, 1)
        head.addWidget(self._key)
        head.addWidget(self._opens)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(1, 0, 0, 0))
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def show_hit(self, hit: SearchHit | None) -> None:
        """Show the passage of `hit`; nothing for None."""
        self._hit = hit
        for part in (self._eye, self._title, self._key, self._opens):
            part.setVisible(hit is not None)
        if hit is None:
            self.view.set_page("", page_css(self._look), self._look, name=self.tr("Preview"))
            return
        page = self._reading.page(hit.topic, hit.audience)
        found = tuple(section for section in page.sections if section.id == hit.section)
        summary = "" if found else page.summary_html  # a passage comes without what stands above it
        shown = replace(page, sections=found or page.sections[:1], sources=(), summary_html=summary)
        words = Words(
            call_outs=self._call_outs(), audience="", minutes="", sources="", source_count="", reviewed=""
        )
        name = self.tr("Preview of {title}").format(title=hit.topic_title)
        self.view.stamp = stamp_of(hit.topic_title, self._reading.edition)
        html = page_html(shown, self._look, words, narrow=True)
        self.view.set_page(html, page_css(self._look), self._look, name=name, language=page.language)
        marked = {hit.excerpt[start : start + length] for start, length in hit.marks}
        places = sorted({place for word in marked for place in self.view.find_all(word)})
        self.view.mark(places, None)

    def hit(self) -> SearchHit | None:
        """What is shown."""
        return self._hit

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self._eye.setPixmap(
            self._icons.pixmap("eye", look.name_of("muted"), look.ui(18), self.devicePixelRatioF())
        )
        self.setStyleSheet(f"HitPreview {{ border-left: 1px solid {look.name_of('border')}; }}")
        self.show_hit(self._hit)

    def _call_outs(self) -> dict[str, str]:
        """The titles of call-outs."""
        return {
            "key": self.tr("In short"),
            "red-flag": self.tr("Get help fast"),
            "caution": self.tr("Caution"),
            "evidence": self.tr("What this rests on"),
            "unknown": self.tr("Not known"),
        }

    def _pixmap(self, name: str, ratio: float) -> QPixmap | None:
        kind, icon, role = [*name.split(":"), "", ""][:3]
        if kind != "ic" or not role:
            return None
        size = self._look.px(18 if icon == "square" else 20)
        return self._icons.pixmap(icon, self._look.name_of(role), size, ratio)

    @Slot(str, QRect)
    def _on_link(self, _target: str, _place: QRect) -> None:
        self.opened.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the page, Escape goes back to the list; all other keys are the view's."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.focused_link() is None:
            self.opened.emit()
            return True
        return False
