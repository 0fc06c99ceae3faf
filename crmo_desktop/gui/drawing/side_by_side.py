"""Things beside each other, line by line: a table where there is room, else a block for each line."""

from dataclasses import dataclass
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainterPath

from crmo_desktop.domain.picture import SideBySide
from crmo_desktop.gui.drawing.drawer import Tools
from crmo_desktop.gui.drawing.scene import Mark, Scene, View, box, face, height_of, longest_word, width_of
from crmo_desktop.gui.theme import Look

_PAD: Final = 12.0  # from the side of a cell to its words
_ABOVE: Final = 9.0  # and from its top
_LEAST_COLUMN: Final = 130.0
_TITLES: Final = 0.26  # how much of the width the titles of the rows may have
_SORTED: Final = 16.0  # room for the sign beside the head that is sorted by
_BAR: Final = 4.0  # above or beside what stands for CRMO


class _Faces(NamedTuple):
    head: QFont
    title: QFont
    cell: QFont
    block: QFont
    name: QFont


@dataclass(frozen=True)
class _Table:
    """What is drawn, and how it is sorted."""

    drawing: SideBySide
    faces: _Faces
    view: View

    @property
    def sort(self) -> int | None:
        """The column that is sorted by; None if none is."""
        sort = self.view.sort
        return sort if sort is not None and 0 <= sort < len(self.drawing.columns) else None

    @property
    def order(self) -> tuple[int, ...]:
        """The lines by their numbers, the uppermost first."""
        return self.drawing.order(self.sort, falls=self.view.falls)

    def is_key(self, column: int) -> bool:
        """Whether `column`, from 0, stands for CRMO."""
        return column > 0 and column == self.drawing.key


def draw(drawing: SideBySide, look: Look, width: float, view: View, tools: Tools) -> Scene:
    """The lines as `view` sorts them; what stands for CRMO is tinted and has a bar."""
    del tools  # all of it is drawn here
    table = _Table(drawing, _faces(look), view)
    columns = _columns(table, width)
    scene = Scene(QSizeF(width, 0))
    bottom = _draw_blocks(scene, table) if columns is None else _draw_table(scene, table, columns)
    scene.size = QSizeF(width, ceil(bottom) + 1)
    return scene


def _faces(look: Look) -> _Faces:
    return _Faces(
        face(look, 15, 600), face(look, 15, 600), face(look, 15), face(look, 17, 600), face(look, 14.5, 600)
    )


def _texts(table: _Table, column: int) -> list[str]:
    return [(row.title, *row.cells)[column].text for row in table.drawing.rows]


def _columns(table: _Table, width: float) -> list[QRectF] | None:
    """Where the columns are, across; None where they have no room beside each other.

    The titles have what they need, up to a good quarter; the others are as wide as each other.
    """
    heads, faces = table.drawing.columns, table.faces
    least = [
        max(
            _LEAST_COLUMN if column else 0.0,
            longest_word(head, faces.head) + (_SORTED if column == table.sort else 0) + 2 * _PAD,
            *(longest_word(text, faces.cell if column else faces.title) + 2 * _PAD for text in texts),
        )
        for column, (head, texts) in enumerate((head, _texts(table, at)) for at, head in enumerate(heads))
    ]
    titles = max((width_of(text, faces.title) + 2 * _PAD for text in _texts(table, 0)), default=0.0)
    first = max(least[0], min(titles, width * _TITLES))
    others = len(heads) - 1
    if others == 0:
        return [QRectF(0, 0, width, 0)]
    each = (width - first) / others
    if each < max(least[1:]):
        return None
    return [QRectF(0, 0, first, 0), *(QRectF(first + each * at, 0, each, 0) for at in range(others))]


def _draw_table(scene: Scene, table: _Table, columns: list[QRectF]) -> float:
    """Heads and lines; returns where they end."""
    width = scene.size.width()
    high = _draw_heads(scene, table, columns)
    top = high
    for place, number in enumerate(table.order):
        if place:
            scene.line(QPointF(0, top), QPointF(width, top), "border")
        top = _draw_line(scene, table, number, columns, top)
    scene.line(QPointF(0, top), QPointF(width, top), "border_strong")
    scene.line(QPointF(0, high), QPointF(width, high), "accent", 2.0)
    if 0 < table.drawing.key < len(columns):
        key = columns[table.drawing.key]
        scene.shape(box(QRectF(key.left(), 0, key.width(), _BAR)), fill="accent")
        sides = QRectF(key.left(), 0, key.width(), top).adjusted(0.75, 0.75, -0.75, -0.75)
        scene.shape(box(sides), line="accent", width=1.5)
    return top


def _draw_heads(scene: Scene, table: _Table, columns: list[QRectF]) -> float:
    """The heads, at the foot of their row; returns where it ends."""
    font = table.faces.head
    inner = [_inner(column) for column in columns]
    if table.sort is not None:
        inner[table.sort].setWidth(inner[table.sort].width() - _SORTED)
    heights = [
        height_of(head, font, place.width()) for head, place in zip(table.drawing.columns, inner, strict=True)
    ]
    high = max(heights) + 2 * _ABOVE
    scene.shape(box(QRectF(0, 0, scene.size.width(), high)), fill="table_head")
    for number, (head, place) in enumerate(zip(table.drawing.columns, inner, strict=True)):
        place.moveTop(high - _ABOVE - heights[number])
        right = scene.words(head, font, place, ground="table_head").right() if head else place.left() - 6
        if number == table.sort:
            at = QPointF(right + 6, place.top() + height_of("x", font, 100) / 2)
            scene.shape(_arrow(at, falls=table.view.falls), fill="accent")
    return high


def _draw_line(scene: Scene, table: _Table, number: int, columns: list[QRectF], top: float) -> float:
    """One line of the table; returns where it ends."""
    row, faces = table.drawing.rows[number], table.faces
    cells = (row.title, *row.cells)
    fonts = [faces.title, *[faces.cell] * len(row.cells)]
    inner = [_inner(column, top + _ABOVE) for column in columns]
    high = 2 * _ABOVE + max(
        height_of(cell.text, font, place.width())
        for cell, font, place in zip(cells, fonts, inner, strict=True)
    )
    rooms = [QRectF(column.left(), top, column.width(), high) for column in columns]
    for at, (cell, font, place) in enumerate(zip(cells, fonts, inner, strict=True)):
        ground = "accent_soft" if table.is_key(at) else "page"
        if table.is_key(at):
            scene.shape(box(rooms[at].adjusted(0, 0.5, 0, -0.5)), fill=ground)
        scene.words(cell.text, font, place, ground=ground)
    scene.marks += _marks(table, number, QRectF(0, top, scene.size.width(), high), rooms)
    return top + high


def _draw_blocks(scene: Scene, table: _Table) -> float:
    """A block for each line: its title, then each cell below its column's head; returns where they end."""
    width, faces, top = scene.size.width(), table.faces, 0.0
    for number in table.order:
        row, rooms = table.drawing.rows[number], []
        first = top
        scene.line(QPointF(0, top), QPointF(width, top), "accent", 2.0)
        place = _inner(QRectF(0, 0, width, 0), top + _ABOVE)
        top = scene.words(row.title.text, faces.block, place, role="heading").bottom() + 4
        rooms.append(QRectF(0, first, width, top - first))
        for at, (head, cell) in enumerate(zip(table.drawing.columns[1:], row.cells, strict=True), 1):
            rooms.append(_draw_cell(scene, table, at, (head, cell.text), top))
            top = rooms[-1].bottom()
        top += _ABOVE
        scene.marks += _marks(table, number, QRectF(0, first, width, top - first), rooms)
    return top


def _draw_cell(scene: Scene, table: _Table, column: int, texts: tuple[str, str], top: float) -> QRectF:
    """The head of a column and a cell below it; returns their room."""
    head, text = texts
    place = _inner(QRectF(0, 0, scene.size.width(), 0), top + 5)
    high = height_of(head, table.faces.name, place.width()) + height_of(text, table.faces.cell, place.width())
    room = QRectF(0, top, scene.size.width(), high + 10)
    ground = "page"
    if table.is_key(column):
        ground = "accent_soft"
        scene.shape(box(room), fill=ground)
        scene.shape(box(QRectF(0, top, _BAR, room.height())), fill="accent")
    role = "accent" if table.is_key(column) else "muted"
    place.moveTop(scene.words(head, table.faces.name, place, role=role, ground=ground).bottom())
    scene.words(text, table.faces.cell, place, ground=ground)
    return room


def _inner(column: QRectF, top: float = 0.0) -> QRectF:
    return QRectF(column.left() + _PAD, top, column.width() - 2 * _PAD, 0)


def _arrow(at: QPointF, *, falls: bool) -> QPainterPath:
    """A triangle that points where the sorting goes, its left end in the middle of its height at `at`."""
    tip = 4.0 if falls else -4.0
    path = QPainterPath(QPointF(at.x(), at.y() - tip))
    path.lineTo(QPointF(at.x() + 9, at.y() - tip))
    path.lineTo(QPointF(at.x() + 4.5, at.y() + tip))
    path.closeSubpath()
    return path


def row_id(number: int) -> str:
    """The mark of the line that was made as number `number`, wherever it is sorted to."""
    return f"row-{number}"


def cell_id(drawing: SideBySide, number: int, column: int) -> str:
    """The mark of a cell of that line; of the title, the line's own; "" where the cell has none.

    A cell has a mark of its own where it opens something else than its line does.
    """
    row = drawing.rows[number]
    if column == 0:
        return row_id(number)
    target = row.cells[column - 1].target
    return f"{row_id(number)}-{column}" if target not in ("", row.title.target) else ""


def _marks(table: _Table, number: int, whole: QRectF, rooms: list[QRectF]) -> list[Mark]:
    """The line, and each of its cells that opens something else."""
    drawing, row = table.drawing, table.drawing.rows[number]
    facts = dict.fromkeys(fact for cell in (row.title, *row.cells) for fact in cell.facts)
    line = Mark(
        id=row_id(number),
        name=drawing.said(number),
        area=box(whole),
        ring=whole,
        target=row.title.target,
        facts=tuple(facts),
    )
    return [
        line,
        *(
            Mark(
                id=id,
                name=f"{row.title.text}, {drawing.columns[column]}: {cell.text}",
                area=box(rooms[column]),
                ring=rooms[column],
                target=cell.target,
                facts=tuple(cell.facts),
            )
            for column, cell in enumerate(row.cells, 1)
            if (id := cell_id(drawing, number, column))
        ),
    ]
