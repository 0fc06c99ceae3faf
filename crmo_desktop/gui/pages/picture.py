"""One picture, large: the drawing or its table, the panel that changes it, its sources, the ways out."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import PictureAddress, TopicAddress
from crmo_desktop.domain.page import Citation
from crmo_desktop.domain.picture import Picture
from crmo_desktop.domain.picture_audience import read_by
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.drawing.drawer import Drawer
from crmo_desktop.gui.drawing.scene import Mark, Scene, View
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.picture_cards import PictureCards
from crmo_desktop.gui.pages.picture_columns import PictureColumns
from crmo_desktop.gui.pages.picture_out import PictureOut, Seen
from crmo_desktop.gui.pages.picture_panel import (
    TABLE,
    Panel,
    Shown,
    address_of,
    goes_above,
    is_table,
    make_panel,
    next_step,
    tell_audience,
    view_kept,
    view_named,
    widget_of,
)
from crmo_desktop.gui.pages.picture_room import room_for
from crmo_desktop.gui.pages.picture_words import PictureWords
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.card import Card
from crmo_desktop.gui.widgets.flag_strip import FlagStrip
from crmo_desktop.gui.widgets.focus import in_order
from crmo_desktop.gui.widgets.picture_bar import PictureBar
from crmo_desktop.gui.widgets.picture_canvas import PictureCanvas
from crmo_desktop.gui.widgets.picture_foot import PictureFoot
from crmo_desktop.gui.widgets.picture_head import PictureHead
from crmo_desktop.gui.widgets.picture_name import PictureName
from crmo_desktop.gui.widgets.picture_table import PictureTableView
from crmo_desktop.services.pictures import place_of, sources_of
from crmo_desktop.services.reading import ReadingService


class PicturePage(QWidget):
    """Shows a picture and answers its marks; links that lead away are told to the window."""

    address_wanted = Signal(str)  # a crmo:// address
    outside_wanted = Signal(str)  # a https:// address
    said = Signal(str)  # something done, in a few words

    def __init__(
        self,
        reading: ReadingService,
        icons: IconShelf,
        look: Look,
        drawer: Drawer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reading, self._icons, self._look, self._drawer = reading, icons, look, drawer
        self._picture: Picture | None = None
        self._view = View()
        self._citations: tuple[Citation, ...] = ()
        self._is_table = False
        self._audience = Audience.PATIENT
        self._panel: Panel | None = None
        self.out: PictureOut | None = None
        self.words = PictureWords(self)
        self.head = PictureHead(self)
        self.bar = PictureBar(icons, self)
        self.canvas = PictureCanvas(look, self)
        self.table = PictureTableView(self)
        self.foot = PictureFoot(icons, self)
        self._name = PictureName(self)
        self.flags = FlagStrip(look, icons, self)
        self._cards = PictureCards(self, icons)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        drawing = (self.bar, self.canvas, self.table)
        self._columns = PictureColumns(self.head, drawing, self.foot, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._columns, 1)
        layout.addWidget(self.flags)
        layout.addWidget(self._name)

    def _connect(self) -> None:
        self.head.address_chosen.connect(self.address_wanted)
        self.flags.address_chosen.connect(self.address_wanted)
        self.bar.table_wanted.connect(self.show_table)
        self.bar.zoom_wanted.connect(self._on_zoom_wanted)
        self.canvas.zoomed.connect(self.bar.set_zoom)
        self.canvas.zoomed.connect(self._on_zoomed)
        self.canvas.mark_pointed.connect(self._on_mark)
        self.canvas.mark_reached.connect(self._on_mark)
        self.canvas.mark_chosen.connect(self._on_mark_chosen)
        self.canvas.target_chosen.connect(self.address_wanted)
        self.canvas.ring_moved.connect(partial(self._columns.bring, self.canvas))
        self.table.target_chosen.connect(self.address_wanted)
        self.table.cell_reached.connect(partial(self._columns.bring, self.table))
        self.foot.source_chosen.connect(self._on_source)
        self.foot.action_chosen.connect(self.send_out)
        self._cards.said.connect(self.said)
        self._cards.outside_wanted.connect(self.outside_wanted)

    # --- what is shown

    def picture(self) -> Picture | None:
        """The picture shown."""
        return self._picture

    def view(self) -> View:
        """How it is seen now."""
        return self._view

    def is_table(self) -> bool:
        """Whether its table is shown instead of the drawing."""
        return self._is_table

    def address(self) -> PictureAddress | None:
        """What leads here: to the table, or to the group or the step that is shown."""
        if self._picture is None:
            return None
        return address_of(self._picture, self._view, is_table=self._is_table)

    def show_picture(self, picture: Picture, audience: Audience, fragment: str | None = None) -> None:
        """Show what `audience` sees of `picture`, from its top, in the view that `fragment` names."""
        self.close_card()
        picture = read_by(picture, audience)
        self._picture, self._audience = picture, audience
        self._view = view_named(picture, fragment)
        self._citations = self._reading.cited_in(picture)
        self._is_table = fragment == TABLE
        place = place_of(self._reading, picture)
        self.head.set_words(
            self.words.way(place),
            str(TopicAddress(picture.topic)),
            picture.title,
            picture.caption,
            self.words.audience(picture),
        )
        self.flags.show_for(picture)
        self._make_panel()
        self.canvas.set_zoom(1.0)
        self.canvas.set_picture(self._draw, picture.title, " ".join((picture.caption, *picture.said)))
        self.foot.set_words(picture.said)
        self._show_sources()
        self.bar.set_zoom(1.0)
        self._set_table()
        self._columns.scroll_to(0)
        announce(self, f"{picture.title}. {picture.caption}")

    def shown(self) -> Shown:
        """How it is shown now, for coming back to it."""
        canvas, ringed = self.canvas, self.canvas.ringed()
        mark = "" if ringed is None else ringed.id
        scrolled = self._columns.scrolled()
        return Shown(self._view, self._is_table, canvas.zoom(), canvas.place(), mark, scrolled)

    def show_again(self, shown: object) -> None:
        """Show the picture as it was left; anything that `shown` never told is passed over."""
        if not isinstance(shown, Shown):
            return
        self._is_table = shown.is_table
        if self._picture is not None:
            self._set_view(view_kept(self._picture, shown.view))
        self._set_table()
        self.canvas.set_place(shown.zoom, shown.place)
        self.canvas.ring_mark(shown.mark)
        self._columns.scroll_to(shown.scrolled)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self.close_card()
        for part in (self.head, self.bar, self.canvas, self.foot, self.flags, self._name):
            part.set_look(look)
        if self._panel is not None:
            self._panel.set_look(look)
        self._set_table()

    def _draw(self, width: float) -> Scene:
        assert self._picture is not None
        return self._drawer.draw(self._picture, self._look, width, self._view)

    def _show_sources(self) -> None:
        assert self._picture is not None
        wanted = sources_of(self._picture, self._view.groups)
        shown = [citation for citation in self._citations if citation.source.id in wanted]
        self.foot.set_sources(self.words.before_links(len(shown)), self.words.links(shown))

    # --- drawing or table

    @Slot(bool)
    def show_table(self, shown: bool) -> None:
        """Show the table in place of the drawing, or the drawing again."""
        self._is_table = shown
        self._set_table()
        words = self.tr("The picture as a table") if shown else self.tr("The picture as a drawing")
        self.said.emit(words)

    def _set_table(self) -> None:
        picture = self._picture
        if picture is None:
            return
        has_table = bool(picture.table.rows)
        self._is_table = self._is_table and has_table
        name = self.tr("{title}, as a table").format(title=picture.title)
        self.table.set_table(picture.table, name, self._look)
        self.bar.set_table(self._is_table, offered=has_table)
        self.canvas.setVisible(not self._is_table)
        panel_is_table = is_table(picture, self._panel)
        self.table.setVisible(self._is_table and not panel_is_table)
        if self._panel is not None:
            widget_of(self._panel).setVisible(self._is_table == panel_is_table)
        self._name.setVisible(not self._is_table and bool(self.canvas.scene().marks))
        self._arrange()

    # --- the panel

    def _make_panel(self) -> None:
        """The panel of the picture's kind, if there is one; where the kind stays the same, another one."""
        if self._panel is not None:
            before = widget_of(self._panel)
            before.hide()
            before.deleteLater()
            self._panel = None
        assert self._picture is not None
        self._panel = made = make_panel(
            self._picture, self._view, self._look, self._icons, self._columns.side
        )
        if made is None:
            return
        made.view_changed.connect(self._on_view_changed)
        made.address_wanted.connect(self.address_wanted)
        made.mark_wanted.connect(self.canvas.ring_mark)
        tell_audience(made, self._audience)

    @Slot(object)
    def _on_view_changed(self, view: View) -> None:
        self._view = view
        self.canvas.redraw()
        self._arrange()
        self._show_sources()

    def _set_view(self, view: View) -> None:
        self._on_view_changed(view)
        if self._panel is not None:
            self._panel.set_view(view)

    # --- marks

    @Slot(object)
    def _on_mark(self, mark: Mark | None) -> None:
        self._name.say(mark)
        if self._panel is not None:
            self._panel.set_mark("" if mark is None else mark.id)

    @Slot(str)
    def _on_mark_chosen(self, id: str) -> None:
        view = None if self._picture is None else next_step(self._picture, self._view, id)
        if view is None:
            return
        self._set_view(view)
        if self.canvas.hasFocus() and self.canvas.ringed() is None and self.canvas.reachable():
            self.canvas.go_to(self.canvas.reachable()[0])

    @Slot(int)
    def _on_zoom_wanted(self, step: int) -> None:
        if step:
            self.canvas.step_zoom(step)
        else:
            self.canvas.fit_width()

    @Slot(float)
    def _on_zoomed(self, zoom: float) -> None:
        self.said.emit(self.tr("Picture {percent}%").format(percent=round(zoom * 100)))
        if zoom > 1:  # then it scrolls by itself, so all of its frame should be in sight
            self._columns.bring(self.canvas, self.canvas.rect())

    # --- sources and ways out

    @Slot(str)
    def _on_source(self, id: str) -> None:
        citation = next(citation for citation in self._citations if citation.source.id == id)
        link = self.foot.button_of(id)
        if link is not None:
            self._cards.open(citation, link, self._look)

    @Slot()
    def close_card(self) -> None:
        """Close the card, if one is open."""
        self._cards.close()

    def card(self) -> Card | None:
        """The card that is open."""
        return self._cards.card()

    @Slot(str)
    def send_out(self, action: str) -> None:
        """Copy, save or print the picture as it is seen; `PictureOut.do` lists what there is."""
        if self.out is not None and self._picture is not None:
            edition = self._reading.edition
            words = self.words.on_sheet(self._picture, self._citations, self._view, edition)
            self.out.do(action, Seen(self._picture, self._view, self._look, words, edition.language))

    def copy(self) -> None:
        """Copy what is shown: the drawing, or the words of the table."""
        self.send_out("table" if self._is_table else "copy")

    # --- room

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Into what is shown: the drawing or its table."""
        panel = self._table_panel()
        first = None if panel is None else next(in_order(panel), None)
        (first or (self.table if self._is_table else self.canvas)).setFocus(reason)

    def _table_panel(self) -> QWidget | None:
        """The panel, where it is the table that is shown."""
        panel, picture = self._panel, self._picture
        if panel is None or picture is None or not (self._is_table and is_table(picture, panel)):
            return None
        return widget_of(panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Parts go beside or below each other."""
        super().resizeEvent(event)
        self.close_card()
        self._arrange()

    def _arrange(self) -> None:
        """Give every part its place and width."""
        panel, picture, look = self._panel, self._picture, self._look
        if picture is None:
            return
        has_panel = panel is not None and not is_table(picture, panel)
        whole = self._columns.room_for_all()
        room = room_for(whole, look, has_panel=has_panel, is_table=self._is_table)
        widget = None if panel is None else widget_of(panel)
        self._columns.arrange(room, look, widget, over=goes_above(picture))
        most = self._columns.height_for_drawing(look)
        self.canvas.set_room(room.left, most)
        if (table := self._table_panel()) is not None:
            table.setMinimumHeight(most)
        elif self._is_table:
            self.table.set_room(room.left)

    def painted(self) -> QWidget:
        """The widget that paints what is shown; the drawing itself may stand below the edge of the window."""
        return self._columns.viewport()
