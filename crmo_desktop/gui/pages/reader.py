"""One topic on the screen: the page, find in page, cards beside its marks."""

from collections.abc import Sized

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.page import Page
from crmo_desktop.domain.short_form import first_left_out
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.edition_stamp import edition_stamp, stamp_of
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import is_mirrored
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.pages.card_words import CardWords
from crmo_desktop.gui.pages.easy_reading import DEPTH_LINK, RED_FLAGS, REST, EasyReading
from crmo_desktop.gui.pages.find_in_page import FindInPage
from crmo_desktop.gui.pages.open_card import OpenCard
from crmo_desktop.gui.pages.page_as_read import page_as_read
from crmo_desktop.gui.pages.page_pictures import PagePictures
from crmo_desktop.gui.pages.told_language import told_language
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import SOURCES_SECTION, Words, page_html
from crmo_desktop.gui.widgets.card import Card
from crmo_desktop.gui.widgets.find_bar import FindBar
from crmo_desktop.gui.widgets.outline_button import OutlineButton
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.pinned import Pinned, PinnedStrip
from crmo_desktop.services.reading import ReadingService


class ReaderPage(QWidget):
    """Shows a page and answers its marks; links that lead away are told to the window."""

    address_wanted = Signal(str)  # a crmo:// address
    outside_wanted = Signal(str)  # a https:// address
    section_reached = Signal(str)  # its name; "" above the first
    query_wanted = Signal(str)  # search for this
    depth_wanted = Signal(object)  # a Depth, for every page
    opened_whole = Signal()  # more of this page is shown than the depth says
    said = Signal(str)  # something done, in a few words, for the status bar and for screen readers

    def __init__(
        self,
        reading: ReadingService,
        icons: IconShelf,
        look: Look,
        parent: QWidget | None = None,
        *,
        pictures: PagePictures | None = None,
    ) -> None:
        """`pictures` draws the edition's own drawings; without it they are left out."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reading, self._icons, self._look = reading, icons, look
        self._pictures = pictures or PagePictures(reading, icons)
        self._page: Page | None = None
        self._wanted, self._narrow = Audience.PATIENT, False
        self.as_read: tuple[Page | None, dict[str, str]] = (None, {})  # and the titles of its call-outs
        self._card_words = CardWords(self)
        self._copied = self._shown_address = ""
        self.view = PageView(self._pixmap, self)
        self.find_bar = FindBar(self)
        self.find_bar.hide()
        self.strips: list[QWidget] = [self.find_bar]  # what stands above the page
        self.finding = FindInPage(self.view, self.find_bar, self)
        self.finding.rest_wanted.connect(self.open_whole)
        self.easy = EasyReading(self)
        self._cards = OpenCard(self, self.view, icons)
        self._outline = OutlineButton(self.tr("On this page"), self)
        self._outline.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view, 1)
        self._strip = PinnedStrip(look, icons, self)
        self._strip.address_chosen.connect(self.address_wanted)
        self._strip.hide()
        layout.addWidget(self._strip)
        self.setFocusProxy(self.view)
        self.view.link_activated.connect(self._on_link)
        self.view.section_reached.connect(self.section_reached)
        self.view.focus_moved.connect(self._on_focus_moved)
        self.view.walk.arrived.connect(self._on_focus_moved)
        self.view.walk.at_end.connect(self.said)
        self._cards.action_chosen.connect(self._on_card_action)
        self.find_bar.words_changed.connect(self.finding.find)
        self.find_bar.step_wanted.connect(self.finding.step)
        self.find_bar.closed.connect(self.close_find)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Into the view at once: Qt would tell a screen reader of this widget first, which has no name."""
        self.view.setFocus(reason)

    # --- the page

    def page(self) -> Page | None:
        """The page shown."""
        return self._page

    def page_of(self, topic: str, audience: Audience) -> Page | None:
        """The page shown, if it is that of `topic` in the words for `audience`."""
        page = self._page
        return page if page is not None and (page.topic.id, page.audience) == (topic, audience) else None

    def shows(self, topic: str) -> bool:
        """Whether the text of `topic` is on the screen."""
        page = self._page
        return page is not None and page.topic.id == topic and page.topic.title in self.view.toPlainText()

    def show_page(self, page: Page, wanted: Audience) -> None:
        """Show `page` from its beginning; `wanted` is the audience the reader chose."""
        self.close_card()
        self._page, self._wanted = page, wanted
        self.easy.set_page(page)
        self._set(same_text=False)
        self.finding.forget()
        self._fill_outline_menu()
        announce(self.view, self.view.accessibleName())

    def set_depth(self, depth: Depth) -> None:
        """Show this page, and every one after it, this deep."""
        before = self.easy.form
        self.easy.set_depth(depth)
        if self._page is not None and (before is not None or self.easy.form is not None):
            self._set_from_top()

    @Slot()
    def open_whole(self) -> None:
        """Show all of this page, and say so, where a short form is shown."""
        if self.easy.open():
            self._set_from_top()
            self.opened_whole.emit()
            self.said.emit(self.easy.said())

    def return_to(self, place: float) -> None:
        """Show the page as it was left, scrolled to `place`, 0 to 1."""
        if self.easy.was_opened() and self.easy.open():
            self._set_from_top()
            self.opened_whole.emit()
        self.view.set_place(place)

    def _set_from_top(self) -> None:
        self.close_card()
        self._set(same_text=False)
        self.finding.mark_again()

    def set_look(self, look: Look) -> None:
        """Draw with another look; the reader's place is kept."""
        self._look = look
        self.close_card()
        self.find_bar.set_look(look, self._icons)
        self._outline.setIcon(
            self._icons.icon("layout-sidebar-right", look, "text", 20, self.devicePixelRatioF())
        )
        self._outline.setIconSize(QSize(look.ui(20), look.ui(20)))
        self._strip.set_look(look)
        self._set_again()
        self.place_outline_button()

    def set_narrow(self, narrow: bool) -> None:
        """Write wide tables as one block a row, or as tables."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._set_again()

    def _set_again(self) -> None:
        """Set the page as it is to look now."""
        self._set(same_text=True)
        self.finding.mark_again()

    def _set(self, *, same_text: bool) -> None:
        page = self._page
        if page is None:
            return
        form, depth = self.easy.form, self.easy.words(has_red_flags=self._reading.has(RED_FLAGS))
        words = self._words(page, page.sources if form is None else form.cited)
        self.finding.set_rest("" if form is None else "\n".join(section.text for section in form.left_out))
        self.as_read = page_as_read(page, form, depth), words.call_outs
        html = page_html(page, self._look, words, narrow=self._narrow, depth=depth, form=form)
        title, audience = page.topic.title, self._audience_words(page.audience)
        self.view.stamp = stamp_of(title, self._reading.edition)
        said = [title] if page.topic.is_help else [title, audience, self.easy.name()]
        name = ", ".join(part for part in said if part)
        self.view.set_page(
            html, page_css(self._look), self._look, name=name, same_text=same_text, language=page.language
        )

    def _words(self, page: Page, cited: Sized) -> Words:
        families = page.audience is Audience.PATIENT
        other = ""
        if page.audience is not self._wanted and not page.topic.is_help:
            other = self.tr("This topic is written {audience}.").format(
                audience=self._audience_words(page.audience)
            )
        return Words(
            call_outs={
                "key": self.tr("In short"),
                "red-flag": self.tr("Get help fast") if families else self.tr("Red flag"),
                "caution": self.tr("Caution"),
                "evidence": self.tr("What this rests on"),
                "unknown": self.tr("Not known"),
            },
            audience="" if page.topic.is_help else self._audience_words(page.audience).capitalize(),
            minutes=""
            if self.easy.form
            else count_words(self.tr("1 minute"), self.tr("{n} minutes", None, page.minutes), page.minutes),
            sources=self.tr("Sources"),
            source_count=count_words(
                self.tr("1 source"), self.tr("{n} sources", None, len(cited)), len(cited)
            )
            if cited
            else "",
            reviewed=edition_stamp(self._reading.edition),
            other_audience=other,
            language=told_language(page.language, self._look.language),
            open_picture=self.tr("Open the picture"),
            as_table=self.tr("Show as a table"),
        )

    def _audience_words(self, audience: Audience) -> str:
        return self.tr("for families") if audience is Audience.PATIENT else self.tr("for clinicians")

    def outline(self) -> list[tuple[str, str]]:
        """(name, title) of the sections of the page, its list of sources among them."""
        if self._page is None:
            return []
        sections = [(str(section.id), section.title) for section in self._page.sections]
        return [*sections, (SOURCES_SECTION, self.tr("Sources"))] if self._page.sources else sections

    def _pixmap(self, name: str, ratio: float) -> QPixmap | None:
        return self._pictures.pixmap(name, self._look, self.view.column_width(), ratio)

    # --- the outline where the right pane has no room

    def set_outline_button(self, shown: bool) -> None:
        """Show the headings behind a button on the page, because the pane beside it has no room."""
        self._outline.setVisible(shown)
        self.place_outline_button()

    def set_strip(self, pinned: Pinned | None) -> None:
        """Show the pinned box as one line below the page; None hides it."""
        self._strip.setVisible(pinned is not None)
        if pinned is not None:
            self._strip.set_pinned(pinned)

    def _fill_outline_menu(self) -> None:
        menu = self._outline.menu()
        menu.clear()
        for name, title in self.outline():
            action = menu.addAction(title.replace("&", "&&"))
            action.setData(name)
            action.triggered.connect(self._on_outline_action)
        self._outline.setEnabled(not menu.isEmpty())

    @Slot()
    def _on_outline_action(self) -> None:
        self.show_section(str(self.sender().data()))  # type: ignore[attr-defined]  # the sender is the menu's QAction

    def place_outline_button(self) -> None:
        """Put the button of headings where it stands, below what is above the page."""
        if self._outline.isVisible():
            bar = self.view.verticalScrollBar()
            taken = bar.width() if bar.isVisible() else 0
            top = 10 + sum(strip.height() for strip in self.strips if strip.isVisible())
            self._outline.stand_beside(
                taken, top, self.view.margin_width(), self._look, mirrored=is_mirrored(self)
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A card belongs to a place that has moved."""
        super().resizeEvent(event)
        self.close_card()
        self.place_outline_button()

    def reach(self, name: str) -> bool:
        """Scroll to a section; one that the short form leaves out is shown with all of the page."""
        if self.view.show_section(name):
            return True
        if self.easy.form is None or name not in dict(self.outline()):
            return False
        self.open_whole()
        return self.view.show_section(name)

    def step_section(self, step: int) -> None:
        """Go to the section before (-1) or after (1) the one read; from a short form on into the rest."""
        names = [name for name, _ in self.outline()]
        if not names:
            return
        here, form = self.view.section(), self.easy.form
        place = names.index(here) if here in names else -1
        target = names[min(max(place + step, 0), len(names) - 1)]
        if form is not None and step > 0 and (here or not self.view.verticalScrollBar().maximum()):
            target = first_left_out(form)
        self.show_section(target)

    def show_section(self, name: str) -> bool:
        """Scroll to a section and put the keyboard into the page."""
        found = self.reach(name)
        if found:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self.view, self.view.walk.heading_here())
        return found

    # --- find in page

    def open_find(self) -> None:
        """Show the find bar with the words selected in the page."""
        selected = self.view.textCursor().selectedText()
        words = selected if selected and "\u2029" not in selected else self.find_bar.words()
        self.find_bar.set_words(words)
        self.find_bar.open()
        self.finding.find(words)
        self.place_outline_button()

    @Slot()
    def close_find(self) -> None:
        """Hide the find bar and its marks; the keyboard goes back to where it was, else to the page."""
        self.find_bar.put_away(self.view)
        self.finding.clear()
        self.place_outline_button()

    # --- links, citations, glossary words

    @Slot(str, QRect)
    def _on_link(self, target: str, place: QRect) -> None:
        kind = target.partition(":")[0]
        try:
            if kind == "cite" and self._page is not None:
                citations = self._reading.citations(self._page, target)
                self._copied = "\n".join(citation.source.reference for citation in citations)
                self._shown_address = citations[0].source.address or ""
                self._cards.open(self._card_words.citation(citations), place, self._look)
            elif kind == "term":
                term = self._reading.term(target)
                self._copied = term.term
                audience = self._page.audience if self._page else self._wanted
                self._cards.open(self._card_words.term(term, audience), place, self._look)
            elif target == f"{DEPTH_LINK}{REST}":
                self._open_rest()
            elif target.startswith(DEPTH_LINK):
                self.depth_wanted.emit(Depth(target.removeprefix(DEPTH_LINK)))
            elif kind == "crmo":
                self.address_wanted.emit(target)
            else:
                self.outside_wanted.emit(target)
        except KeyError:
            self.said.emit(self.tr("This edition does not say what the mark rests on."))

    def _open_rest(self) -> None:
        """Go on behind what the short form has shown."""
        if self.easy.form is not None:
            self.show_section(first_left_out(self.easy.form))

    @Slot()
    def close_card(self) -> None:
        """Close the card, if one is open, and give the keyboard back to the page."""
        self._cards.close()

    def card(self) -> Card | None:
        """The card that is open."""
        return self._cards.card()

    def show_card(self, card: Card, place: QRect) -> None:
        """Show `card`, a child of the window, beside the mark at `place`, in global coordinates."""
        self._cards.show(card, place)

    @Slot(str)
    def _on_card_action(self, name: str) -> None:
        if name == "copy":
            QGuiApplication.clipboard().setText(self._copied)
            self.said.emit(self.tr("Citation copied"))
        elif name == "address":
            self.outside_wanted.emit(self._shown_address)
        elif name == "search":
            self.close_card()
            self.query_wanted.emit(self._copied)

    @Slot(str)
    def _on_focus_moved(self, words: str) -> None:
        if not self.view.shown.was_told:
            announce(self.view, words)


def count_words(one: str, many: str, n: int) -> str:
    """`one` for 1, else `many` with "{n}" filled in."""
    return one if n == 1 else many.format(n=n)
