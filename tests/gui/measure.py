"""Measures whether words are cut, hidden or overlapped: by their own widths and heights, not by eye.

`faults(window)` tells what is wrong in words; an empty list is good.
"""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from crmo_desktop.gui.typesetting import BREAK
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.row_delegate import RowDelegate

SLACK = 2  # pixels: metrics are fractions, rectangles are not
BUTTONS = (QPushButton, QToolButton, QCheckBox, QRadioButton)
OVER_OTHERS = {"card", "drawer"}  # what opens over the page, and closes again, by its object's name


def faults(root: QWidget) -> list[str]:
    """Everything in `root` that cuts words, sticks out, or lies over other words."""
    found = []
    for widget in visible(root):
        found += [f"{named(widget)}: {what}" for what in (*cut(widget), *out_of_sight(widget, root))]
    found += overlaps(root)
    found += over_the_column(root)
    return found


def visible(root: QWidget) -> Iterator[QWidget]:
    """Every part of `root` that is shown, and no other window."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.window() is root.window():
            yield widget


def named(widget: QWidget) -> str:
    """Enough to find it again."""
    return f"{type(widget).__name__} “{words_of(widget)[:40] or widget.objectName()}”"


def words_of(widget: QWidget) -> str:
    """What is written on it."""
    if isinstance(widget, QLabel):
        return widget.text()
    if isinstance(widget, BUTTONS):
        is_icon = isinstance(widget, QToolButton) and (
            widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly and not widget.icon().isNull()
        )
        return "" if is_icon else widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return ""


# --- words that do not fit into their own part


def cut(widget: QWidget) -> Iterator[str]:
    """How the words of `widget` are cut, if they are."""
    if isinstance(widget, QLabel) and widget.text():
        yield from _cut_label(widget)
    elif isinstance(widget, BUTTONS) and words_of(widget):
        yield from _short_of(widget.size(), widget.sizeHint())
    elif isinstance(widget, QLineEdit) and words_of(widget):
        yield from _cut_field(widget)
    elif isinstance(widget, QMenuBar) and widget.actions():
        last = widget.actionGeometry(widget.actions()[-1])
        if last.right() > widget.width() or last.bottom() > widget.height():
            yield "has no room for its last menu"
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _cut_rows(widget)


def _short_of(size: QSize, wanted: QSize) -> Iterator[str]:
    if size.width() + SLACK < wanted.width():
        yield f"{size.width()} px wide, its words take {wanted.width()}"
    if size.height() + SLACK < wanted.height():
        yield f"{size.height()} px high, its words take {wanted.height()}"


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        yield from _short_of(label.size(), label.sizeHint())
        return
    needed = label.heightForWidth(label.width())
    if label.height() + SLACK < needed:
        yield f"{label.height()} px high, its lines take {needed}"
    room = label.contentsRect().width() - 2 * label.margin()
    if label.textFormat() == Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setHtml(label.text())
        document.setDocumentMargin(0)
        document.setTextWidth(room)
        longest = document.size().width()
    else:
        metrics = QFontMetricsF(label.font())
        longest = max(
            (metrics.horizontalAdvance(word) for word in label.text().replace(BREAK, " ").split()), default=0
        )
    if longest > room + SLACK:
        yield f"has {room} px for a word of {longest:.0f}"


def _cut_field(field: QLineEdit) -> Iterator[str]:
    if field.text() and not isinstance(field.parentWidget(), QAbstractSpinBox):
        return  # what is typed scrolls
    beside = sum(
        part.width() for part in field.findChildren(QWidget) if part.isVisible() and part.width() < 80
    )
    room = field.contentsRect().width() - beside
    wide = QFontMetricsF(field.font()).horizontalAdvance(words_of(field))
    if wide > room + SLACK:
        yield f"has {room} px for {wide:.0f}"
    if field.fontMetrics().height() > field.height() + SLACK:
        yield f"is {field.height()} px high, its letters {field.fontMetrics().height()}"


def _cut_rows(view: QAbstractItemView) -> Iterator[str]:
    for index in _indexes(view, QModelIndex()):
        rect = view.visualRect(index)
        if rect.isEmpty() or not str(index.data(Qt.ItemDataRole.DisplayRole) or ""):
            continue
        if isinstance(view, QTableView):
            yield from _cut_cell(view, index, rect)
        else:
            wanted = view.sizeHintForIndex(index)
            if rect.height() + SLACK < wanted.height():
                yield f"row “{index.data()}” is {rect.height()} px high, its words take {wanted.height()}"
        delegate = view.itemDelegate()
        if type(delegate).sizeHint is RowDelegate.sizeHint and isinstance(delegate, RowDelegate):
            yield from _cut_words(delegate, view, index)


def _cut_words(delegate: RowDelegate, view: QAbstractItemView, index: QModelIndex) -> Iterator[str]:
    words, room = str(index.data()), delegate.view_width - delegate.left_of_text(index)
    metrics = QFontMetricsF(delegate.look.ui_font(15, 600))
    longest = max(words.split(), key=metrics.horizontalAdvance)
    if metrics.horizontalAdvance(longest) > room + SLACK:
        yield f"row of {view.accessibleName()}: {room} px for the word “{longest}”"


def _cut_cell(view: QTableView, index: QModelIndex, rect: QRect) -> Iterator[str]:
    words = str(index.data())
    room = rect.adjusted(3, 0, -3, 0)
    taken = view.fontMetrics().boundingRect(
        QRect(0, 0, room.width(), 10_000), int(Qt.TextFlag.TextWordWrap), words
    )
    if taken.width() > room.width() + SLACK or taken.height() > rect.height() + SLACK:
        has, takes = f"{room.width()}x{rect.height()}", f"{taken.width()}x{taken.height()}"
        yield f"cell “{words[:40]}” has {has} px for {takes}"


def _indexes(view: QAbstractItemView, parent: QModelIndex) -> Iterator[QModelIndex]:
    model = view.model()
    for row in range(model.rowCount(parent)):
        column = 0
        while (index := model.index(row, column, parent)).isValid():
            yield index
            column += 1
        if isinstance(view, QTreeView):
            yield from _indexes(view, model.index(row, 0, parent))


# --- parts that are not where they can be seen


def out_of_sight(widget: QWidget, root: QWidget) -> Iterator[str]:
    """Where a part with words sticks out of what it stands in, and nothing can scroll to it."""
    if not words_of(widget):
        return
    child = widget
    while (parent := child.parentWidget()) is not None and child is not root:
        rect, room = child.geometry(), parent.rect()
        area = parent.parentWidget()
        is_viewport = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
        if is_viewport and isinstance(area, QScrollArea):
            if area.horizontalScrollBar().maximum() > 0:
                yield f"stands in something {rect.width()} px wide that is shown {room.width()} px wide"
        elif rect.right() > room.right() + SLACK or rect.left() < -SLACK:
            yield f"sticks out of {named(parent)} at the side"
        elif rect.bottom() > room.bottom() + SLACK or rect.top() < -SLACK:
            yield f"sticks out of {named(parent)} above or below"
        child = parent


def overlaps(root: QWidget) -> list[str]:
    """Parts with words that lie over other words."""
    parts = [widget for widget in visible(root) if words_of(widget)]
    places = [_seen(part, root) for part in parts]
    found = []
    for number, (part, place) in enumerate(zip(parts, places, strict=True)):
        for other, over in zip(parts[:number], places[:number], strict=True):
            common = place.intersected(over)
            is_within = part.isAncestorOf(other) or other.isAncestorOf(part)
            if not is_within and min(common.width(), common.height()) > SLACK and not _floats(part, other):
                found.append(f"{named(part)} lies over {named(other)}")
    return found


def over_the_column(root: QWidget) -> list[str]:
    """Parts that lie over the column of a page's text."""
    found = []
    for view in root.findChildren(PageView):
        if not view.isVisible():
            continue
        left = (view.viewport().width() - view.column_width()) / 2
        column = QRect(round(left), 0, round(view.column_width()), view.viewport().height())
        for part in root.findChildren(QToolButton):
            place = QRect(part.mapTo(root, QPoint(0, 0)), part.size())
            common = place.intersected(column.translated(view.viewport().mapTo(root, QPoint(0, 0))))
            if part.isVisible() and min(common.width(), common.height()) > SLACK and not _floats(part):
                found.append(f"{named(part)} lies {common.width()} px over the text of the page")
    return found


def _seen(widget: QWidget, root: QWidget) -> QRect:
    """Where it is shown in `root`, as far as it is not scrolled away."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(root, QPoint(0, 0)))


def _floats(*parts: QWidget) -> bool:
    """Whether one of them belongs to what opens over the page."""
    for part in parts:
        above: QWidget | None = part
        while above is not None:
            if above.objectName() in OVER_OTHERS:
                return True
            above = above.parentWidget()
    return False


def height_needed(root: QWidget) -> int:
    """The least height that a window or dialog can have, frame not included."""
    if isinstance(root, QMainWindow):
        return root.minimumSizeHint().height()
    root.ensurePolished()
    return root.minimumSizeHint().height()
